import type { Place } from '../errors.js';
import type { Got, OptionName } from './options.js';
import { OPTIONS } from './options.js';
import { decodeValue } from './values.js';

/** How strong the source of a value is; the larger one wins. */
export const STRENGTH = { variable: 1, file: 2, environment: 3, given: 4, entry: 5 } as const;
export type Strength = (typeof STRENGTH)[keyof typeof STRENGTH];

/** A setting as one source says it. */
export interface Said {
  /** Decoded; undefined where it could not be (the problem was told). */
  readonly value: unknown;
  readonly place: Place;
  readonly strength: Strength;
}

/** What one source says. */
export type Layer = ReadonlyMap<OptionName, Said>;

/** All sources laid over one another. */
export interface Settings {
  /** The strongest value, else the table's default; the default too where it could not be decoded (a problem was told). */
  get<Name extends OptionName>(name: Name): Got<Name>;
  /** The strongest that was said, without the default. */
  said(name: OptionName): Said | undefined;
  /** Where it is said, for problems about it; the bare name where it is not. */
  place(name: OptionName): Place;
  /** The same with a stronger source on top. */
  under(layer: Layer): Settings;
}

const DEFAULTS: ReadonlyMap<OptionName, unknown> = new Map(
  OPTIONS.flatMap(option => {
    if (option.default === undefined) return [];
    const raw = { form: 'text', text: option.default, place: {} } as const;
    return [[option.name, decodeValue(option, raw, () => undefined)] as const];
  })
);

/** The value that a setting has when nobody says it; undefined where the table has none. */
export function defaultOf(name: OptionName): unknown {
  return DEFAULTS.get(name);
}

/** @param layers the strongest first */
export function layOver(layers: readonly Layer[]): Settings {
  const said = (name: OptionName): Said | undefined => layers.find(layer => layer.has(name))?.get(name);
  return {
    said,
    get: <Name extends OptionName>(name: Name) => (said(name)?.value ?? DEFAULTS.get(name)) as Got<Name>,
    place: name => said(name)?.place ?? { path: name },
    under: layer => layOver([layer, ...layers])
  };
}
