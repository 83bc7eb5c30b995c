import { isCredentialsError, isTransient } from '../../aws/errors.js';
import type { Clock } from '../../ports.js';

/** A question about several things (names, ARNs) that one request can ask for many callers. */
export interface Batch<Answer> {
  /** How many things one request takes. */
  readonly max: number;
  /** With so many callers waiting nobody else is to be waited for. */
  readonly wanted: () => number;
  /** So long a request waits for others to come along, in milliseconds. */
  readonly patience: () => number;
  readonly clock: Clock;
  readonly send: (keys: readonly string[]) => Promise<Answer>;
  /** What of an answer is about these. */
  readonly pick: (answer: Answer, keys: readonly string[]) => Answer;
}

interface Open<Answer> {
  readonly keys: Set<string>;
  callers: number;
  readonly answer: Promise<Answer>;
  readonly go: () => void;
}

/** A cancelled run has little time, in milliseconds. */
const CANCELLED_WINDOW_MS = 50;

/** So many milliseconds, unless the run was cancelled. */
export function batchWindow(milliseconds: number, signal: AbortSignal | undefined): () => number {
  return () => (signal?.aborted === true ? CANCELLED_WINDOW_MS : milliseconds);
}

/**
 * Makes the function by which callers ask together. Every answer is to a request that went out after it was asked for: nobody is told
 * what was before. A request goes out when it is full, when all who are wanted wait for it, or when its patience is over.
 *
 * What AWS refuses for several may be refused because of one of them, as a permission that is bound to some services: then each asks for
 * itself, and who is refused alone too asks alone from then on. What may pass is told to all.
 */
export function createBatch<Answer>(batch: Batch<Answer>): (keys: readonly string[]) => Promise<Answer> {
  let open: Open<Answer> | undefined;
  const refused = new Set<string>();

  const begin = (): Open<Answer> => {
    const keys = new Set<string>();
    const leave = new AbortController();
    const send = async (): Promise<Answer> => {
      // Whoever fills it ends the wait.
      await batch.clock.sleep(batch.patience(), leave.signal).catch(() => undefined);
      if (open?.keys === keys) open = undefined;
      return batch.send([...keys]);
    };
    return { keys, callers: 0, answer: send(), go: () => leave.abort() };
  };

  const close = (): void => {
    open?.go();
    open = undefined;
  };

  const askAlone = async (keys: readonly string[]): Promise<Answer> => {
    try {
      return await batch.send(keys);
    } catch (error) {
      if (!isTransient(error)) for (const key of keys) refused.add(key);
      throw error;
    }
  };

  return async keys => {
    if (keys.length > batch.max || keys.some(key => refused.has(key))) return batch.send(keys);
    if (open !== undefined && open.keys.size + keys.length > batch.max) close();
    const joined = (open ??= begin());
    for (const key of keys) joined.keys.add(key);
    joined.callers += 1;
    if (joined.keys.size >= batch.max || joined.callers >= batch.wanted()) close();
    try {
      return batch.pick(await joined.answer, keys);
    } catch (error) {
      if (joined.callers === 1 || isTransient(error) || isCredentialsError(error)) throw error;
      return askAlone(keys);
    }
  };
}
