import { seededRandom } from '../../src/emulator/server/faults.js';

interface Due {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
}

/** The timers of this module's own realm: Jest's, and Node's in its core, are others. */
const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, random: Math.random };

/**
 * One time for all who take part in a simulation. It stands still while anybody computes, and goes on to the next thing that is due when
 * everybody waits: nothing depends on how fast this machine is.
 */
export class VirtualTime {
  readonly #due = new Set<Due>();
  #now: number;
  #order = 0;
  /** Grows with everything that somebody does: what is quiet does nothing. */
  activity = 0;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Runs `run` so many milliseconds from now; what is due at the same moment comes in the order in which it was asked for. */
  after(milliseconds: number, run: () => void): () => void {
    const due = { time: this.#now + Math.max(0, milliseconds), order: this.#order++, run };
    this.#due.add(due);
    this.activity += 1;
    return () => void this.#due.delete(due);
  }

  /** Lets a stretch of time pass in which nobody is woken. */
  skip(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** Goes on to what is due next, and runs it; false where nothing is. */
  step(): boolean {
    let next: Due | undefined;
    for (const due of this.#due) {
      if (next === undefined || due.time < next.time || (due.time === next.time && due.order < next.order)) next = due;
    }
    if (next === undefined) return false;
    this.#due.delete(next);
    this.#now = Math.max(this.#now, next.time);
    next.run();
    return true;
  }

  /** Resolves when nobody does anything any more: all wait for time to pass, or for an answer. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
      const before = this.activity;
      await new Promise(resolve => setImmediate(resolve));
      if (this.activity !== before) quiet = -1;
    }
  }

  /**
   * The SDK waits between its retries, and for answers, by the global timers, and draws its pauses by chance: both are this time's until
   * the function that it gives is called.
   */
  install(seed: number): () => void {
    const timers = new WeakMap<object, () => void>();
    const set = (run: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]): object => {
      const timer = { ref: () => timer, unref: () => timer, hasRef: () => true };
      timers.set(
        timer,
        this.after(milliseconds, () => run(...args))
      );
      return timer;
    };
    const clear = (timer: unknown): void => {
      if (typeof timer === 'object' && timer !== null && timers.has(timer)) timers.get(timer)?.();
      else real.clearTimeout(timer as NodeJS.Timeout);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    Math.random = seededRandom(seed);
    return () => {
      Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
      Math.random = real.random;
    };
  }
}

/** A promise, and a stream, may take so many turns of the event loop until they tell. */
const QUIET_TURNS = 12;
