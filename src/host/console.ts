import { formatProblem } from '../errors.js';
import type { CleanupStore, Reporter } from '../ports.js';
import { keepColours, stripControls } from '../text/terminal.js';

interface ConsoleOptions {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Escape sequences for colour; only where a person watches. */
  readonly colour: boolean;
  readonly verbose: boolean;
  /** Of a terminal that somebody watches, how many columns it has now; else undefined. */
  readonly columns?: (() => number) | undefined;
  /** Told of every error, as it is shown, for whoever tells it to a program. */
  readonly onError?: Reporter['error'];
}

/** Plain lines for people: progress on standard output, warnings and errors on standard error. Masked texts come out as `***`. */
export function consoleReporter(options: ConsoleOptions): Reporter {
  const { columns } = options;
  const secrets: string[] = [];
  let depth = 0;
  /** How many lines stand. */
  let standing = 0;
  const clearStanding = (): string => CLEAR_LINE + CLEAR_LINE_ABOVE.repeat(Math.max(0, standing - 1));
  /** Takes the lines away that stand, so that what follows begins in the first column. */
  const clear = (): void => {
    if (standing > 0) options.write(clearStanding());
    standing = 0;
  };
  const write = (text: string): void => {
    clear();
    options.write(text);
  };
  const writeError = (text: string): void => {
    clear();
    options.writeError(text);
  };
  // What a container logged must not move the cursor of whoever reads it, nor colour a file.
  const tame = options.colour ? keepColours : stripControls;
  const hide = (text: string): string => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), tame(text));
  const paint = (code: number, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const indent = (text: string): string => text.replace(/^/gm, '  '.repeat(depth));
  return {
    group: async (title, body) => {
      write(`${indent(paint(1, hide(title)))}\n`);
      depth += 1;
      try {
        return await body();
      } finally {
        depth -= 1;
      }
    },
    info: line => write(`${indent(hide(line))}\n`),
    warn: (message, place) => writeError(`${paint(33, 'warning:')} ${hide(withLocation(message, place))}\n`),
    error: (message, place) => {
      options.onError?.(hide(message), place);
      writeError(`${paint(31, 'error:')} ${hide(withLocation(message, place))}\n`);
    },
    debug: line => {
      if (options.verbose) writeError(`${paint(2, hide(line))}\n`);
    },
    mask: secret => {
      if (secret !== '') secrets.push(secret);
    },
    ...(columns === undefined
      ? {}
      : {
          progress: (...lines: readonly string[]): void => {
            const shown = lines.map(line => cut(indent(hide(line)), columns() - 1));
            options.write(`${clearStanding()}${shown.join('\n')}`);
            standing = lines.length;
          }
        })
  };
}

/** Back to the first column, and nothing in the line. */
const CLEAR_LINE = '\r\u001b[2K';
const CLEAR_LINE_ABOVE = '\u001b[1A\u001b[2K';

/** A line that is longer than the terminal is wide would take two, and only one of them can be rewritten. */
function cut(line: string, columns: number): string {
  const characters = Array.from(line.replace(/\s*\n\s*/g, ' '));
  return characters.length <= columns
    ? characters.join('')
    : `${characters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}

/** With file, line and column; a path within the file is the message's own business. */
function withLocation(message: string, { file, line, column }: Parameters<Reporter['warn']>[1] = {}): string {
  return formatProblem({ code: '', place: { file, line, column }, what: message, next: '' });
}

/** A cleanupStore for a process that has no post step after it: what is open is kept for the process's own last words. */
export function inMemoryCleanupStore(entries: Map<string, Parameters<CleanupStore['add']>[1]>): CleanupStore {
  return {
    add: (name, pending) => void entries.set(name, pending),
    remove: name => void entries.delete(name)
  };
}
