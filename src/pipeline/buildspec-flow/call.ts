import type { SimpleCommand } from '../buildspec-reader/tree.js';

/** 1 while the build is well, 0 after a failure (https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html). */
export const SUCCEEDING = 'CODEBUILD_BUILD_SUCCEEDING';

/** A command that is about to run: as it is written, and as the shell has made words of it. */
export interface Call {
  readonly node: SimpleCommand;
  readonly words: readonly string[];
  /** Something asks for its status. */
  readonly tested: boolean;
}
