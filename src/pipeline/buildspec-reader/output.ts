import { isTimeZone, writeToken, type Token } from '../../text/tokens.js';
import { runJq } from './jq.js';
import type { Unknown, Unknowns } from './values.js';

/** What a command is given. */
export interface Call {
  readonly words: readonly string[];
  /** What comes in through the pipe or a here-document; undefined where nothing does, or it is not known. */
  readonly input: string | undefined;
  /** As it is written. */
  readonly source: string;
  /** What `TZ` is; absent: it is not set, which is UTC on CodeBuild's machines. */
  readonly timeZone?: string | undefined;
}

/**
 * What a command prints, as far as buildspecs make values of it: `echo`, `printf`, `cut`, `head -c`, `awk`'s fields, `tr`, `dirname`, `basename`,
 * the account from STS, the repository's URI from ECR, the commit from Git, dates. undefined: nothing is known of it.
 */
export function printOutput({ words, input, source, timeZone }: Call, unknowns: Unknowns): string | undefined {
  const [program = '', ...args] = words;
  switch (program) {
    case 'echo':
      return echo(args);
    case 'printf':
      return args.length === 0 ? undefined : formatText(args[0] === '--' ? args.slice(1) : args);
    case 'cat':
      return args.length === 0 || args[0] === '-' ? input : undefined;
    case 'tee':
      return input;
    case 'cut':
      return input === undefined ? undefined : eachLine(input, line => cut(line, args, unknowns));
    case 'head':
      return input === undefined ? undefined : takeFirst(input, readCount(args), unknowns);
    case 'awk':
    case 'gawk':
      return input === undefined ? undefined : eachLine(input, line => awk(line, args, unknowns));
    case 'jq':
      return runJq(args, input, unknowns);
    case 'sed':
      return input === undefined ? undefined : substitute(input, args);
    case 'tr':
      return input === undefined ? undefined : translate(input, args);
    case 'dirname':
      return isCertain(args[0], unknowns) ? (args[0] ?? '').replace(/\/[^/]*$/, '') : undefined;
    case 'basename':
      return isCertain(args[0], unknowns) ? (args[0] ?? '').replace(/^.*\//, '') : undefined;
    case 'date':
      return unknowns.put({ kind: 'computed', source, by: 'date', ...readDate(args, timeZone) });
    case 'git':
      return askGit(args, unknowns);
    case 'aws':
      return askAws(args, unknowns);
    case 'docker':
      return args.includes('inspect') && args.some(arg => arg.includes('RepoDigests'))
        ? unknowns.put({ kind: 'digest', image: args.at(-1) ?? '' })
        : undefined;
    default:
      return undefined;
  }
}

/** `date -u +%Y%m%d` as a token, where one says it. */
function readDate(args: readonly string[], timeZone = ''): { readonly token?: Token } {
  const [format, ...others] = args.filter(arg => !/^(?:-u|--utc|--universal)$/.test(arg));
  if (format?.startsWith('+') !== true || others.length > 0) return {};
  const isUtc = args.length > 1 || /^(?:|UTC|Etc\/UTC|GMT)$/.test(timeZone);
  if (!isUtc && !isTimeZone(timeZone)) return {};
  const token = { kind: 'date', format: format.slice(1), zone: isUtc ? undefined : timeZone } as const;
  return writeToken(token) === undefined ? {} : { token };
}

function echo(args: readonly string[]): string {
  const options = args.findIndex(arg => !/^-[neE]+$/.test(arg));
  const flags = args.slice(0, options < 0 ? args.length : options).join('');
  const text = args.slice(options < 0 ? args.length : options).join(' ');
  return (flags.includes('e') ? unescape(text) : text) + (flags.includes('n') ? '' : '\n');
}

/** `printf`: the format is used again until all arguments are. */
function formatText([format = '', ...args]: readonly string[]): string {
  const rest = [...args];
  let text = '';
  do {
    const before = rest.length;
    text += unescape(format).replace(/%(?:%|-?\d*(?:\.\d+)?([sbdiuqc]))/g, (whole, kind: string | undefined) => {
      if (kind === undefined) return whole === '%%' ? '%' : whole;
      return rest.shift() ?? (/[diu]/.test(kind) ? '0' : '');
    });
    if (rest.length === before) break;
  } while (rest.length > 0);
  return text;
}

function unescape(text: string): string {
  const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', '"': '"' };
  return text.replace(/\\([ntr\\"])/g, (_, letter: string) => named[letter] ?? letter);
}

function eachLine(input: string, read: (line: string) => string | undefined): string | undefined {
  const lines = input.replace(/\n$/, '').split('\n').map(read);
  return lines.includes(undefined) ? undefined : `${lines.join('\n')}\n`;
}

function cut(line: string, args: readonly string[], unknowns: Unknowns): string | undefined {
  const characters = readOption(args, 'c') ?? readOption(args, 'b');
  if (characters !== undefined) {
    const end = /^(?:1)?-(\d+)$/.exec(characters)?.[1];
    return end === undefined ? undefined : takeFirst(line, Number(end), unknowns);
  }
  const field = readOption(args, 'f');
  if (field === undefined || !/^\d+$/.test(field)) return undefined;
  return takeField(line, readOption(args, 'd') ?? '\t', Number(field), unknowns);
}

/** `-F: '{print $5}'`. */
function awk(line: string, args: readonly string[], unknowns: Unknowns): string | undefined {
  const field = /^\s*\{\s*print\s+\$(\d+)\s*;?\s*\}\s*$/.exec(args.find(arg => arg.includes('{')) ?? '')?.[1];
  const separator = readOption(args, 'F');
  return field === undefined || separator === undefined
    ? undefined
    : takeField(line, separator, Number(field), unknowns);
}

function takeField(line: string, separator: string, field: number, unknowns: Unknowns): string | undefined {
  const only = unknowns.only(line);
  // arn:aws:codebuild:REGION:ACCOUNT:build/…
  if (only?.kind === 'computed' && only.source === '$CODEBUILD_BUILD_ARN' && separator === ':') {
    if (field === 4) return unknowns.put({ kind: 'region' });
    if (field === 5) return unknowns.put({ kind: 'account' });
  }
  const part = only === undefined ? undefined : takePart(only, separator, field);
  if (part !== undefined) return unknowns.put(part);
  if (!isCertain(line, unknowns)) return undefined;
  const parts = line.split(separator);
  return parts.length === 1 ? line : (parts[field - 1] ?? '');
}

/** A part of one of CodeBuild's own variables; undefined where no token says it. */
export function takePart(whole: Unknown, separator: string, number: number): Unknown | undefined {
  if (whole.kind !== 'computed' || whole.token?.kind !== 'variable' || whole.token.part !== undefined) return undefined;
  const { name } = whole.token;
  const token = { kind: 'variable', name, part: { separator, number } } as const;
  if (writeToken(token) === undefined) return undefined;
  return { kind: 'computed', source: `$(echo $${name} | cut -d${separator} -f${number})`, by: 'build', token };
}

/** The first characters. Of the commit these are its short form; of another unknown part nothing can be said. */
function takeFirst(text: string, count: number | undefined, unknowns: Unknowns): string | undefined {
  if (count === undefined) return undefined;
  const only = unknowns.only(text.replace(/\n$/, ''));
  if (only?.kind === 'commit') {
    const length = Math.min(count, only.length ?? 40);
    return unknowns.put({ kind: 'commit', length: length >= 40 ? undefined : length });
  }
  return unknowns.listIn(text).length === 0 ? text.slice(0, count) : undefined;
}

function readCount(args: readonly string[]): number | undefined {
  const count = readOption(args, 'c') ?? args.find(arg => arg.startsWith('--bytes='))?.slice('--bytes='.length);
  return count !== undefined && /^\d+$/.test(count) ? Number(count) : undefined;
}

/** `sed 's|TAG|1|g; s/A/B/'` on what comes in; undefined where it does more, or by more than a plain text. */
function substitute(input: string, args: readonly string[]): string | undefined {
  const options = args.filter(arg => arg.startsWith('-'));
  const scripts = args.filter(arg => !arg.startsWith('-'));
  if (options.some(option => !/^-(?:e|E|r)$/.test(option)) || scripts.length === 0) return undefined;
  let text = input;
  for (const command of scripts.flatMap(script => script.split(/\s*;\s*(?=s)/))) {
    const [, , from, to, flags] = /^s([^\w\s])((?:(?!\1).)*)\1((?:(?!\1).)*)\1(g?)$/.exec(command) ?? [];
    if (from === undefined || to === undefined || /[.*[\]\\^$+?(){}|]/.test(from) || /[&\\]/.test(to)) return undefined;
    text = text
      .split('\n')
      .map(line => (flags === 'g' ? line.replaceAll(from, () => to) : line.replace(from, () => to)))
      .join('\n');
  }
  return text;
}

function translate(input: string, [from, to]: readonly string[]): string | undefined {
  if (from === '-d' && to !== undefined && /^(?:\\n|"|'| )+$/.test(to)) {
    const removed = unescape(to);
    return Array.from(input)
      .filter(character => !removed.includes(character))
      .join('');
  }
  if (from === undefined || to === undefined || from.length !== 1 || to.length !== 1) return undefined;
  return input.replaceAll(from, to);
}

function askGit(args: readonly string[], unknowns: Unknowns): string | undefined {
  const [command] = args;
  if (args.join(' ') === 'rev-parse --show-toplevel') return unknowns.put({ kind: 'source-directory' });
  const atHead = args.slice(1).every(arg => arg.startsWith('-') || arg === 'HEAD' || /^\d+$/.test(arg));
  if (!atHead) return undefined;
  if (command === 'rev-parse') {
    const short = args.find(arg => arg.startsWith('--short'));
    if (short !== undefined) return unknowns.put({ kind: 'commit', length: Number(short.split('=')[1] ?? 7) });
    return args.includes('HEAD') && args.length === 2 ? unknowns.put({ kind: 'commit', length: undefined }) : undefined;
  }
  if (command !== 'log' && command !== 'show') return undefined;
  const format = /^--(?:pretty|format)=(?:format:)?%([hH])$/.exec(args.find(arg => arg.includes('=')) ?? '')?.[1];
  if (format === undefined) return undefined;
  return unknowns.put({ kind: 'commit', length: format === 'h' ? 7 : undefined });
}

function askAws(args: readonly string[], unknowns: Unknowns): string | undefined {
  const query = readLongOption(args, '--query') ?? '';
  const line = args.join(' ');
  if (line.includes('sts get-caller-identity') && /^["']?Account["']?$/.test(query))
    return unknowns.put({ kind: 'account' });
  if (line.includes('configure get') && args.at(-1) === 'region') return unknowns.put({ kind: 'region' });
  if (line.includes('ecr describe-repositories') && /repositoryUri/.test(query)) {
    const name = readLongOption(args, '--repository-names') ?? readLongOption(args, '--repository-name');
    if (name === undefined) return undefined;
    const [account, region] = [unknowns.put({ kind: 'account' }), unknowns.put({ kind: 'region' })];
    return `${account}.dkr.ecr.${region}.amazonaws.com/${name}`;
  }
  return undefined;
}

/** The value of a one-letter option: `-d: ` or `-d :`. */
function readOption(args: readonly string[], letter: string): string | undefined {
  const index = args.findIndex(arg => arg.startsWith(`-${letter}`));
  const found = args[index];
  if (found === undefined) return undefined;
  return found.length > 2 ? found.slice(2) : args[index + 1];
}

/** The value of `--name value` or `--name=value`. */
export function readLongOption(args: readonly string[], name: string): string | undefined {
  const joined = args.find(arg => arg.startsWith(`${name}=`));
  if (joined !== undefined) return joined.slice(name.length + 1);
  const index = args.indexOf(name);
  return index < 0 ? undefined : args[index + 1];
}

/** Whether separators in it can be counted: a variable from outside may hold some of its own. */
function isCertain(text: string | undefined, unknowns: Unknowns): boolean {
  return (
    text !== undefined && unknowns.listIn(text).every(({ kind }) => ['commit', 'account', 'region'].includes(kind))
  );
}
