import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { isThere, PAGES, pageOf, readPage, ROOT, type Page } from './pages.js';

/** What is wrong with the links of a page to what is in this repository. */
function findBroken(page: Page): readonly string[] {
  return page.links.flatMap(({ at, target }) => {
    if (/^(?:https?|mailto):/.test(target)) return [];
    const [path = '', anchor] = target.split('#');
    const file = path === '' ? page.path : normalize(join(dirname(page.path), path));
    if (!isThere(file)) return [`${at}: there is no ${file}`];
    if (anchor === undefined) return [];
    return file.endsWith('.md') && pageOf(file).anchors.includes(anchor) ? [] : [`${at}: ${file} has no #${anchor}`];
  });
}

describe('the pages', () => {
  it.each(PAGES.map(page => [page.path, page] as const))('%s links to what is there', (_, page) => {
    expect(findBroken(page)).toEqual([]);
  });

  it('are found broken where they are', () => {
    const page = readPage(
      'docs/wrong.md',
      '[a](nowhere.md) [b](act.md#no-such) [c](act.md) `[d](e.md)` <img src="x.png">'
    );
    expect(findBroken(page)).toEqual([
      'docs/wrong.md:1: there is no docs/nowhere.md',
      'docs/wrong.md:1: docs/act.md has no #no-such',
      'docs/wrong.md:1: there is no docs/x.png'
    ]);
  });

  it.each(PAGES.filter(({ path }) => /^docs\/[^/]+\.md$/.test(path)).map(({ path }) => path))(
    '%s is reached from the README',
    path => {
      expect(pageOf('README.md').links.map(({ target }) => target.replace(/#.*/, ''))).toContain(path);
    }
  );

  it('leave the README readable', () => {
    const { blocks, rows } = pageOf('README.md');
    expect(blocks.length).toBeGreaterThan(5);
    expect(rows.length).toBeLessThan(30);
    const prose = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(prose.split(/\s+/).length).toBeLessThan(1_000);
  });
});
