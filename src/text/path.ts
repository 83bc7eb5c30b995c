/** A way into a document: keys of objects and indexes of lists, from the root. */
export type Path = readonly (string | number)[];

/**
 * Writes a path as people do: `containerDefinitions[0].image`. A key that is not a plain word is quoted:
 * `dockerLabels["com.example.team"]`. The root is the empty string.
 */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => text + formatPart(part, text === ''), '');
}

function formatPart(part: string | number, first: boolean): string {
  if (typeof part === 'number') return `[${part}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(part)) return `[${JSON.stringify(part)}]`;
  return first ? part : `.${part}`;
}

/** The name of a file, behind the last slash of its path; empty where the path ends in a slash. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
