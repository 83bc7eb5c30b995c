import { OUTPUTS } from './outputs.js';
import type { Setting } from './options.js';
import { commonAliases, describeDefault, describeValues, groupOptions } from './wording.js';

const HEAD = `<!-- Made by \`npm run generate\` from the tables of settings and outputs in src/config. Do not edit. -->

# Settings and outputs

Each setting is an input of the Action, a flag of the command and, but for \`config\` and \`github-token\`, a key of \`slipway.yml\`, under the
same name. An input or flag counts before \`environments.<name>\` of the file, that before the top of the file, and that before AWS's and GitHub's own
variables. A list or map takes the place of a weaker one whole.`;

/** The text of `docs/settings.md`: the tables of all settings and outputs. */
export function renderSettingsPage(): string {
  return [HEAD, renderSettings(), '## Outputs', renderOutputs()].join('\n\n') + '\n';
}

function renderSettings(): string {
  return groupOptions()
    .map(
      ({ title, options }) =>
        `## ${title}\n\n${renderTable(['Setting', 'What it says', 'Default'], options.map(renderRow))}`
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
  const rows = OUTPUTS.map(({ name, help, crossesJobs }) => [`\`${name}\``, help, crossesJobs === true ? 'yes' : '']);
  return renderTable(['Output', 'What it says', 'Safe to hand to another job'], rows);
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')))];
  return lines.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
