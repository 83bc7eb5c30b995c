import { RuleList, type RuleProblem, type SourceLocation } from '../errors.js';
import { listNames, quote } from '../text/format.js';
import { entriesOf, isRecord, makeRecord, own, type JsonRecord } from '../text/record.js';
import { isReservedTagKey } from '../text/tag-keys.js';
import { EMPTY_VALUE } from './validate-structure.js';

export const TAG_RULES = new RuleList();
const RESERVED_TAG = TAG_RULES.add(
  'reserved-tag',
  'warning',
  "A tag's key starts with aws:, which only AWS's own services may set. The tag is left out.",
  'ECS answers: “aws: prefixed tag key names are not allowed for external use”'
);

/**
 * Leaves out of a task definition's `tags` what RegisterTaskDefinition refuses and a described revision may have: AWS's own tags ("aws:
 * prefixed tag key names are not allowed for external use") and a list without entries ("Tags can not be empty.").
 *
 * @param place where the tags stand
 * @param isDescribed AWS described it: that is how a revision without tags looks, so nothing is to be said of an empty list
 * @returns the definition, and what was left out of it
 */
export function leaveOutTags(
  definition: JsonRecord,
  place: SourceLocation,
  isDescribed: boolean
): { readonly definition: JsonRecord; readonly warnings: readonly RuleProblem[] } {
  const tags = own(definition, 'tags');
  if (!Array.isArray(tags)) return { definition, warnings: [] };
  const reserved = tags.flatMap((tag: unknown) => (isRecord(tag) ? [own(tag, 'key')] : [])).filter(isReservedTagKey);
  const kept = tags.filter((tag: unknown) => !isRecord(tag) || !isReservedTagKey(own(tag, 'key')));
  const others = entriesOf(definition).filter(([key]) => key !== 'tags');
  if (reserved.length > 0) {
    const [what, are] = reserved.length === 1 ? ['The tag', 'is'] : ['The tags', 'are'];
    const warning: RuleProblem = {
      code: RESERVED_TAG.name,
      place,
      what: `${what} ${listNames(reserved.map(key => quote(String(key))))} ${are} left out: only AWS itself sets tags whose key starts with aws:.`,
      next: isDescribed ? '' : 'Remove them from the file.'
    };
    const entries = entriesOf(definition).map(([key, value]) => [key, key === 'tags' ? kept : value] as const);
    return { definition: makeRecord(kept.length === 0 ? others : entries), warnings: [warning] };
  }
  if (tags.length > 0) return { definition, warnings: [] };
  const what = 'ECS does not accept an empty list of tags ("Tags can not be empty."), so it is left out.';
  const warning: RuleProblem = { code: EMPTY_VALUE.name, place, what, next: 'Remove it.' };
  return { definition: makeRecord(others), warnings: isDescribed ? [] : [warning] };
}
