import { renderMarkdownTable } from '../../text/table.js';
import { OUTPUTS } from '../outputs.js';
import type { SettingDefinition } from '../table/settings-table.js';
import { commonAliases, describeDefault, describeValues, groupOptions } from './descriptions.js';

const HEAD = `<!-- Made by \`npm run generate\` from the tables of settings and outputs in src/config. Do not edit. -->

# Settings and outputs

Each setting is an input of the Action, a flag of the command and, except for \`config\` and \`github-token\`, a key of \`slipway.yml\`, always under the same name. Inputs and flags take precedence over \`environments.<name>\` in the file, then the top level of the file, then AWS's and GitHub's own environment variables. A list or map replaces one of lower precedence as a whole.`;

/** The text of `docs/settings.md`: the tables of all settings and outputs. */
export function renderSettingsPage(): string {
  return [HEAD, renderSettings(), '## Outputs', renderOutputs()].join('\n\n') + '\n';
}

function renderSettings(): string {
  return groupOptions()
    .map(
      ({ title, options }) =>
        `## ${title}\n\n${renderTable(['Setting', 'Description', 'Default'], options.map(renderRow))}`
    )
    .join('\n\n');
}

function renderRow(option: SettingDefinition): readonly string[] {
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
  const byDefault = [from, describeDefault(option)].filter(part => part !== '').join(', otherwise ');
  return [`\`${option.name}\``, what.filter(part => part !== '').join(' '), byDefault];
}

function renderOutputs(): string {
  const rows = OUTPUTS.map(({ name, help, crossesJobs }) => [`\`${name}\``, help, crossesJobs === true ? 'yes' : '']);
  return renderTable(['Output', 'Description', 'Safe to pass to another job'], rows);
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return renderMarkdownTable(
    head,
    rows.map(row => row.map(cell => cell.replaceAll('|', '\\|')))
  );
}
