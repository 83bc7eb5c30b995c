import type { ImagePorts } from '../ports.js';
import type { CacheLog } from './cache-log.js';

/** What a build is run with. */
export interface Watched {
  /** Reads a line of its log. */
  readonly read: (line: string) => void;
  /** Ends it. */
  readonly signal: AbortSignal | undefined;
}

/** A build that was ended because it did nothing but wait for its cache. */
export class SilentCache extends Error {
  constructor() {
    super(`The cache has not answered for ${LONGEST_SILENCE / 60_000} minutes.`);
    this.name = 'SilentCache';
  }
}

/** BuildKit itself gives a cache no time limit where it takes the connection and says nothing; its limit for what GitHub's cache defers is this one. */
const LONGEST_SILENCE = 10 * 60_000;

/**
 * Does work on a build, and ends it where its log says nothing for ten minutes while a cache is read or written.
 *
 * @throws SilentCache, besides what the work throws
 */
export async function endSilence<T>(
  log: CacheLog,
  { clock, signal }: Pick<ImagePorts, 'clock' | 'signal'>,
  work: (watched: Watched) => Promise<T>
): Promise<T> {
  const end = new AbortController();
  let said = new AbortController();
  const read = (line: string): void => {
    log.read(line);
    said.abort();
    if (!log.isAtCache) return;
    const next = (said = new AbortController());
    clock.sleep(LONGEST_SILENCE, next.signal).then(
      () => {
        if (!next.signal.aborted) end.abort(new SilentCache());
      },
      () => undefined
    );
  };
  try {
    return await work({ read, signal: signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]) });
  } finally {
    said.abort();
  }
}
