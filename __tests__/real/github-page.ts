import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { Marked } from 'marked';

const require = createRequire(import.meta.url);

/** Mermaid's own code, to be given to a page. */
const MERMAID = readFileSync(require.resolve('@mermaid-js/tiny'), 'utf8').replaceAll('</script', '<\\/script');

/** A job summary as a page that looks as GitHub shows it, in the reader's choice of colours. Mermaid draws when `draw()` is called. */
export function renderPage(markdown: string): string {
  return `<!doctype html>
<html><head><meta charset="utf-8"><style>${STYLE}</style></head>
<body><main><div class="job">deploy summary</div><article>${renderMarkdown(markdown)}</article></main>
<script>${MERMAID}</script><script>${DRAW}</script></body></html>`;
}

/** GitHub's Markdown as HTML; a fence of Mermaid is a `pre` of class `chart-source`. */
function renderMarkdown(markdown: string): string {
  const marked = new Marked({
    gfm: true,
    renderer: {
      code({ text, lang }) {
        return lang === 'mermaid'
          ? `<pre class="chart-source">${escape(text)}</pre>\n`
          : `<pre><code>${escape(text)}</code></pre>\n`;
      }
    }
  });
  return marked.parse(markdown, { async: false });
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Draws each chart in its place as wide as the column; resolves to what Mermaid says of those that it cannot read. */
const DRAW = `
async function draw() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default', securityLevel: 'strict', gantt: { useWidth: 1200 } });
  const errors = [];
  for (const [index, place] of [...document.querySelectorAll('pre.chart-source')].entries()) {
    try {
      const { svg } = await mermaid.render('chart' + index, place.textContent);
      const chart = document.createElement('div');
      chart.className = 'chart';
      chart.innerHTML = svg;
      place.replaceWith(chart);
    } catch (error) {
      errors.push(String(error));
    }
  }
  return errors;
}`;

const STYLE = `
:root { --text: #1f2328; --quiet: #59636e; --page: #ffffff; --box: #ffffff; --code: #f6f8fa; --inline: #818b981f; --line: #d1d9e0; --link: #0969da; --row: #f6f8fa; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f0f6fc; --quiet: #9198a1; --page: #0d1117; --box: #0d1117; --code: #151b23; --inline: #656c7633; --line: #3d444d; --link: #4493f8; --row: #151b23; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 "Liberation Sans", Arial, "Noto Color Emoji", sans-serif; }
main { margin: 16px; border: 1px solid var(--line); border-radius: 6px; background: var(--box); }
.job { padding: 12px 16px; border-bottom: 1px solid var(--line); font-size: 14px; font-weight: 600; }
article { padding: 24px 32px 16px; }
article > :first-child { margin-top: 0; }
h2, h3 { margin: 24px 0 16px; line-height: 1.25; }
h2 { font-size: 24px; padding-bottom: 7px; border-bottom: 1px solid var(--line); }
h3 { font-size: 20px; }
p, blockquote, table, pre, details, ul { margin: 0 0 16px; }
a { color: var(--link); text-decoration: underline; text-underline-offset: 3px; }
blockquote { padding: 0 16px; color: var(--quiet); border-left: 4px solid var(--line); }
blockquote > :last-child { margin-bottom: 0; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid var(--line); }
tr { background: var(--page); }
tr:nth-child(2n) { background: var(--row); }
code, pre { font-family: "Liberation Mono", monospace; }
code { padding: 3px 6px; border-radius: 6px; background: var(--inline); font-size: 13.6px; }
pre { padding: 16px; border-radius: 6px; background: var(--code); font-size: 13.6px; line-height: 1.45; overflow: hidden; }
pre code { padding: 0; background: none; font-size: inherit; }
summary { cursor: pointer; }
.chart { margin: 0 0 16px; padding: 16px; border: 1px solid var(--line); border-radius: 6px; }
.chart svg { display: block; width: 100%; }
`;
