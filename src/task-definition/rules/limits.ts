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

const MOST_TAGS = 50;
const MOST_CONSTRAINTS = 10;
const MOST_KEY = 128;
const MOST_VALUE = 256;

/** Tags, and how many placement constraints there may be. */
export function checkLimits({ definition }: RuleContext): readonly RuleFinding[] {
  const tags = recordsOf(definition, 'tags');
  const found: RuleFinding[] = [];
  if (tags.length > MOST_TAGS)
    found.push(
      error(
        TAGS,
        ['tags'],
        `The task definition has ${tags.length} tags; AWS takes at most ${MOST_TAGS}.`,
        'Remove some.'
      )
    );
  const keys = tags.map(tag => textOf(tag, 'key'));
  for (const index of findRepeats(keys))
    found.push(
      error(
        TAGS,
        ['tags', index, 'key'],
        `The tag ${quote(keys[index] ?? '')} is listed twice.`,
        'Remove one of the two.'
      )
    );
  tags.forEach((tag, index) => {
    const complaint = complain(keys[index] ?? '', textOf(tag, 'value') ?? '');
    if (complaint !== undefined) found.push(error(TAGS, ['tags', index], complaint, 'Correct or remove it.'));
  });
  const constraints = own(definition, 'placementConstraints');
  if (Array.isArray(constraints) && constraints.length > MOST_CONSTRAINTS) {
    const what = `There are ${constraints.length} placement constraints; ECS takes at most ${MOST_CONSTRAINTS}.`;
    found.push(error(PLACEMENT_CONSTRAINTS, ['placementConstraints'], what, 'Join some with "and" in one expression.'));
  }
  return found;
}

function complain(key: string, value: string): string | undefined {
  if (key === '') return 'The tag has no key.';
  if (key.length > MOST_KEY) return `The key of a tag has at most ${MOST_KEY} characters, got ${key.length}.`;
  if (value.length > MOST_VALUE)
    return `The value of the tag ${quote(key)} has at most ${MOST_VALUE} characters, got ${value.length}.`;
  return undefined;
}
