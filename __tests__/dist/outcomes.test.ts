import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { renderOutcomes } from './outcome-docs.js';
import { ROWS, runRow, scaleOf, type OutcomeRow, type RowRun } from './outcome-rows.js';
import { ROOT, withSandbox } from './sandbox.js';

const PAGE = join(ROOT, 'docs', 'outcomes.md');
/** `npm run docs:outcomes` sets it: then the page is written from these runs, and not compared. */
const WRITES = process.env['SLIPWAY_WRITE_OUTCOMES'] === 'true';
const AT_ONCE = 16;
/** With expired credentials nobody can take a deployment back, and the post step says so. */
const POST_EXIT_CODES: Readonly<Record<string, number>> = { steady: 0, 'credentials expire midway': 1 };
const titleOf = ({ strategy, outcome }: OutcomeRow): string => `${strategy}: ${outcome}`;

describe('every strategy with every outcome, by the bundle', () => {
  const runs = new Map<OutcomeRow, RowRun>();
  const errors = new Map<OutcomeRow, unknown>();

  beforeAll(async () => {
    // The slowest first: nothing waits for them at the end.
    const waiting = ROWS.toSorted((one, other) => scaleOf(one) - scaleOf(other));
    const work = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        const current = row;
        await withSandbox(async sandbox => void runs.set(current, await runRow(current, sandbox)), {
          scale: scaleOf(current)
        }).catch((error: unknown) => void errors.set(current, error));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }, 900_000);

  afterAll(() => {
    if (WRITES) writeFileSync(PAGE, renderOutcomes(ROWS.flatMap(row => ({ row, run: runs.get(row) }))));
  });

  it.each(ROWS.map(row => [titleOf(row), row] as const))('%s', (_title, row) => {
    if (errors.has(row)) throw errors.get(row);
    const run = runs.get(row);
    const told = { verdict: run?.verdict, exitCode: run?.exitCode, log: run?.log };
    expect(told).toEqual({ verdict: row.verdict, exitCode: row.exitCode, log: run?.log });
    expect(run?.says).toMatch(row.says);
    expect(run?.leftInTemporary).toEqual([]);
    // Null: the main step left nothing for a post step.
    expect(run?.postExitCode).toBe(POST_EXIT_CODES[row.outcome] ?? null);
  });
});

const describePage = WRITES ? () => undefined : describe;
describePage('docs/outcomes.md', () => {
  const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8').replace(/ +/g, ' ') : '';
  it.each(ROWS.map(row => [titleOf(row), row] as const))('tells how it ends: %s', (_title, row) => {
    expect(page).toContain(`| ${row.strategy} | ${row.outcome} | \`${row.verdict}\` | ${row.exitCode} |`);
    const start = page.indexOf(`### ${titleOf(row)}\n`);
    const part = page.slice(start, page.indexOf('\n### ', start + 1) >>> 0);
    expect(start).toBeGreaterThan(0);
    expect(/```text\n([^]*?)\n```/.exec(part)?.[1] ?? '').toMatch(row.says);
  });
});
