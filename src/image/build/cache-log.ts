/** What the log of a build says of its cache. */
export interface CacheUse {
  /** Steps of the Dockerfile that the cache had. */
  readonly hits: number;
  /** All of its steps, each platform's; 0: the log does not tell. */
  readonly steps: number;
  /** What went wrong with the cache, a sentence each. */
  readonly troubles: readonly string[];
  /** Whether a cache was read or written at all, with success or without. */
  readonly isTried: boolean;
}

/** `#7 [linux/amd64 build 2/5] RUN …`: a step; what a base image is pulled by is none. */
const STEP = /^#(\d+) \[(?:[^\]]* )?\d+\/\d+\] (?!FROM )/;
/** Of a step whose layers are fetched from the cache at once, the log may tell just that. What a command prints has its time before it. */
const CACHED = /^#(\d+) (?:CACHED$|(?:extracting )?sha256:[0-9a-f]{64}\b)/;
const IMPORT = /^#(\d+) importing cache manifest from (\S+)/;
const EXPORT = /^#(\d+) exporting (?:cache to|to GitHub) /;
const FAILURE = /^#(\d+) ERROR: (.*)/;
const END = /^#(\d+) (?:DONE|CANCELED|ERROR)\b/;
/** Azure's storage, where GitHub's cache is, has a failure say which request it was, and in a line below how it was answered. */
const FAILED_REQUEST = /^(?:.*: )?(?:GET|PUT|HEAD) http\S+$/;
const ANSWER = /^RESPONSE (\d{3}.*)/;
/** There is none yet: the first build. */
const NOT_THERE = /: not found$/;

/** Reads the log of a build by BuildKit (`--progress=plain`), a line at a time: its steps, those that were cached, and what went wrong with caches. */
export class CacheLog {
  readonly #steps = new Set<string>();
  readonly #cached = new Set<string>();
  /** By the number in the log: what the cache is doing there. */
  readonly #doing = new Map<string, string>();
  /** Those of them that have not ended. */
  readonly #open = new Set<string>();
  readonly #troubles: { readonly doing: string; why: string }[] = [];

  read(line: string): void {
    const [, step] = STEP.exec(line) ?? [];
    if (step !== undefined) this.#steps.add(step);
    const [, cached] = CACHED.exec(line) ?? [];
    if (cached !== undefined) this.#cached.add(cached);
    const [, importing, from = ''] = IMPORT.exec(line) ?? [];
    if (importing !== undefined) this.#begin(importing, `The build cache ${nameOf(from)} could not be read`);
    const [, exporting] = EXPORT.exec(line) ?? [];
    if (exporting !== undefined) this.#begin(exporting, 'The build cache could not be written');
    const [, ended] = END.exec(line) ?? [];
    if (ended !== undefined) this.#open.delete(ended);
    const [, failed = '', why = ''] = FAILURE.exec(line) ?? [];
    const doing = this.#doing.get(failed);
    const isFirst = doing?.endsWith('read') === true && NOT_THERE.test(why);
    if (doing !== undefined && !isFirst) this.#troubles.push({ doing, why });
    const [, answer] = ANSWER.exec(line) ?? [];
    const last = this.#troubles.at(-1);
    if (answer !== undefined && last !== undefined && FAILED_REQUEST.test(last.why)) last.why += ` answered ${answer}`;
  }

  /** Whether a cache is being read or written now. */
  get isAtCache(): boolean {
    return this.#open.size > 0;
  }

  get use(): CacheUse {
    const hits = [...this.#cached].filter(step => this.#steps.has(step)).length;
    const troubles = this.#troubles.map(({ doing, why }) => `${doing}: ${why.replace(/\.$/, '')}.`);
    return { hits, steps: this.#steps.size, troubles, isTried: this.#doing.size > 0 };
  }

  #begin(number: string, doing: string): void {
    this.#doing.set(number, doing);
    this.#open.add(number);
  }
}

/** GitHub's has a number that tells nobody anything. */
function nameOf(from: string): string {
  return from.startsWith('gha:') ? 'in GitHub' : from;
}
