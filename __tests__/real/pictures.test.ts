import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { renderGantt } from '../../src/report/gantt.js';
import { ROOT } from '../dist/sandbox.js';
import { withChromium, type Page } from './chromium.js';
import { renderPage } from './github-page.js';
import { runForPictures, SHOWN, type PictureRuns } from './picture-runs.js';
import { measurePng, shrinkPng } from './png.js';
import { renderTerminal } from './terminal-svg.js';

const FOLDER = join(ROOT, 'docs', 'pictures');
/** `npm run pictures` sets it: then the pictures are written from these runs. */
const WRITES = process.env['SLIPWAY_WRITE_PICTURES'] === 'true';
/** The column in which GitHub shows a summary, on a screen that is not small. */
const WIDTH = 980;
const DENSITY = 2;
const MOST_BYTES = 200_000;
/** A terminal of this size, of which the end is seen. */
const COLUMNS = 130;
const ROWS = 40;
const COLOURS = [
  ['light', false],
  ['dark', true]
] as const;
/** What Mermaid's grammar has meanings for, in the names of phases. */
const NAMES = [
  'a: b',
  'a #1; %%c',
  '"a" <b> `c` {d}',
  'section two',
  'Title',
  'click',
  'accDescr {',
  '::',
  'done',
  'crit'
];
const DAY = Date.UTC(2026, 0, 1, 12);

describe('the job summary in a real browser, drawn as GitHub does', () => {
  let runs: PictureRuns;
  const shots = new Map<string, Buffer>();
  let close: () => void = () => undefined;
  let open: (markdown: string, dark?: boolean) => Promise<Page>;

  beforeAll(async () => {
    runs = await runForPictures(WRITES ? 20 : 60, WRITES);
    await new Promise<void>((ready, failed) => {
      withChromium(async browser => {
        open = (markdown, dark = false) => browser.open(renderPage(markdown), { width: WIDTH, scale: DENSITY, dark });
        ready();
        await new Promise<void>(resolve => (close = resolve));
      }).catch(failed);
    });
  }, 120_000);

  afterAll(() => {
    close();
    if (!WRITES) return;
    mkdirSync(FOLDER, { recursive: true });
    for (const [name, png] of shots) writeFileSync(join(FOLDER, `${name}.png`), shrinkPng(png));
    for (const [name, printed] of runs.printed) {
      // The outputs come last, and are for programs.
      const [text = ''] = printed.split(/^outcome=/m);
      writeFileSync(
        join(FOLDER, `terminal-${name}.svg`),
        renderTerminal(text, COLUMNS, name === 'plan' ? Infinity : ROWS)
      );
    }
  }, 60_000);

  it.each(SHOWN.flatMap(name => COLOURS.map(([colour, dark]) => [name, colour, dark] as const)))(
    '%s, %s: every chart is drawn',
    async (name, colour, dark) => {
      const page = await open(runs.summaries.get(name) ?? '', dark);
      expect(await page.evaluate('draw()')).toEqual([]);
      expect(await page.evaluate('document.querySelectorAll(".chart svg rect.task").length')).toBeGreaterThan(1);
      expect(await page.evaluate('document.querySelectorAll("table td code").length')).toBeGreaterThan(3);
      shots.set(`${name}-${colour}`, await page.screenshot('main'));
    },
    30_000
  );

  it.each(['rolling', 'dry run'])('%s: nothing is left that GitHub could not draw', async name => {
    const page = await open(runs.summaries.get(name) ?? '');
    expect(await page.evaluate('draw()')).toEqual([]);
    expect(await page.evaluate('document.querySelector("article").innerText')).not.toMatch(
      /```|<\/?(?:details|t[dr])>/
    );
  });

  it('shows the container, its exit code and its last words before anything else of a failure', async () => {
    const page = await open(runs.summaries.get('failed') ?? '');
    await page.evaluate('draw()');
    const text = String(await page.evaluate('document.querySelector("article").innerText'));
    const parts = [
      'Rolled back: shop/web',
      'The container web exits with code 1',
      'Error: DATABASE_URL is not set',
      'Image',
      'Service events'
    ];
    const order = parts.map(part => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('draws a bar for every phase, whatever it is called', async () => {
    const bars = NAMES.map((phase, index) => ({
      phase,
      startedAt: DAY + index * 60_000,
      endedAt: DAY + (index + 1) * 60_000
    }));
    const page = await open(
      renderGantt([
        { title: 'click href "x": shop/web', bars, green: true },
        { title: 'section', bars, green: false }
      ])
    );
    expect(await page.evaluate('draw()')).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll(".chart svg rect.task").length')).toBe(NAMES.length * 2);
    const written = await page.evaluate(
      '[...document.querySelectorAll(".chart svg .sectionTitle")].map(each => each.textContent)'
    );
    expect(written).toEqual(['- click href x shop/web', '- section']);
  });

  it('writes the text of a chart in a size that can be read in that column', async () => {
    const page = await open(runs.summaries.get('good') ?? '');
    await page.evaluate('draw()');
    const heights = (await page.evaluate(
      '[...document.querySelectorAll(".chart svg .taskText, .chart svg .sectionTitle")].map(each => each.getBoundingClientRect().height)'
    )) as readonly number[];
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(12);
  });

  it('says it where Mermaid cannot read a chart', async () => {
    const page = await open('```mermaid\ngantt\n  dateFormat x\n  what is this\n```');
    expect(await page.evaluate('draw()')).toEqual([expect.stringMatching(/Parse error|Lexical error/)]);
  });

  it('pictures of a terminal have its letters and colours', async () => {
    const page = await open(
      renderTerminal('\u001b[1mBold\u001b[0m & <plain>\r\n\r\n  \u001b[31mred  and long\u001b[0m\r\n', 10)
    );
    const shown = await page.evaluate(
      '[...document.querySelectorAll("svg text")].map(each => [each.textContent, each.getAttribute("x"), getComputedStyle(each.lastElementChild ?? each).fill])'
    );
    const [plain, red] = ['rgb(230, 237, 243)', 'rgb(255, 123, 114)'];
    expect(shown).toEqual([
      ['Bold & <pl', '16', plain],
      ['ain>', '16', plain],
      ['red\u00a0\u00a0and', '32', red],
      ['long', '24', red]
    ]);
  });
});

describe('docs/pictures', () => {
  /** Where each picture stands, and the folder's path as that page writes it. */
  const PAGES = {
    failed: ['README.md', 'docs/pictures'],
    good: ['docs/artifacts.md', 'pictures'],
    advised: ['docs/time.md', 'pictures']
  } as const;

  it.each(SHOWN)('has the picture of the %s run, light and dark, and a page shows it', name => {
    for (const [colour] of COLOURS) {
      const file = join(FOLDER, `${name}-${colour}.png`);
      expect(measurePng(readFileSync(file)).width).toBe(WIDTH * DENSITY);
      expect(statSync(file).size).toBeLessThan(MOST_BYTES);
    }
    const [page, folder] = PAGES[name];
    const pictures = readFileSync(join(ROOT, page), 'utf8').match(/<picture>[^]*?<\/picture>/g) ?? [];
    const shown = pictures.find(each => each.includes(`${folder}/${name}-light.png`)) ?? '';
    expect(shown).toMatch(
      new RegExp(`<source media="\\(prefers-color-scheme: dark\\)" srcset="${folder}/${name}-dark\\.png"`)
    );
    expect(shown).toMatch(/<img [^>]*alt="[^"]{20,}"/);
  });
});
