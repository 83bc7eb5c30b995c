import type { Data } from '../sources/source-value.js';

/** The chapters in which settings are told to people, in this order. */
export const GROUPS = {
  where: 'Where and who',
  image: 'Image',
  files: 'Files',
  rollout: 'Rollout',
  gate: 'Gates, and deployments in progress',
  'run-task': 'A task before the rollout',
  report: 'Report'
} as const;
export type Group = keyof typeof GROUPS;

/**
 * A place where a setting may be said, apart from inputs and flags, which take all of them: the top of `slipway.yml`,
 * an overlay under `environments`, an entry of `images`, an entry of `services`.
 */
export type Scope = 'file' | 'environments' | 'images' | 'services';

export const FILE_ONLY = ['file'] as const;
export const SHARED = ['file', 'environments'] as const;
export const PER_IMAGE = ['file', 'environments', 'images'] as const;
export const PER_SERVICE = ['file', 'environments', 'services'] as const;

/** What a text must look like: a regular expression (whole text, ECMA 262) and the words for it. */
export interface Form {
  readonly pattern: string;
  /** Completes "expected …". */
  readonly description: string;
  /** For a text that does not fit: what its writer most likely wants to do instead. */
  readonly advise?: (text: string) => string | undefined;
}

/** Another name for a setting; `values` turns what is said under the other name (`true` or `false`) into ours. */
export interface Alias<Value extends string = string> {
  readonly name: string;
  readonly values?: Readonly<Record<'true' | 'false', Value>>;
  /** The only scope that knows the name; absent: all that know the setting, inputs and flags too. */
  readonly only?: Scope;
}

/** What a setting is worth nothing without, when it is said as an input or a flag. */
export type Need = 'task-definition' | 'service' | 'services' | 'run-task' | 'build' | 'cache' | 'gate' | 'deployment';

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

interface RowBase<Value> {
  /** As users write it: an input, a flag, a key of `slipway.yml`. */
  readonly name: string;
  readonly group: Group;
  /** One sentence for people. */
  readonly help: string;
  readonly example?: string;
  /** The value where nobody sets it; absent: undefined, or what `defaultText` says. */
  readonly default?: Value;
  /** The default in words, where it is not a value or a value is not telling. */
  readonly defaultText?: string;
  readonly scopes: readonly Scope[];
  readonly aliases?: readonly Alias[];
  /** AWS's and GitHub's own variables that stand in for it; the first that is set counts. */
  readonly env?: readonly string[];
  readonly needs?: Need;
  /** What was got is not repeated in messages: it may hold a secret. */
  readonly sensitive?: boolean;
}

export interface StringRow extends RowBase<string> {
  readonly kind: 'string';
  readonly form?: Form;
}

interface BooleanRow extends RowBase<boolean> {
  readonly kind: 'boolean';
}

export interface IntegerRow extends RowBase<number> {
  readonly kind: 'integer';
  readonly min: number;
  readonly max?: number;
  /** In the plural: `minutes`. */
  readonly unit: string;
}

export interface EnumRow extends RowBase<string> {
  readonly kind: 'enum';
  readonly values: readonly string[];
}

/** Texts. As an input one a line; `comma` also takes `a, b`. */
export interface ListRow extends RowBase<readonly string[]> {
  readonly kind: 'list';
  readonly separator: 'line' | 'comma';
  /** What every entry must look like. */
  readonly form?: Form;
  readonly atLeastOne?: boolean;
}

/** A command line: a list of words, or a text that is split as a shell splits it. */
interface WordsRow extends RowBase<readonly string[]> {
  readonly kind: 'words';
}

/** `NAME=value`, one a line, or a map. */
export interface PairsRow extends RowBase<readonly []> {
  readonly kind: 'pairs';
  /** An empty value means nothing here. */
  readonly valueRequired?: boolean;
}

/** A list of maps in YAML (JSON is YAML); as an input the same in a block string. What is in them, their reader checks. */
export interface ObjectsRow extends RowBase<never> {
  readonly kind: 'objects';
  /** Which settings an entry takes; absent: the entries are AWS's shapes. */
  readonly entries?: 'images' | 'services';
}

export interface RowByKind {
  readonly string: StringRow;
  readonly boolean: BooleanRow;
  readonly integer: IntegerRow;
  readonly enum: EnumRow;
  readonly list: ListRow;
  readonly words: WordsRow;
  readonly pairs: PairsRow;
  readonly objects: ObjectsRow;
}

export type SettingKind = keyof RowByKind;
export type SettingRow = RowByKind[SettingKind];

/** What the decoder of each kind returns. */
export interface ValueByKind {
  readonly string: string;
  readonly boolean: boolean;
  readonly integer: number;
  readonly enum: string;
  readonly list: readonly string[];
  readonly words: readonly string[];
  readonly pairs: readonly NameValue[];
  readonly objects: readonly Data[];
}

type DecodedValue<Row extends SettingRow> = Row extends EnumRow ? Row['values'][number] : ValueByKind[Row['kind']];

/** A row's value: one of an enum's `values`, else as its kind says; undefined too where the row has no default. */
export type ValueOf<Row extends SettingRow> = Row extends { readonly default: unknown }
  ? DecodedValue<Row>
  : DecodedValue<Row> | undefined;

/** The settings of a topic, each under the name of its property in the `Config`. */
export type SettingRows = Readonly<Record<string, SettingRow>>;

/** The default of an enum, and what its aliases stand for, are among its values. */
type Consistent<Rows> = {
  readonly [Key in keyof Rows]: Rows[Key] extends { readonly values: readonly (infer Value extends string)[] }
    ? { readonly default?: Value; readonly aliases?: readonly Alias<Value>[] }
    : unknown;
};

/** A table of settings, from which TypeScript takes the type of each value. */
export function defineSettings<const Rows extends SettingRows>(rows: Rows & Consistent<Rows>): Rows {
  return rows;
}

/**
 * Whose value of a setting may differ within a run: an entry's of `images` or of `services`, as its `scopes` say; the others have one
 * value for the `run`.
 */
export type Level = 'run' | 'images' | 'services';

type LevelOf<Row extends SettingRow> = [Row['scopes'][number] & Level] extends [never]
  ? 'run'
  : Row['scopes'][number] & Level;

/** The keys of the settings at a level. `images` and `services` are none: their entries are read one by one. */
type KeysAt<At extends Level, Rows extends SettingRows> = {
  [Key in keyof Rows]: Rows[Key] extends { readonly entries: string }
    ? never
    : At extends LevelOf<Rows[Key]>
      ? Key
      : never;
}[keyof Rows];

type ValuesOf<Rows extends SettingRows, Key extends keyof Rows> = { readonly [At in Key]: ValueOf<Rows[At]> };

/** The values of a table's settings at a level, under their keys. */
export type ValuesAt<At extends Level, Rows extends SettingRows> = ValuesOf<Rows, KeysAt<At, Rows>>;

/** Whether a row's value is one of `ValuesAt` this level. */
export function isAt(level: Level, row: SettingRow): boolean {
  if (row.kind === 'objects' && row.entries !== undefined) return false;
  const own = row.scopes.filter(scope => scope === 'images' || scope === 'services');
  return own.length === 0 ? level === 'run' : own.some(scope => scope === level);
}
