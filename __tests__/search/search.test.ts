import { describe, expect, it } from '@jest/globals';

import { ALL_CASES, listCases, makeCase } from './cases.js';
import { describeFailure, runCases, summarize } from './searching.js';
import { STRATEGIES } from './stages.js';

/** Smaller than the number of places, so that each move of each strategy is there at least once. */
const STRIDE = 29;
const MINUTES = 600_000;
const chosen = process.env['SLIPWAY_SEARCH_CASE'];

describe('runs among others', () => {
  if (chosen === undefined) searchPart();
  else searchOne(Number(chosen));
});

function searchPart(): void {
  it(
    'keep the invariants in a part of the search',
    async () => {
      const numbers = Array.from({ length: Math.ceil(ALL_CASES / STRIDE) }, (_, index) => index * STRIDE);
      const started = performance.now();
      const results = await runCases(numbers);
      process.stdout.write(`Search, a part: ${summarize(results, performance.now() - started)}\n`);
      expect(new Set(results.map(({ test }) => `${test.strategy} ${test.other}`)).size).toBe(
        STRATEGIES.flatMap(strategy => [...listCases(strategy).keys()]).length
      );
      expect(results.flatMap(describeFailure)).toEqual([]);
    },
    MINUTES
  );

  it(
    'go the same way for the same number',
    async () => {
      const numbers = [1, 500, 1700, 2565, 2900];
      const [first, second] = [await runCases(numbers), await runCases(numbers)];
      const withoutIds = (results: typeof first) =>
        results.map(({ log }) =>
          log.filter(line => /^ *\d+\.\d\d /.test(line)).map(line => line.replace(/ \S*[A-Za-z0-9_-]{9,}\S*$/, ''))
        );
      expect(withoutIds(second)).toEqual(withoutIds(first));
      expect(first.every(({ log }) => log.length > 5)).toBe(true);
    },
    MINUTES
  );
}

/** `SLIPWAY_SEARCH_CASE=1234 npm test -- __tests__/search`: that one, with everything that happens in it. */
function searchOne(number: number): void {
  it(
    `case ${number}`,
    async () => {
      const [result] = await runCases([number]);
      process.stdout.write(`${JSON.stringify(makeCase(number))}\n${result?.log.join('\n') ?? ''}\n`);
      expect(result === undefined ? [] : describeFailure(result)).toEqual([]);
    },
    MINUTES
  );
}
