import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readTaskDefinition } from '../../src/task-definition/index.js';
import { ProblemsError, type Problem } from '../../src/errors.js';
import { readDocument } from '../../src/text/document.js';

interface Judged {
  readonly definition: Readonly<Record<string, unknown>>;
  readonly mutations?: readonly string[];
  readonly unknown: readonly string[];
  readonly mistyped: readonly string[];
}

const COUNT = 10_000;
const SEED = 20_261_121;

function askBotocore(args: readonly string[], input = ''): readonly Judged[] {
  const script = fileURLToPath(new URL('generate_definitions.py', import.meta.url));
  const result = spawnSync('python3', [script, ...args], { input, encoding: 'utf8', maxBuffer: 1024 * 1024 * 1024 });
  if (result.status !== 0)
    throw new Error(`python3 with botocore is needed: ${result.error?.message ?? result.stderr}`);
  return result.stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Judged);
}

function problemsOf(definition: object): readonly Problem[] {
  try {
    readTaskDefinition(readDocument('td.json', new TextEncoder().encode(JSON.stringify(definition))), {
      unknownFields: 'error'
    });
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}

/** What the reader holds against it, as botocore tells it. */
function judge(definition: object): Pick<Judged, 'unknown' | 'mistyped'> {
  const problems = problemsOf(definition);
  const paths = (code: string) =>
    problems
      .filter(problem => problem.code === code)
      .map(({ place }) => place.path ?? '')
      .sort();
  return { unknown: paths('unknown-field'), mistyped: paths('wrong-type') };
}

/** Where the reader and botocore's validator are meant to differ: a definition, botocore's verdict, the reader's, and why. */
const container = (changes: object): object => ({ family: 'f', containerDefinitions: [{ name: 'c', ...changes }] });
const NOTHING = { unknown: [], mistyped: [] };
const DIFFERENCES: readonly (readonly [string, object, Pick<Judged, 'unknown' | 'mistyped'>, readonly string[]])[] = [
  [
    'a null means absent: describe outputs are full of them',
    container({ cpu: null }),
    { unknown: [], mistyped: ['containerDefinitions[0].cpu'] },
    []
  ],
  [
    'the read-only fields of a describe output are left out',
    { ...container({}), revision: 3, status: 'ACTIVE' },
    { unknown: ['revision', 'status'], mistyped: [] },
    []
  ],
  [
    'an empty string where ECS takes none is left out, with a warning',
    { ...container({}), networkMode: '' },
    NOTHING,
    []
  ],
  [
    'an empty string for a number is such a one',
    container({ cpu: '' }),
    { unknown: [], mistyped: ['containerDefinitions[0].cpu'] },
    []
  ],
  [
    "a word that an enum lacks is refused: ECS refuses it, botocore's validator does not look",
    { ...container({}), networkMode: 'vpc' },
    NOTHING,
    ['unknown-value networkMode']
  ],
  [
    'true is no number: to Python it is one',
    container({ cpu: true }),
    NOTHING,
    ['wrong-type containerDefinitions[0].cpu']
  ],
  [
    "a number beyond Java's Integer is refused: botocore's validator knows no bounds",
    container({ cpu: 2 ** 31 }),
    NOTHING,
    ['wrong-type containerDefinitions[0].cpu']
  ],
  [
    'a describe output may be wrapped',
    { taskDefinition: container({}), tags: [{ key: 'a', value: 'b' }] },
    { unknown: ['taskDefinition'], mistyped: [] },
    []
  ],
  [
    'names are looked at: ECS refuses those that it cannot use',
    { family: 'a b', containerDefinitions: [{}] },
    NOTHING,
    ['invalid-name family', 'missing-field containerDefinitions[0].name']
  ]
];

describe("botocore's validator", () => {
  it(`has the same verdict on unknown members and types of ${COUNT} task definitions made from its model`, () => {
    const judged = askBotocore([String(COUNT), String(SEED)]);
    expect(judged).toHaveLength(COUNT);
    const differing = judged.flatMap(({ definition, unknown, mistyped }) => {
      const ours = judge(definition);
      return JSON.stringify(ours) === JSON.stringify({ unknown, mistyped })
        ? []
        : [{ definition, ours, botocore: { unknown, mistyped } }];
    });
    expect(differing.slice(0, 3)).toEqual([]);
    // Both kinds of mistakes are there in thousands, and so are definitions without one.
    const count = (of: (one: Judged) => boolean): number => judged.filter(of).length;
    expect(count(({ unknown }) => unknown.length > 0)).toBeGreaterThan(2000);
    expect(count(({ mistyped }) => mistyped.length > 0)).toBeGreaterThan(2000);
    expect(count(({ unknown, mistyped }) => unknown.length + mistyped.length === 0)).toBe(COUNT / 4);
  }, 120_000);

  it('differs where it is meant to, and there only', () => {
    const judged = askBotocore(['--judge'], DIFFERENCES.map(([, definition]) => JSON.stringify(definition)).join('\n'));
    expect(judged).toHaveLength(DIFFERENCES.length);
    DIFFERENCES.forEach(([, definition, botocore, ours], index) => {
      expect({ unknown: judged[index]?.unknown, mistyped: judged[index]?.mistyped }).toEqual(botocore);
      expect(problemsOf(definition).map(({ code, place }) => `${code} ${place.path ?? ''}`)).toEqual(ours);
    });
  });
});
