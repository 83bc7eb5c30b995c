import { keepColours, stripControls } from '../text/terminal.js';
import { escapeCommands } from './workflow-commands.js';

/** Where a text goes, and who reads it there. */
export interface Destination {
  readonly write: (text: string) => void;
  /** GitHub's runner reads it, and obeys the workflow commands in it (`GITHUB_ACTIONS`). */
  readonly isRunner: boolean;
  /** A terminal reads it, and obeys escape sequences. */
  readonly isTerminal: boolean;
  /** It is a regular file: nobody obeys what is in it. */
  readonly isFile: boolean;
  /** Whether our own texts have colours. */
  readonly colour: boolean;
}

/** The ways to write to a destination, in none of which it obeys what others wrote. */
export interface Output {
  /** Lines as they are, a reporter's: what is in them of terminals it has dealt with. */
  readonly writeLine: (text: string) => void;
  /** Text for people; colours stay where they are shown. */
  readonly write: (text: string) => void;
  /** JSON, which stays the same value. */
  readonly writeJson: (text: string) => void;
  /** The text of a file, JSON or YAML, for who redirects it: as it is, but where a runner or a terminal would obey it. */
  readonly writeDocument: (text: string) => void;
  /** Workflow commands of our own, in which what others wrote is escaped. */
  readonly writeCommand: (text: string) => void;
}

/** Makes the ways to write to a destination. */
export function openOutput({ write, isRunner, isTerminal, isFile, colour }: Destination): Output {
  const writeLine = isRunner ? (text: string): void => write(escapeCommands(text)) : write;
  const tame = colour ? keepColours : stripControls;
  return {
    writeLine,
    write: text => writeLine(tame(text)),
    writeJson: text => write(escapeJson(text)),
    writeDocument: text => {
      const isObeyed = isTerminal || (isRunner && !isFile);
      if (!isObeyed) write(text);
      else if (isJson(text)) write(escapeJson(text));
      else writeLine(isTerminal ? stripControls(text) : text);
    },
    writeCommand: write
  };
}

/**
 * JSON of the same value that nobody obeys: `##[name]` is a workflow command anywhere in a line, and U+0080 to U+009F are controls of a terminal
 * that JSON lets stand (RFC 8259, 7). Both can only be within a string.
 */
function escapeJson(text: string): string {
  return text
    .replaceAll('##[', '##\\u005b')
    .replace(
      /[\u007f-\u009f\u2028\u2029]/g,
      character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
