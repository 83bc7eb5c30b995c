import { RuleList, RuleProblemsError, type Rule, type SourceLocation } from '../../errors.js';
import type { TextDocument } from '../../text/document.js';
import type { Path } from '../../text/path.js';
import { entriesOf, isRecord, own } from '../../text/record.js';
import { WRONG_TYPE } from '../../text/shape-rules.js';
import { nameKind } from '../../text/format.js';
import { readShell, ShellSyntaxError } from './shell.js';
import type { ShellList } from './tree.js';

/** How AWS describes a buildspec. */
export const BUILDSPEC_REFERENCE = 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html';

export const READER_RULES = new RuleList();
const NO_BUILDSPEC = READER_RULES.add(
  'no-buildspec',
  'error',
  'The file is not a buildspec: it has no phases.',
  BUILDSPEC_REFERENCE
);
const COMMANDS_NOT_A_LIST = READER_RULES.add(
  'commands-not-a-list',
  'error',
  'commands or finally is not a list.',
  BUILDSPEC_REFERENCE
);
const COMMAND_NOT_A_TEXT = READER_RULES.add(
  'command-not-a-text',
  'error',
  'A command is a list instead of a string.',
  BUILDSPEC_REFERENCE
);

/** The phases of a build in the order in which CodeBuild runs them. */
export const PHASES = ['install', 'pre_build', 'build', 'post_build'] as const;
type PhaseName = (typeof PHASES)[number];

/** A text with where it stands. */
export interface Placed<Value = string> {
  readonly value: Value;
  readonly place: SourceLocation;
}

interface PlacedPair {
  readonly name: string;
  readonly value: string;
  readonly place: SourceLocation;
}

/** One item of `commands` or `finally`. */
export interface BuildCommand {
  readonly phase: PhaseName;
  readonly list: 'commands' | 'finally';
  readonly text: string;
  readonly place: SourceLocation;
  /** The text was a map in YAML: `- echo Tag: $TAG`. CodeBuild refuses it; `text` is what was most likely meant. */
  readonly wasMap: boolean;
  /** A block scalar (`|`): its lines stand in the file as they are. */
  readonly block: boolean;
  /** The lines as they stand in the file, where YAML makes fewer of them: `>`, or a plain text of several lines. */
  readonly joinedLines: readonly string[] | undefined;
  /** undefined: no shell would take it, or this reader does not understand it; `trouble` says why. */
  readonly shell: ShellList | undefined;
  readonly trouble: string | undefined;
}

interface BuildPhase {
  readonly name: PhaseName;
  readonly place: SourceLocation;
  readonly commands: readonly BuildCommand[];
  readonly finallyCommands: readonly BuildCommand[];
  readonly onFailure: Placed | undefined;
  readonly runtimes: readonly PlacedPair[];
}

export interface BuildArtifacts {
  /** `undefined` for the primary ones. */
  readonly identifier: string | undefined;
  readonly place: SourceLocation;
  readonly files: readonly Placed[];
  /** `files: name` in place of a list. */
  readonly filesAreText: boolean;
  readonly baseDirectory: string | undefined;
  readonly discardPaths: boolean;
}

/** Something that has not the shape that AWS documents; the reader made the best of it. */
interface Irregularity {
  readonly rule: Rule<'error'>;
  readonly place: SourceLocation;
  readonly what: string;
  readonly next: string;
}

/** A buildspec as CodeBuild's reference has it, versions 0.1 and 0.2, read as far as it can be. */
export interface Buildspec {
  readonly file: string;
  readonly document: TextDocument;
  /** As it is written; undefined where there is none. */
  readonly version: Placed | undefined;
  /** `env.shell`. */
  readonly shell: string | undefined;
  readonly variables: readonly PlacedPair[];
  readonly parameterStore: readonly PlacedPair[];
  readonly secretsManager: readonly PlacedPair[];
  readonly exportedVariables: readonly Placed[];
  readonly phases: readonly BuildPhase[];
  readonly artifacts: BuildArtifacts | undefined;
  readonly secondaryArtifacts: readonly BuildArtifacts[];
  readonly cachePaths: readonly Placed[];
  readonly reports: readonly Placed[];
  readonly oddities: readonly Irregularity[];
}

