import type { Address } from './address.js';
import type { GatePorts } from './ports.js';
import type { Pause } from './pause.js';

/** A gate of one service, checked: what it runs, when, and where the new version is reached. */
export interface Gate {
  readonly command: string | undefined;
  readonly urls: readonly string[];
  readonly timeoutMinutes: number;
  readonly at: 'test' | 'live';
  /** The lifecycle stage whose pause it answers, or `Ready` of CodeDeploy; `live`. */
  readonly stage: string;
  /** undefined: nothing but the addresses of the tasks leads to the new version. */
  readonly address: Address | undefined;
  readonly ports: Pick<GatePorts, 'shell' | 'web'>;
}

/** One run of a gate. */
export interface GateRun {
  /** The lifecycle stage that waited for it, `Ready` of CodeDeploy, or `live`. */
  readonly stage: string;
  /** In milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly passed: boolean;
  /** How often a command was run and a URL requested, all together. */
  readonly tries: number;
  /** What failed, a command or a URL; of a gate that passed, all of it. */
  readonly subject: string;
  /** How it ended, as `exit code 3` or `answered 503`. */
  readonly outcome: string;
  /** The last lines of what the command printed or the URL answered. */
  readonly lines: readonly string[];
}

/** Whether a pause is the one that a gate answers. Every other one is somebody else's. */
export function isPauseOf({ at, stage }: Pick<Gate, 'at' | 'stage'>, pause: Pause): boolean {
  return at === 'test' && pause.stage === stage;
}

/** `./smoke.sh, http://…/health` on one line. */
export function describeGate({ command, urls }: Pick<Gate, 'command' | 'urls'>): string {
  const [first = '', ...rest] = (command ?? '').trim().split('\n');
  const told = rest.length === 0 ? first : `${first} …`;
  return [...(told === '' ? [] : [told]), ...urls].join(', ');
}
