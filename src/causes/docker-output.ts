import type { FoundCause } from './cause.js';
import { causeOfText } from './find-cause.js';
import { findDockerStage, type Stage } from './stage.js';

/** What of Docker's output says why it failed, in one line, and the cause. */
export interface DockerReading {
  /** Empty where Docker said nothing. */
  readonly message: string;
  readonly found: FoundCause | undefined;
}

const ERROR_LINE =
  /^(?:#\d+ )?(?:\d+\.\d+ )?(?:error|denied|unauthorized|failed|name unknown|tag invalid|toomanyrequests|unknown:|unexpected)\b/i;
/** What hides behind the step's exit code: no program that a RUN starts says it by itself. */
const STEP_REASONS = /exec format error|no space left on device|cannot allocate memory/i;
/** A hint that goes on behind the line of the error. */
const HINT = /^(?:switch to|use |try |please |run |make sure|check |if |note)/i;
/** What a step says is read as far as this, in lines. */
const STEP_LINES = 200;

/**
 * Reads why a Docker command failed. BuildKit ends with a drawing of the Dockerfile and one line of error, the old builder with that line
 * alone, `docker push` with what the registry answered; the reason itself may stand in a line above it.
 *
 * @param output standard error, or standard output where that is silent
 * @param command the stage of the command that failed
 */
export function causeOfDocker(output: string, command: Stage): DockerReading {
  const lines = meaningful(output);
  const at = lines.findLastIndex(line => ERROR_LINE.test(line));
  const main = at < 0 ? lines.slice(-3) : [lines[at] ?? '', ...hintsBehind(lines.slice(at + 1))];
  const message = main.join(' ');
  const read = (text: string) => causeOfText(text, parsed => findDockerStage(parsed, command));
  const found = read(message);
  if (found === undefined || found.cause.id === 'build-step') {
    const above = lines.slice(-STEP_LINES);
    const reason =
      above.findLast(line => STEP_REASONS.test(line)) ?? (found === undefined ? findTelling(above, read) : undefined);
    if (reason !== undefined && !message.includes(reason))
      return { message: `${stripClock(reason)}. ${message}`, found: read(reason) ?? found };
  }
  return { message, found };
}

function hintsBehind(lines: readonly string[]): readonly string[] {
  return lines.slice(0, 2).filter(line => HINT.test(line));
}

/** The last line above that has a cause of its own; the output of the user's own programs is none. */
function findTelling(lines: readonly string[], read: (text: string) => FoundCause | undefined): string | undefined {
  return lines.findLast(line => !/^#\d+ |^\d+\.\d+ /.test(line) && read(line) !== undefined);
}

/** BuildKit puts a step's number and time before its output. */
function stripClock(line: string): string {
  return line
    .replace(/^#\d+ /, '')
    .replace(/^\d+\.\d+ /, '')
    .replace(/[.\s]+$/, '');
}

function meaningful(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(
      line =>
        line !== '' &&
        !/^(?:-+|\d+ \|.*|WARNING.*|DEPRECATED.*|Install the buildx component.*|See '.*|Run '.*|View build details.*|Learn more at .*|https:\/\/docs\.docker\.com\S*)$/.test(
          line
        )
    );
}
