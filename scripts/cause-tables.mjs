import { putBetween } from './room-graph.mjs';

const BEGIN = '<!-- causes: made by `npm run generate` from src/causes/table -->';
const END = '<!-- /causes -->';

/**
 * Puts the table of causes into docs/troubleshooting.md, between its two marks.
 *
 * @param {string} page
 * @param {Pick<typeof import('../src/causes/table.js'), 'CHAPTERS'> & Pick<typeof import('../src/causes/cause.js'), 'fillFacts'>} modules
 */
export function putCauses(page, { CHAPTERS, fillFacts }) {
  const chapters = CHAPTERS.map(({ title, causes }) => {
    const rows = causes.flatMap(({ routine, message, what, advice, deterministic, source }) =>
      routine === true
        ? []
        : [
            `| \`${message}\` | ${tell(what, fillFacts)} | ${PASSES[String(deterministic)]} | ${tell(advice, fillFacts)} [Source](${source}) |`
          ]
    );
    return [`### ${title}`, '', '| Message | Cause | Passes? | Fix |', '| --- | --- | --- | --- |', ...rows].join('\n');
  });
  return putBetween(page, 'docs/troubleshooting.md', [BEGIN, END], chapters.join('\n\n'));
}

/** Whether it may go better the next time. @type {Readonly<Record<string, string>>} */
const PASSES = { true: 'no', false: 'yes', unknown: 'it may' };

/**
 * @param {string} template
 * @param {typeof import('../src/causes/cause.js').fillFacts} fillFacts
 */
function tell(template, fillFacts) {
  return fillFacts(template, {}).replaceAll('|', '\\|').replaceAll('<', '\\<');
}
