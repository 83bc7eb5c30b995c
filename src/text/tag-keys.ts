/**
 * Whether the key of a tag is one that only AWS's own services set, as CloudFormation does: `aws:` in any letter case. No API takes it: "aws:
 * prefixed tag key names are not allowed for external use".
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html
 */
export function isReservedTagKey(key: unknown): boolean {
  return typeof key === 'string' && /^aws:/i.test(key);
}
