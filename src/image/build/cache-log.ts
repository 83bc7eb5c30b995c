/** What the log of a build says of its cache. */
export interface CacheUse {
  /** Steps of the Dockerfile that the cache had. */
  readonly hits: number;
  /** All of its steps, each platform's; 0: the log does not tell. */
  readonly steps: number;
  /** What went wrong with the cache, a sentence each. */
  readonly troubles: readonly string[];
}

/** `#7 [linux/amd64 build 2/5] RUN …`: a step; what a base image is pulled by is none. */
const STEP = /^#(\d+) \[(?:[^\]]* )?\d+\/\d+\] (?!FROM )/;
/** Of a step whose layers are fetched from the cache at once, the log may tell just that. What a command prints has its time before it. */
const CACHED = /^#(\d+) (?:CACHED$|(?:extracting )?sha256:[0-9a-f]{64}\b)/;
const IMPORT = /^#(\d+) importing cache manifest from (\S+)/;
const EXPORT = /^#(\d+) exporting (?:cache to|to GitHub) /;
const FAILURE = /^#(\d+) ERROR: (.*)/;
/** There is none yet: the first build. */
const NOT_THERE = /: not found$/;

/** Reads the log of a build by BuildKit (`--progress=plain`), a line at a time: its steps, those that were cached, and what went wrong with caches. */
export class CacheLog {
  readonly #steps = new Set<string>();
  readonly #cached = new Set<string>();
  /** By the number in the log: what the cache is doing there. */
  readonly #doing = new Map<string, string>();
  readonly #troubles: string[] = [];

  read(line: string): void {
    const [, step] = STEP.exec(line) ?? [];
    if (step !== undefined) this.#steps.add(step);
    const [, cached] = CACHED.exec(line) ?? [];
    if (cached !== undefined) this.#cached.add(cached);
    const [, importing, from] = IMPORT.exec(line) ?? [];
    if (importing !== undefined) this.#doing.set(importing, `The build cache ${from ?? ''} could not be read`);
    const [, exporting] = EXPORT.exec(line) ?? [];
    if (exporting !== undefined) this.#doing.set(exporting, 'The build cache could not be written');
    const [, failed = '', why = ''] = FAILURE.exec(line) ?? [];
    const doing = this.#doing.get(failed);
    const isFirst = doing?.endsWith('read') === true && NOT_THERE.test(why);
    if (doing !== undefined && !isFirst) this.#troubles.push(`${doing}: ${why.replace(/\.$/, '')}.`);
  }

  get use(): CacheUse {
    const hits = [...this.#cached].filter(step => this.#steps.has(step)).length;
    return { hits, steps: this.#steps.size, troubles: this.#troubles };
  }
}
