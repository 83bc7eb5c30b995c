import type { Command } from '../command.js';
import { JSON_OUTPUTS } from './common-flags.js';
import { NAMES_SERVICE } from './status.js';

const SHAPES_ROLLOUT = ['codedeploy-deployment-config', 'wait-for', 'wait-for-minutes', 'on-failure', 'fail-after'];

export const ROLLBACK: Command = {
  name: 'rollback',
  group: 'Deploy',
  summary: 'deploys the previous version and follows the deployment',
  usage: '[--to=FAMILY:REVISION] [--setting=value …]',
  description: [
    'Goes back to the previous version and follows that deployment to its end. It stops a deployment in progress, no matter who started it, and has AWS roll it back. Otherwise it deploys the last revision that was deployed successfully and is not running now, so a second rollback returns to the newer revision. With CodeDeploy it reuses the AppSpec of that deployment.',
    'Ctrl-C ends only the command: the rollback continues.'
  ],
  positionals: { max: 0, values: [] },
  flags: [
    {
      name: 'to',
      kind: 'one',
      value: 'FAMILY:REVISION',
      help: 'the revision to deploy, instead of the previous one'
    },
    JSON_OUTPUTS
  ],
  settings: (name, group) =>
    [...NAMES_SERVICE, ...SHAPES_ROLLOUT].includes(name) || (group === 'where' && name !== 'dry-run'),
  examples: [
    ['slipway rollback', 'the service in slipway.yml'],
    ['slipway rollback --cluster=shop --service=web --to=shop-web:41', 'to the revision that you name']
  ],
  exitCodes: '0 the earlier version is running; the others are those of ship.',
  run: async (given, { host: machine, write }) => {
    const { rollbackCommand: goBack } = await import('../status-and-rollback.js');
    return goBack(given, await machine(), write);
  }
};
