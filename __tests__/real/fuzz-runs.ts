import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect } from '@jest/globals';

interface Result {
  readonly cases: number;
  /** The processor's time for the slowest case. */
  readonly slowest: { readonly milliseconds: number };
  /** The largest resident set of the process, in bytes. */
  readonly peak: number;
  readonly failures: readonly { readonly error: string }[];
}

const MOST_MILLISECONDS = 5000;
const MOST_BYTES = 300e6;

/** Checks so many made-up files, made from the good ones of these folders (none: the project's), without a crash, a hang or much memory. */
export function expectAllChecked(cases: number, folders: readonly string[]): void {
  const program = join(import.meta.dirname, 'fuzz', 'fuzz.mjs');
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, String(cases), '1', ...folders], {
    encoding: 'utf8',
    maxBuffer: 64e6
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const results = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Result);
  expect(results.flatMap(({ failures }) => failures)).toEqual([]);
  expect(results.reduce((sum, result) => sum + result.cases, 0)).toBe(cases);
  // A case that goes on for so long, or takes so much, is stuck: the usual one takes two milliseconds, the slowest half a second on a busy machine.
  expect(results.filter(({ slowest }) => slowest.milliseconds > MOST_MILLISECONDS)).toEqual([]);
  expect(results.filter(({ peak }) => peak > MOST_BYTES)).toEqual([]);
}
