import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as toolkit from '@actions/core';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import * as ours from '../../src/host/workflow-commands.js';

const AWKWARD = 'a, b: 100%\r\n::error::c\n%0A\u001b[31m';
const before = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-commands-'));
});
afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

/** What is printed meanwhile. */
async function collect(body: () => unknown): Promise<string> {
  let printed = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += String(text);
    return true;
  });
  try {
    await body();
    return printed;
  } finally {
    write.mockRestore();
  }
}

/** The mark of an entry is another one each time. */
function withoutMark(text: string): string {
  return text.replace(/ghadelimiter_[\da-f-]{36}/g, 'ghadelimiter');
}

describe("workflow commands, beside GitHub's own library", () => {
  it.each([
    ['a line', () => ours.info(AWKWARD), () => toolkit.info(AWKWARD)],
    ['a line for debugging', () => ours.debug(AWKWARD), () => toolkit.debug(AWKWARD)],
    ['a warning', () => ours.warning(AWKWARD), () => toolkit.warning(AWKWARD)],
    ['an error', () => ours.error(AWKWARD), () => toolkit.error(AWKWARD)],
    [
      'an error with its place',
      () => ours.error('a', { file: 'x,y:z%.json', line: 3, col: 7 }),
      () => toolkit.error('a', { file: 'x,y:z%.json', startLine: 3, startColumn: 7 })
    ],
    [
      'a warning of a file',
      () => ours.warning('a', { file: 'x.json', line: undefined }),
      () => toolkit.warning('a', { file: 'x.json' })
    ],
    ['a group', () => ours.startGroup(AWKWARD), () => toolkit.startGroup(AWKWARD)],
    ["a group's end", () => ours.endGroup(), () => toolkit.endGroup()],
    ['a secret', () => ours.setSecret(AWKWARD), () => toolkit.setSecret(AWKWARD)],
    [
      'an output, for a runner that names no file',
      () => ours.setOutput('a', AWKWARD),
      () => toolkit.setOutput('a', AWKWARD)
    ]
  ])('%s is the same', async (_name, mine, theirs) => {
    for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) Reflect.deleteProperty(process.env, name);
    const printed = await collect(mine);
    expect(printed).not.toBe('');
    expect(printed).toBe(await collect(theirs));
  });

  it.each([
    ['an output', 'GITHUB_OUTPUT', () => ours.setOutput('a', AWKWARD), () => toolkit.setOutput('a', AWKWARD)],
    [
      'a state',
      'GITHUB_STATE',
      () => ours.saveState('a', { b: AWKWARD }),
      () => toolkit.saveState('a', { b: AWKWARD })
    ],
    [
      'a summary',
      'GITHUB_STEP_SUMMARY',
      () => ours.appendSummary(AWKWARD),
      () => toolkit.summary.addRaw(AWKWARD, true).write()
    ]
  ])('%s is added to its file in the same way', async (_name, variable, mine, theirs) => {
    const written: string[] = [];
    for (const [name, command] of [
      ['mine', mine],
      ['theirs', theirs]
    ] as const) {
      process.env[variable] = join(folder, name);
      writeFileSync(join(folder, name), 'before\n');
      expect(await collect(command)).toBe('');
      written.push(withoutMark(readFileSync(join(folder, name), 'utf8')));
    }
    expect(written[0]).toMatch(/^before\n[^]+\n$/);
    expect(written[0]).toBe(written[1]);
  });

  it('reads a state', () => {
    process.env['STATE_a'] = 'b';
    expect([ours.getState('a'), ours.getState('c')]).toEqual(['b', '']);
    expect([toolkit.getState('a'), toolkit.getState('c')]).toEqual(['b', '']);
  });

  it.each([
    ['GITHUB_OUTPUT', () => ours.setOutput('a', 'b')],
    ['GITHUB_STATE', () => ours.saveState('a', 'b')],
    ['GITHUB_STEP_SUMMARY', () => ours.appendSummary('a')]
  ])('makes no file that the runner did not make (%s)', async (variable, command) => {
    const path = join(folder, 'nowhere');
    process.env[variable] = path;
    await expect((async () => command())()).rejects.toThrow(path);
    expect(existsSync(path)).toBe(false);
  });
});
