import type { Command } from '../command.js';
import { JSON_OUTPUTS } from './common-flags.js';
import { NAMES_SERVICE } from './status.js';

const SHAPES_FOLLOWING = ['wait-for', 'wait-for-minutes', 'on-failure', 'fail-after', 'environment-url'];

/** The settings of a command that follows a deployment which is under way. */
export function followsDeployment(name: string, group: string): boolean {
  const isGate = name.startsWith('gate-');
  return [...NAMES_SERVICE, ...SHAPES_FOLLOWING].includes(name) || isGate || (group === 'where' && name !== 'dry-run');
}

/** What stands for a deployment on the command line. */
export const DEPLOYMENT_HELP = [
  ['ID', 'a deployment as the output deployment names it: d-1A2B3C4D5, or cluster/service/id; also the ARN']
] as const;

export const FOLLOW: Command = {
  name: 'follow',
  group: 'Deploy',
  summary: 'follows a deployment in progress to its end',
  usage: '[ID] [--setting=value …]',
  description: [
    'Follows a deployment that another run began, or a person, and ends with its outcome: for example one whose runner was lost. Without an ID it follows the deployment in progress of the service, or of each service in slipway.yml. on-failure and the gate of the settings count from here on: a gate whose pause is reached runs here.',
    'Ctrl-C ends only the command: the deployment continues.'
  ],
  positionals: { max: 1, values: [], help: DEPLOYMENT_HELP },
  flags: [JSON_OUTPUTS],
  settings: followsDeployment,
  examples: [
    ['slipway follow', 'the deployments in progress of the services in slipway.yml'],
    ['slipway follow shop/web/Xk2Qm9bT3rLw8sYc', 'the deployment that you name']
  ],
  exitCodes: 'those of ship.',
  run: async (given, { host: machine, write }) => {
    const { followFromCommand } = await import('../follow.js');
    return followFromCommand(given, 'no', await machine(), write);
  }
};
