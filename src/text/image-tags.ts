/** `the tag v1`, `the tags v1, latest`. */
export function nameTags(tags: readonly string[]): string {
  return `the tag${tags.length === 1 ? '' : 's'} ${tags.join(', ')}`;
}
