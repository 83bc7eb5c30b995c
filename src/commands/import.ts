import { formatProblem, ProblemsError, SlipwayError } from '../errors.js';
import { importBuildspec } from '../pipeline/import/import.js';
import type { ImportNote } from '../pipeline/import/values.js';
import { readBuildspec } from '../pipeline/buildspec-reader/reader.js';
import { detectKind } from '../pipeline/buildspec-check/kind.js';
import type { Files } from '../ports.js';
import { quote } from '../text/format.js';
import { readDocumentArgument } from './read-file.js';

export interface ImportSettings {
  /** `buildspec` and the file. */
  readonly positionals: readonly string[];
  /** Where slipway.yml goes; undefined: standard output. */
  readonly output: string | undefined;
  /** Lines `NAME=value`: variables of the CodeBuild project. */
  readonly variables: string | undefined;
  readonly region: string | undefined;
  readonly force: boolean;
  readonly files: Files;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  /** For the settings where they go to no file. */
  readonly writeDocument: (text: string) => void;
}

/**
 * `slipway import buildspec FILE`: writes the slipway.yml that a buildspec amounts to, and tells by line what did not come through.
 * Resolves with the exit code.
 */
export async function importFile(settings: ImportSettings): Promise<number> {
  const [kind, file] = settings.positionals;
  if (kind !== 'buildspec' || file === undefined) {
    const what =
      kind === undefined || kind === 'buildspec'
        ? 'There is no file to import.'
        : `There is no import of ${quote(kind)}.`;
    const next = 'Write slipway import buildspec FILE.';
    throw new SlipwayError({ code: 'missing-argument', fault: 'user', what, next });
  }
  const { output } = settings;
  if (output !== undefined && !settings.force && (await settings.files.isFile(output))) {
    const what = 'There is such a file already.';
    throw new ProblemsError([
      {
        code: 'file-exists',
        place: { file: output },
        what,
        next: 'Name another with --output, or add --force to replace it.'
      }
    ]);
  }
  const document = await readDocumentArgument(file, settings.files);
  const found = detectKind(document);
  if (found !== 'buildspec') {
    const what = `This is not a buildspec${found === 'unknown' ? ': it has no phases' : `, but a file of another kind (${found})`}.`;
    throw new ProblemsError([{ code: 'no-buildspec', place: document.place([]), what, next: '' }]);
  }
  const imported = importBuildspec(readBuildspec(document), {
    variables: readVariables(settings.variables),
    region: settings.region
  });
  if (output === undefined) settings.writeDocument(imported.text);
  else {
    await settings.files.write(output, imported.text);
    settings.write(`Wrote ${output}.\n`);
  }
  for (const note of imported.notes) settings.writeError(`${renderNote(note)}\n`);
  if (imported.placeholders.length > 0) {
    const names = imported.placeholders.map(({ variable }) => `--variable ${variable}=…`).join(' ');
    settings.writeError(`Values from outside have placeholders; with them said it is exact: ${names}\n`);
  }
  return 0;
}

function readVariables(text: string | undefined): Readonly<Record<string, string>> {
  const lines = (text ?? '').split('\n').filter(line => line !== '');
  return Object.fromEntries(
    lines.map(line => {
      const at = line.indexOf('=');
      if (at > 0) return [line.slice(0, at), line.slice(at + 1)];
      const what = `--variable is ${quote(line)}, expected NAME=value.`;
      throw new ProblemsError([{ code: 'malformed', place: {}, what, next: '' }]);
    })
  );
}

const WORDS: Readonly<Record<ImportNote['kind'], string>> = {
  'left-out': 'left out',
  changed: 'changed',
  look: 'look'
};

function renderNote({ kind, place, what, next }: ImportNote): string {
  const { file, line, column } = place;
  return formatProblem({ code: '', place: { file, line, column }, what: `${WORDS[kind]}: ${what}`, next });
}
