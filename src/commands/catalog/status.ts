import type { Command } from '../command.js';

/** The settings that say which service, and where. */
export const NAMES_SERVICE = ['cluster', 'service', 'codedeploy-application', 'codedeploy-deployment-group'];

export const STATUS: Command = {
  name: 'status',
  group: 'Deploy',
  summary: 'what runs: deployments, tasks and recent events',
  usage: '[--watch] [--cluster=NAME] [--service=NAME] [--setting=value …]',
  description: [
    "Shows a service's deployments (ECS's or CodeDeploy's), the course of the last one from what AWS still knows of it, its running and stopped tasks, and its recent events. With services in slipway.yml and no --service, shows each of them. Changes nothing.",
    'With --watch it goes on: phases, tasks of each version, traffic, events, and what is waited for, redrawn in place; one deployment after another, until Ctrl-C. Without a terminal, and in a CI job, it adds lines as something changes; with --json, one object per line. To wait for the end of a deployment and get its exit code, use slipway follow.'
  ],
  positionals: { max: 0, values: [] },
  flags: [
    {
      name: 'json',
      kind: 'switch',
      help: "prints a list with one object for each service, in AWS's own names and values"
    },
    { name: 'watch', kind: 'switch', help: 'shows the service as it changes, until Ctrl-C' }
  ],
  settings: (name, group) => NAMES_SERVICE.includes(name) || (group === 'where' && name !== 'dry-run'),
  examples: [
    ['slipway status', 'the services in slipway.yml'],
    ['slipway status --watch', 'the same as it changes'],
    ['slipway status --cluster=shop --service=web --region=eu-west-1', 'any service, without a file']
  ],
  exitCodes: '0 also after Ctrl-C; 1 where the service was deleted while it was watched.',
  run: async (given, { host: machine, write, openScreen, paint, lost }) => {
    const { watch, ...flags } = given.flags;
    if (watch === 'true') {
      const { watchStatus } = await import('../watch-status.js');
      return watchStatus({ ...given, flags }, await machine(), { write, openScreen, paint, lost });
    }
    const { showStatus } = await import('../status-and-rollback.js');
    return showStatus({ ...given, flags }, await machine(), write);
  }
};
