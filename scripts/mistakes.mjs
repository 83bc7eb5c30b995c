/**
 * docs/mistakes.md, from the table of mistakes that the tests hold `slipway check` to.
 *
 * @param {readonly import('../__tests__/check/mistake-table.js').Mistake[]} mistakes
 */
export function renderMistakeDocs(mistakes) {
  const chapters = mistakes.map(({ number, title, message, cases, note }) =>
    [
      `## ${number}. ${title}`,
      `What is seen today: ${escape(message)}`,
      ...(cases.length === 0 ? [] : ['What `slipway check` says:']),
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

# Mistakes that end deployments

Twenty-six mistakes as they are seen in the field, and where each is caught. Those that a file shows have a project that makes them under
\`__tests__/check/mistakes/\`; the sentences are what \`slipway check\` says there. [Rules](rules.md) lists all rules.`;

/** @param {string} text */
function escape(text) {
  return text.replaceAll('<', '\\<');
}
