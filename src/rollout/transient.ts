import { isThrottling, isTransient } from '../aws/errors.js';
import { unanswered } from '../errors.js';
import type { Clock } from '../ports.js';
import { retry } from '../retry.js';

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
  const repeated = retry(
    {
      clock,
      attempts: 8,
      pauses: { first: 500, factor: 2, longest: 4_000, jitter: 0.5 },
      isTransient,
      onFailure: error => {
        unsure ||= !isThrottling(error);
      }
    },
    call
  );
  return repeated.catch((error: unknown) => {
    throw unsure ? unanswered(error) : error;
  });
}
