import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

/** What a buildspec did when bash ran it: the calls of docker and of ECR, in order, and the files that it left. */
export interface Played {
  readonly builds: readonly PlayedBuild[];
  /** `host/repository:tag` of everything that the registry got, sorted. */
  readonly pushed: readonly string[];
  readonly imagedefinitions: unknown;
}

/** A build by its raw arguments: what it is called is left out, folders are seen from the source's root. */
interface PlayedBuild {
  readonly context: string;
  readonly dockerfile: string;
  /** Every other argument as `--name=value`, sorted. */
  readonly options: readonly string[];
}

export interface Play {
  /** The commands, item by item, of all phases. */
  readonly commands: readonly string[];
  readonly account: string;
  readonly region: string;
  readonly commit: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly sources: Readonly<Record<string, string>>;
  /** Where imagedefinitions.json is left. */
  readonly artifacts: string;
}

/** Programs that may really run: they read, print, and write to their own folder. */
const TOOLS =
  'awk basename bash cat cut dirname env grep head mkdir printenv pwd rm sed sha256sum sleep sort tail tee tr uniq wc'.split(
    ' '
  );

const DOCKER = `#!/bin/bash
{ printf 'docker'; printf '\\037%s' "$PWD" "$@"; printf '\\036'; } >> "$PLAY_LOG"
case "$1 $2" in
  "login "*) cat > /dev/null ;;
  "image inspect") echo "[x@$PLAY_DIGEST]" ;;
  "push "* | "image push") echo "\${!#}" >> "$PLAY_PUSHED" ;;
esac
exit 0
`;

const AWS = `#!/bin/bash
{ printf 'aws'; printf '\\037%s' "$PWD" "$@"; printf '\\036'; } >> "$PLAY_LOG"
words=" $* "
value() { local found=; for word in "$@"; do [ -n "$found" ] && { echo "$word"; return; }; [ "$word" = "$name" ] && found=1; done; }
case "$words" in
  *" get-login-password "*) echo secret ;;
  *" get-caller-identity "*) echo "$PLAY_ACCOUNT" ;;
  *" get-authorization-token "*) echo "https://$PLAY_ACCOUNT.dkr.ecr.$AWS_REGION.amazonaws.com" ;;
  *" describe-repositories "*repositoryUri*) name=--repository-names; echo "$PLAY_ACCOUNT.dkr.ecr.$AWS_REGION.amazonaws.com/$(value "$@")" ;;
  *" describe-repositories "*) echo MUTABLE ;;
  *" describe-images "*)
    tag="\${words##*imageTag=}"
    if grep -q ":\${tag%% *}\$" "$PLAY_PUSHED"; then echo "$PLAY_DIGEST"; else echo "ImageNotFoundException" >&2; exit 254; fi ;;
  *" batch-get-image "*) echo "{}" ;;
esac
exit 0
`;

const GIT = `#!/bin/bash
case " $* " in
  *" --short "*) echo "\${CODEBUILD_RESOLVED_SOURCE_VERSION:0:7}" ;;
  *) echo "$CODEBUILD_RESOLVED_SOURCE_VERSION" ;;
esac
`;

/** One time for all that is played: 20:00 in UTC, which is the next day in Seoul. */
const DATE = `#!/bin/bash
exec ${['/usr/bin/date', '/bin/date'].find(existsSync) ?? 'date'} -d @1764619201 "$@"
`;

/**
 * Runs commands in one bash, as CodeBuild does, where docker and the AWS CLI only write down what they are asked. Programs that are not in
 * the list above do not run: they are said to have gone well.
 */
