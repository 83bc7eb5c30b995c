import type { Place } from '../errors.js';
import type { TextDocument } from '../text/document.js';
import type { Path } from '../text/path.js';
import { isRecord } from '../text/record.js';
import { aliasesOf, findOption } from './options.js';

/**
 * Where a setting stands in the settings' file, for what is found wrong after it was decoded: the overlay in force comes first, then the
 * top; an entry of `images` or `services` that does not say it takes it from there.
 *
 * @param path as findings name it: `container-name`, `images[0].build-args`
 * @returns undefined where the file does not say it
 */
export function locateSetting(
  path: string,
  document: TextDocument,
  environment: string | undefined
): Place | undefined {
  const parts = path.split(/[.[\]]+/).filter(part => part !== '');
  const own: Path = parts.map(part => (/^\d+$/.test(part) ? Number(part) : part));
  const inherited = own.length > 2 && typeof own[1] === 'number' ? own.slice(2) : undefined;
  const bases: readonly Path[] = environment === undefined ? [[]] : [['environments', environment], []];
  const wanted = [own, ...(inherited === undefined ? [] : [inherited])];
  for (const candidate of wanted) {
    for (const base of bases) {
      const found = spellings(candidate)
        .map(spelling => [...base, ...spelling])
        .find(whole => isThere(document.value, whole));
      if (found !== undefined) return document.place(found);
    }
  }
  return undefined;
}

/** The path with the setting's name, which comes last or before an index, in each of its spellings. */
function spellings(path: Path): readonly Path[] {
  const at = path.findLastIndex(part => typeof part === 'string' && findOption(part) !== undefined);
  const name = path[at];
  const option = typeof name === 'string' ? findOption(name)?.option : undefined;
  if (option === undefined) return [path];
  const names = [option.name, ...aliasesOf(option).map(alias => alias.name)];
  return names.map(spelling => [...path.slice(0, at), spelling, ...path.slice(at + 1)]);
}

function isThere(value: unknown, path: Path): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  if (typeof first === 'number') return Array.isArray(value) && first in value && isThere(value[first], rest);
  return isRecord(value) && Object.hasOwn(value, first) && isThere(value[first], rest);
}
