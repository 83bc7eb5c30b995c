/** Whether a text matches a filter of ECR's, in which `*` stands for any number of characters. */
export function matchesWildcard(filter: string, text: string): boolean {
  const pattern = filter.split('*').map(part => part.replace(/[.\\+?^$()[\]{}|-]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(text);
}
