import type { ErrorOrigin } from '../errors.js';
import type { FactName, Facts } from './facts.js';
import type { Reason } from './reason.js';
import type { Stage } from './stage.js';

/** What kind of trouble a cause is; `other` where it shares its kind with none. */
export type CauseClass =
  | 'image-not-found'
  | 'image-pull-auth'
  | 'image-pull-network'
  | 'image-platform'
  | 'pull-rate-limit'
  | 'exec-format'
  | 'secret-missing'
  | 'secret-access-denied'
  | 'secret-json-key'
  | 'log-group-missing'
  | 'log-driver/role'
  | 'efs-mount'
  | 'eni-or-capacity-transient'
  | 'no-capacity'
  | 'ecs-agent-disconnected'
  | 'spot-interruption'
  | 'fargate-maintenance'
  | 'user/scale-in stop'
  | 'out-of-memory'
  | 'exit-code'
  | 'essential-exited-0'
  | 'command-not-found/permission'
  | 'start-timeout'
  | 'dependency-failed'
  | 'health-check-container'
  | 'health-check-elb'
  | 'other';

/** What a cause looks like. All that is said must hold; of a list, one. */
export interface Sign {
  /** What was being done. */
  readonly stage?: Stage | readonly Stage[];
  /** Why it failed. */
  readonly reason?: Reason | readonly Reason[];
  /** An error's name, as `ServiceNotActiveException`. */
  readonly error?: RegExp;
  /** The author's own words; names of resources are not among them. */
  readonly words?: RegExp;
  /** A status code. */
  readonly status?: number;
  /** A fact that has to be told, or its value. */
  readonly fact?: FactName | readonly [FactName, RegExp];
}

/** A row of the table of causes. */
export interface Cause {
  /** Stable and unique, as `image-not-found`. */
  readonly id: string;
  readonly class: CauseClass;
  /**
   * Whether trying the same version again cannot help. Only `true` may end a deployment before ECS does: `false` passes by itself,
   * or with what AWS or others do; `unknown` can be either.
   */
  readonly deterministic: boolean | 'unknown';
  /** Whose doing it is where a request or command is refused for it; not said: the user's where it is deterministic, else AWS's. */
  readonly fault?: ErrorOrigin;
  /**
   * Set where the same request or command may be sent again at once: `refused` took no effect for certain, `unsure` may have.
   */
  readonly retry?: 'refused' | 'unsure';
  /** It is told of every deployment and explains no failure. */
  readonly routine?: boolean;
  /** The start of a sentence, without a full stop. `{image|the image}` is a fact, or the words behind the bar; `{port: (port %)}` a fact in a phrase, or nothing. */
  readonly what: string;
  /** What to do: one or two sentences, with facts as in `what`. */
  readonly advice: string;
  /** The page that describes it, or the program whose source has the text. */
  readonly source: string;
  /** A few fixed words of it, to be searched for in docs/troubleshooting.md. */
  readonly message: string;
  readonly signs: readonly Sign[];
}

/** A cause with what the text says of this very case. */
export interface FoundCause {
  readonly cause: Cause;
  readonly facts: Facts;
}

/** Whose doing it is where a request or command is refused for this. Pure. */
export function faultOf({ fault, deterministic }: Cause): ErrorOrigin {
  return fault ?? (deterministic === true ? 'user' : 'aws');
}

/** `The image shop/web:1 does not exist` from `what` or `advice` of a cause. Pure. */
export function fillFacts(template: string, facts: Facts): string {
  const text = template.replace(
    /\{(\w+)(?::([^|}]*))?(?:\|([^}]*))?\}/g,
    (_, name: string, phrase = '%', otherwise = '') => {
      const value = facts[name as FactName];
      return value === undefined ? String(otherwise) : String(phrase).replace('%', () => value);
    }
  );
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Facts that are not the same for two tasks that die of the same thing. */
const PASSING: ReadonlySet<string> = new Set<FactName>(['instance', 'host', 'task']);

/** Equal for two failures of the same cause whose distinguishing facts are the same. Pure. */
export function keyOf({ cause, facts }: FoundCause): string {
  const same = Object.entries(facts).filter(([name]) => !PASSING.has(name));
  return JSON.stringify([cause.id, ...same.sort(([one], [other]) => (one < other ? -1 : 1))]);
}
