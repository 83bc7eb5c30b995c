import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { CHAPTERS, renderRuleDocs } from '../../src/commands/rule-docs.js';

// That each rule is raised and listed needs no test: see RuleList.
describe('the rules', () => {
  const rules = CHAPTERS.flatMap(chapter => chapter.rules);
  const names = rules.map(({ name }) => name);

  it('are each there once, with a sentence and what they rest on', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(rules.filter(({ name }) => !/^[a-z]+(?:-[a-z]+)*$/.test(name))).toEqual([]);
    expect(rules.filter(({ description: says, source }) => !says.endsWith('.') || source === '')).toEqual([]);
  });

  it('are told in docs/rules.md', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/rules.md'), 'utf8')).toBe(renderRuleDocs());
  });
});
