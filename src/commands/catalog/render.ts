import type { Command } from '../command.js';

export const RENDER: Command = {
  name: 'render',
  group: 'Look first',
  summary: 'the four files as a run would write them, without building',
  usage: '[--image=IMAGE] [--setting=value …]',
  description: [
    'Writes imagedefinitions.json, imageDetail.json, taskdefinition.json and appspec.yml as a run with these settings would, without building, pushing or changing anything. It calls AWS (read-only, with your credentials) only if necessary: for a task definition that is not a file, for the registry of a repository, and for an AppSpec made from the service.'
  ],
  positionals: { max: 0, values: [] },
  flags: [
    {
      name: 'registry',
      kind: 'one',
      value: 'HOST',
      help: 'the registry host of the repository, or an account id: ECR is not called'
    },
    {
      name: 'aws',
      kind: 'switch',
      help: 'always calls AWS: for the digest of an image, and for an AppSpec made from the service'
    },
    {
      name: 'output',
      kind: 'one',
      value: 'FOLDER',
      help: 'the folder for the files, instead of artifacts-directory'
    },
    { name: 'file', kind: 'one', value: 'NAME', help: 'prints this file and writes none' }
  ],
  settings: 'all',
  examples: [
    ['slipway render --image=nginx:1.29', 'all files'],
    ['slipway render --image=nginx:1.29 --file=taskdefinition.json', 'one file, to standard output']
  ],
  run: async (given, { host: machine, writeDocument }) => {
    const { render } = await import('../render.js');
    return render(given, await machine(), writeDocument);
  }
};
