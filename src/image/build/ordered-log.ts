import type { Clock, Reporter } from '../../ports.js';

/** What one of several pieces of work that run at the same time says, and how it stands. */
interface Part {
  readonly title: string;
  readonly begunAt: number;
  /** What it has said and nobody has seen yet. */
  readonly unsaid: (() => void)[];
  /** Whether its turn has come: what it says is shown at once. */
  isShown: boolean;
  /** The last line that it said. */
  last: string;
  end: { readonly at: number; readonly isFailed: boolean } | undefined;
}

/**
 * Keeps the log of work that runs at the same time readable: one group for each piece, in their order. The group of the first that has not
 * ended is open and shows its lines as they come; what the others say waits for their turn. Where a person watches, a line for each that
 * waits or runs stands below.
 */
export class OrderedLog {
  readonly #parts: Part[] = [];
  #turn: Promise<void> = Promise.resolve();

  readonly #reporter: Reporter;
  readonly #clock: Pick<Clock, 'now'>;

  constructor(reporter: Reporter, clock: Pick<Clock, 'now'>) {
    this.#reporter = reporter;
    this.#clock = clock;
  }

  /**
   * Runs `body` at once; its group comes when those begun before it have ended.
   *
   * @param body gets the reporter of this piece alone
   * @returns what `body` resolves to, though what it said may not be shown yet
   */
  async run<T>(title: string, body: (reporter: Reporter) => Promise<T>): Promise<T> {
    const part: Part = {
      title,
      begunAt: this.#clock.now(),
      unsaid: [],
      isShown: false,
      last: '',
      end: undefined
    };
    this.#parts.push(part);
    const work = body(this.#reporterOf(part)).then(
      value => {
        this.#end(part, false);
        return value;
      },
      (error: unknown) => {
        this.#end(part, true);
        throw error;
      }
    );
    const ended = work.catch(() => undefined);
    this.#turn = this.#turn.then(() =>
      this.#reporter.group(title, async () => {
        part.isShown = true;
        for (const say of part.unsaid.splice(0)) say();
        await ended;
      })
    );
    return work;
  }

  /** Resolves when all that was said is shown. */
  finish(): Promise<void> {
    return this.#turn;
  }

  #end(part: Part, isFailed: boolean): void {
    part.end = { at: this.#clock.now(), isFailed };
    this.#showStanding();
  }

  #reporterOf(part: Part): Reporter {
    const reporter = this.#reporter;
    const say = (line: string, tell: () => void): void => {
      part.last = line;
      if (part.isShown) tell();
      else part.unsaid.push(tell);
      this.#showStanding();
    };
    return {
      group: (title, body) => {
        say(title, () => reporter.info(title));
        return body();
      },
      info: line => say(line, () => reporter.info(line)),
      warn: (message, place) => say(message, () => reporter.warn(message, place)),
      error: (message, place) => say(message, () => reporter.error(message, place)),
      debug: line => say(line, () => reporter.debug(line)),
      mask: secret => reporter.mask(secret)
    };
  }

  #showStanding(): void {
    const waiting = this.#parts.filter(({ isShown }) => !isShown);
    if (waiting.length > 0) this.#reporter.progress?.(...waiting.map(part => this.#describe(part)));
  }

  #describe({ title, begunAt, last, end }: Part): string {
    const seconds = Math.round(((end?.at ?? this.#clock.now()) - begunAt) / 1000);
    if (end === undefined) return `${title} (${seconds} s): ${last}`;
    return `${title}: ${end.isFailed ? 'failed' : 'done'} after ${seconds} s`;
  }
}
