import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';

import { ENVIRONMENT } from '../simulation/machine.js';
import { listCases, makeCase } from './cases.js';
import { runCase, type Result } from './run-case.js';
import type { Strategy } from './stages.js';

/** In virtual time a case takes some hundredths of a second of a machine's own, and a busy machine takes what it takes. */
const PATIENCE = 1_800_000;

/** The tests of one strategy: all that others may do, each at all places between two requests. */
export function searchStrategy(strategy: Strategy): void {
  const started = performance.now();
  const found: Result[] = [];
  describe(`a run (${strategy}) among others`, () => {
    it.each([...listCases(strategy)])(
      '%s',
      async (_other, numbers) => {
        const results = await runCases(numbers);
        found.push(...results);
        expect(results.flatMap(describeFailure)).toEqual([]);
        // The other's move was made in most of them: it was a search.
        expect(results.filter(({ moved }) => moved).length).toBeGreaterThan(numbers.length / 2);
      },
      PATIENCE
    );
    afterAll(() => {
      process.stdout.write(`Search, ${strategy}: ${summarize(found, performance.now() - started)}\n`);
    });
  });
}

/** Runs these cases one after the other. */
export async function runCases(numbers: readonly number[]): Promise<readonly Result[]> {
  // Jest gives each test file an environment of its own.
  Object.assign(process.env, ENVIRONMENT);
  const folder = mkdtempSync(join(tmpdir(), 'slipway-search-'));
  const results: Result[] = [];
  try {
    for (const number of numbers) results.push(await runCase(makeCase(number), folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return results;
}

/** `300 cases, 280 moves, 8000 requests, 12 s, 0 failures` */
export function summarize(results: readonly Result[], milliseconds: number): string {
  const moves = results.filter(({ moved }) => moved).length;
  const requests = results.reduce((sum, each) => sum + each.requests, 0);
  const failures = results.flatMap(describeFailure).length;
  const seconds = Math.round(milliseconds / 1000);
  return `${results.length} cases, ${moves} moves, ${requests} requests, ${seconds} s, ${failures} failures`;
}

/** What broke an invariant, with the command that makes it again. */
export function describeFailure({ test, problems, outcomes }: Result): readonly string[] {
  if (problems.length === 0) return [];
  const { number, ...rest } = test;
  return [
    [
      `SLIPWAY_SEARCH_CASE=${number} npm test -- __tests__/search: ${outcomes.join(', ')}`,
      ...problems.map(({ run, invariant, what }) => `  ${run}: ${invariant}: ${what}`),
      `  ${JSON.stringify(rest)}`
    ].join('\n')
  ];
}
