import type { Option } from '../config/option.js';
import { aliasesOf, OPTIONS } from '../config/options.js';
import type { Flag } from './arguments.js';

/** A flag for every setting, under each of its names. */
export function settingFlags(): readonly Flag[] {
  return OPTIONS.flatMap(option =>
    [option.name, ...aliasesOf(option).map(({ name }) => name)].map(name => ({ name, kind: flagKind(option) }))
  );
}

function flagKind({ kind }: Option): Flag['kind'] {
  if (kind === 'boolean') return 'switch';
  return kind === 'list' || kind === 'pairs' ? 'many' : 'one';
}
