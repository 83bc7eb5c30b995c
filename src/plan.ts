import type { Config } from './config/config.js';
import { forecast } from './forecast.js';
import { checkAws, checkFirst } from './preparation.js';
import type { Forecast } from './report/forecast.js';
import { lookAhead } from './rollout/look-ahead.js';
import type { World } from './world.js';

/**
 * Checks all that a run would check and tells what it would do. Nothing is changed, neither at AWS nor here, and no Docker is needed.
 *
 * @throws ProblemsError, SlipwayError as a run would before its first change
 */
export async function planShip(config: Config, world: World): Promise<Forecast> {
  const sources = await checkFirst(config, world);
  const ecs = lookAhead(world.ecs);
  for (const { files } of config.rollouts) {
    const source = files.taskDefinition;
    if (source?.kind === 'registered') ecs.describeTaskDefinition(source.reference).catch(() => undefined);
  }
  const ahead = { ...world, ecs };
  const plan = await checkAws(config, sources, ahead, { withDocker: false });
  world.signal.throwIfAborted();
  return forecast(config, plan, ahead);
}
