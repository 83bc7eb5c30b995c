import { expect } from '@jest/globals';

import { decodeAll } from '../../src/config/decode/decode.js';
import { ProblemsError } from '../../src/errors.js';
import { checkBuildspec } from '../../src/pipeline/buildspec-check/check.js';
import { readBuildspec } from '../../src/pipeline/buildspec-reader/reader.js';
import { importBuildspec } from '../../src/pipeline/import/import.js';
import { readDocument } from '../../src/text/document.js';
import type { Sample } from '../samples.js';

// What holds of any buildspec, whoever wrote it: asked of the fixtures, and of the corpus where it is at hand.

/** The lines that a rule speaks of. */
export function linesOf({ name, bytes }: Sample, rule: string): readonly (number | undefined)[] {
  return checkBuildspec(readBuildspec(readDocument(name, bytes)))
    .filter(({ code }) => code === rule)
    .map(({ place }) => place.line);
}

/** It becomes settings that are taken, and each note has its line. */
export function expectImported({ name, bytes }: Sample): void {
  const { text, notes } = importBuildspec(readBuildspec(readDocument(name, bytes)));
  const file = readDocument('slipway.yml', new TextEncoder().encode(text));
  const source = { sha: undefined, keepTokens: true };
  const { config, problems } = decodeAll({ given: {}, givenFrom: 'flag', file, env: {}, source });
  expect(problems).toEqual([]);
  expect(config.images.length).toBeGreaterThan(0);
  // No account gets into the settings, but as a cache that the buildspec names whole.
  expect(text.replace(/^ +- \d{12}\.dkr\.ecr.*$/gm, '').replace(/^#.*$/gm, '')).not.toMatch(/\d{12}/);
  for (const { place } of notes)
    expect(place).toMatchObject({ file: name, line: expect.any(Number), column: expect.any(Number) });
}

/** It is read, or refused with a line, wherever it breaks off, looked at each `step` bytes. */
export function expectReadOrRefused({ name, bytes }: Sample, step: number): void {
  for (let length = 0; length < bytes.length; length += step) {
    try {
      importBuildspec(readBuildspec(readDocument(name, bytes.subarray(0, length))));
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      for (const { place } of error.problems) expect(place).toMatchObject({ file: name, line: expect.any(Number) });
    }
  }
}
