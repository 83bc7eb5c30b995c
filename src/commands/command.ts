import type { Files } from '../ports.js';
import type { Machine } from '../run.js';
import type { Arguments, Flag } from './arguments.js';

/** What a command gets of the world. */
export interface Context {
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that the command was given in. */
  readonly directory: string;
  /** This program, by its file: the Action's bundle and the examples are found from there. */
  readonly program: string;
  readonly reporter: Machine['reporter'];
  /** Fires with Cancelled at SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** Colours a text (an SGR code) where standard output is a terminal that takes it. */
  readonly paint: (code: number, text: string) => string;
  /** Loaded when it is asked for: the AWS SDK alone takes longer than a check of all files. */
  readonly machine: () => Promise<Omit<Machine, 'ledger'>>;
}

/** One of the words that may follow `slipway`. */
export interface Command {
  readonly name: string;
  /** Its line of the overview; `manual.ts` has the rest. */
  readonly says: string;
  /** How many arguments it takes that are no flags. */
  readonly most: number;
  /** What those may be, for completion: files, or one of these words. */
  readonly takes: 'files' | readonly string[];
  readonly flags: () => Promise<readonly Flag[]>;
  /** Resolves with the exit code. What is wrong with the command line is in `given.problems`: the command tells it with the rest. */
  readonly run: (given: Arguments, context: Context, behind: readonly string[]) => Promise<number>;
}
