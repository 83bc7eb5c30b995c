import { baseName } from '../../text/path.js';
import { decodeText } from '../../text/encoding.js';

/** A Dockerfile, as far as it can be told without building it. */
export interface Dockerfile {
  readonly file: string;
  /** Another frontend than Docker's own reads it (`# syntax=`): what its lines mean is not known here. */
  readonly isForeign: boolean;
  /** The image of the frontend, as `# syntax=` names it. */
  readonly syntax: string | undefined;
  readonly stages: readonly BuildStage[];
  /** The `ARG`s before the first `FROM`, in their order, as written and without quotes; undefined: without a default. */
  readonly globals: readonly GlobalArg[];
  /** Names of all `ARG`s, before the first `FROM` too. */
  readonly args: ReadonlySet<string>;
  /** `RUN --mount=type=secret`. */
  readonly secrets: readonly SecretMount[];
}

export interface GlobalArg {
  readonly name: string;
  readonly value: string | undefined;
}

export interface BuildStage {
  readonly line: number;
  /** As after `AS`, in lower case. */
  readonly name: string | undefined;
  /** An image's reference, or an earlier stage's name; variables are left as they are. */
  readonly base: string;
  /** As written after `--platform=`. */
  readonly platform: string | undefined;
  readonly ports: readonly ExposedPort[];
  /** What its instructions read beside the base: `COPY --from`, `RUN --mount=…,from=`. */
  readonly sources: readonly StageSource[];
}

interface StageSource {
  readonly line: number;
  /** A stage's name or number, a named context or an image's reference; variables are left as they are. */
  readonly from: string;
}

interface ExposedPort {
  readonly line: number;
  /** A port or a range, with its protocol: `80/tcp`, `8000-8010`, `$PORT`. */
  readonly text: string;
}

interface SecretMount {
  readonly line: number;
  readonly id: string;
  readonly required: boolean;
}

interface OpenStage extends BuildStage {
  readonly ports: ExposedPort[];
  readonly sources: StageSource[];
}

interface Instruction {
  readonly line: number;
  readonly keyword: string;
  readonly rest: string;
}

/**
 * Reads a Dockerfile line by line (https://docs.docker.com/reference/dockerfile/): directives, comments, continued lines, here-documents.
 * Nothing is refused here: what cannot be understood is left out, and Docker says what is wrong with it.
 */
export function readDockerfile(file: string, bytes: Uint8Array): Dockerfile {
  const lines = decodeText(bytes).text.split(/\r?\n/);
  const { syntax, escape } = readDirectives(lines);
  const stages: OpenStage[] = [];
  const args = new Set<string>();
  const globals: GlobalArg[] = [];
  const secrets: SecretMount[] = [];
  for (const { line, keyword, rest } of readInstructions(lines, escape)) {
    const words = rest.split(/\s+/).filter(word => word !== '');
    if (keyword === 'FROM') stages.push(readStage(words, line));
    if (keyword === 'ARG') {
      const declared = readArgs(rest);
      for (const { name } of declared) args.add(name);
      if (stages.length === 0) globals.push(...declared);
    }
    if (keyword === 'EXPOSE') stages.at(-1)?.ports.push(...words.map(text => ({ line, text })));
    if (keyword === 'RUN') secrets.push(...readSecrets(words, line));
    if (keyword === 'RUN' || keyword === 'COPY')
      stages.at(-1)?.sources.push(...readSources(keyword, words).map(from => ({ line, from })));
  }
  return {
    file,
    isForeign: syntax !== undefined && !/^(?:docker\.io\/)?docker\/dockerfile\b/.test(syntax),
    syntax,
    stages,
    globals,
    args,
    secrets
  };
}

/** `# escape=` and `# syntax=` count only before anything else. */
function readDirectives(lines: readonly string[]): { syntax: string | undefined; escape: string } {
  const directives = new Map<string, string>();
  for (const line of lines) {
    const [, name, value] = /^\s*#\s*([a-zA-Z]+)\s*=\s*(\S+)\s*$/.exec(line.slice(0, 1000)) ?? [];
    if (name === undefined || value === undefined) break;
    directives.set(name.toLowerCase(), value);
  }
  return { syntax: directives.get('syntax'), escape: directives.get('escape') === '`' ? '`' : '\\' };
}

