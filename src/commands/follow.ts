import { SlipwayError } from '../errors.js';
import { inMemoryCleanupStore } from '../host/console.js';
import { EXIT_CODES, worstOf } from '../outcome.js';
import { listOutputs, type RunReport, type ServiceReport } from '../report/outputs.js';
import { logRun } from '../report/run-summary.js';
import { connectWorld, readConfig, type Host } from '../run.js';
import { followDeployments } from '../steps/follow.js';
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
  const followed = await followDeployments({ ...config, continue: word }, context);
  const reports = followed.map(({ target, rollout }): ServiceReport => {
    return { artifacts: undefined, target, taskDefinitionArn: rollout.taskDefinitionArn, rollout };
  });
  const [first] = reports;
  const reached: RunReport = {
    region: config.region,
    outcome: worstOf(followed.map(({ rollout }) => rollout.verdict)),
    images: [],
    artifacts: undefined,
    target: first?.target,
    taskDefinitionArn: first?.taskDefinitionArn,
    rollout: first?.rollout,
    services: reports.length > 1 ? reports : []
  };
  await logRun(reached, host.reporter);
  if (json === 'true') write(`${JSON.stringify(listOutputs(reached), undefined, 2)}\n`);
  return EXIT_CODES[reached.outcome];
}
