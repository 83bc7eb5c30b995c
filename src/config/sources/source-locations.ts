import { ProblemsError, type SourceLocation } from '../../errors.js';
import { readMap } from './sources.js';
import { findSetting, type SettingDefinition } from '../table/settings-table.js';
import type { Data } from './source-value.js';
import { PRECEDENCE, type SourcedValue, type Settings } from './resolved-settings.js';

/** Where a setting is said, by the path that findings call it by; undefined for what is no setting, or is said nowhere. */
export type Locate = (path: string) => SourceLocation | undefined;

type List = 'images' | 'services';

/**
 * Where the value of a setting comes from, for what is found wrong after it was decoded: line and column of the settings' file, or the
 * name of the input, flag or variable as it was written. An entry of `images` or `services` that does not say it takes it from the top.
 *
 * @param path as findings name it: `container-name`, `images[0].build-args`
 */
export function locateSetting(path: string, settings: Settings): SourceLocation | undefined {
  const [, list, index, name = path] = /^(images|services)\[(\d+)\](?:\.(.+))?$/.exec(path) ?? [];
  const option = findSetting(name)?.option;
  if (list === 'images' || list === 'services') {
    const entry = settings.get(list)?.[Number(index)];
    const explicit = option === undefined || entry === undefined ? undefined : sourcedInEntry(entry, list, option);
    return (explicit ?? sourcedAtTop(option, settings))?.place ?? entry?.place([]);
  }
  if (option === undefined) return undefined;
  return (sourcedInOnlyEntry(option, settings) ?? sourcedAtTop(option, settings))?.place;
}

function sourcedAtTop(option: SettingDefinition | undefined, settings: Settings): SourcedValue | undefined {
  return option === undefined ? undefined : settings.explicit(option.name);
}

/** What the only entry of a list says; of several, what one of them says alone, and the top does not. */
function sourcedInOnlyEntry(option: SettingDefinition, settings: Settings): SourcedValue | undefined {
  const lists = (['images', 'services'] as const).filter(list => option.scopes.some(scope => scope === list));
  const entries = lists.flatMap(list => (settings.get(list) ?? []).map(entry => sourcedInEntry(entry, list, option)));
  const [only, ...others] = entries.filter(explicit => explicit !== undefined);
  const isTheirs = entries.length === 1 || settings.explicit(option.name) === undefined;
  return others.length === 0 && isTheirs ? only : undefined;
}

function sourcedInEntry(entry: Data, list: List, option: SettingDefinition): SourcedValue | undefined {
  // What is wrong with the entry was told when it was decoded.
  return readMap(entry, list, PRECEDENCE.entry, [], () => undefined).get(option.name);
}

/** A place that names a setting alone, with where that is said. */
export function placeAt(place: SourceLocation, locate: Locate): SourceLocation {
  const { file, path } = place;
  return file === undefined && path !== undefined ? (locate(path) ?? place) : place;
}

/** An error about several things with each of them at the line that says the setting; any other error as it is. */
export function placeProblems(error: unknown, locate: Locate | undefined): unknown {
  if (locate === undefined || !(error instanceof ProblemsError)) return error;
  return new ProblemsError(error.problems.map(problem => ({ ...problem, place: placeAt(problem.place, locate) })));
}
