import { explainAwsError, isThrottling, isTransient } from '../../aws/errors.js';
import type { Clock } from '../../ports.js';

export interface Poller<Seen, End> {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** When to give up, in milliseconds since the epoch. */
  readonly deadline: number;
  /** What is being watched, for the error: `Following the deployment ecs-svc/1`. */
  readonly doing: string;
  look(): Promise<Seen>;
  /** Takes in what was seen; an end ends the watch. */
  judge(seen: Seen): End | undefined;
  /** The end may come at any moment: then a look is due every 3.5 s. It has to make do with fewer calls. */
  isClosing?(): boolean;
  /** AWS did not answer so many times in a row. */
  onSilence?(error: unknown, times: number): void;
}

export type PollResult<End> =
  { readonly kind: 'ended'; readonly end: End } | { readonly kind: 'timed-out' } | { readonly kind: 'cancelled' };

/** After so many looks without an answer it is said. */
export const SILENT_LOOKS = 5;
export const AWS_SILENT = 'AWS does not answer (throttling, or the network); still trying.';

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 5_000;
const CLOSING_PAUSE = 3_500;
const LONGEST_THROTTLED_PAUSE = 20_000;

/**
 * Looks at once, then every 2 s, growing to 5 s (3.5 s where the end is near), with a jitter of a tenth; after throttling the pause doubles, to at most 20 s.
 *
 * What may pass (throttling, 5xx, a broken connection) never ends it; anything else that `look` rejects with does at once,
 * as an error in words. SDK waiters are not used: they back off to 600 s and retry every error, expired credentials too.
 */
export async function poll<Seen, End>(input: Poller<Seen, End>): Promise<PollResult<End>> {
  const { clock, signal, deadline } = input;
  let pause = FIRST_PAUSE;
  let throttledPause = 0;
  let silence = 0;
  for (;;) {
    if (isCancelled(signal)) return { kind: 'cancelled' };
    let throttled = false;
    try {
      const seen = await orCancelled(input.look(), signal);
      if (seen === CANCELLED) return { kind: 'cancelled' };
      silence = 0;
      const end = input.judge(seen);
      if (end !== undefined) return { kind: 'ended', end };
    } catch (error) {
      if (!isTransient(error)) throw explainAwsError(error, input.doing);
      silence += 1;
      throttled = isThrottling(error);
      input.onSilence?.(error, silence);
    }
    const left = deadline - clock.now();
    if (left <= 0) return { kind: 'timed-out' };
    throttledPause = throttled ? Math.min(Math.max(throttledPause, pause) * 2, LONGEST_THROTTLED_PAUSE) : 0;
    const calm = input.isClosing?.() === true ? Math.min(pause, CLOSING_PAUSE) : pause;
    const jittered = (throttled ? throttledPause : calm) * (0.9 + 0.2 * clock.random());
    try {
      await clock.sleep(Math.min(jittered, left), signal);
    } catch (error) {
      if (isCancelled(signal)) return { kind: 'cancelled' };
      throw error;
    }
    if (!throttled) pause = Math.min(pause * 1.25, LONGEST_PAUSE);
  }
}

function isCancelled(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

const CANCELLED = Symbol('cancelled');

/** The promise's value, or CANCELLED as soon as the signal fires: a request that hangs must not hold a cancelled run. */
async function orCancelled<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | typeof CANCELLED> {
  if (signal === undefined) return promise;
  let stop: (() => void) | undefined;
  const cancelled = new Promise<typeof CANCELLED>(resolve => {
    stop = () => resolve(CANCELLED);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, cancelled]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
    promise.catch(() => undefined);
  }
}
