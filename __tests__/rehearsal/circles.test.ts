import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../src/rehearsal/', import.meta.url));

/** Each file of the built-in AWS and those of them that it imports, types too; by their paths under `src/rehearsal`. */
function readImports(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
  return new Map(
    files.map(file => {
      const named = readFileSync(join(ROOT, file), 'utf8').matchAll(/ from '(\.{1,2}\/[^']+)\.js'/g);
      return [file, [...named].map(([, path = '']) => `${join(dirname(file), path)}.ts`)];
    })
  );
}

/** What is left when files that import nothing that is left are taken away, again and again: the circles and what leans on them. */
function findCircles(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const left = new Map(imports);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [file, others] of left) if (!others.some(other => left.has(other))) left.delete(file);
  }
  return [...left.keys()];
}

describe('the files of the built-in AWS', () => {
  it('import each other in no circle', () => {
    expect(readImports().size).toBeGreaterThan(80);
    expect(findCircles(readImports())).toEqual([]);
  });

  it('would be found in one', () => {
    const circle = new Map([
      ['a', ['b', 'c']],
      ['b', ['a']],
      ['c', ['d']],
      ['d', []]
    ]);
    expect(findCircles(circle)).toEqual(['a', 'b']);
  });
});
