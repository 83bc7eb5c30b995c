import { wrap } from '../../text/format.js';
import type { SettingDefinition } from '../table/settings-table.js';
import { commonAliases, describeAlias, describeOption, groupOptions } from './descriptions.js';

/**
 * The settings as `--help` tells them: by group, one flag a paragraph, no line longer than `width` columns (a word that
 * is longer stays whole). Ends with a line feed.
 */
export function renderSettingsHelp(width = 96): string {
  return groupOptions()
    .map(({ title, options }) => `${title}\n\n${options.map(option => renderFlag(option, width)).join('\n')}\n`)
    .join('\n');
}

function renderFlag(option: SettingDefinition, width: number): string {
  const aliases = commonAliases(option).flatMap(alias => [
    `  --${alias.name}${alias.values === undefined ? '' : ' true|false'}`,
    ...wrap(describeAlias(option, alias), width, '      ')
  ]);
  return [
    `  --${option.name} ${placeholder(option)}`,
    ...wrap(describeOption(option), width, '      '),
    ...aliases
  ].join('\n');
}

function placeholder(option: SettingDefinition): string {
  switch (option.kind) {
    case 'boolean':
      return 'true|false';
    case 'integer':
      return `<${option.unit}>`;
    case 'enum':
      return option.values.length > 5 ? '<name>' : option.values.join('|');
    case 'list':
      return option.separator === 'comma' ? '<a,b,…>' : '<lines>';
    case 'words':
      return '<words>';
    case 'pairs':
      return '<NAME=value>';
    case 'objects':
      return '<YAML>';
    case 'string':
      return '<text>';
  }
}
