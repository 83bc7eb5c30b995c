import { integer, list, string, structure } from '../server/decode.js';
import type { StoredManifest } from '../registry/repository.js';
import { matchesPattern } from '../server/faults.js';
import { invalidParameter } from './state.js';

const DAY = 24 * 60 * 60 * 1000;

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
const readRules = structure({
  rules: list(
    structure({
      rulePriority: integer,
      description: string,
      selection: structure({
        tagStatus: string,
        tagPrefixList: list(string),
        tagPatternList: list(string),
        countType: string,
        countUnit: string,
        countNumber: integer
      }),
      action: structure({ type: string })
    })
  )
});
type Rule = NonNullable<ReturnType<typeof readRules>['rules']>[number];
type Selection = NonNullable<Rule['selection']>;

/** The rules of a policy. Throws InvalidParameterException for a text that is none. */
export function readLifecycleRules(text: string): readonly Rule[] {
  try {
    return readRules(JSON.parse(text), '').rules ?? [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidParameter(
      `Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure: ${reason}'`
    );
  }
}

/** An image with its tags, oldest first. */
export interface TaggedImage {
  readonly image: StoredManifest;
  readonly tags: readonly string[];
}

/** An image that a policy expires, and the priority of the rule that does it. */
export interface Expiring extends TaggedImage {
  readonly priority: number;
}

/**
 * What a policy expires. An image belongs to the rule of the least priority that selects it, whether that expires it or not.
 *
 * @param now virtual milliseconds since the epoch
 */
export function findExpiring(rules: readonly Rule[], images: readonly TaggedImage[], now: number): readonly Expiring[] {
  let left = images.toSorted((one, other) => other.image.pushedAt - one.image.pushedAt);
  const found: Expiring[] = [];
  for (const { rulePriority: priority = 1, selection = {} } of rules.toSorted(
    (one, other) => (one.rulePriority ?? 1) - (other.rulePriority ?? 1)
  )) {
    const selected = left.filter(({ tags }) => selects(selection, tags));
    left = left.filter(each => !selected.includes(each));
    const { countType, countNumber = 1 } = selection;
    const expiring =
      countType === 'imageCountMoreThan'
        ? selected.slice(countNumber)
        : selected.filter(({ image }) => image.pushedAt + countNumber * DAY < now);
    found.push(...expiring.map(each => ({ ...each, priority })));
  }
  return found;
}

function selects({ tagStatus, tagPrefixList = [], tagPatternList = [] }: Selection, tags: readonly string[]): boolean {
  if (tagStatus === 'any') return true;
  if (tagStatus === 'untagged' || tags.length === 0) return tagStatus === 'untagged' && tags.length === 0;
  // A tag for each of the prefixes, or of the patterns.
  return (
    tagPrefixList.every(prefix => tags.some(tag => tag.startsWith(prefix))) &&
    tagPatternList.every(pattern => tags.some(tag => matchesPattern(pattern, tag)))
  );
}
