import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { load } from 'js-yaml';

/** What a buildspec does, found by running it in bash with one of its commands failing at a time. */
export interface Truth {
  /** Something is pushed after a build, or another command of the build phase, failed. */
  readonly pushesAfterFailure: boolean;
  /** A build or a push fails, and CodeBuild says SUCCEEDED. */
  readonly hidesFailure: boolean;
  /** Every artifact is where it is looked for. */
  readonly hasArtifacts: boolean;
}

interface Document {
  readonly env?: { readonly variables?: Readonly<Record<string, string>> };
  readonly phases: Readonly<Record<string, Phase | undefined>>;
  readonly artifacts?: { readonly files?: readonly string[]; readonly 'base-directory'?: string };
}

interface Phase {
  readonly commands?: readonly string[];
  readonly finally?: readonly string[];
  readonly 'on-failure'?: string;
}

interface Run {
  readonly calls: readonly string[];
  readonly succeeded: boolean;
  /** The number of calls that had been made when the build phase failed; undefined: it did not. */
  readonly buildFailedAt: number | undefined;
  readonly source: string;
}

const PHASES = ['install', 'pre_build', 'build', 'post_build'];

/** Programs that only write down how they are called. */
const PROGRAMS =
  'docker docker-compose podman buildah crane skopeo nerdctl pack ko aws npm mvn make pytest curl trivy jq git notify'.split(
    ' '
  );

const STAND_IN = `#!/bin/bash
line="\${0##*/} $*"
printf '%s\\n' "\${line//$'\\n'/ }" >> "$TRUTH_LOG"
[ "$line" = "$TRUTH_FAILS" ] && exit 1
case "$line" in
  *"login "*) cat > /dev/null ;;
  *" get-login-password"*) echo secret ;;
  *" batch-get-builds"*) if [ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]; then echo SUCCEEDED; else echo FAILED; fi ;;
  "docker build "*|"docker image build "*)
    echo "$*" >> "$TRUTH_LOG.built"
    while [ $# -gt 0 ]; do [ "$1" = --iidfile ] && echo sha256:1 > "$2"; shift; done ;;
  *"inspect "*) grep -q -- "\${!#}" "$TRUTH_LOG.built" 2> /dev/null ;;
esac
`;

/** Restores what the last item left, runs the next, and keeps what it leaves, however it ends. */
const ITEM = `if [ -e "$TRUTH_STATE" ]; then
  { . "$TRUTH_STATE"; } 2> /dev/null
  mapfile -t truth_stack < "$TRUTH_STATE.dirs"
  cd "\${truth_stack[-1]}"
  for ((truth = \${#truth_stack[@]} - 2; truth >= 0; truth--)); do pushd "\${truth_stack[truth]}" > /dev/null; done
  OLDPWD=$(cat "$TRUTH_STATE.before")
fi
export CODEBUILD_BUILD_SUCCEEDING="$1"
truth_keep() {
  local status=$? options="$-" pipefail
  set +eu
  pipefail=$(shopt -po pipefail)
  { declare -p | grep -vE '^declare -[a-zA-Z-]*r|^declare -[a-zA-Z-]* (BASH|TRUTH|truth|DIRSTACK|PIPESTATUS|FUNCNAME|OLDPWD|PWD)'; declare -f; trap -p ERR; } > "$TRUTH_STATE"
  dirs -p -l > "$TRUTH_STATE.dirs"
  printf '%s' "$OLDPWD" > "$TRUTH_STATE.before"
  { case "$options" in *e*) echo 'set -e' ;; esac; printf '%s\n' "$pipefail"; } > "$TRUTH_STATE.options"
  exit "$status"
}
trap truth_keep EXIT
if [ -e "$TRUTH_STATE.options" ]; then . "$TRUTH_STATE.options"; fi
. "$2"
`;

/** Fills a folder with what stands in for Docker and all other programs. */
export function writePrograms(folder: string): void {
  for (const program of PROGRAMS) write(join(folder, program), STAND_IN);
  write(join(folder, 'sleep'), '#!/bin/sh\n');
}

const isBuild = (call: string): boolean =>
  /^(?:docker (?:image |buildx )?(?:build|bake)|docker(?:-| )compose (?:-f \S+ )?build|podman build|buildah bud|pack build|ko build|mvn .*jib:build)\b/.test(
    call
  );
const isPush = (call: string): boolean =>
  /^(?:docker (?:image )?push|docker(?:-| )compose (?:-f \S+ )?push|docker manifest push|(?:podman|buildah|crane|nerdctl) (?:push|copy)|skopeo copy|docker buildx imagetools create)\b|jib:build/.test(
    call
  ) ||
  (isBuild(call) && /--push\b|--publish\b|type=registry|^ko build/.test(call));

/**
 * Runs a buildspec as CodeBuild does (user guide, "Build phase transitions"): every item is a command of its own in a shell that keeps
 * folder, variables, functions and options; its status is looked at; a failed build phase is followed by post_build; other phases that fail
 * end the build.
 *
 * @param programs the folder that `writePrograms` filled
 */
