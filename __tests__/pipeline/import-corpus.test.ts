import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { decodeAll } from '../../src/config/decode.js';
import { ProblemsError } from '../../src/errors.js';
import { readBuildspec } from '../../src/pipeline/buildspec-reader/reader.js';
import { importBuildspec } from '../../src/pipeline/import/import.js';
import { readDocument } from '../../src/text/document.js';

/** Real buildspecs from public repositories, kept beside the project and not in it; without them there is nothing to read. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus/buildspec');
const files = existsSync(CORPUS) ? readdirSync(CORPUS).sort() : [];

describe('buildspecs of public repositories', () => {
  it('is told apart from a corpus that moved', () => {
    expect(files.length === 0).toBe(!existsSync(CORPUS));
  });

  for (const file of files) {
    it(`${file} becomes settings that are taken, and each note has its line`, () => {
      const bytes = readFileSync(join(CORPUS, file));
      const { text, notes } = importBuildspec(readBuildspec(readDocument(file, bytes)));
      const document = readDocument('slipway.yml', new TextEncoder().encode(text));
      const source = { sha: undefined, keepTokens: true };
      const { config, problems } = decodeAll({ given: {}, givenFrom: 'flag', file: document, env: {}, source });
      expect(problems).toEqual([]);
      expect(config.images.length).toBeGreaterThan(0);
      // No account gets into the settings, but as a cache that the buildspec names whole.
      expect(text.replace(/^ +- \d{12}\.dkr\.ecr.*$/gm, '').replace(/^#.*$/gm, '')).not.toMatch(/\d{12}/);
      for (const { place } of notes)
        expect(place).toMatchObject({ file, line: expect.any(Number), column: expect.any(Number) });
    });

    it(`${file} is read or refused wherever it breaks off`, () => {
      const bytes = readFileSync(join(CORPUS, file));
      for (let length = 0; length < bytes.length; length += 97) {
        try {
          importBuildspec(readBuildspec(readDocument(file, bytes.subarray(0, length))));
        } catch (error) {
          if (!(error instanceof ProblemsError)) throw error;
          for (const { place } of error.problems) expect(place).toMatchObject({ file, line: expect.any(Number) });
        }
      }
    });
  }
});