/** Whether a document is a buildspec, told by its content: phases, or a version of buildspecs with one of their keys. */
export function isBuildspec({ value }: TextDocument): boolean {
  if (!isRecord(value)) return false;
  if (isRecord(value['phases'])) return true;
  const version = own(value, 'version');
  // An object may have a toString of its own.
  if (!isScalar(version)) return false;
  return (
    /^0\.[12]$/.test(String(version)) && ['artifacts', 'env', 'batch', 'phases'].some(key => Object.hasOwn(value, key))
  );
}

/**
 * Reads a buildspec (https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html). What has not the documented shape is
 * noted in `oddities` and read as it was most likely meant, so that a checker sees the rest too.
 *
 * @throws ProblemsError where it is no buildspec at all
 */
export function readBuildspec(document: TextDocument): Buildspec {
  const reader = new BuildspecReader(document);
  return reader.read();
}

class BuildspecReader {
  private readonly document: TextDocument;
  private readonly oddities: Irregularity[] = [];

  constructor(document: TextDocument) {
    this.document = document;
  }

  read(): Buildspec {
    const { value } = this.document;
    if (!isRecord(value) || !isBuildspec(this.document)) {
      const what = `This is not a buildspec: it has no phases, it is ${nameKind(value)}${isRecord(value) ? ' without them' : ''}.`;
      throw new RuleProblemsError([{ code: NO_BUILDSPEC.name, place: this.document.place([]), what, next: '' }]);
    }
    const version = own(value, 'version');
    const env = this.record(own(value, 'env'), ['env']);
    return {
      file: this.document.file,
      document: this.document,
      version: version === undefined || version === null ? undefined : this.placed(['version'], version),
      shell: this.text(own(env, 'shell'), ['env', 'shell']),
      // 0.1 has its variables elsewhere.
      variables: [
        ...this.pairs(own(env, 'variables'), ['env', 'variables']),
        ...this.readOldVariables(value, 'plaintext')
      ],
      parameterStore: [
        ...this.pairs(own(env, 'parameter-store'), ['env', 'parameter-store']),
        ...this.readOldVariables(value, 'parameter-store')
      ],
      secretsManager: this.pairs(own(env, 'secrets-manager'), ['env', 'secrets-manager']),
      exportedVariables: this.texts(own(env, 'exported-variables'), ['env', 'exported-variables']),
      phases: this.readPhases(own(value, 'phases')),
      artifacts: this.readArtifacts(own(value, 'artifacts'), ['artifacts'], undefined),
      secondaryArtifacts: this.readSecondary(own(value, 'artifacts')),
      cachePaths: this.texts(own(this.record(own(value, 'cache'), ['cache']), 'paths'), ['cache', 'paths']),
      reports: entriesOf(this.record(own(value, 'reports'), ['reports'])).map(([name]) =>
        this.placed(['reports', name], name)
      ),
      oddities: this.oddities
    };
  }

  private readOldVariables(root: Readonly<Record<string, unknown>>, key: string): readonly PlacedPair[] {
    const path = ['environment_variables'];
    return this.pairs(own(this.record(own(root, 'environment_variables'), path), key), [...path, key]);
  }

  private readPhases(value: unknown): readonly BuildPhase[] {
    const phases = this.record(value, ['phases']);
    return PHASES.filter(name => Object.hasOwn(phases, name)).map(name => {
      const path = ['phases', name];
      const phase = this.record(phases[name], path);
      const onFailure = own(phase, 'on-failure');
      return {
        name,
        place: this.document.place(path),
        commands: this.readCommands(own(phase, 'commands'), name, 'commands'),
        finallyCommands: this.readCommands(own(phase, 'finally'), name, 'finally'),
        onFailure:
          onFailure === undefined || onFailure === null ? undefined : this.placed([...path, 'on-failure'], onFailure),
        runtimes: this.pairs(own(phase, 'runtime-versions'), [...path, 'runtime-versions'])
      };
    });
  }

  private readCommands(value: unknown, phase: PhaseName, list: BuildCommand['list']): readonly BuildCommand[] {
    const path: Path = ['phases', phase, list];
    if (value === undefined || value === null) return [];
    if (typeof value === 'string') {
      this.note(COMMANDS_NOT_A_LIST, path, `${list} is a text, expected a list.`, 'Write "- " before the command.');
      return [this.makeCommand(value, path, phase, list, false)];
    }
    if (!Array.isArray(value)) {
      this.note(COMMANDS_NOT_A_LIST, path, `${list} is ${nameKind(value)}, expected a list of commands.`, '');
      return [];
    }
    return value.flatMap((item: unknown, index): readonly BuildCommand[] => {
      const at = [...path, index];
      if (item === null) return [];
      if (Array.isArray(item)) {
        this.note(COMMAND_NOT_A_TEXT, at, 'The command is a list, expected a string.', 'Write it in quotes.');
        return [];
      }
      const wasMap = isRecord(item);
      const scalar = typeof item === 'string' ? item : (this.document.source(at) ?? '');
      const text = wasMap ? joinMap(item) : scalar;
      return [this.makeCommand(text, at, phase, list, wasMap)];
    });
  }

