import type { Clock } from '../../src/ports.js';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/**
 * A clock that goes forward only where nothing is left to do but wait: then it goes to the time of the earliest sleeper at once. However
 * slow the machine is, what is measured by it stays the same.
 */
export class TurnedClock implements Clock {
  /** Awaited before each sleep. */
  beforeSleep: () => Promise<void> = () => Promise.resolve();
  #now: number;
  #isDriven = false;
  readonly #quiet: () => Promise<void>;
  readonly #sleepers = new Set<Sleeper>();

  /**
   * @param now milliseconds since the epoch
   * @param quiet resolves when nothing is under way but sleeps
   */
  constructor(now: number, quiet: () => Promise<void>) {
    this.#now = now;
    this.#quiet = quiet;
  }

  readonly now = (): number => this.#now;

  random(): number {
    return 0.5;
  }

  /** Lets so many milliseconds pass. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    const until = this.#now + milliseconds;
    await this.beforeSleep();
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        this.#sleepers.delete(sleeper);
        reject(signal?.reason as Error);
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', leave);
        this.#sleepers.delete(sleeper);
        this.#now = Math.max(this.#now, until);
        resolve();
      };
      const sleeper = { until, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', leave);
      void this.#drive();
    });
  }

  async #drive(): Promise<void> {
    if (this.#isDriven) return;
    this.#isDriven = true;
    while (this.#sleepers.size > 0) {
      await this.#quiet();
      const next = Math.min(...[...this.#sleepers].map(({ until }) => until));
      for (const { until, wake } of [...this.#sleepers]) if (until === next) wake();
    }
    this.#isDriven = false;
  }
}
