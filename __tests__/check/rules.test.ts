import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

import { CHAPTERS, renderRuleDocs } from '../../src/commands/rule-docs.js';

const SOURCE = join(import.meta.dirname, '../../src');
/** Where rules live: those that need no AWS, and those of the preflight. */
const FOLDERS =
  /^(?:text|config|task-definition|appspec|artifacts|preflight)\/|^pipeline\/buildspec-(?:check|reader)|^image\/(?:build\/dockerfile|check\/(?:dockerfile-rules|build-inputs))\.ts|^steps\/(?:read-sources|prepare-service|check-task-definition|check-files|check-image-files|project)\.ts|^commands\/(?:check.*|read-file)\.ts/;
/** Functions that take a rule's name among their first two arguments. */
const RAISES = /^(?:report|refuse|problem|fail|warn|warning|error|tell[A-Z]\w*)$/;
/** What is raised in these rooms and is no finding of a check: it needs AWS's answer, or is a mistake of ours. */
const NO_RULES = new Set(['no-load-balancer', 'bug']);

/** The names of rules that the sources raise, with the files that do. */
function listRaised(): ReadonlyMap<string, ReadonlySet<string>> {
  const raised = new Map<string, Set<string>>();
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).map(path => path.replaceAll('\\', '/'));
  for (const file of files.filter(path => path.endsWith('.ts') && FOLDERS.test(path))) {
    const source = ts.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), ts.ScriptTarget.ES2023, true);
    const add = (node: ts.Node): void => {
      for (const code of listTexts(node)) raised.set(code, (raised.get(code) ?? new Set()).add(file));
    };
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') add(node.initializer);
      if (ts.isVariableDeclaration(node) && node.name.getText() === 'code' && node.initializer !== undefined)
        add(node.initializer);
      if (ts.isCallExpression(node) && RAISES.test(node.expression.getText().replace(/^this\./, '')))
        for (const argument of node.arguments.slice(0, 2)) add(argument);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return raised;
}

/** The texts that an expression may be, as far as they look like a rule's name. */
function listTexts(node: ts.Node): readonly string[] {
  if (ts.isStringLiteral(node)) return /^[a-z]+(?:-[a-z]+)*$/.test(node.text) ? [node.text] : [];
  if (ts.isConditionalExpression(node)) return [...listTexts(node.whenTrue), ...listTexts(node.whenFalse)];
  return ts.isParenthesizedExpression(node) ? listTexts(node.expression) : [];
}

describe('the table of rules', () => {
  const names = CHAPTERS.flatMap(({ rules }) => rules.map(({ name }) => name));
  const raised = listRaised();

  it('has every rule that is raised', () => {
    const known = new Set([...names, ...NO_RULES, 'error', 'warning']);
    const missing = [...raised].filter(([code]) => !known.has(code));
    expect(missing.map(([code, files]) => `${code}: ${[...files].join(', ')}`)).toEqual([]);
  });

  it('has no rule that nothing raises', () => {
    expect(names.filter(name => !raised.has(name))).toEqual([]);
    expect([...NO_RULES].filter(name => !raised.has(name))).toEqual([]);
  });

  it('has each rule once, with a sentence and what it rests on', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const rules = CHAPTERS.flatMap(chapter => chapter.rules);
    expect(rules.filter(({ says, source }) => !says.endsWith('.') || source === '')).toEqual([]);
  });

  it('is told in docs/rules.md', () => {
    expect(readFileSync(join(SOURCE, '../docs/rules.md'), 'utf8')).toBe(renderRuleDocs());
  });
});
