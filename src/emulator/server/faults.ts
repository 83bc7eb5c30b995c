import { boolean, integer, list, number, string, structure } from './decode.js';
import type { Members } from './decode.js';

const members = {
  /** Share of requests (0 to 1) answered with ThrottlingException. */
  throttle: number,
  /** Share answered with the service's 500. */
  serverError: number,
  /** Share whose connection is cut before the operation takes effect. */
  reset: number,
  /** Share whose connection is cut after the operation took effect: the answer is lost, the change is not. */
  resetAfter: number,
  /** Every request is answered with ExpiredTokenException. */
  expired: boolean,
  /** IAM actions to deny, `*` as a wildcard: `ecs:ListServiceDeployments`, `ecs:List*`. */
  deny: list(string),
  /** Only these operations (`ecs:UpdateService`, `ecs:*`) meet the rates above; absent: all. */
  only: list(string),
  /** At most so many requests meet a fault by rate; absent: no end. */
  times: integer,
  /** For the sequence of chances; the same seed gives the same run. */
  seed: integer,
  /** Real milliseconds before every answer. */
  latencyMs: number
};

/** The document of `PUT /_slipway/faults`. It replaces the one before as a whole; `{}` ends all faults. */
export type FaultSettings = Members<typeof members>;

/** Reads a faults document; throws SerializationException where a member has the wrong type. */
export const readFaultSettings = structure(members);

type DrawnFault = 'throttle' | 'serverError' | 'reset' | 'resetAfter';

/** Decides by a seeded sequence which requests fail, and how. */
export class Faults {
  #settings: FaultSettings = {};
  #random = seededRandom(1);
  #drawn = 0;

  set(settings: FaultSettings): void {
    this.#settings = settings;
    this.#random = seededRandom(settings.seed ?? 1);
    this.#drawn = 0;
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** The fault of this request, if any. `action` is `service:Operation`. Every call moves the sequence on by one. */
  draw(action: string): DrawnFault | undefined {
    const { only, times } = this.#settings;
    if (only !== undefined && !only.some(pattern => matchesPattern(pattern, action))) return undefined;
    if (times !== undefined && this.#drawn >= times) return undefined;
    let chance = this.#random();
    for (const kind of ['throttle', 'serverError', 'reset', 'resetAfter'] as const) {
      const rate = this.#settings[kind] ?? 0;
      if (chance < rate) {
        this.#drawn += 1;
        return kind;
      }
      chance -= rate;
    }
    return undefined;
  }

  /** Whether IAM denies this action. */
  denies(action: string): boolean {
    return (this.#settings.deny ?? []).some(pattern => matchesPattern(pattern, action));
  }
}

/** Whether a text matches a pattern in which `*` stands for anything; letter case does not count, as in IAM. */
export function matchesPattern(pattern: string, text: string): boolean {
  const expression = pattern
    .split('*')
    .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`, 'is').test(text);
}

/** Numbers in [0, 1) that the seed alone decides (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
