import type { Command } from '../command.js';

export const DIFF: Command = {
  name: 'diff',
  group: 'Look first',
  summary: 'differences between the task definition file and what runs',
  usage: '[--setting=value …]',
  description: [
    'Shows how the task definition file, with the settings applied, differs from the running task definition; prints nothing if they are equivalent. It only reads.'
  ],
  positionals: { max: 0, values: [] },
  flags: [{ name: 'json', kind: 'switch', help: 'prints the differences as JSON' }],
  settings: 'all',
  examples: [['slipway diff --environment=prod', 'did anyone change it by hand?']],
  exitCodes: '0 no differences, 1 differences, 2 the comparison was not possible, as diff(1) does.',
  run: async (given, { host: machine, write, paint }) => {
    const { showDiff } = await import('../plan.js');
    return showDiff(given, { host: await machine(), write, paint });
  }
};
