import type { HealthCheck } from './definition.js';
import { tryDocker } from './docker.js';

/** What a health check that does not say it gets from ECS, in seconds. */
const INTERVAL = 30;
const TIMEOUT = 5;
const RETRIES = 3;
/** So often it is tried until it first succeeds, in milliseconds: a rehearsal does not wait for the interval to see that all is well. */
const IMPATIENCE = 1_000;

/** When a look that fails counts; all in milliseconds of real time. */
export interface Rhythm {
  readonly interval: number;
  /** So many failures in a row, an interval apart, are too many. */
  readonly retries: number;
  /** Until then none counts. */
  readonly startPeriod: number;
}

/**
 * Looks until told to stop, and tells what has become of it: undefined with the first success, and what failed after `retries` failures in a
 * row that are an `interval` apart, none of them within `startPeriod`.
 */
export async function watch(
  look: () => Promise<string | undefined>,
  { interval, retries, startPeriod }: Rhythm,
  tell: (failure: string | undefined) => void,
  signal: AbortSignal
): Promise<void> {
  let reported: boolean | undefined;
  let failures = 0;
  let counted = Date.now() + startPeriod;
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const failure = await look();
    if (isOver()) return;
    if (failure === undefined) failures = 0;
    else if (Date.now() >= counted) {
      failures += 1;
      counted = Date.now() + interval;
    }
    const isKnown = failure === undefined || failures >= retries;
    const isHealthy = failure === undefined;
    if (isKnown && isHealthy !== reported) tell(failure);
    if (isKnown) reported = isHealthy;
    await pause(reported === true ? interval : Math.min(interval, IMPATIENCE), signal);
  }
}

/** Runs a container's health check as the task definition has it (HealthCheck of the ECS service model), until told to stop. */
export async function watchHealth(
  id: string,
  check: HealthCheck,
  tell: (healthy: boolean) => void,
  signal: AbortSignal
): Promise<void> {
  const words = commandOf(check);
  if (words === undefined) return;
  const timeout = (check.timeout ?? TIMEOUT) * 1000;
  const look = async (): Promise<string | undefined> => {
    const { exitCode } = await tryDocker(['exec', id, ...words], { timeout });
    return exitCode === 0 ? undefined : `exit code ${exitCode}`;
  };
  const rhythm = {
    interval: (check.interval ?? INTERVAL) * 1000,
    retries: check.retries ?? RETRIES,
    startPeriod: (check.startPeriod ?? 0) * 1000
  };
  await watch(look, rhythm, failure => tell(failure === undefined), signal);
}

/** The words for `docker exec`; undefined where there is no check. */
function commandOf({ command = [] }: HealthCheck): readonly string[] | undefined {
  const [kind, ...words] = command;
  if (kind === undefined || kind === 'NONE') return undefined;
  if (kind === 'CMD') return words;
  return ['/bin/sh', '-c', (kind === 'CMD-SHELL' ? words : command).join(' ')];
}

/** Resolves after so many milliseconds of real time, or when the signal fires. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}
