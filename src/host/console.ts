import { formatProblem } from '../errors.js';
import type { Ledger, Reporter } from '../ports.js';

export interface ConsoleOptions {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Escape sequences for colour; only where a person watches. */
  readonly colour: boolean;
  readonly verbose: boolean;
}

/** Plain lines for people: progress on standard output, warnings and errors on standard error. Masked texts come out as `***`. */
export function consoleReporter(options: ConsoleOptions): Reporter {
  const secrets: string[] = [];
  let depth = 0;
  const hide = (text: string): string => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
  const paint = (code: number, text: string): string => (options.colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const indent = (text: string): string => text.replace(/^/gm, '  '.repeat(depth));
  return {
    group: async (title, body) => {
      options.write(`${indent(paint(1, hide(title)))}\n`);
      depth += 1;
      try {
        return await body();
      } finally {
        depth -= 1;
      }
    },
    info: line => options.write(`${indent(hide(line))}\n`),
    warn: (message, place) => options.writeError(`${paint(33, 'warning:')} ${hide(told(message, place))}\n`),
    error: (message, place) => options.writeError(`${paint(31, 'error:')} ${hide(told(message, place))}\n`),
    debug: line => {
      if (options.verbose) options.writeError(`${paint(2, hide(line))}\n`);
    },
    mask: secret => {
      if (secret !== '') secrets.push(secret);
    }
  };
}

/** With file, line and column; a path within the file is the message's own business. */
function told(message: string, { file, line, column }: Parameters<Reporter['warn']>[1] = {}): string {
  return formatProblem({ code: '', place: { file, line, column }, what: message, next: '' });
}

/** A ledger for a process that has no post step after it: what is open is kept for the process's own last words. */
export function memoryLedger(entries: Map<string, Parameters<Ledger['note']>[1]>): Ledger {
  return {
    note: (name, leftover) => void entries.set(name, leftover),
    settle: name => void entries.delete(name)
  };
}
