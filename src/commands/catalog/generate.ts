import { PIPELINE_FLAGS } from '../../pipeline/pipeline-flags.js';
import type { Command } from '../command.js';

export const GENERATE: Command = {
  name: 'generate',
  group: 'Start, or migrate',
  summary: 'buildspec, pipeline, workflow and policies from the same settings',
  usage: 'buildspec|pipeline|workflow|iam|all [--setting=value …]',
  description: [
    "Writes other ways to ship the project into this folder, from the project's settings and files. Keep the settings in slipway.yml."
  ],
  positionals: {
    max: 1,
    values: ['buildspec', 'pipeline', 'workflow', 'iam', 'all'],
    help: [
      [
        'buildspec',
        'buildspec.yml for CodeBuild (dev.buildspec.yml with --environment=dev): the same build, tags and push, and the same four files, byte for byte. Regenerating keeps what was added to it: variables, secrets, phases, reports, cache'
      ],
      ['pipeline', 'pipeline.yml: the CodePipeline around it, as a CloudFormation template'],
      [
        'workflow',
        '.github/workflows/deploy.yml: a GitHub workflow that ships with this Action. Its name includes the environment and the folder of the settings: dev.deploy-services-api.yml'
      ],
      [
        'iam',
        'iam/*.json: least-privilege and trust policies for these settings; iam/checksums.txt tells whether somebody edited them'
      ],
      ['all', 'all of these']
    ]
  },
  flags: [
    {
      name: 'output',
      kind: 'one',
      value: 'FOLDER',
      help: 'the folder for the files (the workflow of all stays in .github/workflows), or, for a workflow alone, its file'
    },
    {
      name: 'check',
      kind: 'switch',
      help: 'writes nothing, and exits with 1 if a file is missing or out of date'
    },
    {
      name: 'force',
      kind: 'switch',
      help: 'replaces files that Slipway did not make, made for another project, or somebody edited'
    },
    ...PIPELINE_FLAGS
  ],
  settings: 'all',
  examples: [
    ['slipway generate iam --github-repository=shop/web', 'the role for a workflow of shop/web'],
    ['slipway generate all --check', 'in CI: is everything up to date?']
  ],
  exitCodes: '0 written or up to date, 1 out of date (--check), 2 invalid settings or files.',
  run: async (given, context) => {
    const { flagsOf } = await import('../flags.js');
    const { generate } = await import('../generate.js');
    return generate({
      ...context,
      arguments: given,
      command: { own: GENERATE.flags, all: flagsOf(GENERATE) },
      warn: (text, place) => context.reporter.warn(text, place)
    });
  }
};
