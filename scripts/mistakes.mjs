/**
 * Renders docs/mistakes.md from the table that the tests compare with the output of `slipway check`.
 *
 * @param {readonly import('../__tests__/check/mistake-table.js').Mistake[]} mistakes
 */
export function renderMistakeDocs(mistakes) {
  const chapters = mistakes.map(({ number, title, message, cases, note }) =>
    [
      `## ${number}. ${title}`,
      `Message: ${escape(message)}`,
      ...(cases.length === 0 ? [] : ['`slipway check` reports:']),
      ...(cases.length === 0 ? [] : [['```text', ...cases.map(({ line }) => line), '```'].join('\n')]),
      ...(cases.length === 0 ? [] : [`Rules: ${[...new Set(cases.map(({ rule }) => `\`${rule}\``))].join(', ')}.`]),
      ...(note === undefined ? [] : [note])
    ].join('\n\n')
  );
  const rows = mistakes.map(({ number, title, cases, note }) => {
    const rules = [...new Set(cases.map(({ rule }) => `\`${rule}\``))].join(', ');
    return `| ${number} | ${title} | ${rules === '' ? note : rules} |`;
  });
  const table = ['| | Mistake | Caught by |', '| --- | --- | --- |', ...rows].join('\n');
  return `${[INTRODUCTION, table, ...chapters].join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Made by \`npm run generate\` from __tests__/check/mistake-table.ts. Do not edit. -->

# Common deployment mistakes

Twenty-six common mistakes, and where each is caught. For each mistake that is visible in a file, a project under \`__tests__/check/mistakes/\` contains it.
The lines shown are the output of \`slipway check\` in that project. [Rules](rules.md) lists all rules.`;

/** @param {string} text */
function escape(text) {
  return text.replaceAll('<', '\\<');
}
