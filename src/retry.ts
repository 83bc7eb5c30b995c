import { unanswered } from './errors.js';
import type { Clock } from './ports.js';

/** The waits between attempts, in milliseconds. */
interface Pauses {
  /** Before the second attempt. */
  readonly first: number;
  /** Each later wait is so many times as long as the one before; 1 where not given. */
  readonly factor?: number;
  readonly longest?: number;
  /** The share of a wait by which chance makes it shorter or longer: 0.1 is a tenth; 0 where not given. */
  readonly jitter?: number;
}

interface Retry<T> {
  readonly clock: Clock;
  /** Ends a wait; the retry then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How many attempts there are at most; any number where not given. */
  readonly attempts?: number;
  /** When no further attempt may begin, in milliseconds since the epoch; never where not given. */
  readonly deadline?: number;
  readonly pauses: Pauses;
  /** Whether to try again after an attempt was rejected with this; never where not given. */
  readonly isTransient?: (error: unknown) => boolean;
  /** Whether to try again after an attempt resolved to this; never where not given. */
  readonly isPending?: (value: T) => boolean;
  /** Called with what an attempt was rejected with, before the wait for the next one. */
  readonly onFailure?: (error: unknown) => void;
  /** Called with what an attempt resolved to, before the wait for the next one. */
  readonly onPending?: (value: T) => void;
  /** Whether an earlier attempt may have taken effect: a wait that is cancelled then rejects with Unanswered. */
  readonly isUnsure?: () => boolean;
}

/**
 * Makes attempts, with waits between, until one is neither transient nor pending, or the last one was made.
 *
 * @returns what the last attempt resolved to, which may be pending still
 * @throws what the last attempt was rejected with, or what a wait was cancelled with
 */
export async function retry<T>(options: Retry<T>, attempt: () => Promise<T>): Promise<T> {
  const { clock, attempts = Infinity, deadline = Infinity } = options;
  const { first, factor = 1, longest = Infinity, jitter = 0 } = options.pauses;
  const isLast = (made: number, pause: number): boolean => made >= attempts || clock.now() + pause > deadline;
  for (let made = 1, pause = first; ; made += 1, pause = Math.min(pause * factor, longest)) {
    try {
      const value = await attempt();
      if (options.isPending?.(value) !== true || isLast(made, pause)) return value;
      options.onPending?.(value);
    } catch (error) {
      if (isLast(made, pause) || options.isTransient?.(error) !== true) throw error;
      options.onFailure?.(error);
    }
    await wait(options, jitter === 0 ? pause : pause * (1 - jitter + 2 * jitter * clock.random()));
  }
}

async function wait<T>({ clock, signal, isUnsure }: Retry<T>, milliseconds: number): Promise<void> {
  try {
    await clock.sleep(milliseconds, signal);
  } catch (error) {
    throw isUnsure?.() === true ? unanswered(error) : error;
  }
}
