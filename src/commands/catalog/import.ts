import { throwIfInvalid } from '../arguments.js';
import type { Command } from '../command.js';

export const IMPORT: Command = {
  name: 'import',
  group: 'Start, or migrate',
  summary: 'the slipway.yml equivalent to a buildspec',
  usage: 'buildspec FILE',
  description: [
    'Reads a buildspec without running it, and writes the equivalent slipway.yml: what it builds, tags and pushes, and the files that it passes to the deploy stage. Reports by line what settings cannot express. A variable of the CodeBuild project becomes a placeholder with a comment, unless --variable gives its value.'
  ],
  positionals: { max: 2, values: ['buildspec'], thenFiles: true },
  flags: [
    {
      name: 'output',
      kind: 'one',
      value: 'FILE',
      help: 'where to write slipway.yml; standard output by default'
    },
    {
      name: 'variable',
      kind: 'many',
      value: 'NAME=value',
      help: 'a variable of the CodeBuild project; repeat as needed'
    },
    {
      name: 'region',
      kind: 'one',
      value: 'REGION',
      help: 'the region, if the buildspec takes it from its environment'
    },
    { name: 'force', kind: 'switch', help: 'replaces an existing file' }
  ],
  settings: 'none',
  examples: [
    ['slipway import buildspec buildspec.yml', 'print it'],
    ['slipway import buildspec buildspec.yml --output=slipway.yml --variable=STAGE=dev', 'write it']
  ],
  run: async (given, context) => {
    throwIfInvalid(given);
    const { importFile } = await import('../import.js');
    const { flags, positionals } = given;
    const { environment } = context;
    return importFile({
      ...context,
      positionals,
      output: flags['output'],
      variables: flags['variable'],
      region: flags['region'] ?? environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'],
      force: flags['force'] === 'true'
    });
  }
};
