import type { Command } from '../command.js';

export const CHECK: Command = {
  name: 'check',
  group: 'Look first',
  summary: 'mistakes in every file the settings name, offline, by line',
  usage: '[FILE…] [--setting=value …]',
  description: [
    'Finds mistakes before anything is built or changed, without calling AWS: everything a run checks first, and more. Without files it checks slipway.yml under each of its environments, the task definitions, AppSpecs and Dockerfiles that the settings name, and the buildspecs beside them; without slipway.yml it checks files by their usual names. It needs neither region nor service. With files it checks those by their kind, and AppSpecs against the only task definition among them.',
    'Prints one line for each finding: file:line:column: severity rule: path: what is wrong, and how to fix it. docs/rules.md lists the rules. In a GitHub workflow each finding is also an annotation on its line.'
  ],
  positionals: { max: Infinity, values: 'files' },
  flags: [
    {
      name: 'deploy-provider',
      kind: 'one',
      value: 'NAME',
      help: "ECS or CodeDeployToECS, the provider of the pipeline's deploy action: checks a buildspec's artifacts against it"
    },
    { name: 'json', kind: 'switch', help: 'prints the findings as JSON' }
  ],
  settings: 'all',
  examples: [
    ['slipway check', 'everything that slipway.yml names'],
    ['slipway check taskdefinition.json appspec.yml', 'these two, and whether they fit together']
  ],
  exitCodes: '0 no errors (warnings are allowed), 2 errors.',
  run: async (given, context) => {
    const { check } = await import('../check.js');
    return check({ ...given, ...context });
  }
};
