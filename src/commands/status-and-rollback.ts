import type { Config, RolloutConfig } from '../config/config.js';
import { SlipwayError, type Problem } from '../errors.js';
import { inMemoryCleanupStore } from '../host/console.js';
import { findMissingImages } from '../image/check/missing-images.js';
import { EXIT_CODES } from '../outcome.js';
import { listOutputs } from '../report/outputs.js';
import { serviceStatusJson } from '../report/service-status-json.js';
import { renderServiceStatus } from '../report/service-status.js';
import { logOutcome } from '../report/log.js';
import { RunProgress } from '../report/run-progress.js';
import { rollBack } from '../rollout/rollback/rollback.js';
import { readServiceStatus } from '../rollout/service-status.js';
import { findTarget } from '../rollout/target.js';
import { connectWorld, readConfig, type Host } from '../run.js';
import { parseTaskDefinitionName } from '../text/arn.js';
import { quote } from '../text/format.js';
import type { Arguments } from './arguments.js';

type ServiceMachine = Omit<Host, 'cleanupStore'>;
type Given = Pick<Arguments, 'flags' | 'problems'>;

/** `slipway status`: what runs, its deployments, tasks and last events. With `--json` a list with each. Resolves with the exit code; changes nothing. */
export async function showStatus(
  { flags: { json, ...flags }, problems }: Given,
  host: ServiceMachine,
  write: (text: string) => void
): Promise<number> {
  const config = await readServiceSettings({ flags, problems }, host);
  const world = connectWorld(config, { ...host, cleanupStore: inMemoryCleanupStore(new Map()) });
  const all: unknown[] = [];
  for (const [index, rollout] of listServices(config).entries()) {
    const status = await readServiceStatus(rollout, world);
    if (json === 'true') all.push(serviceStatusJson(status, config.region));
    else write(`${index === 0 ? '' : '\n'}${renderServiceStatus(status, config.region)}`);
  }
  if (json === 'true') write(`${JSON.stringify(all, undefined, 2)}\n`);
  return 0;
}

/**
 * `slipway rollback`: goes back to the version that was live before, and follows that to its end. With `--json` its outputs are written, by
 * the names that they have in the Action. Resolves with the exit code.
 */
export async function rollbackCommand(
  { flags: { to, json, ...flags }, problems }: Given,
  host: ServiceMachine,
  write: (text: string) => void
): Promise<number> {
  const config = await readServiceSettings({ flags, problems: [...problems, ...checkRevision(to)] }, host);
  const [rollout, ...others] = listServices(config);
  if (rollout === undefined || others.length > 0) {
    throw new SlipwayError({
      code: 'several-services',
      fault: 'user',
      what: `Only one service is rolled back at a time, and the settings name ${others.length + 1}.`,
      next: 'Name it with --service.'
    });
  }
  const { clock, reporter, signal } = host;
  const world = connectWorld(config, { ...host, cleanupStore: inMemoryCleanupStore(new Map()) });
  // Who cancels this lets go of it: undone it would bring back what is to be left. What is under way is dealt with there.
  const own: RolloutConfig = { ...rollout, onCancel: 'leave', onConflict: 'wait' };
  const progress = new RunProgress(config.region, clock);
  progress.timeline.enter('check');
  const target = await findTarget({ ...own, onConflict: 'wait' }, world);
  const run = {
    config: own,
    ports: world,
    clock,
    reporter,
    cleanupStore: world.cleanupStore,
    signal,
    findMissingImages: (images: readonly string[]) => findMissingImages(images, world)
  };
  progress.timeline.enter('deploy');
  const result = await rollBack(target, to, run);
  progress.timeline.leave();
  progress.add({ outcome: result.verdict, target, taskDefinitionArn: result.taskDefinitionArn, rollout: result });
  const reached = progress.report;
  await logOutcome(reached, reporter);
  if (json === 'true') write(`${JSON.stringify(listOutputs(reached), undefined, 2)}\n`);
  return EXIT_CODES[result.verdict];
}

/** Without a revision AWS takes the newest one of a family, and nobody goes back to that. */
function checkRevision(to: string | undefined): readonly Problem[] {
  if (to === undefined) return [];
  const { family, revision = '' } = parseTaskDefinitionName(to);
  if (family !== '' && /^[1-9]\d*$/.test(revision)) return [];
  const what = `--to: expected a revision as family:revision such as shop-web:41, or its ARN, got ${quote(to)}.`;
  return [
    {
      code: 'wrong-revision',
      place: {},
      what,
      next: 'aws ecs list-task-definitions --family-prefix=FAMILY lists them.'
    }
  ];
}

/** The settings of a command that only names services. */
export async function readServiceSettings({ flags, problems }: Given, host: ServiceMachine): Promise<Config> {
  return readConfig({ given: flags, givenFrom: 'flag', problems, purpose: 'service' }, host);
}

/** The services of the settings. Throws where none is named. */
export function listServices(config: Config): readonly RolloutConfig[] {
  const services = config.rollouts.map(({ rollout }) => rollout).filter(({ service }) => service !== undefined);
  if (services.length > 0) return services;
  throw new SlipwayError({
    code: 'no-service',
    fault: 'user',
    what: 'No service is named.',
    next: 'Give --service (and --cluster), or name it in slipway.yml.'
  });
}
