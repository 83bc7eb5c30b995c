import { placeInCommand, type BuildCommand } from '../buildspec-reader/reader.js';
import type { SimpleCommand } from '../buildspec-reader/tree.js';

/** A command as it stands in the buildspec. One in a script that the buildspec writes stands for the command that runs the script. */
export interface Site {
  readonly command: BuildCommand;
  readonly node: SimpleCommand;
}

/** The command that fails on an execution path, with all commands of the same kind and key. */
export interface Fault {
  readonly kind: 'build' | 'push' | 'command';
  readonly key: string;
  readonly site: Site;
  /** Of a build: the names that its image would have got. */
  readonly images: readonly string[];
}

/** Line and column of a command in the buildspec. */
export function placeOf({ command, node }: Site): ReturnType<typeof placeInCommand> {
  return placeInCommand(command, node.offset);
}
