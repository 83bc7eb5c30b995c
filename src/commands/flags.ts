import type { Option } from '../config/option.js';
import { aliasesOf, OPTIONS } from '../config/options.js';
import type { Flag } from './arguments.js';
import type { Command } from './command.js';

/** Every flag of a command: its own, then the settings that it takes, under each of their names. */
export function flagsOf({ flags, settings }: Pick<Command, 'flags' | 'settings'>): readonly Flag[] {
  if (settings === 'none') return flags;
  const accepts = typeof settings === 'function' ? settings : () => true;
  const accepted = OPTIONS.filter(({ name, group }) => accepts(name, group));
  return [...flags, ...accepted.flatMap(settingFlags)];
}

function settingFlags(option: Option): readonly Flag[] {
  return [option.name, ...aliasesOf(option).map(({ name }) => name)].map(name => ({ name, kind: kindOf(option) }));
}

function kindOf({ kind }: Option): Flag['kind'] {
  if (kind === 'boolean') return 'switch';
  return kind === 'list' || kind === 'pairs' ? 'many' : 'one';
}
