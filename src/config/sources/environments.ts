import type { TextDocument } from '../../text/document.js';
import { isRecord, keysOf, own } from '../../text/record.js';

/**
 * The runs that a settings file is for: one for each of its `environments`, undefined for one without. Where there are environments, the
 * top alone counts only if it names a task definition itself; else it is what they have in common.
 */
export function listEnvironments(document: TextDocument | undefined): readonly (string | undefined)[] {
  const { value } = document ?? { value: undefined };
  const overlays = isRecord(value) ? own(value, 'environments') : undefined;
  const names = isRecord(overlays) ? keysOf(overlays) : [];
  if (names.length === 0) return [undefined];
  const isWhole = isRecord(value) && Object.hasOwn(value, 'task-definition') && !Object.hasOwn(value, 'environment');
  return isWhole ? [undefined, ...names] : names;
}
