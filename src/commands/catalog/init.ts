import { PIPELINE_FLAGS, WORKFLOW_FLAGS } from '../../pipeline/pipeline-flags.js';
import type { Command } from '../command.js';

export const INIT: Command = {
  name: 'init',
  group: 'Start, or migrate',
  summary: 'slipway.yml and the files of a running service',
  usage: '--cluster=NAME --service=NAME [--service=NAME …]',
  description: [
    'Reads running services and writes files that describe them: slipway.yml, the task definition of each without the values that ECS filled in, and the AppSpec and deployment group of those that CodeDeploy deploys. Changes nothing in AWS.',
    'Afterwards slipway plan shows what a run would change: only the image that it builds.'
  ],
  positionals: { max: 0, values: [] },
  flags: [
    { name: 'cluster', kind: 'one', value: 'NAME', help: 'the cluster of all services' },
    {
      name: 'service',
      kind: 'many',
      value: 'NAME',
      help: 'once for each service; with several, file names start with the service name'
    },
    { name: 'region', kind: 'one', value: 'REGION', help: 'defaults to AWS_REGION' },
    { name: 'output', kind: 'one', value: 'FOLDER', help: 'the folder for the files' },
    { name: 'force', kind: 'switch', help: 'replaces existing files' },
    { name: 'dry-run', kind: 'switch', help: 'prints the files instead of writing them' },
    { name: 'workflow', kind: 'switch', help: 'also writes a GitHub workflow' },
    ...PIPELINE_FLAGS.filter(({ name }) => WORKFLOW_FLAGS.includes(name))
  ],
  settings: 'none',
  examples: [
    ['slipway init --cluster=shop --service=web --region=eu-west-1 --workflow', 'the files of a running service']
  ],
  run: async (given, { host: machine, write, writeError }) => {
    const { init } = await import('../init.js');
    return init({ ...given, host: await machine(), write, writeError });
  }
};
