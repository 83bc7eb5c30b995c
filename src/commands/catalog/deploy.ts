import { isDeploySetting } from '../../config/deploy-settings.js';
import type { Command } from '../command.js';
import { JSON_OUTPUTS } from './common-flags.js';

export const DEPLOY: Command = {
  name: 'deploy',
  group: 'Deploy',
  summary: 'deploy the four files that a build wrote, and follow to the end',
  usage: '[DIRECTORY] [--setting=value …]',
  description: [
    'The second half of slipway ship alone, for another machine or a later time: takes taskdefinition.json, appspec.yml, imagedefinitions.json and imageDetail.json as the Action or a generated buildspec wrote them (default: artifacts-directory), registers, runs the task before the rollout, deploys and follows. Builds and pushes nothing: settings of images are ignored, and what settings change in a task definition has been changed in the file. Prints the outputs as name=value.',
    "In CodeBuild, role-to-assume is ignored too: the project's role deploys."
  ],
  positionals: { max: 1, values: 'files' },
  flags: [
    JSON_OUTPUTS,
    {
      name: 'export',
      kind: 'one',
      value: 'FILE',
      help: 'writes the outputs and the reason into this file as shell variables: OUTCOME, REASON, TASK_DEFINITION_ARN'
    },
    { name: 'summary-file', kind: 'one', value: 'FILE', help: 'writes the job summary (Markdown) into this file' },
    {
      name: 'cleanup-record',
      kind: 'one',
      value: 'FILE',
      help: 'notes in this file what has to be undone if this run is killed'
    },
    {
      name: 'clean-up',
      kind: 'switch',
      help: 'deploys nothing: undoes what a killed run noted in --cleanup-record, as on-cancel says'
    }
  ],
  settings: isDeploySetting,
  examples: [
    ['slipway deploy', 'what slipway-artifacts holds'],
    ['slipway deploy build --environment=prod', 'the files in build, with the settings of prod']
  ],
  run: async (given, { host: machine, write }) => {
    const { deployFromCommand } = await import('../deploy.js');
    return deployFromCommand(given, await machine(), write);
  }
};
