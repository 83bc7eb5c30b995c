import type { RolloutConfig } from '../../src/config/config.js';
import { NOTHING_SET } from '../../src/config/sources/resolved-settings.js';
import { ROLLOUT_SETTINGS } from '../../src/config/table/rollout.js';
import type { Clock, PendingCleanup, CleanupStore, Reporter } from '../../src/ports.js';
import type { CodeDeployPort, EcsPort, LogsPort, RolloutPorts } from '../../src/rollout/ports.js';

export const START = Date.parse('2026-03-01T10:00:00Z');
export const CLUSTER = 'arn:aws:ecs:eu-west-1:123456789012:cluster/shop';
export const SERVICE = 'arn:aws:ecs:eu-west-1:123456789012:service/shop/web';
export const OLD = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1';
export const NEW = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2';

export interface FakeClock extends Clock {
  /** Seconds since the start. */
  readonly elapsed: number;
}

/** A clock whose hands move only when somebody sleeps; `at` runs things at their second. */
export function fakeClock(plan: Readonly<Record<number, () => void>> = {}): FakeClock {
  let now = START;
  const due = Object.entries(plan).map(([second, run]) => ({ at: START + Number(second) * 1000, run }));
  return {
    get elapsed() {
      return (now - START) / 1000;
    },
    now: () => now,
    random: () => 0.5,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      now += milliseconds;
      for (const entry of due.filter(candidate => candidate.at <= now)) {
        due.splice(due.indexOf(entry), 1);
        entry.run();
      }
      signal?.throwIfAborted();
    }
  };
}

export interface FakeReporter extends Reporter {
  readonly lines: string[];
  readonly warnings: string[];
}

export function fakeReporter(): FakeReporter {
  const lines: string[] = [];
  const warnings: string[] = [];
  return {
    lines,
    warnings,
    group: (_title, body) => body(),
    info: line => lines.push(line),
    warn: message => warnings.push(message),
    error: message => lines.push(message),
    debug: () => undefined,
    mask: () => undefined
  };
}

export interface FakeCleanupStore extends CleanupStore {
  readonly open: Map<string, PendingCleanup>;
  readonly history: string[];
}

export function fakeLedger(): FakeCleanupStore {
  const open = new Map<string, PendingCleanup>();
  const history: string[] = [];
  return {
    open,
    history,
    add: (name, pending) => {
      open.set(name, pending);
      if (pending.kind === 'deployment') history.push(`note ${pending.id}`);
    },
    remove: name => {
      open.delete(name);
      history.push('settle');
    }
  };
}

/** An error as the SDK throws it. */
export function awsError(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}

export function config(changes: Partial<RolloutConfig> = {}): RolloutConfig {
  const defaults = NOTHING_SET.getAll('services', ROLLOUT_SETTINGS);
  return { ...defaults, cluster: 'shop', service: 'web', failAfter: 3, ...changes };
}

export interface Calls {
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[];
  /** The arguments of every call of that name. */
  of(name: string): readonly (readonly unknown[])[];
}

/** Ports of the given methods; any other that is called is an error. Every call is noted. */
export function fakePorts(given: {
  readonly ecs?: Partial<EcsPort>;
  readonly codedeploy?: Partial<CodeDeployPort>;
  readonly logs?: Partial<LogsPort>;
}): RolloutPorts & Calls {
  const calls: { name: string; args: readonly unknown[] }[] = [];
  const wrap = <T extends object>(methods: Partial<T>): T =>
    new Proxy({} as T, {
      get: (_target, name) => {
        const method = methods[name as keyof T] as ((...args: unknown[]) => unknown) | undefined;
        return async (...args: unknown[]) => {
          calls.push({ name: String(name), args });
          if (method === undefined) throw new Error(`${String(name)} is not part of this test`);
          return method(...args);
        };
      }
    });
  return {
    calls,
    of: name => calls.filter(call => call.name === name).map(call => call.args),
    ecs: wrap<EcsPort>(given.ecs ?? {}),
    codedeploy: wrap<CodeDeployPort>(given.codedeploy ?? {}),
    logs: wrap<LogsPort>(given.logs ?? {})
  };
}
