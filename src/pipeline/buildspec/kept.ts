import { ProblemsError } from '../../errors.js';
import { readDocument } from '../../text/document.js';
import { isRecord } from '../../text/record.js';

/** What no setting says, and a person may have added. */
const KEPT = ['reports', 'cache'];

/**
 * The `reports` and `cache` of an earlier buildspec, each as it was written, with the comments above and in it. What is no YAML has
 * nothing to keep.
 */
export function keepParts(text: string): readonly string[] {
  if (text.trim() === '') return [];
  const document = read(text);
  if (!isRecord(document?.value)) return [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const starts = Object.keys(document.value).map(key => (document.place([key]).line ?? 1) - 1);
  return Object.keys(document.value).flatMap((key, index) => {
    const start = starts[index];
    if (!KEPT.includes(key) || start === undefined) return [];
    const after = starts.filter(line => line > start);
    const end = after.length === 0 ? lines.length : withoutComments(lines, Math.min(...after));
    const part = lines.slice(withoutComments(lines, start), end).join('\n').trim();
    return [`${part}\n`];
  });
}

/** Whether an earlier buildspec says reports, which CodeBuild's role must be allowed to write. */
export function keepsReports(text: string): boolean {
  const value = text.trim() === '' ? undefined : read(text)?.value;
  return isRecord(value) && Object.hasOwn(value, 'reports');
}

/** The line where the comments begin that stand right above this one. */
function withoutComments(lines: readonly string[], index: number): number {
  let first = index;
  while (first > 0 && lines[first - 1]?.startsWith('#') === true) first -= 1;
  return first;
}

function read(text: string): ReturnType<typeof readDocument> | undefined {
  try {
    return readDocument('buildspec.yml', new TextEncoder().encode(text));
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}
