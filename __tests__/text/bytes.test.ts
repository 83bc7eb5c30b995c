import { describe, expect, it } from '@jest/globals';

import { formatBytes } from '../../src/text/bytes.js';

describe('a number of bytes', () => {
  it.each([
    [0, '0 bytes'],
    [-5, '0 bytes'],
    [1, '1 byte'],
    [812, '812 bytes'],
    [999, '999 bytes'],
    [1_000, '1.00 kB'],
    [1_304_000, '1.30 MB'],
    [9_994_999, '9.99 MB'],
    [9_995_000, '10.0 MB'],
    [24_060_000, '24.1 MB'],
    [99_960_000, '100 MB'],
    [999_499_999, '999 MB'],
    [999_500_000, '1.00 GB'],
    [10_300_000_000, '10.3 GB'],
    [5_000_000_000_000_000, '5000 TB']
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
