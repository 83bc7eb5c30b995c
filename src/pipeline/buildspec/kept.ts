import { ARTIFACT_NAMES } from '../../artifacts/artifact-paths.js';
import { ProblemsError } from '../../errors.js';
import { readDocument, type TextDocument } from '../../text/document.js';
import type { Path } from '../../text/path.js';
import { isRecord, own } from '../../text/record.js';

/** The phases that Slipway writes. */
export type PhaseName = 'pre_build' | 'build' | 'post_build';

/**
 * What a buildspec has beside what Slipway writes, each part as it is written there with the comments above it, indented for its place: what
 * people added, and what the next version keeps.
 */
export interface KeptParts {
  /** Whole sections: `reports`, `cache`, `batch`, `proxy` … */
  readonly sections: readonly string[];
  /** Of `env`: `secrets-manager`, `parameter-store`, `exported-variables`, `git-credential-helper`. */
  readonly env: readonly string[];
  /** Of `env.variables`, those that are not Slipway's. */
  readonly variables: readonly string[];
  /** Whole phases: `install`. */
  readonly phases: readonly string[];
  /** Of a phase that Slipway writes, beside its commands: `finally`, `run-as`. */
  readonly inPhases: Readonly<Record<PhaseName, readonly string[]>>;
  /** Of `artifacts`: `secondary-artifacts`, `name`, `exclude-paths` … */
  readonly artifacts: readonly string[];
  /** Of `artifacts.files`, what is none of the four files. */
  readonly files: readonly string[];
}

/** A buildspec, taken apart. */
interface SplitBuildspec {
  readonly kept: KeptParts;
  /** The lines of everything else, without the empty ones. */
  readonly ownLines: readonly string[];
}

/** Names of variables that a buildspec of Slipway sets. */
const OWN_VARIABLES = ['DOCKER_BUILDKIT', 'BUILDX_NO_DEFAULT_ATTESTATIONS'] as const;

const PHASES: readonly PhaseName[] = ['pre_build', 'build', 'post_build'];
const NOTHING: KeptParts = {
  sections: [],
  env: [],
  variables: [],
  phases: [],
  inPhases: { pre_build: [], build: [], post_build: [] },
  artifacts: [],
  files: []
};

/** Takes a buildspec apart. What is no YAML, or no map, has nothing to keep. */
export function splitBuildspec(text: string): SplitBuildspec {
  const lines = text.split(/\r?\n/);
  const document = read(text);
  if (!isRecord(document?.value)) return { kept: NOTHING, ownLines: lines.filter(line => line.trim() !== '') };
  const taken = new Set<number>();
  const take = (path: Path, isOwn: (key: string) => boolean, indent: number): readonly string[] =>
    listChildren(document, path, lines).flatMap(({ key, start, end, column }) => {
      if (isOwn(key)) return [];
      for (let line = start; line < end; line += 1) taken.add(line);
      return [shift(lines.slice(start, end), indent - column)];
    });
  const isAmong =
    (...names: readonly string[]) =>
    (key: string): boolean =>
      names.includes(key);
  const inPhase = (phase: PhaseName): readonly string[] =>
    take(['phases', phase], isAmong('on-failure', 'commands'), 4);
  const kept = {
    sections: take([], isAmong('version', 'env', 'phases', 'artifacts'), 0),
    env: take(['env'], isAmong('shell', 'variables'), 2),
    variables: take(['env', 'variables'], isAmong(...OWN_VARIABLES), 4),
    phases: take(['phases'], isAmong(...PHASES), 2),
    inPhases: { pre_build: inPhase('pre_build'), build: inPhase('build'), post_build: inPhase('post_build') },
    artifacts: take(['artifacts'], isAmong('base-directory', 'files'), 2),
    files: take(['artifacts', 'files'], isAmong(...Object.values(ARTIFACT_NAMES)), 4)
  };
  // The key of a map that holds nothing of Slipway's belongs to what was taken out of it.
  const ownLines = lines.filter((line, index) => line.trim() !== '' && !taken.has(index));
  return { kept, ownLines: kept.variables.length === 0 ? ownLines : withoutEmptyVariables(ownLines) };
}

/** Whether a buildspec says reports, which CodeBuild's role must be allowed to write. */
export function keepsReports(text: string): boolean {
  const value = read(text)?.value;
  return isRecord(value) && Object.hasOwn(value, 'reports');
}

