import type { Unknowns } from './values.js';

/** A call of `docker` that matters for an image: its arguments taken apart. */
export type DockerCall =
  | DockerBuild
  | { readonly kind: 'tag'; readonly from: string; readonly to: string }
  | { readonly kind: 'push'; readonly image: string; readonly allTags: boolean }
  | { readonly kind: 'pull'; readonly image: string }
  | { readonly kind: 'login'; readonly registry: string | undefined; readonly passwordAsArgument: boolean }
  | { readonly kind: 'other'; readonly command: string };

export interface DockerBuild {
  readonly kind: 'build';
  readonly tags: readonly string[];
  /** undefined: none is given. */
  readonly context: string | undefined;
  readonly file: string | undefined;
  readonly target: string | undefined;
  /** `NAME=value`, or `NAME` alone for the environment's value. */
  readonly buildArgs: readonly string[];
  readonly secrets: readonly string[];
  readonly ssh: readonly string[];
  readonly platforms: readonly string[];
  readonly labels: readonly string[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  readonly push: boolean;
  readonly imageIdFile: string | undefined;
  /** What is left, one argument each. */
  readonly options: readonly string[];
  /** Words before the context that are neither options nor values of one, as a variable that may hold options. */
  readonly others: readonly string[];
}

/** Options of `docker build` that take no value. */
const SWITCHES = new Set([
  '--no-cache',
  '--pull',
  '--push',
  '--load',
  '--quiet',
  '--rm',
  '--force-rm',
  '--squash',
  '--compress',
  '--check',
  '--debug'
]);
const SHORT: Readonly<Record<string, string>> = {
  '-t': '--tag',
  '-f': '--file',
  '-q': '--quiet',
  '-m': '--memory',
  '-c': '--cpu-shares',
  '-o': '--output'
};

/** Takes the arguments of `docker` apart; undefined where it is not docker that is called. */
export function readDocker(words: readonly string[]): DockerCall | undefined {
  const [program = '', ...given] = stripPrefixes(words);
  if (!/^(?:.*\/)?(?:docker|podman|nerdctl)$/.test(program)) return undefined;
  const args = skipGlobalOptions(given);
  const [first = '', second = ''] = args;
  const grouped = ['image', 'buildx', 'builder', 'container'].includes(first);
  const command = grouped ? second : first;
  const rest = args.slice(grouped ? 2 : 1);
  switch (command) {
    case 'build':
    case 'b':
      return readBuild(rest);
    case 'tag': {
      const [from = '', to = ''] = rest;
      return { kind: 'tag', from, to };
    }
    case 'push':
    case 'pull': {
      const image = rest.findLast(word => !word.startsWith('-')) ?? '';
      if (command === 'pull') return { kind: 'pull', image };
      return { kind: 'push', image, allTags: rest.includes('--all-tags') || rest.includes('-a') };
    }
    case 'login':
      return readLogin(rest);
    default:
      return { kind: 'other', command: grouped ? `${first} ${second}` : first };
  }
}

/** Options of the programs that start another one, which take a value. */
const PREFIX_OPTIONS: Readonly<Record<string, RegExp>> = {
  sudo: /^-[ugpCh]$/,
  env: /^-[uCS]$/,
  nice: /^-n$/,
  timeout: /^-[ks]$/,
  stdbuf: /^-[ioe]$/,
  xargs: /^-[InLPsdEa]$/
};

/** The command that `sudo`, `time`, `env A=b`, `timeout 60`, `xargs -n1` and the like start. */
export function stripPrefixes(words: readonly string[]): readonly string[] {
  let rest = words;
  for (;;) {
    const [first = ''] = rest;
    if (/^[A-Za-z_]\w*=/.test(first)) {
      rest = rest.slice(1);
      continue;
    }
    if (!/^(?:sudo|time|command|env|nohup|exec|nice|timeout|stdbuf|xargs|unbuffer)$/.test(first)) return rest;
    let at = 1;
    while (rest[at]?.startsWith('-') === true || /^[A-Za-z_]\w*=/.test(rest[at] ?? ''))
      at += PREFIX_OPTIONS[first]?.test(rest[at] ?? '') === true ? 2 : 1;
    // How long it may take.
    if (first === 'timeout') at++;
    rest = rest.slice(at);
  }
}

/** An image as a command names it, taken apart. What is unknown stays in the parts. */
export interface NamedImage {
  /** The registry's host; undefined where none is named, or where it is part of `repository`. */
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string;
  /** The repository is one unknown part, which must then hold the registry too. */
  readonly whole: boolean;
}

export function readImage(text: string, unknowns: Unknowns): NamedImage {
  const named = text.replace(/^https?:\/\//, '').replace(/@.*$/, '');
  const colon = named.lastIndexOf(':');
  const tagged = colon > named.lastIndexOf('/');
  const name = tagged ? named.slice(0, colon) : named;
  const tag = tagged ? named.slice(colon + 1) : 'latest';
  const slash = name.indexOf('/');
  const first = slash < 0 ? '' : name.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === 'localhost' || unknowns.only(first) !== undefined;
  if (slash < 0 || !isHost)
    return { registry: undefined, repository: name, tag, whole: unknowns.only(name) !== undefined };
  return { registry: first, repository: name.slice(slash + 1), tag, whole: false };
}

/** The same image has the same key, with or without `:latest`. */
export function imageKey(text: string, unknowns: Unknowns): string {
  const { registry, repository, tag } = readImage(text, unknowns);
  return `${registry ?? ''}/${repository}:${tag}`;
}

function skipGlobalOptions(args: readonly string[]): readonly string[] {
  let at = 0;
  while (args[at]?.startsWith('-') === true) {
    const takesValue = /^(?:-H|-c|-l|--config|--context|--host|--log-level)$/.test(args[at] ?? '');
    at += takesValue ? 2 : 1;
  }
  return args.slice(at);
}

function readBuild(args: readonly string[]): DockerBuild {
  const given = new Map<string, string[]>();
  const contexts: string[] = [];
  const options: string[] = [];
  const known = ['--tag', '--file', '--target', '--build-arg', '--secret', '--ssh', '--platform', '--label'];
  known.push('--cache-from', '--cache-to', '--iidfile');
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (!arg.startsWith('-') || arg === '-') {
      contexts.push(arg);
      continue;
    }
    const { name, value: joined } = splitOption(arg);
    const value = joined ?? (SWITCHES.has(name) ? undefined : args[++at]);
    if (known.includes(name)) given.set(name, [...(given.get(name) ?? []), value ?? '']);
    else options.push(value === undefined ? name : `${name}=${value}`);
  }
  // A word of which nothing is known may hold options, where another can be the context.
  const context = contexts.findLast(word => !/^[\uE000-\uF8FF]$/.test(word)) ?? contexts.at(-1);
  const all = (name: string): readonly string[] => given.get(name) ?? [];
  const push = options.some(
    option => /^--push(?:=true)?$/.test(option) || /^--output=(?:.*,)?(?:push=true|type=registry)\b/.test(option)
  );
  return {
    kind: 'build',
    tags: all('--tag'),
    context,
    file: all('--file').at(-1),
    target: all('--target').at(-1),
    buildArgs: all('--build-arg'),
    secrets: all('--secret'),
    ssh: all('--ssh'),
    platforms: all('--platform').flatMap(list => list.split(',')),
    labels: all('--label'),
    cacheFrom: all('--cache-from'),
    cacheTo: all('--cache-to'),
    push,
    imageIdFile: all('--iidfile').at(-1),
    options: options.filter(option => !/^--(?:push|load)(?:=true)?$/.test(option)),
    others: contexts.filter(word => word !== context)
  };
}

/** `--tag=x`, `-t x`, `-tx`. */
function splitOption(arg: string): { readonly name: string; readonly value: string | undefined } {
  if (arg.startsWith('--')) {
    const at = arg.indexOf('=');
    return at < 0 ? { name: arg, value: undefined } : { name: arg.slice(0, at), value: arg.slice(at + 1) };
  }
  const short = arg.slice(0, 2);
  const value = arg.length > 2 ? arg.slice(2).replace(/^=/, '') : undefined;
  return { name: SHORT[short] ?? short, value };
}

function readLogin(args: readonly string[]): DockerCall {
  let registry: string | undefined;
  let passwordAsArgument = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (/^(?:-p|--password)(?:$|=)/.test(arg) || /^-p./.test(arg)) passwordAsArgument = true;
    if (/^(?:-u|-p|-e|--username|--password|--email)$/.test(arg)) at++;
    else if (!arg.startsWith('-')) registry = arg;
  }
  return { kind: 'login', registry, passwordAsArgument };
}
