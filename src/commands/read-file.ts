import { RuleProblemsError, type ErrorRule, type RuleProblem } from '../errors.js';
import type { Files } from '../ports.js';
import { MISSING_FILE, readDocument, UNREADABLE_FILE, type TextDocument } from '../text/document.js';

/** Reads a file that was named on the command line. Throws ProblemsError: not there, not readable, neither JSON nor YAML. */
export async function readDocumentArgument(file: string, files: Files): Promise<TextDocument> {
  return readDocument(file, await readFileArgument(file, files));
}

/** The bytes of such a file. Throws ProblemsError: not there, not readable. */
export async function readFileArgument(file: string, files: Files): Promise<Uint8Array> {
  const refuse = (rule: ErrorRule, what: string): never => {
    const problem: RuleProblem = { code: rule.name, place: { file }, what, next: 'Correct the path.' };
    throw new RuleProblemsError([problem]);
  };
  const bytes = await files.read(file).catch((error: unknown) => {
    return refuse(
      UNREADABLE_FILE,
      `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`
    );
  });
  return bytes ?? refuse(MISSING_FILE, 'There is no such file.');
}
