import type { SourceLocation } from '../../errors.js';
import type { SettingValue, SettingName } from '../table/settings-table.js';
import { SETTINGS } from '../table/settings-table.js';
import { decodeValue } from '../decode/values.js';

/** How strong the source of a value is; the larger one wins. */
export const PRECEDENCE = { variable: 1, file: 2, environment: 3, given: 4, entry: 5 } as const;
export type Precedence = (typeof PRECEDENCE)[keyof typeof PRECEDENCE];

/** A setting as one source says it. */
export interface SourcedValue {
  /** Decoded; undefined where it could not be (the problem was told). */
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
  /** The strongest that was said, without the default. */
  said(name: SettingName): SourcedValue | undefined;
  /** Where it is said, for problems about it; the bare name where it is not. */
  place(name: SettingName): SourceLocation;
  /** The same with a stronger source on top. */
  under(layer: Layer): Settings;
}

const DEFAULTS: ReadonlyMap<SettingName, unknown> = new Map(
  SETTINGS.flatMap(option => {
    if (option.default === undefined) return [];
    const raw = { form: 'text', text: option.default, place: {} } as const;
    return [[option.name, decodeValue(option, raw, () => undefined)] as const];
  })
);

/** The value that a setting has when nobody says it; undefined where the table has none. */
export function defaultOf(name: SettingName): unknown {
  return DEFAULTS.get(name);
}

/** @param layers the strongest first */
export function mergeLayers(layers: readonly Layer[]): Settings {
  const said = (name: SettingName): SourcedValue | undefined => layers.find(layer => layer.has(name))?.get(name);
  return {
    said,
    get: <Name extends SettingName>(name: Name) => (said(name)?.value ?? DEFAULTS.get(name)) as SettingValue<Name>,
    place: name => said(name)?.place ?? { path: name },
    under: layer => mergeLayers([layer, ...layers])
  };
}
