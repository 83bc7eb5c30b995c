import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

interface Result {
  readonly cases: number;
  /** The processor's time for the slowest case. */
  readonly slowest: { readonly milliseconds: number };
  /** The largest resident set of the process, in bytes. */
  readonly peak: number;
  readonly failures: readonly { readonly error: string }[];
}

const MOST_MILLISECONDS = 1000;
const MOST_BYTES = 300e6;

it('takes 100,000 files that nobody means without a crash, a hang or much memory', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'fuzz', 'fuzz.mjs')], {
    encoding: 'utf8',
    maxBuffer: 64e6
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const results = stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Result);
  expect(results.flatMap(({ failures }) => failures)).toEqual([]);
  expect(results.reduce((sum, { cases }) => sum + cases, 0)).toBe(100_000);
  // A case that goes on for so long, or takes so much, is stuck: the usual one takes two milliseconds.
  expect(results.filter(({ slowest }) => slowest.milliseconds > MOST_MILLISECONDS)).toEqual([]);
  expect(results.filter(({ peak }) => peak > MOST_BYTES)).toEqual([]);
}, 600_000);
