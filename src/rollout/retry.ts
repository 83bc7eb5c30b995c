import { isThrottling, isTransient } from '../aws/errors.js';
import { unanswered } from '../errors.js';
import type { Clock } from '../ports.js';

const ATTEMPTS = 8;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 4_000;

/**
 * Repeats a call that only looks, or that may safely take effect twice, while what goes wrong may pass.
 *
 * The calls that a watch makes are hardly repeated by the SDK, whose back-off reaches 20 s for one call: the watch looks again
 * itself. Where such a call is made once, and something hangs on it, this is around it.
 *
 * @throws what the last attempt was rejected with; Cancelled where the run is cancelled, Unanswered where an earlier attempt may have taken effect
 */
export async function retryTransient<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  let unsure = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (attempt >= ATTEMPTS || !isTransient(error)) throw unsure ? unanswered(error) : error;
      const pause = Math.min(FIRST_PAUSE * 2 ** (attempt - 1), LONGEST_PAUSE);
      unsure ||= !isThrottling(error);
      await sleepUnsure(clock, pause * (0.5 + clock.random()), unsure);
    }
  }
}

/** Sleeps; a cancellation meanwhile rejects, and says whether an earlier attempt may have taken effect. */
export async function sleepUnsure(clock: Clock, milliseconds: number, unsure: boolean): Promise<void> {
  try {
    await clock.sleep(milliseconds);
  } catch (error) {
    throw unsure ? unanswered(error) : error;
  }
}
