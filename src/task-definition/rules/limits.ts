import { RuleList } from '../../errors.js';
import { own } from '../../text/record.js';
import { quote } from '../../text/format.js';
import { error, findRepeats, recordsOf, textOf, type RuleFinding, REFERENCE, REGISTER } from './finding.js';
import type { RuleContext } from './context.js';

export const LIMIT_RULES = new RuleList();
const TAGS = LIMIT_RULES.add(
  'tags',
  'error',
  'There are more than 50 tags, a key is used twice, or a key is longer than 128 or a value longer than 256 characters.',
  `${REFERENCE}/API_Tag.html`
);
const PLACEMENT_CONSTRAINTS = LIMIT_RULES.add(
  'placement-constraints',
  'error',
  'There are more than 10 placement constraints.',
  `${REGISTER} (placementConstraints)`
);

const MAX_TAGS = 50;
const MAX_CONSTRAINTS = 10;
const MAX_KEY = 128;
const MAX_VALUE = 256;

/** Tags, and how many placement constraints there may be. */
export function checkLimits({ definition }: RuleContext): readonly RuleFinding[] {
  const tags = recordsOf(definition, 'tags');
  const findings: RuleFinding[] = [];
  if (tags.length > MAX_TAGS)
    findings.push(
      error(
        TAGS,
        ['tags'],
        `The task definition has ${tags.length} tags; AWS takes at most ${MAX_TAGS}.`,
        'Remove some.'
      )
    );
  const keys = tags.map(tag => textOf(tag, 'key'));
  for (const index of findRepeats(keys))
    findings.push(
      error(
        TAGS,
        ['tags', index, 'key'],
        `The tag ${quote(keys[index] ?? '')} is listed twice.`,
        'Remove one of the two.'
      )
    );
  tags.forEach((tag, index) => {
    const complaint = complain(keys[index] ?? '', textOf(tag, 'value') ?? '');
    if (complaint !== undefined) findings.push(error(TAGS, ['tags', index], complaint, 'Correct or remove it.'));
  });
  const constraints = own(definition, 'placementConstraints');
  if (Array.isArray(constraints) && constraints.length > MAX_CONSTRAINTS) {
    const what = `There are ${constraints.length} placement constraints; ECS takes at most ${MAX_CONSTRAINTS}.`;
    findings.push(
      error(PLACEMENT_CONSTRAINTS, ['placementConstraints'], what, 'Join some with "and" in one expression.')
    );
  }
  return findings;
}

function complain(key: string, value: string): string | undefined {
  if (key === '') return 'The tag has no key.';
  if (key.length > MAX_KEY) return `The key of a tag has at most ${MAX_KEY} characters, got ${key.length}.`;
  if (value.length > MAX_VALUE)
    return `The value of the tag ${quote(key)} has at most ${MAX_VALUE} characters, got ${value.length}.`;
  return undefined;
}