function readInstructions(lines: readonly string[], escape: string): readonly Instruction[] {
  const found: Instruction[] = [];
  let index = 0;
  while (index < lines.length) {
    const start = index;
    const parts: string[] = [];
    let goesOn = true;
    while (goesOn && index < lines.length) {
      const text = lines[index] ?? '';
      index += 1;
      const trimmed = text.trimEnd();
      // Comments and empty lines inside of a continued one are left out, and it goes on after them.
      if (/^\s*(?:#|$)/.test(trimmed)) {
        goesOn = parts.length > 0;
        continue;
      }
      goesOn = trimmed.endsWith(escape);
      parts.push(goesOn ? trimmed.slice(0, -1) : trimmed);
    }
    const text = parts.join(' ').trim();
    const [, keyword = '', rest = ''] = /^([a-zA-Z]+)\s([^]*)$/.exec(text) ?? [];
    if (keyword === '') continue;
    const upper = keyword.toUpperCase();
    found.push({ line: start + countSkipped(lines, start) + 1, keyword: upper, rest });
    if (['RUN', 'COPY', 'ADD'].includes(upper)) index = skipHereDocuments(rest, lines, index);
  }
  return found;
}

/** Comments and empty lines before the instruction. */
function countSkipped(lines: readonly string[], start: number): number {
  let skipped = 0;
  while (/^\s*(?:#|$)/.test((lines[start + skipped] ?? 'x').trimEnd())) skipped += 1;
  return skipped;
}

function skipHereDocuments(text: string, lines: readonly string[], from: number): number {
  let index = from;
  for (const [, dash, , word = ''] of text.matchAll(/<<(-?)(["']?)([A-Za-z_][A-Za-z0-9_]*)\2/g)) {
    const ends = (line: string): boolean => (dash === '-' ? line.replace(/^\t+/, '') : line) === word;
    while (index < lines.length && !ends(lines[index] ?? '')) index += 1;
    index += 1;
  }
  return index;
}

function readStage(words: readonly string[], line: number): OpenStage {
  const flags = words.filter(word => word.startsWith('--'));
  const [base = '', as, name] = words.filter(word => !word.startsWith('--'));
  const platform = flags.find(flag => flag.startsWith('--platform='))?.slice('--platform='.length);
  return {
    line,
    name: as?.toUpperCase() === 'AS' ? name?.toLowerCase() : undefined,
    base,
    platform,
    ports: [],
    sources: []
  };
}

/** `ARG A=1 B="two words" C`: a value may be in quotes, and a backslash keeps the next character. */
function readArgs(rest: string): readonly GlobalArg[] {
  const words = rest.matchAll(/([A-Za-z_][\w.-]*)(?:(=)((?:"(?:\\.|[^"\\])*"|'[^']*'|\\.|[^\s"'\\])*))?/g);
  return [...words].map(([, name = '', equals, value = '']) => ({
    name,
    value:
      equals === undefined
        ? undefined
        : value.replace(
            /"((?:\\.|[^"\\])*)"|'([^']*)'/g,
            (_, double?: string, single?: string) => double ?? single ?? ''
          )
  }));
}

/** The stages or images that the flags of an instruction name; flags end with the first other word. */
function readSources(keyword: 'RUN' | 'COPY', words: readonly string[]): readonly string[] {
  const end = words.findIndex(word => !word.startsWith('--'));
  const flags = end < 0 ? words : words.slice(0, end);
  return flags.flatMap(flag => {
    if (keyword === 'COPY') return flag.startsWith('--from=') ? flag.slice('--from='.length) : [];
    return flag.startsWith('--mount=') ? (readFields(flag).get('from') ?? []) : [];
  });
}

function readFields(mount: string): ReadonlyMap<string, string> {
  const fields = mount
    .slice('--mount='.length)
    .replace(/^["']|["']$/g, '')
    .split(',');
  return new Map(
    fields.map(field => {
      const [name = '', ...value] = field.split('=');
      return [name.toLowerCase(), value.join('=')];
    })
  );
}

function readSecrets(words: readonly string[], line: number): readonly SecretMount[] {
  return words.flatMap(word => {
    if (!word.startsWith('--mount=')) return [];
    const fields = readFields(word);
    if (fields.get('type') !== 'secret') return [];
    const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination') ?? '';
    const id = fields.get('id') ?? baseName(target);
    const required = fields.has('required') && fields.get('required') !== 'false';
    return id === '' ? [] : [{ line, id, required }];
  });
}

/** The stage that is built: the target's, else the last; undefined where there is none of that name or number. */
export function findStage({ stages }: Dockerfile, target: string | undefined): BuildStage | undefined {
  if (target === undefined) return stages.at(-1);
  return (
    stages.find(({ name }) => name === target.toLowerCase()) ??
    (/^\d+$/.test(target) ? stages[Number(target)] : undefined)
  );
}

/** The stage and those that it is from, itself first. */
export function listBases({ stages }: Dockerfile, stage: BuildStage): readonly BuildStage[] {
  const chain: BuildStage[] = [stage];
  for (;;) {
    const last = chain.at(-1) ?? stage;
    const earlier = stages.slice(0, stages.indexOf(last));
    const base = earlier.find(({ name }) => name !== undefined && name === last.base.toLowerCase());
    if (base === undefined) return chain;
    chain.push(base);
  }
}
