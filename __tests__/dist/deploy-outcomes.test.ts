import { beforeAll, describe, expect, it } from '@jest/globals';

import { deployRow, type DeployRun } from './deploy-rows.js';
import { ROWS, scaleOf, type OutcomeRow } from './outcome-rows.js';
import { withSandbox } from './sandbox.js';

const AT_ONCE = 10;
/** The others differ by what AWS does, which is the same for both halves of the job. */
const OUTCOMES = ['steady', 'crash', 'cannot pull', 'no capacity', 'superseded', 'stopped by hand', 'early success'];
const CHOSEN = ROWS.filter(({ outcome }) => OUTCOMES.includes(outcome));

describe('slipway deploy ends as the Action does, by the same table', () => {
  const runs = new Map<OutcomeRow, DeployRun>();
  const errors = new Map<OutcomeRow, unknown>();

  beforeAll(async () => {
    const waiting = CHOSEN.toSorted((one, other) => scaleOf(one) - scaleOf(other));
    const work = async (): Promise<void> => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        const current = row;
        await withSandbox(async sandbox => void runs.set(current, await deployRow(current, sandbox)), {
          scale: scaleOf(current)
        }).catch((error: unknown) => void errors.set(current, error));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }, 900_000);

  it.each(CHOSEN.map(row => [`${row.strategy}: ${row.outcome}`, row] as const))('%s', (_title, row) => {
    if (errors.has(row)) throw errors.get(row);
    const run = runs.get(row);
    const log = `${run?.stdout ?? ''}${run?.stderr ?? ''}`;
    expect({ verdict: run?.outputs['outcome'], exitCode: run?.exitCode, log }).toEqual({
      verdict: row.verdict,
      exitCode: row.exitCode,
      log
    });
    expect(run?.says).toMatch(row.says);
  });
});
