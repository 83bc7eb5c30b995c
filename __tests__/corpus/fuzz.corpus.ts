import { it } from '@jest/globals';

import { expectAllChecked } from '../real/fuzz-runs.js';
import { CORPUS, describeCorpus } from './corpus.js';

describeCorpus('files made from those of public repositories', 'taskdef', () => {
  it('are taken, 20,000 of them, without a crash, a hang or much memory', () => {
    expectAllChecked(20_000, [CORPUS]);
  }, 600_000);
});
