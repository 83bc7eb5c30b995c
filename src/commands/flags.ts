import type { SettingRow } from '../config/table/setting.js';
import { aliasesOf, SETTINGS } from '../config/table/settings-table.js';
import type { Flag } from './arguments.js';
import type { Command } from './command.js';

/** Every flag of a command: its own, then the settings that it takes, under each of their names. */
export function flagsOf({ flags, settings }: Pick<Command, 'flags' | 'settings'>): readonly Flag[] {
  if (settings === 'none') return flags;
  const accepts = typeof settings === 'function' ? settings : () => true;
  const accepted = SETTINGS.filter(({ name, group }) => accepts(name, group));
  return [...flags, ...accepted.flatMap(settingFlags)];
}

function settingFlags(option: SettingRow): readonly Flag[] {
  return [option.name, ...aliasesOf(option).map(({ name }) => name)].map(name => ({
    name,
    kind: kindOf(option),
    isSetting: true
  }));
}

function kindOf({ kind }: SettingRow): Flag['kind'] {
  if (kind === 'boolean') return 'switch';
  return kind === 'list' || kind === 'pairs' ? 'many' : 'one';
}
