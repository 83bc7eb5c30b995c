import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files that a project has, as people write them: a folder of each kind, in `fixtures` and in the corpus (see `corpus/`). */
export type SampleKind = 'taskdef' | 'appspec' | 'buildspec' | 'workflow';

export interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FIXTURES = join(import.meta.dirname, 'fixtures');

/** All files of a kind, by name; none where the folder is absent. */
export function listSamples(kind: SampleKind, root: string = FIXTURES): readonly Sample[] {
  const folder = join(root, kind);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map(name => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/** The same file as other editors save it: with Windows' line ends, and with a byte order mark. */
export function listWritings({ name, bytes }: Sample): readonly (readonly [writing: string, sample: Sample])[] {
  const text = new TextDecoder().decode(bytes);
  const encode = (changed: string): Sample => ({ name, bytes: new TextEncoder().encode(changed) });
  return [
    ['as it is', { name, bytes }],
    ['with CRLF', encode(text.replaceAll('\n', '\r\n'))],
    ['with a byte order mark', encode(`\uFEFF${text}`)]
  ];
}
