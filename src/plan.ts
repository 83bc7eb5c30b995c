import type { Config } from './config/config.js';
import { forecast } from './forecast/forecast.js';
import { openPreflight, type PreflightWorld } from './forecast/preflight.js';
import { expectImage } from './image/expected.js';
import { renderArtifacts } from './job/delivery.js';
import { checkAws, checkFirst } from './job/preparation.js';
import { findUnchanged } from './job/unchanged.js';
import type { Forecast } from './report/forecast.js';
import { lookAhead } from './rollout/look-ahead.js';

/**
 * Checks all that a run would check and tells what it would do. Nothing is changed, neither at AWS nor here, and no Docker is needed.
 *
 * @param options `withPreflight: false`: what a deployment needs beside the files and the service is not looked at
 * @throws ProblemsError, SlipwayError as a run would before its first change
 */
export async function planShip(
  config: Config,
  world: PreflightWorld,
  { withPreflight = true }: { readonly withPreflight?: boolean } = {}
): Promise<Forecast> {
  const sources = await checkFirst(config, world);
  const preflight = withPreflight ? openPreflight(config, sources, world) : undefined;
  const seen = preflight?.world ?? world;
  const tasks = config.rollouts.some(({ rollout }) => rollout.skipUnchanged === true);
  const ahead = { ...seen, ecs: lookAhead(seen.ecs, { tasks }) };
  for (const { files } of config.rollouts) {
    const source = files.taskDefinition;
    // Whoever needs it meets its error.
    if (source?.kind === 'registered') ahead.ecs.describeTaskDefinition(source.reference).catch(() => undefined);
  }
  const plan = await checkAws(config, sources, ahead, { withDocker: false });
  world.signal.throwIfAborted();
  const images = plan.images.map(expectImage);
  const texts = plan.services.map(service => renderArtifacts(service, images));
  const [tree, unchanged] = await Promise.all([
    preflight?.finish(plan),
    findUnchanged(config, plan, images, texts, ahead)
  ]);
  const told = await forecast(config, plan, { images, texts, unchanged }, ahead);
  // What a cancellation kept from being looked at is not to be told as missing.
  world.signal.throwIfAborted();
  return tree === undefined ? told : { ...told, preflight: tree };
}
