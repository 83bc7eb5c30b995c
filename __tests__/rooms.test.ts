import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  /** A path below src, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly local: boolean;
}

interface Rules {
  /** Rooms whose values may be used. Types may be taken from these and from `types`. */
  readonly values: readonly string[];
  readonly types?: readonly string[];
  /** Packages and Node's own modules. */
  readonly packages?: RegExp;
}

const SHARED = ['errors', 'ports', 'outcome', 'cancelled', 'cancellation', 'text'];
const PURE_NODE = /^node:(crypto|util|path|buffer)$/;

/** Who may lean on whom. A room is a folder of src, or a file of its top. Data goes from the top of this list down, never back. */
const ROOMS: Readonly<Record<string, Rules>> = {
  errors: { values: [] },
  ports: { values: [], types: ['errors'], packages: /^node:http$/ },
  outcome: { values: [] },
  cancelled: { values: ['errors'] },
  cancellation: { values: ['cancelled'], types: ['ports'] },
  text: { values: ['errors'], packages: /^(js-yaml|jsonc-parser)$/ },
  config: { values: SHARED, packages: /^js-yaml$/ },
  image: { values: SHARED, types: ['config', 'aws/shapes'], packages: PURE_NODE },
  artifacts: { values: SHARED, types: ['config', 'image', 'aws/shapes'], packages: /^js-yaml$/ },
  rollout: {
    values: [...SHARED, 'aws/errors', 'aws/console'],
    types: ['config', 'image', 'artifacts', 'aws/shapes'],
    packages: PURE_NODE
  },
  // A service that runs in, the files of a project out.
  starter: {
    values: [...SHARED, 'config', 'image', 'artifacts', 'rollout', 'aws/errors'],
    types: ['aws/shapes'],
    packages: /^js-yaml$/
  },
  // What must be there, looked at and never changed.
  preflight: {
    values: [...SHARED, 'artifacts/definition-file', 'aws/errors'],
    types: ['config', 'image', 'artifacts', 'rollout', 'aws/shapes']
  },
  // What is asked in, the files of CodePipeline out.
  pipeline: {
    values: [...SHARED, 'config', 'image', 'artifacts', 'aws/calls', 'preflight/value-from', 'preflight/wishes'],
    packages: /^(js-yaml|unbash|node:(crypto|path|buffer))$/
  },
  report: {
    values: [...SHARED, 'aws/console'],
    types: ['config', 'image', 'artifacts', 'rollout', 'preflight', 'aws/shapes']
  },
  aws: {
    values: SHARED,
    types: ['config', 'image', 'rollout', 'preflight'],
    packages: /^((@aws-sdk|@smithy)\/|node:(stream|https?)$)/
  },
  host: { values: SHARED, packages: /^(node:|@actions\/|https?-proxy-agent$)/ },
  // The steps of the story, each with the world in its hands.
  job: {
    values: [...SHARED, 'config', 'image', 'artifacts', 'rollout', 'aws/errors'],
    types: ['aws/shapes', 'pipeline'],
    packages: PURE_NODE
  },
  // The same story told before it happens.
  forecast: {
    values: [...SHARED, 'config', 'image', 'artifacts', 'rollout', 'preflight', 'report/forecast', 'aws/calls', 'job'],
    packages: PURE_NODE
  },
  // The story: ship.ts, its forecast plan.ts, and run.ts, which gives both the world. At the top of src.
  ship: {
    values: [...SHARED, 'config', 'image', 'rollout', 'report', 'aws', 'job', 'forecast'],
    packages: PURE_NODE
  },
  // A program of its own: it shares the words for errors and AWS's service model, and none of the logic that it is there to test.
  rehearsal: { values: [...SHARED, 'artifacts/model'], packages: /^(node:|js-yaml$)/ }
};
/** Entries wire everything. */
const ENTRIES = new Set(['bundle', 'index', 'post', 'cli', 'commands']);

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => path.split(sep).join('/'));

const imports = files.flatMap(readImports);

