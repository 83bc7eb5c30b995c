import { describe, expect, it } from '@jest/globals';

import { alignColumns, renderMarkdownTable } from '../../src/text/table.js';

describe('alignColumns', () => {
  it.each([
    ['no rows', [], []],
    ['one cell', [['a']], ['a']],
    [
      'columns',
      [
        ['a', 'bb'],
        ['aaa', 'b']
      ],
      ['a    bb', 'aaa  b']
    ],
    [
      'a column that is empty in every row',
      [
        ['a', '', 'c'],
        ['aa', '', 'cc']
      ],
      ['a   c', 'aa  cc']
    ],
    [
      'a cell that is empty',
      [
        ['a', '', 'c'],
        ['aa', 'b', '']
      ],
      ['a      c', 'aa  b']
    ],
    ['rows of unequal length', [['a'], ['aa', 'b']], ['a', 'aa  b']]
  ])('%s', (_name, rows, lines) => {
    expect(alignColumns(rows)).toEqual(lines);
  });
});

it('renders a table of Markdown', () => {
  expect(renderMarkdownTable(['A', ''], [['`a`', 'b']])).toBe('| A |  |\n| --- | --- |\n| `a` | b |');
});
