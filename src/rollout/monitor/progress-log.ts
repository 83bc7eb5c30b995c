import type { ServiceEvent } from '../../aws/types.js';
import type { Clock, Reporter } from '../../ports.js';
import type { StatusView } from '../result.js';
import { formatElapsed } from '../../text/time.js';

export interface ProgressLog {
  /** Prints what of this look is new. */
  status(view: StatusView): void;
  /** Prints the events that are younger than the rollout and were not printed yet, in order. Gives those back. */
  events(events: readonly ServiceEvent[]): readonly ServiceEvent[];
  /** A line of its own, with the elapsed time. */
  line(line: string): void;
  warn(line: string): void;
  /** A warning that is given once however often it comes. */
  warnOnce(line: string): void;
  /** All events seen so far, oldest first. */
  readonly eventsSeen: readonly ServiceEvent[];
}

/**
 * Tells a rollout as it changes: a state only when it differs (where somebody watches, as a line that is rewritten at every look), a note and
 * a service event once.
 *
 * @param since when the rollout began by AWS's clock (milliseconds): older events belong to what was before
 */
export function createProgressLog(
  reporter: Reporter,
  clock: Clock,
  since: number,
  loggedEvents: readonly ServiceEvent[]
): ProgressLog {
  const startedAt = clock.now();
  const seen = new Set<string>(loggedEvents.flatMap(event => event.id ?? []));
  const said = new Set<string>();
  const eventsSeen: ServiceEvent[] = [];
  let state: string | undefined;
  const stamp = (line: string) => `[${formatElapsed(clock.now() - startedAt)}] ${line}`;
  const say = (line: string) => reporter.info(stamp(line));
  const once = (line: string, write: (line: string) => void) => {
    if (said.has(line)) return;
    said.add(line);
    write(line);
  };
  return {
    eventsSeen,
    line: say,
    warn: line => reporter.warn(line),
    warnOnce: line => once(line, text => reporter.warn(text)),
    status: view => {
      if (reporter.progress !== undefined) reporter.progress(stamp(view.line));
      else if (view.line !== state) say(view.line);
      state = view.line;
      for (const note of view.notes) once(note, say);
    },
    events: events => {
      const fresh = events
        .filter(event => (event.createdAt?.getTime() ?? since) >= since && !seen.has(event.id ?? ''))
        .sort((one, other) => (one.createdAt?.getTime() ?? 0) - (other.createdAt?.getTime() ?? 0));
      for (const event of fresh) {
        seen.add(event.id ?? '');
        eventsSeen.push(event);
        say(`  ${event.message ?? ''}`);
      }
      return fresh;
    }
  };
}