function readImports(from: string): Import[] {
  const text = readFileSync(join(SOURCE, from), 'utf8');
  const statements =
    /^(?:import|export)\s+(type\s)?[^;'"]*?\bfrom\s+'([^']+)'|^import\s+()'([^']+)'|\bimport\(\s*()'([^']+)'/gm;
  return [...text.matchAll(statements)].map(match => {
    const target = match[2] ?? match[4] ?? match[6] ?? '';
    const local = target.startsWith('.');
    const to = local ? posix.join(posix.dirname(from), target).replace(/\.js$/, '') : target;
    return { from, to, typeOnly: match[1] !== undefined, local };
  });
}

function roomOf(path: string): string {
  const first = path.split('/')[0] ?? '';
  const name = first.replace(/\.ts$/, '');
  const isTop = !files.some(file => file.startsWith(`${first}/`));
  return isTop && ROOMS[name] === undefined && !ENTRIES.has(name) ? 'ship' : name;
}

/** What is wrong with an import; undefined where nothing is. */
function judge({ from, to, typeOnly, local }: Import): string | undefined {
  const room = roomOf(from);
  if (ENTRIES.has(room)) return undefined;
  const rules = ROOMS[room];
  if (rules === undefined) return `${from} is in the room ${room}, which has no rules: give it a line in ROOMS`;
  if (local) {
    const covers = (allowed: string): boolean => to === allowed || to.startsWith(`${allowed}/`);
    if (roomOf(to) === room || rules.values.some(covers)) return undefined;
    if ((rules.types ?? []).some(covers)) return typeOnly ? undefined : `${from} takes more than types from ${to}`;
    return `${from} leans on ${to}, which is no room before it`;
  }
  return rules.packages?.test(to) === true ? undefined : `${from} imports ${to}`;
}

describe('the house', () => {
  it('has its imports in one direction, and each package in its room', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports.map(judge).filter(told => told !== undefined)).toEqual([]);
  });

  it.each([
    'image',
    'rollout',
    'preflight',
    'pipeline',
    'report',
    'job',
    'forecast',
    'ship',
    'config',
    'artifacts',
    'text',
    'errors',
    'outcome'
  ])('%s has no clock, no chance and no environment but what it is given', room => {
    const impure =
      /\b(Date\.now|performance\.now|Math\.random|process\.[a-z]\w*|setTimeout|setInterval|setImmediate|fetch)\b|\bnew Date\(\)/g;
    const found = files
      .filter(path => roomOf(path) === room)
      .flatMap(path => [...withoutComments(path).matchAll(impure)].map(match => `${path}: ${match[0]}`));
    expect(found).toEqual([]);
  });

  it('ends the process in its entries only', () => {
    const found = files.filter(
      path => !ENTRIES.has(roomOf(path)) && /\bprocess\.exit(Code)?\b/.test(withoutComments(path))
    );
    expect(found).toEqual([]);
  });

  it('has no two files that import each other, not even by way of others, nor for a type', () => {
    expect(findCircles(new Map(files.map(file => [file, importsOf(file)])))).toEqual([]);
    const circle = new Map([
      ['a', ['b', 'c']],
      ['b', ['a']],
      ['c', ['d']],
      ['d', []]
    ]);
    expect(findCircles(circle)).toEqual(['a', 'b']);
  });

  it('can say no', () => {
    const refused = (from: string, to: string, typeOnly: boolean, local = true): boolean =>
      judge({ from, to, typeOnly, local }) !== undefined;
    expect(refused('config/decode.ts', 'rollout/ports', true)).toBe(true);
    expect(refused('rollout/check.ts', 'config/config', false)).toBe(true);
    expect(refused('rollout/check.ts', 'config/config', true)).toBe(false);
    expect(refused('rollout/check.ts', '@aws-sdk/client-ecs', true, false)).toBe(true);
    expect(refused('image/publish.ts', 'node:fs', false, false)).toBe(true);
    expect(imports).toContainEqual({ from: 'rollout/check.ts', to: 'config/config', typeOnly: true, local: true });
  });
});

function importsOf(file: string): readonly string[] {
  return imports.filter(({ from, local }) => from === file && local).map(({ to }) => `${to}.ts`);
}

/** What is left when files that import nothing that is left are taken away, again and again: the circles and what leans on them. */
function findCircles(importsByFile: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Map(importsByFile);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [file, others] of left) if (!others.some(other => left.has(other))) left.delete(file);
  }
  return [...left.keys()];
}

function withoutComments(path: string): string {
  return readFileSync(join(SOURCE, path), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '');
}
