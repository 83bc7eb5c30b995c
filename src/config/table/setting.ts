/** The chapters in which settings are told to people, in this order. */
export const GROUPS = {
  where: 'Where and who',
  image: 'Image',
  files: 'Files',
  rollout: 'Rollout',
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
  readonly says: string;
  /** For a text that does not fit: what its writer most likely wants to do instead. */
  readonly advise?: (text: string) => string | undefined;
}

/** Another name for a setting; `values` turns what is said under the other name (`true` or `false`) into ours. */
export interface Alias {
  readonly name: string;
  readonly values?: Readonly<Record<'true' | 'false', string>>;
  /** The only scope that knows the name; absent: all that know the setting, inputs and flags too. */
  readonly only?: Scope;
}

/** What a setting is worth nothing without, when it is said as an input or a flag. */
export type Need = 'task-definition' | 'service' | 'services' | 'run-task' | 'build';

interface OptionBase {
  readonly name: string;
  readonly group: Group;
  /** One sentence for people. */
  readonly help: string;
  readonly example?: string;
  /** As it would be written as an input. */
  readonly default?: string;
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

export interface StringOption extends OptionBase {
  readonly kind: 'string';
  readonly form?: Form;
}

interface BooleanOption extends OptionBase {
  readonly kind: 'boolean';
}

export interface IntegerOption extends OptionBase {
  readonly kind: 'integer';
  readonly min: number;
  readonly max?: number;
  /** In the plural: `minutes`. */
  readonly unit: string;
}

export interface EnumOption extends OptionBase {
  readonly kind: 'enum';
  readonly values: readonly string[];
}

/** Texts. As an input one a line; `comma` also takes `a, b`. */
export interface ListOption extends OptionBase {
  readonly kind: 'list';
  readonly separator: 'line' | 'comma';
  /** What every entry must look like. */
  readonly form?: Form;
  readonly atLeastOne?: boolean;
}

/** A command line: a list of words, or a text that is split as a shell splits it. */
interface WordsOption extends OptionBase {
  readonly kind: 'words';
}

/** `NAME=value`, one a line, or a map. */
export interface PairsOption extends OptionBase {
  readonly kind: 'pairs';
  /** An empty value means nothing here. */
  readonly valueRequired?: boolean;
}

/** A list of maps in YAML (JSON is YAML); as an input the same in a block string. */
export interface ObjectsOption extends OptionBase {
  readonly kind: 'objects';
  /** Which settings an entry takes; absent: the entries are AWS's shapes. */
  readonly entries?: 'images' | 'services';
}

export type SettingRow =
  StringOption | BooleanOption | IntegerOption | EnumOption | ListOption | WordsOption | PairsOption | ObjectsOption;
