import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { readPage, ROOT, type Block, type Page } from './pages.js';

const HANGUL = /\p{Script=Hangul}/u;
/** A comment as YAML and the shell have it. The path of a settings file in its first line is no prose. */
const COMMENT = /(?<=^|\s)# (?!\S*slipway\.yml$).*$/;

/** A heading with what stands under it, up to the next one of any level. */
interface Chapter {
  readonly level: number;
  readonly heading: string;
  readonly page: Page;
  readonly items: number;
  /** Of prose: what stands between empty lines. */
  readonly paragraphs: number;
}

function chaptersOf(path: string, text: string): readonly Chapter[] {
  const parts: string[][] = [];
  let inBlock = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) inBlock = !inBlock;
    if (!inBlock && /^#+ /.test(line)) parts.push([]);
    parts.at(-1)?.push(line);
  }
  return parts.map(([first = '', ...rest]) => {
    const [, marks = '', heading = ''] = /^(#+) (.*)$/.exec(first) ?? [];
    const prose = rest.join('\n').replaceAll(/^```[^]*?^```$/gm, '');
    return {
      level: marks.length,
      heading,
      page: readPage(`${path}, ${heading}`, rest.join('\n')),
      items: prose.split('\n').filter(line => line.startsWith('- ')).length,
      paragraphs: prose.split(/\n{2,}/).filter(part => part.trim() !== '').length
    };
  });
}

/** The block with its comments emptied: the columns where they begin stay. */
const codeOf = ({ language, mark, text }: Block): readonly string[] => [
  `${language} ${mark}`,
  ...text.split('\n').map(line => line.replace(COMMENT, '#'))
];

const commentsOf = ({ text }: Block): readonly string[] =>
  text.split('\n').flatMap(line => COMMENT.exec(line)?.[0] ?? []);

/** What a chapter holds that no translation changes. */
function skeletonOf({ page, items, paragraphs }: Chapter): object {
  const { blocks, codes, links, rows } = page;
  return {
    code: blocks.map(codeOf),
    items,
    paragraphs,
    // Words change their order within a sentence.
    links: links.map(({ target }) => (/^README(?:\.ko)?\.md$/.test(target) ? 'the other README' : target)).sort(),
    names: [...new Set(codes.map(({ target }) => target))].sort(),
    rows: rows.map(({ cells }) => [cells.length, ...cells.filter(cell => /^(?:`[^`]+`(?:, |$)|\d+$)+$/.test(cell))])
  };
}

const skeletons = (path: string, text: string): readonly (readonly [string, object])[] =>
  chaptersOf(path, text).map(chapter => [chapter.heading, skeletonOf(chapter)] as const);

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const ENGLISH = chaptersOf('README.md', read('README.md'));
const KOREAN = chaptersOf('README.ko.md', read('README.ko.md'));

describe('the Korean README', () => {
  it('has the chapters of the English one, level by level', () => {
    expect(ENGLISH.length).toBeGreaterThan(6);
    expect(KOREAN.map(({ level }) => level)).toEqual(ENGLISH.map(({ level }) => level));
  });

  it.each(ENGLISH.map((chapter, index) => [chapter.heading, chapter, KOREAN[index]] as const))(
    'has in "%s" the same code, names, links, items and rows',
    (_, english, korean) => {
      expect(korean && skeletonOf(korean)).toEqual(skeletonOf(english));
    }
  );

  it('speaks Korean: its headings, and the comments in its code', () => {
    const comments = KOREAN.flatMap(({ page }) => page.blocks.flatMap(commentsOf));
    expect(comments.length).toBeGreaterThan(3);
    expect(comments.filter(comment => !HANGUL.test(comment))).toEqual([]);
    expect(KOREAN.slice(1).filter(({ heading }) => !HANGUL.test(heading))).toEqual([]);
  });

  it('and the English one lead to each other', () => {
    expect(KOREAN[0]?.page.links[0]?.target).toBe('README.md');
    expect(ENGLISH[0]?.page.links[0]?.target).toBe('README.ko.md');
  });
});

describe('a README that fell behind', () => {
  const text =
    '# A\n\n`wait-for` [b](docs/b.md)\n\n- one\n\n```sh\nslipway ship   # go\n# slipway.yml\n```\n\n| `x` | 1 |\n';

  it.each([
    ['a name', '`wait-for`', 'wait-for'],
    ['a link', 'docs/b.md', 'docs/c.md'],
    ['an item', '- one', 'one'],
    ['a paragraph', '- one', 'Two.\n\n- one'],
    ['a command', 'slipway ship', 'slipway plan'],
    ['the column of a comment', 'ship   #', 'ship #'],
    ['a comment', '   # go', ''],
    ['the path of a settings file', '# slipway.yml', '# 설정'],
    ['a row', '| `x` | 1 |\n', ''],
    ['a number', '| 1 |', '| 2 |']
  ])('is found by %s', (_, from, to) => {
    expect(text).toContain(from);
    expect(skeletons('a.md', text.replace(from, to))).not.toEqual(skeletons('a.md', text));
  });

  it('is not found by words in another language', () => {
    const translated = text.replace('# A', '# 가').replace('- one', '- 하나').replace('# go', '# 배포');
    const [[, english] = [], [, korean] = []] = [skeletons('a.md', text)[0], skeletons('a.md', translated)[0]];
    expect(korean).toEqual(english);
  });
});
