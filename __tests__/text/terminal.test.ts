import { describe, expect, it } from '@jest/globals';

import { keepColours, shorten, stripControls } from '../../src/text/terminal.js';

const ESC = '\u001b';

describe("what a terminal would obey in somebody else's text", () => {
  it.each([
    ['plain ✓ 배포\ttext\nand more', 'plain ✓ 배포\ttext\nand more', 'plain ✓ 배포\ttext\nand more'],
    [`${ESC}[31mred${ESC}[0m`, 'red', `${ESC}[31mred${ESC}[0m`],
    [`${ESC}[1;38;5;9mopen\nnext`, 'open\nnext', `${ESC}[1;38;5;9mopen${ESC}[0m\nnext`],
    [`${ESC}[2J${ESC}[1;1Hcleared`, 'cleared', 'cleared'],
    [`${ESC}]0;a title\u0007told`, 'told', 'told'],
    [`${ESC}]8;;https://example.com${ESC}\\link${ESC}]8;;${ESC}\\`, 'link', 'link'],
    [`${ESC}]0;never ended\nnext`, '\nnext', '\nnext'],
    [`50 %\r100 %\b\u0007\u0000`, '50 %100 %', '50 %100 %'],
    [`\u009b31mred, ${ESC}cend${ESC}`, 'red, end', 'red, end']
  ])('%j is %j without it, and %j where colours stay', (text, plain, coloured) => {
    expect(stripControls(text)).toBe(plain);
    expect(keepColours(text)).toBe(coloured);
  });

  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'longe… (1 more characters)'],
    ['ab😀cd', 3, 'ab… (3 more characters)']
  ])('%s shortened to %i characters is %s', (line, most, text) => {
    expect(shorten(line, most)).toBe(text);
  });
});
