import type { SourceLocation } from '../../errors.js';
import { quote } from '../../text/format.js';
import { MALFORMED, NO_COMMIT } from '../setting-rules.js';
import { TAG_PATTERN } from '../table/formats.js';
import type { ReportProblem } from '../sources/source-value.js';

/** The commit that is shipped, as far as it is known. */
export interface Commit {
  /** The full SHA; undefined where none is known, which is a problem only where a tag needs it. */
  readonly sha: string | undefined;
  /** Why none is known, where it is not that there is no checkout. */
  readonly trouble?: string | undefined;
  /** Tags are checked and keep their tokens: the commit is not known before the build that is being written. */
  readonly keepTokens?: boolean;
}

/** Any commit's SHA has this length. */
const ANY_SHA = '0'.repeat(40);

/**
 * Puts the commit into tags: `{sha}` is its full SHA, `{short-sha}` the first 7 characters, `{sha:12}` the first 12. A tag
 * that comes twice is kept once.
 */
export function expandTags(
  tags: readonly string[],
  commit: Commit,
  place: SourceLocation,
  report: ReportProblem
): readonly string[] {
  const sha = commit.keepTokens === true ? ANY_SHA : commit.sha;
  if (sha === undefined && tags.some(tag => tag.includes('{'))) {
    report({
      code: NO_COMMIT.name,
      place,
      what: `the tag needs the commit, which is unknown: ${commit.trouble ?? 'this is not a Git checkout'}, and GITHUB_SHA is not set.`,
      next: 'Set tags, for example tags: v1.2.3 (as a flag: --tags v1.2.3).'
    });
    return [];
  }
  const expanded = tags.map(tag => writeCommit(tag, length => (sha ?? '').slice(0, length)));
  for (const tag of expanded) {
    if (TAG_PATTERN.test(tag)) continue;
    const what = `the tag is ${quote(tag)}; a tag has up to 128 letters, digits or any of _.- (the first no . or -).`;
    report({ code: MALFORMED.name, place, what, next: '' });
  }
  return [...new Set(commit.keepTokens === true ? tags : expanded)];
}

/**
 * Puts something in place of the tokens of the commit.
 *
 * @param write what stands for so many of its first characters; undefined: for all of them
 */
export function writeCommit(tag: string, write: (length: number | undefined) => string): string {
  return tag.replace(/\{(?:sha|short-sha|sha:(\d+))\}/g, (token, length: string | undefined) => {
    if (length !== undefined) return write(Number(length));
    return write(token === '{sha}' ? undefined : 7);
  });
}
