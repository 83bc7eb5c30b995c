import { describe, expect, it } from '@jest/globals';

import { Cancelled, Unanswered } from '../src/errors.js';
import type { Clock } from '../src/ports.js';
import { retry } from '../src/retry.js';

/** A clock that turns while somebody sleeps, and remembers how long each sleep was. */
function turnedClock(chance: readonly number[] = []): Clock & { readonly sleeps: readonly number[] } {
  const sleeps: number[] = [];
  const chances = [...chance];
  let now = 0;
  return {
    sleeps,
    now: () => now,
    random: () => chances.shift() ?? 0.5,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      sleeps.push(milliseconds);
      now += milliseconds;
    }
  };
}

/** Attempts that each do the next of these: an Error is thrown, anything else is the answer. The last stays. */
function attemptsOf(...results: readonly unknown[]): (() => Promise<unknown>) & { made: number } {
  const attempt = async (): Promise<unknown> => {
    const result = results[Math.min(attempt.made, results.length - 1)];
    attempt.made += 1;
    if (result instanceof Error) throw result;
    return result;
  };
  attempt.made = 0;
  return attempt;
}

const busy = new Error('busy');
const broken = new Error('broken');
const isTransient = (error: unknown): boolean => error === busy;
const isPending = (value: unknown): boolean => value === undefined;

describe('retry', () => {
  it.each([
    ['an answer ends it', {}, ['yes'], 'yes', []],
    ['an error that passes is tried again', { isTransient }, [busy, busy, 'yes'], 'yes', [100, 100]],
    ['an error that stays ends it', { isTransient }, [busy, broken], broken, [100]],
    ['no error is tried again where none is said to pass', {}, [busy, 'yes'], busy, []],
    ['the last attempt is thrown', { isTransient, attempts: 3 }, [busy, busy, busy, 'yes'], busy, [100, 100]],
    ['one attempt waits for nothing', { isTransient, attempts: 1 }, [busy], busy, []],
    ['an answer that is pending is asked again', { isPending }, [undefined, undefined, 'yes'], 'yes', [100, 100]],
    ['the last pending answer is given', { isPending, attempts: 3 }, [undefined], undefined, [100, 100]],
    ['both are counted together', { isPending, isTransient, attempts: 3 }, [undefined, busy, 'yes'], 'yes', [100, 100]],
    ['an error while pending ends it', { isPending }, [undefined, broken], broken, [100]],
    ['no attempt begins after the deadline', { isPending, deadline: 250 }, [undefined], undefined, [100, 100]],
    ['one begins at the deadline', { isPending, deadline: 200 }, [undefined, undefined, 'yes'], 'yes', [100, 100]]
  ])('%s', async (_name, options, results, end, sleeps) => {
    const clock = turnedClock();
    const attempt = attemptsOf(...results);
    const running = retry({ clock, pauses: { first: 100 }, ...options }, attempt);
    if (end instanceof Error) await expect(running).rejects.toBe(end);
    else expect(await running).toBe(end);
    expect(clock.sleeps).toEqual(sleeps);
    expect(attempt.made).toBe(sleeps.length + 1);
  });

  it.each([
    ['equal', { first: 100 }, [100, 100, 100]],
    ['doubling', { first: 100, factor: 2 }, [100, 200, 400]],
    ['up to the longest', { first: 100, factor: 2, longest: 250 }, [100, 200, 250]],
    ['with a jitter of a quarter', { first: 100, factor: 2, jitter: 0.25 }, [75, 200, 500]]
  ])('waits %s', async (_name, pauses, sleeps) => {
    const clock = turnedClock([0, 0.5, 1]);
    await retry({ clock, attempts: 4, pauses, isPending }, attemptsOf(undefined));
    expect(clock.sleeps).toEqual(sleeps);
  });

  it('tells of each failure that is tried again, and not of the last', async () => {
    const told: unknown[] = [];
    const options = { isTransient, attempts: 3, onFailure: (error: unknown) => told.push(error) };
    await expect(retry({ clock: turnedClock(), pauses: { first: 1 }, ...options }, attemptsOf(busy))).rejects.toBe(
      busy
    );
    expect(told).toEqual([busy, busy]);
  });

  it.each([
    ['with its own reason', {}, Cancelled],
    ['as unanswered where an attempt may have taken effect', { isUnsure: () => true }, Unanswered]
  ])('a wait that is cancelled rejects %s', async (_name, options, kind) => {
    const signal = AbortSignal.abort(new Cancelled('SIGINT'));
    const attempt = attemptsOf(undefined);
    const error: unknown = await retry(
      { clock: turnedClock(), signal, pauses: { first: 1 }, isPending, ...options },
      attempt
    ).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error instanceof Unanswered).toBe(kind === Unanswered);
    expect(attempt.made).toBe(1);
  });
});
