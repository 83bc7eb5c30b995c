import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { ENTRIES, ROOMS, SHARED } from './rooms.js';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

interface Import {
  readonly from: string;
  /** A path below src, or a package's name. */
  readonly to: string;
  readonly typeOnly: boolean;
  readonly local: boolean;
}

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
    expect(SHARED.filter(room => ROOMS[room] === undefined)).toEqual([]);
    expect(imports.map(judge).filter(told => told !== undefined)).toEqual([]);
  });

  it.each([
    'image',
    'task-definition',
    'appspec',
    'artifacts',
    'rollout',
    'init',
    'preflight',
    'pipeline',
    'report',
    'context',
    'steps',
    'plan',
    'ship',
    'config',
    'text',
    'memoize',
    'retry',
    'errors',
    'ports',
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
    expect(refused('config/decode/decode.ts', 'rollout/ports', true)).toBe(true);
    expect(refused('rollout/compatibility.ts', 'config/config', false)).toBe(true);
    expect(refused('rollout/compatibility.ts', 'config/config', true)).toBe(false);
    expect(refused('rollout/compatibility.ts', '@aws-sdk/client-ecs', true, false)).toBe(true);
    expect(refused('image/publish.ts', 'node:fs', false, false)).toBe(true);
    expect(imports).toContainEqual({
      from: 'rollout/compatibility.ts',
      to: 'config/config',
      typeOnly: true,
      local: true
    });
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
