import type { Alias, Scope, SettingRow, ValueOf } from './setting.js';
import { BUILD_SETTINGS } from './build.js';
import { FILES_SETTINGS } from './files.js';
import { GATE_SETTINGS } from './gate.js';
import { IMAGE_SETTINGS, PUBLISH_SETTINGS } from './image.js';
import { REPORT_SETTINGS } from './report.js';
import { ROLLOUT_SETTINGS } from './rollout.js';
import { RUN_TASK_SETTINGS } from './run-task.js';
import { WHERE_SETTINGS } from './where.js';

const TABLE = [
  ...Object.values(WHERE_SETTINGS),
  ...Object.values(IMAGE_SETTINGS),
  ...Object.values(BUILD_SETTINGS),
  ...Object.values(PUBLISH_SETTINGS),
  ...Object.values(FILES_SETTINGS),
  ...Object.values(ROLLOUT_SETTINGS),
  ...Object.values(GATE_SETTINGS),
  ...Object.values(RUN_TASK_SETTINGS),
  ...Object.values(REPORT_SETTINGS)
];

type Row = (typeof TABLE)[number];
export type SettingName = Row['name'];
/** A row of the table. */
export type SettingDefinition = SettingRow & { readonly name: SettingName };

/**
 * The one table of settings. Action inputs, keys of `slipway.yml`, flags of the command, `action.yml`, the JSON schema,
 * `docs/settings.md` and `--help` all come from it.
 */
export const SETTINGS: readonly SettingDefinition[] = TABLE;

/** The TypeScript type of a setting's decoded value, by the setting's name. */
export type SettingValue<Name extends SettingName> = ValueOf<Extract<Row, { readonly name: Name }>>;

/** Where a setting is said: `given` as an input or flag, or in one of the file's scopes. */
export type SettingScope = 'given' | Scope;

export interface SettingMatch {
  readonly option: SettingDefinition;
  /** Present where the setting was called by another name. */
  readonly alias: Alias | undefined;
}

const BY_NAME = new Map<string, SettingMatch>();
for (const option of SETTINGS) {
  BY_NAME.set(option.name, { option, alias: undefined });
  for (const alias of aliasesOf(option)) BY_NAME.set(alias.name, { option, alias });
}

/** The setting of a name or alias, whether or not it may be said at a given place. */
export function findSetting(name: string): SettingMatch | undefined {
  return BY_NAME.get(name);
}

/** Whether a setting may be called by this name at this place. */
export function isAllowed({ option, alias }: SettingMatch, scope: SettingScope): boolean {
  if (alias?.only !== undefined && alias.only !== scope) return false;
  return scope === 'given' || option.scopes.includes(scope);
}

/** All names and aliases that are taken there, in the table's order. */
export function namesIn(scope: SettingScope): string[] {
  return [...BY_NAME].filter(([, found]) => isAllowed(found, scope)).map(([name]) => name);
}

/** The other names of a setting; none where the table names none. */
export function aliasesOf(option: SettingRow): readonly Alias[] {
  return option.aliases ?? [];
}
