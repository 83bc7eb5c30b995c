import { ProblemsError, SlipwayError, type Problem } from '../errors.js';
import { readDocument, type TextDocument } from '../text/document.js';
import { showValue } from '../text/format.js';
import type { Path } from '../text/path.js';
import { isRecord, own, writeJson } from '../text/record.js';
import { TOO_LARGE } from '../text/source-tree.js';

/** One entry of `imagedefinitions.json`: a container of the task definition and the image that it is to run. */
export interface ImageDefinition {
  readonly name: string;
  readonly imageUri: string;
}

/** CodePipeline's limit for the image definitions file of its ECS action. */
const MAX_BYTES = 100 * 1024;

/**
 * `imagedefinitions.json` for CodePipeline's ECS action (user guide, "Image definitions file reference"): a list of
 * `{"name", "imageUri"}`. Throws SlipwayError above 100 KB.
 */
export function renderImageDefinitions(entries: readonly ImageDefinition[]): string {
  const text = writeJson(entries.map(({ name, imageUri }) => ({ name, imageUri })));
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes <= MAX_BYTES) return text;
  throw new SlipwayError({
    code: TOO_LARGE.name,
    fault: 'user',
    what: `imagedefinitions.json would have ${bytes} bytes; CodePipeline takes at most ${MAX_BYTES}.`,
    next: 'Ship fewer containers in one run.'
  });
}

/** `imageDetail.json` for CodePipeline's CodeDeployToECS action: `{"ImageURI"}`. */
export function renderImageDetail(imageUri: string): string {
  return writeJson({ ImageURI: imageUri });
}

/** Reads an `imagedefinitions.json`. Throws ProblemsError with all that is wrong in it. */
export function readImageDefinitions(file: string, bytes: Uint8Array): readonly ImageDefinition[] {
  const document = readDocument(file, bytes);
  const { value } = document;
  if (!Array.isArray(value)) {
    throw new ProblemsError([describe(document, [], 'a list of {"name": …, "imageUri": …}', value)]);
  }
  const problems: Problem[] = [];
  const names = new Set<string>();
  const entries = value.map((entry: unknown, index): ImageDefinition => {
    const read = (member: keyof ImageDefinition): string => {
      const text = isRecord(entry) ? own(entry, member) : undefined;
      if (typeof text === 'string' && text !== '') return text;
      problems.push(describe(document, [index, member], 'a string', text));
      return '';
    };
    const name = read('name');
    if (names.has(name) && name !== '') problems.push(describe(document, [index, 'name'], 'each container once', name));
    names.add(name);
    return { name, imageUri: read('imageUri') };
  });
  if (problems.length > 0) throw new ProblemsError(problems);
  return entries;
}

/** The image of an `imageDetail.json`. Throws ProblemsError where it names none. */
export function readImageDetail(file: string, bytes: Uint8Array): string {
  const document = readDocument(file, bytes);
  const uri = isRecord(document.value) ? own(document.value, 'ImageURI') : undefined;
  if (typeof uri === 'string' && uri !== '') return uri;
  throw new ProblemsError([describe(document, ['ImageURI'], 'an image', uri)]);
}

function describe(document: TextDocument, path: Path, expected: string, got: unknown): Problem {
  const what = `expected ${expected}, got ${got === undefined ? 'nothing' : showValue(got)}.`;
  return { code: 'malformed', place: document.place(path), what, next: 'Deploy the files as the build wrote them.' };
}
