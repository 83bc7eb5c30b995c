import { readShell, ShellSyntaxError } from '../buildspec-reader/shell.js';
import type { ShellList } from '../buildspec-reader/tree.js';

/** The commands of a script; undefined where it has a syntax error. */
export function parseScript(text: string): ShellList | undefined {
  try {
    return readShell(text);
  } catch (error) {
    if (error instanceof ShellSyntaxError) return undefined;
    throw error;
  }
}
