import { isThrottling, isTransient } from '../aws/errors.js';
import { Cancelled, Unanswered, unanswered } from '../errors.js';
import type { Clock } from '../ports.js';
import { retry } from '../retry.js';
import { retryTransient } from './transient.js';

interface OneTimeCall<T> {
  readonly clock: Clock;
  /** Makes the call, without any retry below it. */
  readonly send: () => Promise<T>;
  /** Looks whether an earlier attempt took effect although its answer got lost; undefined where it did not. */
  readonly find: () => Promise<T | undefined>;
}

/** Some two minutes of refusals: an account that is throttled hard lets every call through sooner than that. */
const ATTEMPTS = 12;
/** AWS's lists may lag behind its own change for a moment. */
const SETTLING = 2_000;

/**
 * Makes a call that must not take effect twice: UpdateService with a new deployment, CreateDeployment, RegisterTaskDefinition.
 *
 * A refusal (throttling) is sent again after a pause that doubles. When the connection broke or the service failed, nobody knows
 * whether the call went through, so it is looked for before it is sent again, and also when the repetition is refused, as
 * CreateDeployment is because of our own first one.
 *
 * @throws what the last attempt was rejected with; Cancelled where the run is cancelled and nothing took effect, Unanswered where it may have
 */
export async function sendOnce<T>({ clock, send, find }: OneTimeCall<T>): Promise<T> {
  let unsure = false;
  const attempt = async (): Promise<T> => {
    try {
      const found = unsure ? await retryTransient(clock, find) : undefined;
      return found ?? (await send());
    } catch (error) {
      if (error instanceof Cancelled) throw unsure ? unanswered(error) : error;
      if (!isTransient(error)) return await orFound(error, clock, unsure ? find : undefined);
      throw error;
    }
  };
  return retry(
    {
      clock,
      attempts: ATTEMPTS,
      pauses: { first: SETTLING, factor: 2, longest: 8 * SETTLING, jitter: 0.1 },
      isTransient,
      onFailure: error => {
        unsure ||= !isThrottling(error);
      },
      isUnsure: () => unsure
    },
    attempt
  );
}

/** Whether a change may have taken effect although it was rejected with this: then it is for the post step to look once more. */
export function mayHaveTakenEffect(error: unknown): boolean {
  return isTransient(error) || error instanceof Unanswered;
}

async function orFound<T>(error: unknown, clock: Clock, find: OneTimeCall<T>['find'] | undefined): Promise<T> {
  const found = find === undefined ? undefined : await retryTransient(clock, find).catch(() => undefined);
  if (found !== undefined) return found;
  throw error;
}
