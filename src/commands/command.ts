import type { Files, Screen } from '../ports.js';
import type { Host } from '../run.js';
import type { Arguments, Flag } from './arguments.js';

/** What a command gets of the world. */
export interface Context {
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that the command was given in. */
  readonly directory: string;
  /** This program, by its file: the Action's bundle and the examples are found from there. */
  readonly program: string;
  readonly reporter: Host['reporter'];
  /** Fires with Cancelled at SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Text for people, or with `--json` JSON; what others wrote in it is not obeyed, here and in `writeError` and `writeDocument`. */
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** The text of a file that is printed instead of written. */
  readonly writeDocument: (text: string) => void;
  /** Workflow commands, for GitHub's runner to obey. */
  readonly writeCommand: (text: string) => void;
  /** Colours a text (an SGR code) where standard output is a terminal that takes it. */
  readonly paint: (code: number, text: string) => string;
  /** Takes the terminal over to draw on it as a whole; undefined where nobody watches one, and with `--json`. */
  readonly openScreen: (() => Screen) | undefined;
  /** Fires when standard output has no reader any more. */
  readonly lost: AbortSignal;
  /** All commands, for those that describe the others. */
  readonly commands: readonly Command[];
  /** Loaded when it is asked for: the AWS SDK alone takes longer than a check of all files. */
  readonly host: () => Promise<Omit<Host, 'cleanupStore'>>;
}

/** A flag of one command, which is not a setting. */
export interface CommandFlag extends Flag {
  /** What stands for its value in the help, such as `FILE`; a switch has none. */
  readonly value?: string;
  readonly help: string;
}

/** The groups of the overview, in its order. */
export const COMMAND_GROUPS = ['Look first', 'Deploy', 'Start, or migrate', 'More'] as const;

/**
 * One of the words that may follow `slipway`, as it describes itself: the command line, the help, the completion and the checks of the
 * docs are all made from this. `catalog/` has one file for each.
 */
export interface Command {
  readonly name: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** Its line in the overview. */
  readonly summary: string;
  /** What may follow the name. */
  readonly usage: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly positionals: {
    readonly max: number;
    /** What the first one may be: any file, or one of these words. */
    readonly values: 'files' | readonly string[];
    /** What each word means, for the help. */
    readonly help?: readonly (readonly [word: string, help: string])[];
    /** Files follow the word. */
    readonly thenFiles?: true;
  };
  readonly flags: readonly CommandFlag[];
  /** Which settings are flags of it: with `listed` all, and its help lists them; with a predicate those that it accepts. */
  readonly settings: 'listed' | 'all' | 'none' | ((name: string, group: string) => boolean);
  /** Command lines as they are typed, and what each is for. */
  readonly examples: readonly (readonly [line: string, purpose: string])[];
  /** Where they are not those of the overview. */
  readonly exitCodes?: string;
  /** Everything after `--` is another program's command line. */
  readonly runsProgram?: true;
  /** Resolves with the exit code. Problems of the command line are in `given.problems`; the command reports them with its own. */
  readonly run: (given: Arguments, context: Context, passThrough: readonly string[]) => Promise<number>;
}
