/**
 * A pattern in which `*` stands for any characters and `?` for one; behind a backslash each stands for itself.
 *
 * @param flags `i` where letter case does not count
 * @param one what `?` stands for, as a regular expression: EC2's may stand for nothing
 */
export function compileWildcards(pattern: string, flags: 'i' | '', one: '[^]' | '[^]?' = '[^]'): RegExp {
  const source = pattern.replace(/\\[*?\\]|[\s\S]/g, part => {
    if (part === '*') return '[^]*';
    if (part === '?') return one;
    return part.slice(-1).replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, flags);
}
