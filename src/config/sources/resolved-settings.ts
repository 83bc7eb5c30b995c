import type { SourceLocation } from '../../errors.js';
import { isAt, type Level, type ValuesAt } from '../table/setting.js';
import { SETTINGS, type SettingDefinition, type SettingName, type SettingValue } from '../table/settings-table.js';

/** How strong the source of a value is; the larger one wins. */
export const PRECEDENCE = { variable: 1, file: 2, environment: 3, given: 4, entry: 5 } as const;
export type Precedence = (typeof PRECEDENCE)[keyof typeof PRECEDENCE];

/** A setting as one source says it. */
export interface SourcedValue {
  /** Decoded by the setting's row; undefined where it could not be (the problem was told). */
  readonly value: unknown;
  readonly place: SourceLocation;
  readonly strength: Precedence;
}

/** What one source says. */
export type Layer = ReadonlyMap<SettingName, SourcedValue>;

/** All sources laid over one another. */
export interface Settings {
  /** The strongest value, else the table's default; the default too where it could not be decoded (a problem was told). */
  get<Name extends SettingName>(name: Name): SettingValue<Name>;
  /** The same for all settings of a table that are read at a level, under their keys. */
  getAll<At extends Level, Rows extends Table>(level: At, rows: Rows): ValuesAt<At, Rows>;
  /** The strongest that was said, without the default. */
  explicit(name: SettingName): SourcedValue | undefined;
  /** Where it is said, for problems about it; the bare name where it is not. */
  place(name: SettingName): SourceLocation;
  /** The same with a stronger source on top. */
  under(layer: Layer): Settings;
}

type Table = Readonly<Record<string, SettingDefinition>>;

const DEFAULTS: ReadonlyMap<SettingName, unknown> = new Map(SETTINGS.map(row => [row.name, row.default] as const));

/** The value that a setting has when nobody says it; undefined where the table has none. */
export function defaultOf(name: SettingName): unknown {
  return DEFAULTS.get(name);
}

/** @param layers the strongest first */
export function mergeLayers(layers: readonly Layer[]): Settings {
  const explicit = (name: SettingName): SourcedValue | undefined => layers.find(layer => layer.has(name))?.get(name);
  const get = (name: SettingName): unknown => explicit(name)?.value ?? defaultOf(name);
  return {
    explicit,
    // What a layer holds under a name was decoded by the row of that name, from which the types come.
    get: <Name extends SettingName>(name: Name) => get(name) as SettingValue<Name>,
    getAll: <At extends Level, Rows extends Table>(level: At, rows: Rows) =>
      Object.fromEntries(
        Object.entries(rows).flatMap(([key, row]) => (isAt(level, row) ? [[key, get(row.name)]] : []))
      ) as ValuesAt<At, Rows>,
    place: name => explicit(name)?.place ?? { path: name },
    under: layer => mergeLayers([layer, ...layers])
  };
}

/** Every setting at its default. */
export const NOTHING_SET = mergeLayers([]);
