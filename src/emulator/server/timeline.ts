/** Virtual time: what the built-in AWS lives in. `virtual = anchor + (real - anchor) * scale`, in milliseconds since the epoch. */

interface TimelineOptions {
  /** Virtual milliseconds per real one; 1 is real time, 30 makes a minute two seconds. */
  readonly scale: number;
  /** The moment, in milliseconds since the epoch, at which virtual and real time agree. */
  readonly anchor: number;
  /** Real time in milliseconds since the epoch; injected by tests. */
  readonly now?: () => number;
}

interface Entry {
  readonly time: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** An event that waits for its time. */
interface Scheduled {
  cancel(): void;
}

/** A loop of events that never lets time pass would hang the process: far beyond what any rehearsal needs. */
const MOST_EVENTS_PER_ADVANCE = 2_000_000;

/**
 * The clock and the ordered event queue of the built-in AWS. There are no timers: `advance` runs whatever has come due,
 * each event at its own virtual time, so a slow reader sees the same history as a fast one.
 */
export class Timeline {
  readonly scale: number;
  readonly anchor: number;
  readonly #realNow: () => number;
  readonly #heap: Entry[] = [];
  #order = 0;
  #latest: number;
  #running = false;

  constructor(options: TimelineOptions) {
    if (!(options.scale > 0)) throw new Error(`The time scale is ${options.scale}; it must be a number above 0.`);
    this.scale = options.scale;
    this.anchor = options.anchor;
    this.#realNow = options.now ?? Date.now;
    this.#latest = Number.NEGATIVE_INFINITY;
  }

  /** Virtual now in milliseconds since the epoch: inside an event, the event's own time. It never runs backwards. */
  now(): number {
    if (this.#running) return this.#latest;
    const virtual = this.anchor + (this.#realNow() - this.anchor) * this.scale;
    return Math.max(virtual, this.#latest);
  }

  /** Runs `run` when virtual time reaches `time`; events of the same time run in the order in which they were asked for. */
  at(time: number, run: () => void): Scheduled {
    const entry: Entry = { time: Math.max(time, this.now()), order: this.#order++, run, cancelled: false };
    push(this.#heap, entry);
    return { cancel: () => void (entry.cancelled = true) };
  }

  /** Runs `run` so many virtual milliseconds from now. */
  after(milliseconds: number, run: () => void): Scheduled {
    return this.at(this.now() + milliseconds, run);
  }

  /** How many events wait. */
  get waiting(): number {
    return this.#heap.length;
  }

  /** Runs every event that is due, also those that the events themselves ask for, in the order of virtual time. */
  advance(): void {
    if (this.#running) return;
    const until = this.now();
    this.#running = true;
    try {
      for (let count = 0; count < MOST_EVENTS_PER_ADVANCE; count++) {
        const next = this.#heap[0];
        if (next === undefined || next.time > until) break;
        pop(this.#heap);
        if (next.cancelled) continue;
        this.#latest = next.time;
        next.run();
      }
    } finally {
      this.#latest = until;
      this.#running = false;
    }
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(entry, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

function pop(heap: Entry[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    const left = heap[child];
    if (left === undefined) break;
    const right = heap[child + 1];
    let least = left;
    if (right !== undefined && isBefore(right, left)) {
      child += 1;
      least = right;
    }
    if (!isBefore(least, last)) break;
    heap[index] = least;
    index = child;
  }
  heap[index] = last;
}
