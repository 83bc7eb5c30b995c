import type { Cloud } from '../../src/emulator/server/state.js';

/** A signal that is sent with the answer of an operation that went well, the first one for which `and` holds too. */
export interface KillAfter {
  readonly operation: string;
  readonly signal: NodeJS.Signals;
  readonly and?: () => boolean;
}

/**
 * A signal so many milliseconds after the run came to a point, which does not depend on how busy this machine is. What does not end within
 * ten seconds of the signal is killed, as the runner does.
 */
export interface KillAt {
  readonly isDue: (sofar: Steps) => boolean;
  readonly milliseconds: number;
  readonly signal: NodeJS.Signals;
}

/** How far a run has come: the number of its requests to AWS, and its calls of Docker. */
export interface Steps {
  readonly requests: number;
  readonly docker: readonly string[];
}

/** The signal is sent before the answer is: the run cannot be any further by then, however busy this machine is. */
export function killWhenSeen(
  { requestLog }: Cloud,
  { operation, signal, and = () => true }: KillAfter,
  kill: (signal: NodeJS.Signals) => void,
  stop: AbortSignal
): void {
  const note = requestLog.note.bind(requestLog);
  const leave = (): void => void (requestLog.note = note);
  requestLog.note = (entry, bytes) => {
    note(entry, bytes);
    if (entry.operation !== operation || entry.status !== 200 || !and()) return;
    leave();
    kill(signal);
  };
  stop.addEventListener('abort', leave);
}

export function killAt(
  { isDue, milliseconds, signal }: KillAt,
  look: () => Steps,
  kill: (signal: NodeJS.Signals) => void,
  stop: AbortSignal
): void {
  const timers: NodeJS.Timeout[] = [];
  const poll = setInterval(() => {
    if (!isDue(look())) return;
    clearInterval(poll);
    timers.push(setTimeout(() => kill(signal), milliseconds));
    timers.push(setTimeout(() => kill('SIGKILL'), milliseconds + 10_000));
  }, 5);
  stop.addEventListener('abort', () => [poll, ...timers].forEach(timer => clearTimeout(timer)));
}

/** Cancels as GitHub does once `isDue` holds: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL. */
export function cancelWhen(
  isDue: () => boolean,
  {
    onCancel,
    andThen = []
  }: { readonly onCancel?: () => void; readonly andThen?: readonly (readonly [NodeJS.Signals, number])[] },
  kill: (signal: NodeJS.Signals) => void,
  stop: AbortSignal
): void {
  const timers: NodeJS.Timeout[] = [];
  const poll = setInterval(() => {
    if (!isDue()) return;
    clearInterval(poll);
    onCancel?.();
    kill('SIGINT');
    for (const [signal, after] of [...andThen, ['SIGTERM', 7_500], ['SIGKILL', 10_000]] as const) {
      timers.push(setTimeout(() => kill(signal), after));
    }
  }, 5);
  stop.addEventListener('abort', () => [poll, ...timers].forEach(timer => clearTimeout(timer)));
}
