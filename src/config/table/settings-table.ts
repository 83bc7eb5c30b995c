import type { NameValue } from '../config.js';
import type { Alias, SettingRow, Scope } from './setting.js';
import { FILES_OPTIONS } from './files.js';
import { IMAGE_OPTIONS } from './image.js';
import { REPORT_OPTIONS } from './report.js';
import { ROLLOUT_OPTIONS } from './rollout.js';
import { RUN_TASK_OPTIONS } from './run-task.js';
import { WHERE_OPTIONS } from './where.js';
import type { Data } from '../sources/source-value.js';

const TABLE = [
  ...WHERE_OPTIONS,
  ...IMAGE_OPTIONS,
  ...FILES_OPTIONS,
  ...ROLLOUT_OPTIONS,
  ...RUN_TASK_OPTIONS,
  ...REPORT_OPTIONS
] as const;

type Row = (typeof TABLE)[number];
export type SettingName = Row['name'];
/** A row of the table. */
export type SettingDefinition = SettingRow & { readonly name: SettingName };

/**
 * The one table of settings. Action inputs, keys of `slipway.yml`, flags of the command, `action.yml`, the JSON schema,
 * `docs/settings.md` and `--help` all come from it.
 */
export const SETTINGS: readonly SettingDefinition[] = TABLE;

type RowOf<Name extends SettingName> = Extract<Row, { readonly name: Name }>;

interface ValueOfKind {
  string: string;
  boolean: boolean;
  integer: number;
  list: readonly string[];
  words: readonly string[];
  pairs: readonly NameValue[];
  objects: readonly Data[];
}

/** The TypeScript type of a setting's decoded value. */
type ValueOf<Name extends SettingName> =
  RowOf<Name> extends { readonly kind: 'enum'; readonly values: readonly (infer Value)[] }
    ? Value
    : ValueOfKind[Exclude<RowOf<Name>['kind'], 'enum'>];

/** The same, or undefined where the table has no default. */
export type SettingValue<Name extends SettingName> =
  RowOf<Name> extends { readonly default: string } ? ValueOf<Name> : ValueOf<Name> | undefined;

/** Where a setting is said: `given` as an input or flag, or in one of the file's scopes. */
export type SettingScope = 'given' | Scope;

export interface Found {
  readonly option: SettingDefinition;
  /** Present where the setting was called by another name. */
  readonly alias: Alias | undefined;
}

const BY_NAME = new Map<string, Found>();
for (const option of SETTINGS) {
  BY_NAME.set(option.name, { option, alias: undefined });
  for (const alias of aliasesOf(option)) BY_NAME.set(alias.name, { option, alias });
}

/** The setting of a name or alias, whether or not it may be said at a given place. */
export function findSetting(name: string): Found | undefined {
  return BY_NAME.get(name);
}

/** Whether a setting may be called by this name at this place. */
export function isAllowed({ option, alias }: Found, saidIn: SettingScope): boolean {
  if (alias?.only !== undefined && alias.only !== saidIn) return false;
  return saidIn === 'given' || option.scopes.includes(saidIn);
}

/** All names and aliases that are taken there, in the table's order. */
export function namesIn(saidIn: SettingScope): string[] {
  return [...BY_NAME].filter(([, found]) => isAllowed(found, saidIn)).map(([name]) => name);
}

/** The other names of a setting; none where the table names none. */
export function aliasesOf(option: SettingRow): readonly Alias[] {
  return option.aliases ?? [];
}
