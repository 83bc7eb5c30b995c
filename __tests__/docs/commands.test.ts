import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { CALLS, complaintsAboutCall, shellLines } from './command-lines.js';
import { pageOf, ROOT } from './pages.js';
import { COMMAND_PAGE_COMMANDS, README_COMMANDS } from './readme-commands.js';

describe('the command lines', () => {
  it('are many', () => {
    expect(CALLS.length).toBeGreaterThan(60);
  });

  it.each(CALLS.map(({ at, line }) => [at, line] as const))('%s: %s', async (_, line) => {
    expect(await complaintsAboutCall(line)).toEqual([]);
  });

  it.each([
    ['slipway shipp', 'There is no command shipp.'],
    ['slipway plan --enviroment=prod', 'Did you mean --environment?'],
    ['node dist/cli/index.js generate buildspecs', 'generate does not take buildspecs.'],
    ['slipway ship --wait-for=steady', '--wait-for'],
    ['slipway init --cluster=a b', 'init does not take one more: b.']
  ])('would be found wrong: %s', async (line, complaint) => {
    expect((await complaintsAboutCall(line)).join('\n')).toContain(complaint);
  });
});

describe.each([
  ['README.md', README_COMMANDS],
  ['docs/command.md', COMMAND_PAGE_COMMANDS]
] as const)('the commands of %s', (path, commands) => {
  const shown = pageOf(path)
    .blocks.filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => shellLines(text));

  it('are each executed by a test, or listed with the reason why not', () => {
    expect(commands.map(({ line }) => line)).toEqual(shown);
  });

  it.each(commands.flatMap(({ line, by }) => (by === undefined ? [] : [[line, by] as const])))(
    '%s is executed by %s',
    (line, by) => {
      expect(readFileSync(join(ROOT, by.file), 'utf8')).toContain(by.says ?? line);
    }
  );
});
