import { baseName } from '../../text/path.js';
import { isRecord } from '../../text/record.js';
import type { BuildRun, Step } from '../buildspec-reader/interpret.js';
import { resolvePath } from '../buildspec-reader/paths.js';

/** What imagedefinitions.json or imageDetail.json names. */
export interface NamedImage {
  /** undefined in imageDetail.json, which names none. */
  readonly container: string | undefined;
  /** Empty where only the container can be read. */
  readonly image: string;
  readonly byDigest: boolean;
}

const IMAGE_FILE = /^image[^/]*\.json$/i;

/**
 * The images that a step writes into one of the two files; empty where nothing of them can be read; undefined where it writes neither.
 */
export function readImageFile(step: Step, run: BuildRun): readonly NamedImage[] | undefined {
  const { words, writes, directory } = step;
  const [program = '', ...args] = words;
  if (writes.some(path => IMAGE_FILE.test(baseName(path)))) return readOutput(step) ?? guessContainers(step, run);
  if (program === 'cp' || program === 'mv') {
    const [from = '', to = ''] = args.filter(arg => !arg.startsWith('-'));
    if (!IMAGE_FILE.test(baseName(to)) || IMAGE_FILE.test(baseName(from))) return undefined;
    const source = resolvePath(directory, from, run.unknowns);
    const writer = run.steps.findLast(other => other.writes.includes(source));
    return writer === undefined ? [] : (readOutput(writer) ?? guessContainers(writer, run));
  }
  // An editor that changes the file in its place.
  const edits = /^(?:sed|perl|yq|envsubst|jq)$/.test(program) && args.some(arg => /^(?:-i|--in-place)/.test(arg));
  return edits && args.some(arg => IMAGE_FILE.test(baseName(arg))) ? guessContainers(step, run) : undefined;
}

function readOutput({ output }: Step): readonly NamedImage[] | undefined {
  if (output === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(output);
  } catch {
    return [];
  }
  // A mistake in the file does not hide which image is meant.
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  return entries.filter(isRecord).flatMap(entry => {
    const image = Object.entries(entry).find(([key]) => key.toLowerCase() === 'imageuri')?.[1];
    const container = entry['name'];
    if (typeof image !== 'string') return [];
    return [{ container: typeof container === 'string' ? container : undefined, image, byDigest: false }];
  });
}

/** The container's name, in a program of jq or the like: `.[0].name = "web"`, `--arg name web`. */
function guessContainers({ words, source }: Step, { unknowns }: BuildRun): readonly NamedImage[] {
  const text = [...words, source].join('\n');
  const written = [...text.matchAll(/\bname\\?["']?\s*[:=]\s*\\?["']([A-Za-z0-9][\w-]*)/g)].map(
    match => match[1] ?? ''
  );
  const at = words.findIndex(
    (word, index) => word === '--arg' && /^(?:container_?)?name$|^container$/i.test(words[index + 1] ?? '')
  );
  const given = at < 0 ? undefined : words[at + 2];
  const names = new Set([...(given === undefined ? [] : [given]), ...written]);
  const [only] = names;
  if (only === undefined || names.size > 1 || (unknowns.listIn(only).length > 0 && unknowns.only(only) === undefined))
    return [];
  return [{ container: only, image: '', byDigest: false }];
}
