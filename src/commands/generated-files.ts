import { splitWords } from '../config/decode/shell-words.js';
import { ProblemsError, type Problem } from '../errors.js';
import type { GeneratedFile } from '../pipeline/project.js';
import type { Files } from '../ports.js';
import { readArguments, type Flag } from './arguments.js';

/** Which project a file was generated for, among those of one repository. */
const PROJECT_FLAGS = ['config', 'environment', 'service'];
/** The header of a generated file says within so many lines how it was made. */
const HEADER_LINES = 12;

interface Target {
  readonly files: Files;
  /** All flags of `slipway generate`, to read those that stand in a header. */
  readonly flags: readonly Flag[];
  readonly write: (text: string) => void;
}

/**
 * Writes the files, and says of each whether it was as it should be. All or nothing: where one would take the place of a file that was not
 * generated, or was for another project, none is written without `force`.
 *
 * @throws ProblemsError with all such files
 */
export async function putFiles(
  made: readonly GeneratedFile[],
  force: boolean,
  { files, flags, write }: Target
): Promise<void> {
  const present = await Promise.all(made.map(({ path }) => readText(path, files)));
  const problems = made.flatMap((file, index) => (force ? [] : findOther(file, present[index], flags)));
  if (problems.length > 0) throw new ProblemsError(problems);
  for (const [index, { path, text }] of made.entries()) {
    const isNew = present[index] !== text;
    if (isNew) await files.write(path, text);
    write(`${path}${isNew ? '' : ' is as it was'}\n`);
  }
}

/** Says of each file whether it is there as it would be written. Resolves with how many are not. */
export async function compareFiles(made: readonly GeneratedFile[], { files, flags, write }: Target): Promise<number> {
  let drift = 0;
  for (const file of made) {
    const { path, text } = file;
    const present = await readText(path, files);
    if (present === text) write(`${path} is up to date\n`);
    else {
      drift += 1;
      const [other] = findOther(file, present, flags);
      if (present === undefined) write(`${path} is missing\n`);
      else if (other !== undefined) write(`${path}: ${other.what}\n`);
      else write(`${path}:${firstDifference(present, text)} differs\n`);
    }
  }
  return drift;
}

/** What stands in the file's place and is not an earlier version of it. A file without a header of its own (JSON) is known by its name. */
function findOther(
  { path, text }: GeneratedFile,
  present: string | undefined,
  flags: readonly Flag[]
): readonly Problem[] {
  const ours = findCommand(text);
  if (ours === undefined || present === undefined || present === text) return [];
  const theirs = findCommand(present);
  if (theirs !== undefined && nameProject(theirs, flags) === nameProject(ours, flags)) return [];
  return [
    {
      code: 'file-exists',
      place: { file: path },
      what:
        theirs === undefined ? 'Slipway did not make this file.' : `This file was made by another command: ${theirs}`,
      next: 'Write elsewhere with --output, or add --force to replace it.'
    }
  ];
}

/** The command in the header with which a generated file is made. */
function findCommand(text: string): string | undefined {
  const header = text.split(/\r?\n/, HEADER_LINES).filter(line => line.startsWith('#'));
  return header.map(line => /^#\s+(slipway generate \w.*)$/.exec(line)?.[1]).find(found => found !== undefined);
}

function nameProject(command: string, flags: readonly Flag[]): string {
  const words = splitWords(command);
  const { flags: given } = readArguments(typeof words === 'string' ? [] : words, flags);
  return JSON.stringify(PROJECT_FLAGS.map(name => given[name] ?? ''));
}

/** The line, from 1, in which two texts begin to differ. */
function firstDifference(one: string, other: string): number {
  const lines = other.split('\n');
  const index = one.split('\n').findIndex((line, at) => line !== lines[at]);
  return index < 0 ? lines.length : index + 1;
}

async function readText(path: string, files: Files): Promise<string | undefined> {
  const bytes = await files.read(path);
  return bytes === undefined ? undefined : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
