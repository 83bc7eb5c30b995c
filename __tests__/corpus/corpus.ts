import { join } from 'node:path';

import { describe, it } from '@jest/globals';

import { listSamples, type Sample, type SampleKind } from '../samples.js';

/** Real files from public repositories, which belong to others: they are kept beside the project and not in it. */
export const CORPUS = join(import.meta.dirname, '../../../shared/corpus');

/** Tests on the real files of a kind; where they are not there, it says so, and one test is skipped. */
export function describeCorpus(name: string, kind: SampleKind, body: (samples: readonly Sample[]) => void): void {
  const samples = listSamples(kind, CORPUS);
  describe(name, () => {
    if (samples.length > 0) {
      body(samples);
    } else {
      // Jest tells nothing of a suite in which everything is skipped.
      process.stderr.write(`SKIPPED: ${name}: there are none in ../shared/corpus/${kind} beside the project.\n`);
      it.skip('are not there', () => undefined);
    }
  });
}

/** The tables of what is found in a file know it by the number that its name begins with. */
export function numberOf({ name }: Sample): string {
  return name.slice(0, 3);
}
