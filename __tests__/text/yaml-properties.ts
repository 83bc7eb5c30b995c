import { expect } from '@jest/globals';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';

import { readDocument } from '../../src/text/document.js';
import { catchProblems } from '../problems.js';
import type { Sample } from '../samples.js';

/** YAML is read as js-yaml reads it, or refused with its place where js-yaml refuses it; says whether it was taken. */
export function readsAsJsYaml({ name, bytes }: Sample): boolean {
  let expected: unknown;
  try {
    expected = load(new TextDecoder().decode(bytes), { schema: CORE_SCHEMA.withTags(mergeTag) });
  } catch {
    // The name is cut off: it may hold what means something in a pattern.
    const { message } = catchProblems(() => readDocument(name, bytes));
    expect(message.startsWith(name)).toBe(true);
    expect(message.slice(name.length)).toMatch(/^:\d+:\d+: /);
    return false;
  }
  expect(readDocument(name, bytes).value).toEqual(expected);
  return true;
}
