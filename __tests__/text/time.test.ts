import { describe, expect, it } from '@jest/globals';

import { formatAgo, formatDateTime, formatElapsed, formatMoment, formatTimeOfDay } from '../../src/text/time.js';

const AT = Date.UTC(2026, 2, 1, 10, 0, 5, 999);

describe('moments', () => {
  it('are told by UTC, with whole seconds', () => {
    expect(formatDateTime(new Date(AT))).toBe('2026-03-01 10:00:05');
    expect(formatMoment(new Date(AT))).toBe('2026-03-01 10:00:05 UTC');
    expect(formatTimeOfDay(AT)).toBe('10:00:05');
  });

  it.each([
    [-5_000, '0 s ago'],
    [59_999, '59 s ago'],
    [60_000, '1 min ago'],
    [3_599_999, '59 min ago'],
    [3_600_000, '1 h ago'],
    [48 * 3_600_000 - 1, '47 h ago'],
    [48 * 3_600_000, '2 days ago']
  ])('%d ms before are %s', (past, text) => {
    expect(formatAgo(AT - past, AT)).toBe(text);
  });
});

describe('formatElapsed', () => {
  it.each([
    [-1, '        0 s'],
    [12_400, '       12 s'],
    [185_000, ' 3 min 05 s'],
    [3_600_000, '60 min 00 s']
  ])('%d ms are %j', (milliseconds, text) => {
    expect(formatElapsed(milliseconds)).toBe(text);
  });
});
