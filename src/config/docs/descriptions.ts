import { listNames } from '../../text/format.js';
import { GROUPS, type Alias, type Group } from '../table/setting.js';
import { aliasesOf, SETTINGS, type SettingDefinition } from '../table/settings-table.js';
import { describeRange } from '../decode/values.js';

/** The settings of each group in the table's order, groups in theirs. */
export function groupOptions(): readonly { readonly title: string; readonly options: readonly SettingDefinition[] }[] {
  return (Object.keys(GROUPS) as Group[]).map(group => ({
    title: GROUPS[group],
    options: SETTINGS.filter(option => option.group === group)
  }));
}

/** What a setting takes, in one sentence; empty for any text. */
export function describeValues(option: SettingDefinition): string {
  switch (option.kind) {
    case 'boolean':
      return '`true` or `false`.';
    case 'integer':
      return `${capitalize(describeRange(option))}.`;
    case 'enum':
      return `One of ${listNames(
        option.values.map(value => `\`${value}\``),
        'or'
      )}.`;
    case 'list':
      return option.separator === 'comma' ? 'One per line, or separated by commas.' : 'One per line.';
    case 'pairs':
      return '`NAME=value`, one per line.';
    case 'objects':
      return 'A YAML list.';
    case 'string':
    case 'words':
      return '';
  }
}

/** The default for people: `3600`, `what AWS does`; empty where there is none. */
export function describeDefault(option: SettingDefinition): string {
  if (option.defaultText !== undefined) return option.defaultText;
  const written = String(option.default ?? '');
  return written === '' ? '' : `\`${written}\``;
}

/** All that is to be said of a setting, on one line. */
export function describeOption(option: SettingDefinition): string {
  const byDefault = describeDefault(option);
  return [
    option.help,
    describeValues(option),
    option.env === undefined ? '' : `If not set, ${listNames(option.env, 'or')} is used.`,
    byDefault === '' ? '' : `Default: ${byDefault}.`
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

/** `The same as appspec.`; for a name with values of its own what they mean. */
export function describeAlias(option: SettingDefinition, alias: Alias): string {
  if (alias.values === undefined) return `Same as \`${option.name}\`.`;
  return `\`true\` means \`${option.name}: ${alias.values.true}\`, \`false\` means \`${option.name}: ${alias.values.false}\`.`;
}

/** The other names that inputs and flags know. */
export function commonAliases(option: SettingDefinition): readonly Alias[] {
  return aliasesOf(option).filter(alias => alias.only === undefined);
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
