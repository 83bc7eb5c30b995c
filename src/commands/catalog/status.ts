import type { Command } from '../command.js';

/** The settings that say which service, and where. */
export const NAMES_SERVICE = ['cluster', 'service', 'codedeploy-application', 'codedeploy-deployment-group'];

export const STATUS: Command = {
  name: 'status',
  group: 'Deploy',
  summary: 'what runs: deployments, tasks and recent events',
  usage: '[--cluster=NAME] [--service=NAME] [--setting=value …]',
  description: [
    "Shows a service's deployments (ECS's or CodeDeploy's), its running and stopped tasks, and its recent events. With services in slipway.yml and no --service, shows each of them. Changes nothing."
  ],
  positionals: { max: 0, values: [] },
  flags: [
    {
      name: 'json',
      kind: 'switch',
      help: "prints a list with one object for each service, in AWS's own names and values"
    }
  ],
  settings: (name, group) => NAMES_SERVICE.includes(name) || (group === 'where' && name !== 'dry-run'),
  examples: [
    ['slipway status', 'the services in slipway.yml'],
    ['slipway status --cluster=shop --service=web --region=eu-west-1', 'any service, without a file']
  ],
  run: async (given, { host: machine, write }) => {
    const { showStatus } = await import('../status-and-rollback.js');
    return showStatus(given, await machine(), write);
  }
};