export function play(request: Play): Played {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-import-'));
  try {
    return playIn(folder, request);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function playIn(folder: string, request: Play): Played {
  const bin = join(folder, 'bin');
  const source = join(folder, 'source');
  for (const path of [bin, source, join(folder, 'items')]) mkdirSync(path);
  for (const [name, script] of [
    ['docker', DOCKER],
    ['aws', AWS],
    ['git', GIT],
    ['date', DATE]
  ] as const) {
    writeFileSync(join(bin, name), script);
    chmodSync(join(bin, name), 0o755);
  }
  for (const tool of TOOLS) {
    const path = ['/usr/bin', '/bin'].map(place => join(place, tool)).find(existsSync);
    if (path !== undefined) symlinkSync(path, join(bin, tool));
  }
  for (const [path, text] of Object.entries(request.sources)) {
    mkdirSync(join(source, dirname(path)), { recursive: true });
    writeFileSync(join(source, path), text);
  }
  const log = join(folder, 'log');
  for (const file of [log, join(folder, 'pushed')]) writeFileSync(file, '');
  const script = ['command_not_found_handle() { return 0; }'];
  for (const [index, command] of request.commands.entries()) {
    const path = join(folder, 'items', String(index));
    writeFileSync(path, `${command}\n`);
    script.push(`. ${path}`);
  }
  const ended = spawnSync('/bin/bash', ['-c', script.join('\n')], {
    cwd: source,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      PATH: bin,
      HOME: folder,
      TZ: 'UTC',
      AWS_REGION: request.region,
      AWS_DEFAULT_REGION: request.region,
      CODEBUILD_SRC_DIR: source,
      CODEBUILD_RESOLVED_SOURCE_VERSION: request.commit,
      CODEBUILD_BUILD_SUCCEEDING: '1',
      CODEBUILD_BUILD_NUMBER: '42',
      CODEBUILD_BUILD_ID: 'shop:11111111-2222-3333-4444-555555555555',
      CODEBUILD_BUILD_ARN: `arn:aws:codebuild:${request.region}:${request.account}:build/shop:11111111-2222-3333-4444-555555555555`,
      PLAY_LOG: log,
      PLAY_PUSHED: join(folder, 'pushed'),
      PLAY_ACCOUNT: request.account,
      PLAY_DIGEST: `sha256:${'d'.repeat(64)}`,
      ...request.variables
    }
  });
  if (ended.error !== undefined) throw ended.error;
  const calls = readFileSync(log, 'utf8')
    .split('\u001e')
    .filter(call => call !== '')
    .map(call => call.split('\u001f'));
  const file = join(source, request.artifacts, 'imagedefinitions.json');
  return { ...readCalls(calls, source, request), imagedefinitions: readJson(file) };
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return 'no JSON';
  }
}

function readCalls(
  calls: readonly (readonly string[])[],
  source: string,
  { account, region }: Play
): Pick<Played, 'builds' | 'pushed'> {
  const builds: PlayedBuild[] = [];
  const pushed = new Set<string>();
  for (const [program, directory = '', ...args] of calls) {
    if (program === 'aws') {
      if (!args.includes('put-image')) continue;
      const valueOf = (name: string): string => args[args.indexOf(name) + 1] ?? '';
      const host = `${account}.dkr.ecr.${region}.amazonaws.com`;
      pushed.add(`${host}/${valueOf('--repository-name')}:${valueOf('--image-tag')}`);
      continue;
    }
    const [first = '', ...rest] = /^(?:image|buildx)$/.test(args[0] ?? '') ? args.slice(1) : args;
    if (first === 'build') builds.push(readBuildArguments(rest, posix.relative(source, directory)));
    if (first === 'push') pushed.add(withTag(rest.at(-1) ?? ''));
  }
  return { builds, pushed: [...pushed].sort() };
}

function withTag(image: string): string {
  return /:[^/:]+$/.test(image) ? image : `${image}:latest`;
}

/** Read here again, and not by the reader under test. */
function readBuildArguments(args: readonly string[], directory: string): PlayedBuild {
  const rest = [...args];
  const context = rest.pop() ?? '';
  let dockerfile: string | undefined;
  const options: string[] = [];
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    const at = word.indexOf('=');
    const name = at < 0 ? word : word.slice(0, at);
    const value = at < 0 ? (rest.shift() ?? '') : word.slice(at + 1);
    if (name === '-t' || name === '--tag') continue;
    if (name === '-f' || name === '--file') dockerfile = posix.join(directory, value);
    else options.push(`${name}=${value}`);
  }
  const where = posix.join(directory, context).replace(/\/$/, '');
  return { context: where, dockerfile: dockerfile ?? posix.join(where, 'Dockerfile'), options: options.sort() };
}