export function findTruth(text: string, programs: string, sources: Readonly<Record<string, string>> = {}): Truth {
  const document = load(text) as Document;
  const plain = runBuild(document, programs, sources, undefined);
  const { files = [], 'base-directory': base = '.' } = document.artifacts ?? {};
  const hasArtifacts = files.every(file => existsSync(join(plain.source, base, file)));
  let [pushesAfterFailure, hidesFailure] = [false, false];
  const inBuild = new Set(plain.calls);
  for (const failing of inBuild) {
    if (/ (?:login|pull|get-login-password)\b|^aws /.test(failing)) continue;
    const run = runBuild(document, programs, sources, failing);
    const at = run.calls.indexOf(failing);
    const counts = isBuild(failing) || isPush(failing);
    // A build that is tried again in other words, which make an image of the same names, is no failed one from there on.
    const names = listNames(failing);
    const again = run.calls.findIndex(
      (call, index) =>
        index > at && call !== failing && names.length > 0 && names.every(name => listNames(call).includes(name))
    );
    const isMended = isBuild(failing) && again > at;
    if (counts && at >= 0 && run.succeeded && !isMended) hidesFailure = true;
    const from = isBuild(failing) ? at + 1 : run.buildFailedAt;
    const isFailure = isBuild(failing) || !isPush(failing);
    // A push that fails and is tried again is no push after a failed build.
    if (
      isFailure &&
      at >= 0 &&
      from !== undefined &&
      run.calls.slice(from, isMended ? again : undefined).some(call => isPush(call) && call !== failing)
    )
      pushesAfterFailure = true;
    clean(run);
  }
  clean(plain);
  return { pushesAfterFailure, hidesFailure, hasArtifacts };
}

/** The names that a build of Docker's gives its image. */
function listNames(call: string): readonly string[] {
  return isBuild(call) ? [...call.matchAll(/ (?:-t|--tag)[ =](\S+)/g)].map(([, name = '']) => name) : [];
}

function clean({ source }: Run): void {
  rmSync(dirname(source), { recursive: true, force: true });
}

function runBuild(
  document: Document,
  programs: string,
  sources: Readonly<Record<string, string>>,
  failing: string | undefined
): Run {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-truth-'));
  const source = join(folder, 'source');
  mkdirSync(source);
  for (const [path, content] of Object.entries({
    'app/Dockerfile': 'FROM scratch\n',
    'web/Dockerfile': 'FROM scratch\n',
    ...sources
  }))
    write(join(source, path), content);
  const log = join(folder, 'log');
  writeFileSync(log, '');
  const readCalls = (): readonly string[] =>
    readFileSync(log, 'utf8')
      .split('\n')
      .filter(line => line !== '');
  let count = 0;
  const run = (item: string, succeeding: boolean): boolean => {
    const file = join(folder, `item-${(count += 1)}`);
    write(file, `${item}\n`);
    const ended = spawnSync('bash', ['--norc', '-c', ITEM, 'bash', succeeding ? '1' : '0', file], {
      cwd: source,
      encoding: 'utf8',
      // Ends what never ends by itself, however busy the machine is.
      timeout: 120_000,
      env: {
        PATH: `${programs}:/usr/bin:/bin`,
        HOME: folder,
        TRUTH_LOG: log,
        TRUTH_FAILS: failing ?? '',
        TRUTH_STATE: join(folder, 'state'),
        AWS_REGION: 'eu-west-1',
        CODEBUILD_SRC_DIR: source,
        CODEBUILD_BUILD_ID: 'shop:1',
        CODEBUILD_RESOLVED_SOURCE_VERSION: '0123456789abcdef0123456789abcdef01234567',
        ...document.env?.variables
      }
    });
    if (ended.error !== undefined) throw ended.error;
    return ended.status === 0;
  };
  const [succeeded, buildFailedAt] = runPhases(document, run, readCalls);
  return { calls: readCalls(), succeeded, buildFailedAt, source };
}

function runPhases(
  { phases }: Document,
  run: (item: string, succeeding: boolean) => boolean,
  readCalls: () => readonly string[]
): readonly [succeeded: boolean, buildFailedAt: number | undefined] {
  let succeeding = true;
  let failedAt: number | undefined;
  const stopped = (): boolean => readCalls().some(call => call.includes('stop-build'));
  for (const name of PHASES) {
    const { commands = [], finally: last = [], 'on-failure': onFailure } = phases[name] ?? {};
    let good = true;
    for (const item of commands) {
      good = run(item, succeeding);
      if (stopped()) return [false, failedAt];
      if (!good) break;
    }
    if (!good && name === 'build') failedAt = readCalls().length;
    for (const item of last) good = run(item, succeeding && good) && good;
    if (good) continue;
    succeeding = false;
    if (onFailure === undefined ? name !== 'build' : onFailure !== 'CONTINUE') break;
  }
  return [succeeding, failedAt];
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}
