import { createHash } from 'node:crypto';

import { splitWords } from '../config/decode/shell-words.js';
import { ProblemsError, type Problem } from '../errors.js';
import type { GeneratedFile } from '../pipeline/project.js';
import type { Files } from '../ports.js';
import { quote } from '../text/format.js';
import { baseName } from '../text/path.js';
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

/** So many lines that would be lost are shown. */
const SHOWN_LINES = 5;
/** Of the file itself, and of one beside it that cannot hold its own. */
const CHECKSUM = /^# Checksum of (?:the lines that Slipway wrote|(.+)): ([0-9a-f]{16})$/;

/**
 * Writes the files, and says of each whether it was as it should be. All or nothing: where one would take the place of a file that was not
 * generated, or was for another project, or of something that people wrote into it, none is written without `force`.
 *
 * @throws ProblemsError with all such files
 */
export async function putFiles(
  rendered: readonly GeneratedFile[],
  force: boolean,
  { files, flags, write }: Target
): Promise<void> {
  const made = rendered.map(file => addChecksum(file, rendered));
  const present = await Promise.all(made.map(({ path }) => readText(path, files)));
  const checks = made.map(async (file, index) => {
    if (force) return [];
    const others = findOther(file, present[index], flags);
    return others.length > 0 ? others : findLost(file, present[index], files);
  });
  const problems = (await Promise.all(checks)).flat();
  if (problems.length > 0) throw new ProblemsError(problems);
  for (const [index, { path, text }] of made.entries()) {
    const isNew = present[index] !== text;
    if (isNew) await files.write(path, text);
    write(`${path}${isNew ? '' : ' is as it was'}\n`);
  }
}

/** Says of each file whether it is there as it would be written. Resolves with how many are not. */
export async function compareFiles(
  rendered: readonly GeneratedFile[],
  { files, flags, write }: Target
): Promise<number> {
  let drift = 0;
  for (const one of rendered) {
    const file = addChecksum(one, rendered);
    const { path, text } = file;
    const present = await readText(path, files);
    // An earlier release wrote no checksum.
    if (present === text || (present !== undefined && present === withoutChecksum(text)))
      write(`${path} is up to date\n`);
    else {
      drift += 1;
      const [other] = [...findOther(file, present, flags), ...(await findLost(file, present, files))];
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

/**
 * What people wrote into a file that the next version would not have. By the checksum, lines that nobody touched are known for Slipway's own;
 * without that, or where it is another one, any line that goes may be somebody's.
 */
async function findLost(file: GeneratedFile, present: string | undefined, files: Files): Promise<readonly Problem[]> {
  if (present === undefined) return [];
  const theirs = listLines(file, present);
  const { path, checksumIn } = file;
  const written =
    checksumIn === undefined
      ? findChecksum(present, undefined)
      : findChecksum((await readText(checksumIn, files)) ?? '', baseName(path));
  if (written === checksumOf(theirs)) return [];
  const lost = findGone(theirs, listLines(file, file.text));
  if (lost.length === 0) return [];
  const lines = present.split(/\r?\n/);
  const shown = lost.slice(0, SHOWN_LINES).map(line => `${lines.indexOf(line) + 1}: ${quote(line.trim())}`);
  const more = lost.length > shown.length ? ` and ${lost.length - shown.length} more` : '';
  const why =
    written === undefined
      ? 'It has no checksum, so what was written into it cannot be told from what Slipway wrote'
      : 'Somebody changed this file since Slipway wrote it';
  return [
    {
      code: 'file-edited',
      place: { file: file.path },
      what: `${why}, and the new one does not have these of its lines: ${shown.join(', ')}${more}.`,
      next: 'Say it in the settings, or add it again afterwards; --force replaces the file.'
    }
  ];
}

/** The lines that are not among the others in the same order: an exact match is looked for from each line to the next. */
function findGone(lines: readonly string[], others: readonly string[]): readonly string[] {
  const gone: string[] = [];
  let from = 0;
  for (const line of lines) {
    const index = others.indexOf(line, from);
    if (index < 0) gone.push(line);
    else from = index + 1;
  }
  return gone;
}

/** The lines of a text that are Slipway's, without the checksum and empty ones. */
function listLines({ listOwnLines }: GeneratedFile, text: string): readonly string[] {
  const own = listOwnLines?.(text) ?? text.split(/\r?\n/);
  return own.map(line => line.trimEnd()).filter(line => line !== '' && !CHECKSUM.test(line));
}

function checksumOf(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

/** @param name of a file beside this text; undefined: the text's own */
function findChecksum(text: string, name: string | undefined): string | undefined {
  return text
    .split(/\r?\n/)
    .map(line => CHECKSUM.exec(line))
    .find(found => found !== null && found[1] === name)?.[2];
}

/**
 * The file with its checksum at the end of its header, and those of the files that name it for theirs; one without a header of its own has none.
 *
 * @param all the files that are made with it
 */
export function addChecksum(file: GeneratedFile, all: readonly GeneratedFile[] = []): GeneratedFile {
  if (file.checksumIn !== undefined) return file;
  const lines = file.text.split('\n');
  const end = lines.findIndex(line => !line.startsWith('#'));
  const sums = all
    .filter(({ checksumIn }) => checksumIn === file.path)
    .map(other => `# Checksum of ${baseName(other.path)}: ${checksumOf(listLines(other, other.text))}`);
  const own = `# Checksum of the lines that Slipway wrote: ${checksumOf(listLines(file, file.text))}`;
  return { ...file, text: [...lines.slice(0, end), ...sums, own, ...lines.slice(end)].join('\n') };
}

/** Files that can hold no checksum of their own (JSON), and the file that holds them: its header is all of it. */
export function withChecksumFile(made: readonly GeneratedFile[], command: string): readonly GeneratedFile[] {
  const paths = new Set(made.flatMap(({ checksumIn }) => checksumIn ?? []));
  const text = `# The checksums of files beside this one, by which Slipway knows whether somebody edited them. Made by:\n#   ${command}\n`;
  return [...made, ...[...paths].map(path => ({ path, text }))];
}

function withoutChecksum(text: string): string {
  return text
    .split('\n')
    .filter(line => !CHECKSUM.test(line))
    .join('\n');
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
