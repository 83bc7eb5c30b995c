import { RuleList, type RuleName } from '../errors.js';

export const YAML = 'https://yaml.org/spec/1.2.2/';
export const JSON_GRAMMAR = 'https://www.rfc-editor.org/rfc/rfc8259';

export const SOURCE_RULES = new RuleList();
export const DUPLICATE_KEY = SOURCE_RULES.add(
  'duplicate-key',
  'error',
  'An object has the same key twice; readers differ in which one counts.',
  `${YAML}#3213-node-comparison`
);
const INVALID_NUMBER = SOURCE_RULES.add(
  'invalid-number',
  'error',
  'A number cannot be represented exactly. Put it in quotes.',
  `${JSON_GRAMMAR}#section-6`
);
export const TOO_DEEP = SOURCE_RULES.add(
  'too-deep',
  'error',
  'Objects and lists are nested more than 100 deep.',
  'a limit of Slipway'
);
export const TOO_LARGE = SOURCE_RULES.add(
  'too-large',
  'error',
  'A file holds more than 20,000 values (aliases expanded), a task definition more than 65,536 bytes, or imagedefinitions.json more than 100 KB.',
  "a limit of Slipway; ECS answers: “Max allowed length is '65536' bytes.”; https://docs.aws.amazon.com/codepipeline/latest/userguide/file-reference.html"
);

/** A document as it is written: values with their offsets in the text, keys in source order. */
export type SourceNode = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly offset: number;
  readonly entries: readonly MapEntry[];
}

export interface MapEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: SourceNode;
}

interface ListNode {
  readonly kind: 'list';
  readonly offset: number;
  readonly items: readonly SourceNode[];
}

interface ScalarNode {
  readonly kind: 'scalar';
  readonly offset: number;
  readonly value: string | number | boolean | null;
  /** As written, without quotes: `1.10` for the number 1.1. */
  readonly source: string;
  /** What stands in the file where that is another text: a YAML scalar whose lines are joined. */
  readonly written?: string | undefined;
}

/** Something that stops a document from being read, at an offset of the text. */
export interface SyntaxProblem {
  readonly code: RuleName;
  readonly offset: number;
  readonly what: string;
  readonly next: string;
}

/** Nesting deeper than this is refused: no file of AWS's or ours comes near, and a reader must not run out of stack. */
export const MAX_DEPTH = 100;
/**
 * A document that stands for more values than this (YAML aliases multiply) is refused. The largest task definition that ECS takes, 65,536
 * bytes, has fewer; with each of them wrong, telling all of it stays below a second.
 */
export const MAX_VALUES = 20_000;

/** Thrown inside the readers; `readDocument` turns it into a ProblemsError with line and column. */
export class DocumentSyntaxError extends Error {
  readonly problems: readonly SyntaxProblem[];

  constructor(problems: readonly SyntaxProblem[]) {
    super(problems.map(problem => problem.what).join('\n'));
    this.problems = problems;
  }
}

/** The same key twice in one map: which one counts differs from reader to reader, so neither is taken. */
export function findDuplicateKeys(entries: readonly MapEntry[], lineOf: (offset: number) => number): SyntaxProblem[] {
  const seen = new Map<string, number>();
  const problems: SyntaxProblem[] = [];
  for (const { key, keyOffset } of entries) {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, keyOffset);
    else
      problems.push({
        code: DUPLICATE_KEY.name,
        offset: keyOffset,
        what: `The key ${JSON.stringify(key)} is written twice in the same object, first in line ${lineOf(first)}.`,
        next: 'Keep one of the two.'
      });
  }
  return problems;
}

/** A number that JavaScript cannot hold exactly would be changed on its way. */
export function findInexactNumber(value: number, source: string, offset: number): SyntaxProblem | undefined {
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (exact) return undefined;
  const what = `The number ${source.slice(0, 40)} is too large to be kept exactly.`;
  return { code: INVALID_NUMBER.name, offset, what, next: 'Write it in quotes if it is a string.' };
}
