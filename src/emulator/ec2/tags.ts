import { randomBytes } from 'node:crypto';
import { list, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** The member `TagSpecification` of what makes a resource. */
export const TAG_SPECIFICATIONS = list(
  structure({ ResourceType: string, Tag: list(structure({ Key: string, Value: string })) })
);
type TagSpecifications = ReturnType<typeof TAG_SPECIFICATIONS>;

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html, "Tag restrictions", and API_Tag. */
const MOST_TAGS = 50;
const LONGEST_KEY = 127;
const LONGEST_VALUE = 256;
/** A tag of this name chooses the id that AWS draws by lot, so that a file that names one can be rehearsed. */
const ID_TAG = '_custom_id_';

/**
 * The tags that a resource is made with. The errors are named in
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html.
 *
 * @param kind the only resource type that the operation makes: `subnet`
 * @throws AwsFault for what EC2 does not take as a tag
 */
export function readTags(specifications: TagSpecifications = [], kind: string): readonly Tag[] {
  if (specifications.length > 1) throw invalid('The same resource type may not be specified more than once');
  const tags = specifications.flatMap(({ ResourceType: type, Tag: given = [] }) => {
    if (type === undefined) throw invalid('Tag specification resource type must have a value');
    if (type !== kind) throw invalid(`'${type}' is not a valid taggable resource type for this operation.`);
    if (given.length === 0) throw invalid('Tag specification must have at least one tag');
    return given.map(({ Key = '', Value = '' }) => ({ Key, Value }));
  });
  tags.forEach(({ Key }, index) => {
    if (tags.findIndex(other => other.Key === Key) < index) throw invalid(`Duplicate tag key '${Key}' specified.`);
  });
  for (const { Key, Value } of tags) {
    if (Key === '') throw invalid('Tag key cannot be empty.');
    if (/^aws:/i.test(Key)) throw invalid("Tag keys starting with 'aws:' are reserved for internal use");
    if (Key.length > LONGEST_KEY) throw invalid(`Tag key exceeds the maximum length of ${LONGEST_KEY} characters`);
    if (Value.length > LONGEST_VALUE) {
      throw invalid(`Tag value exceeds the maximum length of ${LONGEST_VALUE} characters`);
    }
  }
  if (tags.length > MOST_TAGS) {
    throw new AwsFault('TagLimitExceeded', `The maximum number of tags of a resource is ${MOST_TAGS}`);
  }
  return tags;
}

function invalid(message: string): AwsFault {
  return new AwsFault('InvalidParameterValue', message);
}

/** A new id: `subnet-0…`, or the one that the tag `_custom_id_` chooses. */
export function newId(kind: string, tags: readonly Tag[]): string {
  return tags.find(({ Key }) => Key === ID_TAG)?.Value ?? `${kind}-0${randomBytes(8).toString('hex')}`;
}

/** The member `tagSet` of an answer. */
export function describeTags(tags: readonly Tag[]): readonly object[] {
  return tags.map(({ Key, Value }) => ({ key: Key, value: Value }));
}
