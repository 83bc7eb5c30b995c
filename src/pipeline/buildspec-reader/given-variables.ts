import type { Unknowns } from './values.js';

/** A variable that no command has set: one of CodeBuild's own, one of the shell's, or one of the project. */
export function lookUpGiven(name: string, unknowns: Unknowns): string {
  if (name === 'AWS_REGION' || name === 'AWS_DEFAULT_REGION') return unknowns.put({ kind: 'region' });
  if (name === 'CODEBUILD_RESOLVED_SOURCE_VERSION') return unknowns.put({ kind: 'commit', length: undefined });
  if (name === 'CODEBUILD_SRC_DIR') return unknowns.put({ kind: 'source-directory' });
  if (name.startsWith('CODEBUILD_')) {
    const token = { kind: 'variable', name, part: undefined } as const;
    return unknowns.put({ kind: 'computed', source: `$${name}`, by: 'build', token });
  }
  // The shell's own, and elements of arrays.
  if (/^[0-9@*#?$!-]$|\[/.test(name)) return unknowns.put({ kind: 'computed', source: `$${name}`, by: 'command' });
  return unknowns.put({ kind: 'outside', name, from: 'project' });
}