/** Where a variable of the build gets its value: a secret of Secrets Manager, or a parameter of the SSM Parameter Store. */
export interface VariableSource {
  readonly name: string;
  readonly store: 'secrets-manager' | 'parameter-store';
  /** As CodeBuild takes it: `secret-id:json-key:version-stage:version-id`, or a parameter's name. */
  readonly value: string;
}

/** The variables that a buildspec takes from Secrets Manager and the Parameter Store, as people added them. */
export function listVariableSources(text: string): readonly VariableSource[] {
  const value = read(text)?.value;
  const env = isRecord(value) ? own(value, 'env') : undefined;
  return (['secrets-manager', 'parameter-store'] as const).flatMap(store => {
    const entries = isRecord(env) ? own(env, store) : undefined;
    if (!isRecord(entries)) return [];
    return Object.entries(entries).flatMap(([name, source]) =>
      typeof source === 'string' && source !== '' ? [{ name, store, value: source }] : []
    );
  });
}

interface Child {
  /** A key, or in a list the text of the item. */
  readonly key: string;
  /** Its lines with the comments above it, the end excluded, from 0. */
  readonly start: number;
  readonly end: number;
  /** How far its first line is indented. */
  readonly column: number;
}

/** The entries of a map or list that stand on lines of their own; none of one in `{}` or `[]`, which cannot be taken apart by lines. */
function listChildren(document: TextDocument, path: Path, lines: readonly string[]): readonly Child[] {
  const value = path.reduce<unknown>(
    (parent, part) => (isRecord(parent) ? own(parent, String(part)) : undefined),
    document.value
  );
  const keys = listKeys(value);
  const lineOf = (of: Path): number => (document.place(of).line ?? 1) - 1;
  const starts = keys.map(key => lineOf([...path, key]));
  const isApart = starts.every((start, index) => start > (index === 0 ? lineAbove() : (starts[index - 1] ?? -1)));
  if (!isApart) return [];
  const column = (starts[0] ?? 0) < lines.length ? indentOf(lines[starts[0] ?? 0] ?? '') : 0;
  return keys.map((key, index) => {
    const start = starts[index] ?? 0;
    const next = starts[index + 1];
    const end = next === undefined ? endOf(lines, start, column, Array.isArray(value)) : withComments(lines, next);
    return {
      key: typeof key === 'number' ? String((value as readonly unknown[])[key]) : key,
      start: withComments(lines, start),
      end,
      column
    };
  });

  function lineAbove(): number {
    return path.length === 0 ? -1 : lineOf(path);
  }
}

function listKeys(value: unknown): readonly (string | number)[] {
  if (Array.isArray(value)) return value.map((_, index) => index);
  return isRecord(value) ? Object.keys(value) : [];
}

/** The line, from `start`, with which something begins that stands further out; comments right above that belong to it. */
function endOf(lines: readonly string[], start: number, column: number, isList: boolean): number {
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const indent = indentOf(line);
    const isNext = isList && indent === column && !line.trimStart().startsWith('-');
    if (indent < column || isNext) return withComments(lines, index);
  }
  return lines.length;
}

/** The line where the comments begin that stand right above this one, as far out as it. */
function withComments(lines: readonly string[], index: number): number {
  const column = indentOf(lines[index] ?? '');
  let first = index;
  while (first > 0 && isCommentAt(lines[first - 1] ?? '', column)) first -= 1;
  return first;
}

function isCommentAt(line: string, column: number): boolean {
  return line.trimStart().startsWith('#') && indentOf(line) === column;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The lines moved to the right or left, without empty ones at the end. */
function shift(lines: readonly string[], by: number): string {
  const moved = lines.map(line => {
    if (line.trim() === '') return '';
    return by >= 0 ? `${' '.repeat(by)}${line}` : line.slice(Math.min(-by, indentOf(line)));
  });
  return moved.join('\n').trimEnd();
}

/** `variables:` alone is what is left where all variables are people's. */
function withoutEmptyVariables(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => {
    const next = lines[index + 1] ?? '';
    return !(/^\s+variables:\s*$/.test(line) && indentOf(next) <= indentOf(line));
  });
}

function read(text: string): TextDocument | undefined {
  if (text.trim() === '') return undefined;
  try {
    return readDocument('buildspec.yml', new TextEncoder().encode(text));
  } catch (error) {
    if (error instanceof ProblemsError) return undefined;
    throw error;
  }
}
