import { SlipwayError } from '../errors.js';
import { OUTPUT_ROWS } from './outputs.js';
import type { Setting } from './options.js';
import { commonAliases, describeDefault, describeValues, groupOptions } from './wording.js';

/** The README where there is none yet: a title and the places for the tables. */
const EMPTY_README = `# Slipway

## Settings

<!-- settings:start -->
<!-- settings:end -->

## Outputs

<!-- outputs:start -->
<!-- outputs:end -->
`;

/**
 * Puts the tables of settings and outputs between their markers; all else stays as it is.
 *
 * @param readme the README as it is; undefined where there is none
 * @throws SlipwayError `slipway`: a marker is missing
 */
export function renderReadme(readme: string | undefined): string {
  const withSettings = replaceBetween(readme ?? EMPTY_README, 'settings', renderSettings());
  return replaceBetween(withSettings, 'outputs', renderOutputs());
}

function replaceBetween(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new SlipwayError({
      code: 'readme-marker',
      fault: 'slipway',
      what: `README.md has no ${start} with a ${end} after it.`,
      next: 'Put the two lines where the table shall be.'
    });
  }
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

function renderSettings(): string {
  return groupOptions()
    .map(
      ({ title, options }) =>
        `### ${title}\n\n${renderTable(['Setting', 'What it says', 'Default'], options.map(renderRow))}`
    )
    .join('\n\n');
}

function renderRow(option: Setting): readonly string[] {
  const values = commonAliases(option).map(({ name, values: meanings }) =>
    meanings === undefined
      ? `Also \`${name}\`.`
      : `Also \`${name}: true\` (\`${meanings.true}\`) or \`false\` (\`${meanings.false}\`).`
  );
  const what = [
    option.help,
    describeValues(option),
    ...values,
    option.example === undefined ? '' : `Example: \`${option.example}\`.`
  ];
  const from = option.env === undefined ? '' : `\`${option.env.join('`, `')}\``;
  const byDefault = [from, describeDefault(option)].filter(part => part !== '').join(', else ');
  return [`\`${option.name}\``, what.filter(part => part !== '').join(' '), byDefault];
}

function renderOutputs(): string {
  const rows = OUTPUT_ROWS.map(({ name, help, crossesJobs }) => [
    `\`${name}\``,
    help,
    crossesJobs === true ? 'yes' : ''
  ]);
  return renderTable(['Output', 'What it says', 'Safe to hand to another job'], rows);
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')))];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