  private makeCommand(
    text: string,
    path: Path,
    phase: PhaseName,
    list: BuildCommand['list'],
    wasMap: boolean
  ): BuildCommand {
    const place = this.document.place(path);
    const { shell, trouble } = attemptShell(text);
    // A block's text starts at the start of a line; what stands beside its dash never does.
    const joinedLines = this.document.joinedLines(path);
    return { phase, list, text, place, wasMap, block: place.column === 1, joinedLines, shell, trouble };
  }

  private readArtifacts(value: unknown, path: Path, identifier: string | undefined): BuildArtifacts | undefined {
    if (value === undefined || value === null) return undefined;
    const artifacts = this.record(value, path);
    const files = own(artifacts, 'files');
    const discard = own(artifacts, 'discard-paths');
    return {
      identifier,
      place: this.document.place(path),
      files: this.texts(files, [...path, 'files']),
      filesAreText: typeof files === 'string',
      baseDirectory: this.text(own(artifacts, 'base-directory'), [...path, 'base-directory']),
      discardPaths: discard === true || discard === 'yes'
    };
  }

  private readSecondary(value: unknown): readonly BuildArtifacts[] {
    const path = ['artifacts', 'secondary-artifacts'];
    const secondary = this.record(isRecord(value) ? own(value, 'secondary-artifacts') : undefined, path);
    return entriesOf(secondary).flatMap(([name, part]) => this.readArtifacts(part, [...path, name], name) ?? []);
  }

  private record(value: unknown, path: Path): Readonly<Record<string, unknown>> {
    if (isRecord(value)) return value;
    if (value !== undefined && value !== null)
      this.note(WRONG_TYPE, path, `Expected a map (name: value), got ${nameKind(value)}.`, '');
    return {};
  }

  private pairs(value: unknown, path: Path): readonly PlacedPair[] {
    return entriesOf(this.record(value, path)).map(([name, item]) => {
      const at = [...path, name];
      if (isRecord(item) || Array.isArray(item))
        this.note(WRONG_TYPE, at, `Expected a text, got ${nameKind(item)}.`, 'Write it in quotes.');
      return { name, value: this.text(item, at) ?? '', place: this.document.place(at) };
    });
  }

  private texts(value: unknown, path: Path): readonly Placed[] {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value)) return [this.placed(path, value)];
    return value.map((item: unknown, index) => this.placed([...path, index], item));
  }

  private placed(path: Path, value: unknown): Placed {
    return { value: this.text(value, path) ?? '', place: this.document.place(path) };
  }

  /** A scalar as it is written. */
  private text(value: unknown, path: Path): string | undefined {
    if (typeof value === 'string') return value;
    return value === undefined || value === null ? undefined : (this.document.source(path) ?? '');
  }

  private note(rule: Rule<'error'>, path: Path, what: string, next: string): void {
    this.oddities.push({ rule, place: this.document.place(path), what, next });
  }
}

/** Where in the file an offset of a command's text stands. Exact in a block; else the start of the command. */
export function placeInCommand(command: BuildCommand, offset: number): SourceLocation {
  const { place, block, text } = command;
  if (!block || place.line === undefined) return place;
  const before = text.slice(0, offset);
  const breaks = before.split('\n').length - 1;
  return { ...place, line: place.line + breaks };
}

function attemptShell(text: string): Pick<BuildCommand, 'shell' | 'trouble'> {
  try {
    return { shell: readShell(text), trouble: undefined };
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error;
    return { shell: undefined, trouble: error.message };
  }
}

/** `- echo Tag: $TAG` is a map in YAML; what its writer meant is the text. */
function joinMap(map: Readonly<Record<string, unknown>>): string {
  return entriesOf(map)
    .map(([key, value]) => (isScalar(value) ? `${key}: ${String(value)}` : `${key}:`))
    .join('\n');
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
