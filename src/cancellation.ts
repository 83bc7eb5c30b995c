import { unanswered } from './errors.js';
import type { Clock, Processes } from './ports.js';

/**
 * What a cancelled run may still do, and until when. GitHub sends SIGINT, SIGTERM 7.5 s later and SIGKILL 2.5 s after that
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation), so each signal fires so long after the
 * cancellation that the run ends by itself before the second of them.
 */
export interface CancelDeadlines {
  /** The answer to a change that is under way is waited for until then: with its id there is something to take back. */
  readonly answers: AbortSignal;
  /** What is taken back has to be done by then; the rest is noted for the post step. */
  readonly undo: AbortSignal;
  /** All has to be done by then but handing out outputs and summary. */
  readonly report: AbortSignal;
}

/** The promise's outcome, or the signal's reason as a rejection as soon as it fires. What comes after that is nobody's business. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  promise.catch(() => undefined);
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener('abort', stop);
  }
}

/** The methods of a port that change something, and when to stop waiting for the answer to one that is under way (undefined: never). */
interface Changes<Port> {
  readonly names: readonly (keyof Port & string)[];
  readonly answers: AbortSignal | undefined;
}

/**
 * A port whose calls hear a cancellation, whatever they wait for: credentials, a connection, an answer, the pause before a repetition.
 * None begins after the signal. What only looks rejects with the signal's reason at once. A change that is under way is waited for a
 * moment more, and rejects with Unanswered where no answer comes.
 *
 * @param port all of its methods return promises
 */
export function cancelableCalls<Port extends object>(port: Port, signal: AbortSignal, changes?: Changes<Port>): Port {
  const names = new Set<string | symbol>(changes?.names);
  const call = async (
    method: (...args: unknown[]) => unknown,
    args: unknown[],
    isChange: boolean
  ): Promise<unknown> => {
    signal.throwIfAborted();
    const answer = Promise.resolve(method.apply(port, args));
    if (!isChange) return orAborted(answer, signal);
    const until = changes?.answers;
    return orAborted(answer, until).catch((error: unknown) => {
      throw until?.aborted === true && error === until.reason ? unanswered(signal.reason) : error;
    });
  };
  return new Proxy(port, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const method = value as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => call(method, args, names.has(name));
    }
  });
}

/** A clock whose every sleep ends with the signal, besides what its caller gives it. */
export function cancelableClock(clock: Clock, signal: AbortSignal): Clock {
  return {
    now: () => clock.now(),
    random: () => clock.random(),
    sleep: (milliseconds, own) =>
      clock.sleep(milliseconds, own === undefined || own === signal ? signal : AbortSignal.any([own, signal]))
  };
}

/** Child processes that all end with the signal, besides what their caller gives them. */
export function cancelableProcesses(processes: Processes, signal: AbortSignal): Processes {
  return {
    ...processes,
    run: (command, args, options) => {
      const own = options?.signal;
      const both = own === undefined || own === signal ? signal : AbortSignal.any([own, signal]);
      return processes.run(command, args, { ...options, signal: both });
    }
  };
}
