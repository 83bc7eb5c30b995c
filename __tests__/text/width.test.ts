import { describe, expect, it } from '@jest/globals';

import { displayWidth, fitWidth, stripDirections } from '../../src/text/width.js';

describe('the columns of a text on a terminal', () => {
  it.each([
    ['', 0],
    ['web', 3],
    ['결제', 4],
    ['배포 api', 8],
    ['ｆｕｌｌ', 8],
    ['e\u0301', 1],
    ['a\u200db', 2],
    ['🚀', 2],
    ['👩‍💻', 2],
    ['🇰🇷', 2],
    ['❤\ufe0f', 2],
    ['✓ …', 3]
  ])('of %j are %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it.each([
    ['web', 3, 'web'],
    ['website', 4, 'web…'],
    ['결제 서비스', 6, '결제 …'],
    ['결제 서비스', 4, '결…'],
    ['🚀🚀', 3, '🚀…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['web', 1, '…'],
    ['web', 0, '']
  ])('%j in %d is %j', (text, columns, fitting) => {
    expect(fitWidth(text, columns)).toBe(fitting);
    expect(displayWidth(fitWidth(text, columns))).toBeLessThanOrEqual(columns);
  });

  it('leaves out what turns the direction', () => {
    expect(stripDirections('a\u202eb\u2066c\u200f')).toBe('abc');
  });
});
