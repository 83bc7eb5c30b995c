import { RuleProblemsError, type ErrorRule, type RuleProblem } from '../errors.js';
import type { Files } from '../ports.js';
import { MISSING_FILE, readDocument, UNREADABLE_FILE, type TextDocument } from '../text/document.js';

/** Reads a file that was named on the command line. Throws ProblemsError: not there, not readable, neither JSON nor YAML. */
export async function readDocumentArgument(file: string, files: Files): Promise<TextDocument> {
  return readDocument(file, await readFileArgument(file, files));
}

/** The bytes of such a file. Throws ProblemsError: not there, not readable. */
export async function readFileArgument(file: string, files: Files): Promise<Uint8Array> {
  const refuse = (rule: ErrorRule, what: string, next = 'Correct the path.'): never => {
    const problem: RuleProblem = { code: rule.name, place: { file }, what, next };
    throw new RuleProblemsError([problem]);
  };
  if (await files.isDirectory(file)) refuse(UNREADABLE_FILE, 'This is a directory, not a file.', 'Name a file in it.');
  const bytes = await files.read(file).catch((error: unknown) => {
    return refuse(
      UNREADABLE_FILE,
      `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`
    );
  });
  return bytes ?? refuse(MISSING_FILE, 'There is no such file.');
}
