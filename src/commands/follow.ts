import { SlipwayError } from '../errors.js';
import { inMemoryCleanupStore } from '../host/console.js';
import { EXIT_CODES } from '../outcome.js';
import { listOutputs } from '../report/outputs.js';
import { RunProgress } from '../report/run-progress.js';
import { logRun } from '../report/run-summary.js';
import { connectWorld, readConfig, type Host } from '../run.js';
import { follow } from '../ship.js';
import type { Config } from '../config/config.js';
import type { Arguments } from './arguments.js';

type Given = Pick<Arguments, 'flags' | 'positionals' | 'problems'>;

/**
 * `slipway follow` and `slipway continue`: follows a deployment that is under way, the one that is named or that of each service of the
 * settings. With `--json` the outputs are written, by the names that they have in the Action. Resolves with the exit code.
 *
 * @param word what is done with a deployment that waits
 */
export async function followFromCommand(
  { flags: { json, ...flags }, positionals, problems }: Given,
  word: Config['continue'],
  host: Omit<Host, 'cleanupStore'>,
  write: (text: string) => void
): Promise<number> {
  const [named = flags['deployment'] ?? ''] = positionals;
  // Who cancels this lets go of it: the deployment is not this command's.
  const given = { ...flags, ...(named === '' ? {} : { deployment: named }), 'on-cancel': 'leave' };
  const config = await readConfig({ given, givenFrom: 'flag', problems, purpose: 'service' }, host);
  const context = connectWorld(config, { ...host, cleanupStore: inMemoryCleanupStore(new Map()) });
  const services = config.rollouts.filter(({ rollout }) => rollout.service !== undefined);
  if (word !== 'no' && named === '' && services.length > 1) {
    throw new SlipwayError({
      code: 'several-services',
      fault: 'user',
      what: `One deployment is continued at a time, and the settings name ${services.length} services.`,
      next: 'Name the deployment, or the service with --service.'
    });
  }
  const progress = new RunProgress(config.region, host.clock);
  await follow({ ...config, continue: word }, context, progress);
  const reached = progress.report;
  await logRun(reached, host.reporter);
  if (json === 'true') write(`${JSON.stringify(listOutputs(reached), undefined, 2)}\n`);
  return EXIT_CODES[reached.outcome];
}
