import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { readArguments } from '../../src/commands/arguments.js';
import { CHECK } from '../../src/commands/catalog/check.js';
import { check } from '../../src/commands/check.js';
import { flagsOf } from '../../src/commands/flags.js';
import { CHAPTERS } from '../../src/commands/rule-docs.js';
import { systemFiles } from '../../src/host/files.js';
import { MISTAKES } from './mistake-table.js';

const FOLDER = join(import.meta.dirname, 'mistakes');
const CASES = MISTAKES.flatMap(({ number, cases }) => cases.map(one => ({ number, ...one })));

/** What `slipway check` writes in one of the folders. */
async function checkFolder(
  folder: string,
  argv: readonly string[]
): Promise<{ code: number; lines: readonly string[] }> {
  let out = '';
  const directory = join(FOLDER, folder);
  const code = await check({
    ...readArguments(argv, flagsOf(CHECK)),
    files: systemFiles(tmpdir(), directory),
    environment: {},
    directory,
    write: text => void (out += text),
    writeCommand: text => void (out += text)
  });
  return { code, lines: out.trimEnd().split('\n') };
}

describe('the mistakes that end deployments', () => {
  it.each(CASES)('$folder is told by $rule', async ({ folder, argv = [], rule, line }) => {
    const { code, lines } = await checkFolder(folder, argv);
    expect(lines).toContain(line);
    expect(line).toContain(` ${rule}: `);
    expect(code).toBe(line.includes(': error ') ? 2 : 0);
  });

  it.each(CASES)('$folder has no other error', async ({ folder, argv = [], line }) => {
    const { lines } = await checkFolder(folder, argv);
    const errors = lines.filter(other => other.includes(': error '));
    expect(errors.filter(other => other !== line)).toEqual([]);
  });

  it('are all there, each caught by a rule or with a word on where else', () => {
    expect(MISTAKES.map(({ number }) => number)).toEqual(Array.from({ length: 26 }, (_item, index) => index + 1));
    expect(MISTAKES.filter(({ cases, note }) => cases.length === 0 && note === undefined)).toEqual([]);
    expect(CASES.map(({ folder }) => folder).sort()).toEqual(readdirSync(FOLDER).sort());
    expect(CASES.filter(({ number, folder }) => Number(folder.slice(0, 2)) !== number)).toEqual([]);
    const rules = new Set<string>(CHAPTERS.flatMap(({ rules: some }) => some.map(({ name }) => name)));
    expect(CASES.filter(({ rule }) => !rules.has(rule))).toEqual([]);
  });
});
