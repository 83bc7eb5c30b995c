import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What stands between two fences. */
export interface Block {
  /** `docs/oidc.md:12`, the line of the first fence. */
  readonly at: string;
  /** The first word behind the fence. */
  readonly language: string;
  /** What follows it: `fragment` is YAML of another program. */
  readonly mark: string;
  readonly text: string;
  /** The second-level heading that it stands under; blocks of one chapter belong together. */
  readonly chapter: string;
}

interface Link {
  readonly at: string;
  readonly target: string;
}

export interface Page {
  /** From the project's root. */
  readonly path: string;
  readonly blocks: readonly Block[];
  /** As GitHub makes them from the headings. */
  readonly anchors: readonly string[];
  readonly links: readonly Link[];
  /** What stands between single backticks outside of blocks. */
  readonly codes: readonly Link[];
  /** The rows of all tables, cells without their padding, under the heading above them. */
  readonly rows: readonly { readonly at: string; readonly heading: string; readonly cells: readonly string[] }[];
}

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder)).flatMap(name => (name.endsWith('.md') ? [join(folder, name)] : []));

/** Every page that a user reads. */
export const PAGES: readonly Page[] = [
  ...markdownIn('.'),
  ...markdownIn('docs'),
  ...readdirSync(join(ROOT, 'examples')).flatMap(name => markdownIn(join('examples', name)))
].map(path => readPage(path, readFileSync(join(ROOT, path), 'utf8')));

export function pageOf(path: string): Page {
  const found = PAGES.find(page => page.path === path);
  if (found === undefined) throw new Error(`There is no page ${path}.`);
  return found;
}

export function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** Reads the parts of a Markdown text that the tests hold to something. */
export function readPage(path: string, text: string): Page {
  const blocks: Block[] = [];
  const headings: string[] = [];
  const links: Link[] = [];
  const codes: Link[] = [];
  const rows: Page['rows'][number][] = [];
  let open: { language: string; mark: string; line: number; lines: string[] } | undefined;
  let chapter = '';
  for (const [index, line] of text.split('\n').entries()) {
    const at = `${path}:${index + 1}`;
    const [, fence, language = '', mark = ''] = /^\s*(```+)(\S*) ?(.*)$/.exec(line) ?? [];
    if (open !== undefined) {
      if (fence === undefined) open.lines.push(line);
      else {
        blocks.push({ ...open, at: `${path}:${open.line}`, text: `${open.lines.join('\n')}\n`, chapter });
        open = undefined;
      }
      continue;
    }
    if (fence !== undefined) {
      open = { language, mark, line: index + 1, lines: [] };
      continue;
    }
    const [, level = '', heading] = /^(#+) (.*)$/.exec(line) ?? [];
    if (heading !== undefined) {
      headings.push(heading);
      if (level.length <= 2) chapter = heading;
    }
    if (/^\|.*\|$/.test(line) && !/^[|\s:-]+$/.test(line))
      rows.push({ at, heading: headings.at(-1) ?? '', cells: splitRow(line) });
    for (const [, , code = ''] of line.matchAll(/(`+)(.+?)\1(?!`)/g)) codes.push({ at, target: code.trim() });
    const prose = line.replace(/(`+)(.+?)\1(?!`)/g, '');
    for (const [, target = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) links.push({ at, target });
    for (const [, target = ''] of prose.matchAll(/(?:src|srcset|href)="([^"\s]+)"/g)) links.push({ at, target });
  }
  if (open !== undefined) throw new Error(`${path}:${open.line}: this block has no end.`);
  return { path, blocks, anchors: makeAnchors(headings), links, codes, rows };
}

function splitRow(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim());
}

/** https://github.com/gjtorikian/html-pipeline, TableOfContentsFilter: lower case, no punctuation, hyphens for spaces, numbered when twice. */
function makeAnchors(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map(heading => {
    const plain = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replaceAll(' ', '-');
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    return times === 0 ? plain : `${plain}-${times}`;
  });
}
