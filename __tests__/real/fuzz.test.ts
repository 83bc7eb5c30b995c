import { it } from '@jest/globals';

import { expectAllChecked } from './fuzz-runs.js';

it('takes 100,000 files that nobody means without a crash, a hang or much memory', () => {
  expectAllChecked(100_000, []);
}, 600_000);
