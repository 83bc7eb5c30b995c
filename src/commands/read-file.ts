import { ProblemsError, type Problem } from '../errors.js';
import type { Files } from '../ports.js';
import { readDocument, type TextDocument } from '../text/document.js';

/** Reads a file that was named on the command line. Throws ProblemsError: not there, not readable, neither JSON nor YAML. */
export async function readDocumentArgument(file: string, files: Files): Promise<TextDocument> {
  return readDocument(file, await readFileArgument(file, files));
}

/** The bytes of such a file. Throws ProblemsError: not there, not readable. */
export async function readFileArgument(file: string, files: Files): Promise<Uint8Array> {
  const refuse = (code: string, what: string): never => {
    const problem: Problem = { code, place: { file }, what, next: 'Correct the path.' };
    throw new ProblemsError([problem]);
  };
  const bytes = await files.read(file).catch((error: unknown) => {
    return refuse(
      'unreadable-file',
      `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`
    );
  });
  return bytes ?? refuse('missing-file', 'There is no such file.');
}
