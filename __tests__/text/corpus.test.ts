import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { readDocument } from '../../src/text/document.js';

/** Real YAML from public repositories, kept beside the project and not in it; without it there is nothing to read here. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const files = ['buildspec', 'workflow'].flatMap(folder => {
  const path = join(CORPUS, folder);
  return existsSync(path) ? readdirSync(path).map(file => join(path, file)) : [];
});

describe('YAML of public repositories is read as js-yaml reads it', () => {
  it('is told apart from a corpus that moved', () => {
    expect(files.length === 0).toBe(!existsSync(CORPUS));
  });

  for (const path of files) {
    it(path.slice(CORPUS.length + 1), () => {
      const bytes = readFileSync(path);
      let expected: unknown;
      try {
        expected = load(new TextDecoder().decode(bytes), { schema: CORE_SCHEMA.withTags(mergeTag) });
      } catch {
        expect(() => readDocument('file.yml', bytes)).toThrow(/^file\.yml:\d+:\d+: /);
        return;
      }
      expect(readDocument('file.yml', bytes).value).toEqual(expected);
    });
  }
});
