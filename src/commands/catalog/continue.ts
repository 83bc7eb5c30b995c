import type { Command } from '../command.js';
import { JSON_OUTPUTS } from './common-flags.js';
import { DEPLOYMENT_HELP, followsDeployment } from './follow.js';

export const CONTINUE: Command = {
  name: 'continue',
  group: 'Deploy',
  summary: 'lets a deployment that waits go on, or back, and follows it',
  usage: '[ID] [--rollback] [--setting=value …]',
  description: [
    'Ends the wait of a deployment that is paused: at a PAUSE hook of ECS, or in Ready of CodeDeploy. Then follows it to its end. Only the pause that it is in now is ended; a later one waits for another word. A pause that a gate answers is left to it.',
    'Ctrl-C ends only the command: the deployment continues.'
  ],
  positionals: { max: 1, values: [], help: DEPLOYMENT_HELP },
  flags: [{ name: 'rollback', kind: 'switch', help: 'goes back to the previous version instead' }, JSON_OUTPUTS],
  settings: followsDeployment,
  examples: [
    ['slipway continue', 'the deployment of the service in slipway.yml'],
    ['slipway continue d-1A2B3C4D5 --rollback', 'goes back from the deployment that you name']
  ],
  exitCodes: 'those of ship; 3 after --rollback.',
  run: async ({ flags: { rollback, ...flags }, ...given }, { host: machine, write }) => {
    const { followFromCommand } = await import('../follow.js');
    return followFromCommand(
      { ...given, flags },
      rollback === 'true' ? 'rollback' : 'continue',
      await machine(),
      write
    );
  }
};
