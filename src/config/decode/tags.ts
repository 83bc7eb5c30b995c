import type { RuleProblem, SourceLocation } from '../../errors.js';
import { quote } from '../../text/format.js';
import type { NameValue } from '../config.js';
import { MALFORMED, NO_COMMIT, NO_VARIABLE } from '../setting-rules.js';
import { TAG_PATTERN } from '../table/formats.js';
import type { ReportProblem } from '../sources/source-value.js';
import { formatDate, isTimeZone, listTokens, readVariable, replaceTokens, type Token } from '../../text/tokens.js';

/** The commit that is shipped, as far as it is known. */
export interface Commit {
  /** The full SHA; undefined where none is known, which is a problem only where a token needs it. */
  readonly sha: string | undefined;
  /** Why none is known, where it is not that there is no checkout. */
  readonly trouble?: string | undefined;
  /** Tags, build arguments and labels are checked and keep their tokens: what these stand for is known in the build only. */
  readonly keepTokens?: boolean;
}

/** What tokens are made from. */
export interface TokenFacts {
  readonly commit: Commit;
  /** The time of the run in milliseconds since the epoch: one, so that all uses of it agree. */
  readonly now: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Any commit's SHA has this length. */
const ANY_SHA = '0'.repeat(40);

const TAG_SUBJECT = 'the tag';

/** Puts into tags what their tokens stand for. A tag that comes twice is kept once. */
export function expandTags(
  tags: readonly string[],
  facts: TokenFacts,
  place: SourceLocation,
  report: ReportProblem
): readonly string[] {
  const { keepTokens = false } = facts.commit;
  const expanded = tags.map(tag => expandText(tag, TAG_SUBJECT, facts, place, report));
  // What is missing was told; what the tag would be is not known.
  if (expanded.includes(undefined)) return [];
  for (const [index, tag = ''] of expanded.entries()) {
    if (TAG_PATTERN.test(tag)) continue;
    const written = tags[index] ?? '';
    const from = listTokens(written).some(({ kind }) => kind !== 'commit') ? ` (${quote(written)})` : '';
    const what = `the tag is ${quote(tag)}${from}; a tag has up to 128 letters, digits or any of _.- (the first no . or -).`;
    report({ code: MALFORMED.name, place, what, next: '' });
  }
  return [...new Set(keepTokens ? tags : expanded.filter(tag => tag !== undefined))];
}

/** The same for the values of build arguments and labels. */
export function expandPairs(
  pairs: readonly NameValue[],
  facts: TokenFacts,
  place: SourceLocation,
  report: ReportProblem
): readonly NameValue[] {
  const expanded = pairs.map(({ name, value }) => {
    const text = expandText(value, `the value of ${name}`, facts, place, report);
    return { name, value: text ?? value };
  });
  return facts.commit.keepTokens === true ? pairs : expanded;
}

/** undefined: something is missing, and was told. */
function expandText(
  text: string,
  subject: string,
  facts: TokenFacts,
  place: SourceLocation,
  report: ReportProblem
): string | undefined {
  const missing: Trouble[] = [];
  const expanded = replaceTokens(text, token => {
    const value = expandToken(token, facts, subject === TAG_SUBJECT);
    if (typeof value === 'string') return value;
    missing.push(value);
    return '';
  });
  for (const trouble of missing) report({ ...trouble, place, what: `${subject} ${trouble.what}` });
  return missing.length === 0 ? expanded : undefined;
}

type Trouble = Pick<RuleProblem, 'code' | 'what' | 'next'>;

function expandToken(token: Token, { commit, now, env }: TokenFacts, inTag: boolean): string | Trouble {
  const { keepTokens = false } = commit;
  switch (token.kind) {
    case 'commit': {
      const sha = keepTokens ? ANY_SHA : commit.sha;
      if (sha !== undefined) return sha.slice(0, token.length);
      return {
        code: NO_COMMIT.name,
        what: `needs the commit, which is unknown: ${commit.trouble ?? 'this is not a Git checkout'}, and GITHUB_SHA is not set.`,
        next: inTag
          ? 'Set tags, for example tags: v1.2.3 (as a flag: --tags v1.2.3).'
          : 'Run this in a Git checkout, or set GITHUB_SHA.'
      };
    }
    case 'date': {
      if (token.zone === undefined || isTimeZone(token.zone)) return formatDate(token, now);
      const what = `names the time zone ${quote(token.zone)}, which is not one of the tz database.`;
      return { code: MALFORMED.name, what, next: 'Write one such as Asia/Seoul, or leave it out for UTC.' };
    }
    case 'variable': {
      const value = keepTokens ? 'x' : readVariable(token, env);
      if (value !== undefined) return value;
      const { name, part } = token;
      const which = part === undefined ? name : `part ${part.number} of ${name} between ${quote(part.separator)}`;
      return {
        code: NO_VARIABLE.name,
        what: `needs ${which} from the environment, which is not set, empty, or more than one line.`,
        next: `Set ${name} in the environment of this run.`
      };
    }
  }
}
