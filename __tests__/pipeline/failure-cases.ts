/** A small buildspec: what the phases do beside building and pushing. */
export interface FailureCase {
  readonly install?: readonly string[];
  readonly pre?: readonly string[];
  readonly build?: readonly string[];
  readonly finallyBuild?: readonly string[];
  readonly buildOnFailure?: string;
  readonly post?: readonly string[];
  readonly finallyPost?: readonly string[];
  readonly artifacts?: readonly string[];
  readonly baseDirectory?: string;
}

const BUILD = 'docker build -t web:1 .';
const PUSH = 'docker push web:1';
const V = '$CODEBUILD_BUILD_SUCCEEDING';
const FILE = 'imagedefinitions.json';
const WRITE = `printf '[{"name":"web","imageUri":"%s"}]' web:1 > ${FILE}`;

/** The build in its phase, and this as post_build. */
const post = (...items: readonly string[]): FailureCase => ({ build: [BUILD], post: items });
const build = (...items: readonly string[]): FailureCase => ({ build: items });
const folder = (...items: readonly string[]): FailureCase => ({ build: items, artifacts: [FILE] });

/** Guards, scripts, loops, folders, tools: how each really ends is found by running it. */
export const FAILURE_CASES: Readonly<Record<string, FailureCase>> = {
  'no guard': post(PUSH),
  test: post(`test "${V}" = 1`, PUSH),
  'exit 0 in an item of its own': post(`if [ "${V}" -eq 0 ]; then exit 0; fi`, PUSH),
  'exit 1 in an item of its own': post(`if [ "${V}" -eq 0 ]; then exit 1; fi`, PUSH),
  '|| exit 0': post(`[ "${V}" = 1 ] || exit 0`, PUSH),
  '|| exit': post(`[ "${V}" = 1 ] || exit`, PUSH),
  '|| exit 1': post(`[ "${V}" = 1 ] || exit 1`, PUSH),
  'exit 0 before the push in the same item': post(`[ "${V}" = 1 ] || exit 0\n${PUSH}`),
  '|| exit 0; push in the same line': post(`[ "${V}" = 1 ] || exit 0; ${PUSH}`),
  'exit of an unknown status': post(`[ "${V}" = 1 ] || exit $((1 - ${V}))`, PUSH),
  'exit of the opposite': post(`exit $(( ! ${V} ))`, PUSH),
  'exit of the variable': post(`exit ${V}`, PUSH),
  'case exit 1': post(`case "${V}" in 0) exit 1;; esac`, PUSH),
  'case exit 0': post(`case "${V}" in 0) exit 0;; esac`, PUSH),
  'case otherwise': post(`case "${V}" in\n  1) echo good ;;\n  *) exit 1 ;;\nesac`, PUSH),
  'case around the push': post(`case "${V}" in 1) ${PUSH} ;; esac`),
  'case with a pattern': post(`case "x${V}" in x[1-9]*) ;; *) exit 3;; esac`, PUSH),
  'double brackets': post(`[[ ${V} -eq 1 ]]`, PUSH),
  'double brackets with a regular expression': post(`[[ "${V}" =~ ^1$ ]] || exit 1`, PUSH),
  'double brackets, both': post(`[[ -n "${V}" && "${V}" != 0 ]] || exit 2`, PUSH),
  'double brackets, either': post(`[[ -z "${V}" || "${V}" == 0 ]] && exit 1`, PUSH),
  arithmetic: post(`(( ${V} ))`, PUSH),
  'arithmetic, not': post('(( ! CODEBUILD_BUILD_SUCCEEDING )) && exit 1', 'echo on', PUSH),
  'arithmetic in if': post(`if (( ${V} == 0 )); then exit 1; fi`, PUSH),
  let: post(`let "x = 1"`, `let ${V}`, PUSH),
  expr: post(`expr "${V}" = 1 > /dev/null`, PUSH),
  'a default': post('[ "${CODEBUILD_BUILD_SUCCEEDING:-0}" = 1 ]', PUSH),
  'a default that hides nothing': post('[ "${CODEBUILD_BUILD_SUCCEEDING:+set}" = set ]', PUSH),
  'a prefix': post(`[ "x${V}" = "x1" ]`, PUSH),
  'not equal': post(`[ "${V}" != "0" ]`, PUSH),
  'the wrong way round': post(`[ "${V}" = 0 ]`, PUSH),
  'test, negated': post(`! test "${V}" = 0`, PUSH),
  'test, negated in if': post(`if ! [ "${V}" = 1 ]; then echo no; exit 1; fi`, PUSH),
  grep: post(`echo "${V}" | grep -q 1`, PUSH),
  'grep in a here-string': post(`grep -q '^1$' <<< "${V}" || exit 1`, PUSH),
  printenv: post('printenv CODEBUILD_BUILD_SUCCEEDING | grep -q 1', PUSH),
  'env and grep': post("env | grep -q '^CODEBUILD_BUILD_SUCCEEDING=1'", PUSH),
  'through a variable': post(`OK=${V}`, '[ "$OK" = 1 ] || exit 1', PUSH),
  'a flag that runs': post(`OK=false`, `[ "${V}" = 1 ] && OK=true || true`, `if $OK; then ${PUSH}; fi`),
  'a function': post(`guard() { [ "${V}" = 1 ] || return 1; }`, 'guard', PUSH),
  'a function that exits': post(`guard() { if [ "${V}" = 0 ]; then exit 1; fi; }\nguard`, PUSH),
  'a function that exits with 0': post(`guard() { if [ "${V}" = 0 ]; then exit 0; fi; }\nguard`, PUSH),
  'a function that is excused': post(`guard() { [ "${V}" = 1 ]; }`, 'guard || true', PUSH),
  'a function with an argument': post(`check() { test "$1" = 1; }`, `check "${V}" && ${PUSH}`),
  'bash -c': post(`bash -c 'test "${V}" = 1'`, PUSH),
  'bash -c with exit 0': post(`bash -c 'test "${V}" = 1 || exit 0'`, PUSH),
  'the way AWS shows it': post(`bash -c "if [ /"${V}/" == /"0/" ]; then exit 1; fi"`, PUSH),
  'sh with a here-document': post(`sh <<'EOF'\n[ "${V}" = 1 ] || exit 4\nEOF`, PUSH),
  'a script that is written and run': post(
    `cat > guard.sh <<'EOF'\n#!/bin/bash\n[ "${V}" = 1 ] || exit 1\nEOF`,
    'bash guard.sh',
    PUSH
  ),
  'a script with set -e': post(
    `printf '%s\\n' '#!/bin/bash -e' 'test "${V}" = 1' 'echo fine' > guard.sh`,
    'chmod +x guard.sh',
    './guard.sh',
    PUSH
  ),
  'a script without set -e': post(
    `printf '%s\\n' '#!/bin/bash' 'test "${V}" = 1' 'echo fine' > guard.sh`,
    'chmod +x guard.sh',
    './guard.sh',
    PUSH
  ),
  'a script that is sourced and exits with 0': post(
    `cat > guard.sh <<'EOF'\n[ "${V}" = 1 ] || exit 0\nEOF`,
    '. ./guard.sh',
    PUSH
  ),
  'a script that is sourced and returns 1': post(
    `cat > guard.sh <<'EOF'\n[ "${V}" = 1 ] || return 1\nEOF`,
    'source guard.sh',
    PUSH
  ),
  'a script that pushes': post(`cat > push.sh <<'EOF'\n${PUSH}\nEOF`, 'bash push.sh'),
  'a script that guards and pushes': post(
    `cat > push.sh <<'EOF'\nset -e\ntest "${V}" = 1\n${PUSH}\nEOF`,
    'bash push.sh'
  ),
  'set -e and a test': post('set -e', `test "${V}" = 1\n${PUSH}`),
  'a test in a block': post(`test "${V}" = 1\n${PUSH}`),
  'set -e in the block': post(`set -e\ntest "${V}" = 1\n${PUSH}`),
  'set +e in between': post(`set -e\nset +e\ntest "${V}" = 1\n${PUSH}`),
  'a trap': post(`trap 'exit 1' ERR\ntest "${V}" = 1\n${PUSH}`),
  'an and-list under set -e': post(`set -e\n[ "${V}" = 0 ] && echo failed\n${PUSH}`),
  'an and-list that ends the item': post(`[ "${V}" = 1 ] && echo good`, PUSH),
  'an or-list that ends well': post(`[ "${V}" = 1 ] || echo failed`, PUSH),
  braces: post(`[ "${V}" = 1 ] || { echo failed; exit 1; }`, PUSH),
  'a subshell that exits': post(`[ "${V}" = 1 ] || (echo failed; exit 1)`, PUSH),
  'a subshell in a block': post(`[ "${V}" = 1 ] || (echo failed; exit 1)\n${PUSH}`),
  else: post(`if [ "${V}" = 1 ]; then ${PUSH}; else echo failed; fi`),
  elif: post(`if [ "${V}" = 0 ]; then echo no; elif true; then ${PUSH}; fi`),
  'a marker': { build: [BUILD, 'touch built'], post: ['test -f built', PUSH] },
  'a marker that is always there': {
    build: [`${BUILD}; status=$?; touch built; exit $status`],
    post: ['test -f built', PUSH]
  },
  'a variable of the build phase': { build: [BUILD, 'BUILT=yes'], post: ['[ "$BUILT" = yes ] || exit 1', PUSH] },
  'a variable that stays empty': { build: [`${BUILD} || FAILED=1`], post: ['[ -z "$FAILED" ] || exit 1', PUSH] },
  'a variable that nobody asks for': { build: [`${BUILD} || FAILED=1`], post: [PUSH] },
  'a file with the status': {
    build: [`${BUILD}; echo $? > status`],
    post: ['[ "$(cat status)" = 0 ] || exit 1', PUSH]
  },
  'an id file': { build: ['docker build --iidfile image.id -t web:1 .'], post: ['[ -s image.id ]', PUSH] },
  'stopping the build': post(`if [ "${V}" = 0 ]; then aws codebuild stop-build --id "$CODEBUILD_BUILD_ID"; fi`, PUSH),
  'on-failure: ABORT': { ...post(PUSH), buildOnFailure: 'ABORT' },
  'on-failure: CONTINUE': { ...post(PUSH), buildOnFailure: 'CONTINUE' },
  'a push in finally': { build: [BUILD], finallyBuild: [PUSH] },
  'a guarded push in finally': { build: [BUILD], finallyBuild: [`[ "${V}" = 1 ] && ${PUSH} || true`] },
  'a test that fails in the build phase': { build: [BUILD, 'npm test'], post: [PUSH] },
  'a build in pre_build': { pre: [BUILD], build: ['echo nothing'], post: [PUSH] },
  'everything in post_build': { build: ['echo nothing'], post: [BUILD, PUSH] },
  'items of the build phase': build(BUILD, PUSH),
  'a block': build(`${BUILD}\n${PUSH}`),
  'a block with &&': build(`${BUILD} && ${PUSH}`),
  'a semicolon': build(`${BUILD}; ${PUSH}`),
  '|| true': build(`${BUILD} || true`, PUSH),
  'a second attempt': build(`${BUILD} || docker build --no-cache -t web:1 .`, PUSH),
  'a second attempt at another image': build(`${BUILD} || docker build -t web:2 .`, PUSH),
  'a second attempt after a push': build(`${BUILD} || true`, PUSH, 'docker build --no-cache -t web:1 .'),
  'a second attempt that is excused': build(`${BUILD} || docker build --no-cache -t web:1 . || true`, PUSH),
  'a second attempt in the next item': build(
    `${BUILD} || AGAIN=1`,
    '[ -z "$AGAIN" ] || docker build --no-cache -t web:1 .',
    PUSH
  ),
  'a second attempt that pushes by itself': build(
    'build() { docker buildx build "$@" -t web:1 --push .; }\nbuild --cache-from web:cache || build'
  ),
  'a second attempt in a condition': build(
    'build() { docker buildx build "$@" -t web:1 --push .; }\nif ! build --cache-from web:cache; then echo again; build; fi'
  ),
  'if not': build(`if ! ${BUILD}; then echo failed; exit 1; fi`, PUSH),
  'if not, and nothing more': build(`if ! ${BUILD}; then echo failed; fi`, PUSH),
  '$? and exit': build(`${BUILD}\nstatus=$?\nif [ $status -ne 0 ]; then exit $status; fi\n${PUSH}`),
  'a pipe': build(`${BUILD} | tee log`, PUSH),
  'a pipe with pipefail': build('set -o pipefail', `${BUILD} | tee log`, PUSH),
  PIPESTATUS: build(`${BUILD} | tee log; exit \${PIPESTATUS[0]}`, PUSH),
  'the background': build(`${BUILD} &`, PUSH),
  'the background, waited for by its number': build(`${BUILD} & pid=$!; wait $pid`, PUSH),
  'the background, waited for by nobody': build(`${BUILD} & wait`, PUSH),
  'export of a substitution': build(`export ID=$(docker build -q -t web:1 .)`, PUSH),
  'a substitution': build(`ID=$(docker build -q -t web:1 .)`, PUSH),
  'a loop': build('for s in api web; do docker build -t $s $s; done', 'for s in api web; do docker push $s; done'),
  'a loop with || exit 1': build(
    'for s in api web; do docker build -t $s $s || exit 1; done',
    'for s in api web; do docker push $s || exit 1; done'
  ),
  'a loop with set -e': build('set -e\nfor s in api web; do\n  docker build -t $s $s\n  docker push $s\ndone'),
  'a loop with &&': build('for s in api web; do docker build -t $s $s && docker push $s; done'),
  'a loop with && and || exit': build('for s in api web; do docker build -t $s $s && docker push $s || exit 1; done'),
  'a loop with break': build('for s in api web; do docker build -t $s $s || break; done', 'docker push api'),
  'a loop of one': build('for s in web; do docker build -t $s $s; done', 'docker push web'),
  'a loop that remembers': build(
    'FAILED=0\nfor s in api web; do docker build -t $s $s || FAILED=1; done\nexit $FAILED',
    'for s in api web; do docker push $s || exit 1; done'
  ),
  'a while loop': build(`printf 'api\\nweb\\n' | while read s; do docker build -t $s $s; done`, 'docker push web'),
  'a while loop with exit': build(
    `printf 'api\\nweb\\n' | while read s; do docker build -t $s $s || exit 1; done`,
    'docker push web'
  ),
  'a while loop over a here-document': build(
    `while read s; do docker build -t $s $s || exit 1; done <<EOF\napi\nweb\nEOF`,
    'docker push web'
  ),
  'an array': build('SERVICES=(api web)\nfor s in "${SERVICES[@]}"; do docker build -t $s $s; done', 'docker push api'),
  attempts: build('for i in 1 2 3; do docker build -t web:1 . && break; done', PUSH),
  'attempts that sleep': build('for i in 1 2 3; do docker build -t web:1 . && break; sleep 1; done', PUSH),
  'a loop of pushes in post_build': {
    build: [BUILD],
    post: [`test "${V}" = 1`, 'for t in 1 2; do docker push web:$t; done']
  },
  'docker-compose push': { build: ['docker-compose build'], post: ['docker-compose push'] },
  'docker compose push': { build: ['docker compose -f prod.yml build'], post: ['docker compose -f prod.yml push web'] },
  'docker compose push, guarded': { build: ['docker compose build'], post: [`test "${V}" = 1`, 'docker compose push'] },
  'buildx --push': build('docker buildx build --push -t web:1 .'),
  'buildx --push, hidden': build('docker buildx build --push -t web:1 . || echo failed'),
  crane: { build: [BUILD, 'docker save -o web.tar web:1'], post: ['crane push web.tar example.com/web:1'] },
  skopeo: { build: [BUILD], post: ['skopeo copy docker-daemon:web:1 docker://example.com/web:1'] },
  podman: { build: ['podman build -t web:1 .'], post: ['podman push web:1'] },
  buildah: { build: ['buildah bud -t web:1 .'], post: [`[ "${V}" = 1 ]`, 'buildah push web:1'] },
  xargs: { build: [BUILD], post: ['echo web:1 web:2 | xargs -n1 docker push'] },
  'sudo and timeout': { build: [BUILD], post: ['timeout 60 docker push web:1'] },
  eval: { build: [BUILD], post: [`eval "${PUSH}"`] },
  'the phase as AWS tells it': post(
    "S=$(aws codebuild batch-get-builds --ids $CODEBUILD_BUILD_ID --query 'builds[0].phases[-1].phaseStatus' --output text)",
    '[ "$S" = SUCCEEDED ] || exit 1',
    PUSH
  ),
  'at the root': folder(BUILD, WRITE),
  'after cd': folder('cd app', WRITE),
  'cd -': folder('cd app', 'cd -', WRITE),
  'cd - > /dev/null': folder('cd app && cd - > /dev/null', WRITE),
  'cd ..': folder('cd app', 'cd ..', WRITE),
  'pushd and popd': folder('pushd app', BUILD, 'popd', WRITE),
  'pushd twice and popd once': folder('pushd app && pushd ../web', 'popd', WRITE),
  'pushd without an argument': folder('pushd app', 'pushd', WRITE),
  'a subshell': folder('(cd app && echo in)', WRITE),
  'a group': folder('{ cd app; }', WRITE),
  'bash -c cd': folder('bash -c "cd app"', WRITE),
  'the source by its variable': folder('cd app', 'cd "$CODEBUILD_SRC_DIR"', WRITE),
  'the source by a variable': folder('ROOT=$(pwd)', 'cd app', 'cd "$ROOT"', WRITE),
  'the source by $PWD': folder('ROOT=$PWD', 'cd app', 'cd $ROOT/web', WRITE),
  OLDPWD: folder('cd app', 'cd "$OLDPWD"', WRITE),
  'a loop of folders': folder('for s in app web; do cd $s; docker build -t $s .; cd ..; done', WRITE),
  'a loop of folders with cd -': folder('for s in app web; do cd $s && docker build -t $s . && cd -; done', WRITE),
  'a loop that stays': folder('for s in app ../web; do cd $s; done', WRITE),
  'a loop in subshells': folder('for s in app web; do (cd $s && docker build -t $s .) || exit 1; done', WRITE),
  'a file written from below': folder('cd app', WRITE.replace('> ', '> ../')),
  'a file that is moved': folder('cd app', WRITE, `mv ${FILE} ..`),
  'a file that is copied to the source': folder('cd app', WRITE, `cp ${FILE} "$CODEBUILD_SRC_DIR/"`),
  'a function that changes the folder': folder('go() { cd app; }', 'go', WRITE),
  'a pipe that changes the folder': folder('cd app | cat', WRITE),
  tee: folder('cd app', WRITE.replace('> ', '| tee '), 'cd -', `cp app/${FILE} .`),
  'base-directory': { build: ['cd app', WRITE], artifacts: [FILE], baseDirectory: 'app' }
};

/** Written after the check was, and not for it. */
export const LATER_CASES: Readonly<Record<string, FailureCase>> = {
  'succeeding in a here-document read back': post(`read -r S <<< "${V}"`, '[ "$S" -gt 0 ] || exit 1', PUSH),
  'a guard in a loop': post(
    'for t in web:1 web:2; do\n  [ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ] || exit 1\n  docker push $t\ndone'
  ),
  'a guard in a loop that continues': post(
    'for t in web:1 web:2; do\n  [ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ] || continue\n  docker push $t\ndone'
  ),
  'a guard in a loop that breaks too late': post(
    'for t in web:1 web:2; do\n  docker push $t\n  [ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ] || break\ndone'
  ),
  'until a push works': post(
    `test "${V}" = 1`,
    'n=0; until docker push web:1; do n=$((n + 1)); [ $n -lt 3 ] || exit 1; sleep 1; done'
  ),
  'a push that is tried three times': post(
    `test "${V}" = 1`,
    'for i in 1 2 3; do docker push web:1 && break || sleep 2; done'
  ),
  'a nested if': post(
    `if [ -n "${V}" ]; then\n  if [ "${V}" != 1 ]; then\n    echo "failed" >&2\n    exit 1\n  fi\nfi\n${PUSH}`
  ),
  'a nested if, status lost': post(
    `if [ -n "${V}" ]; then\n  if [ "${V}" != 1 ]; then\n    echo "failed" >&2\n    false\n  fi\nfi\n${PUSH}`
  ),
  'false at the end of an item': post(`if [ "${V}" = 0 ]; then false; fi`, PUSH),
  'false in a block': post(`if [ "${V}" = 0 ]; then echo failed; false; fi\necho go\n${PUSH}`),
  'return at the top': post(`[ "${V}" = 1 ] || return 1`, PUSH),
  'kill by a missing program': post(`[ "${V}" = 1 ] || no-such-program`, PUSH),
  'colon and a required variable': post(
    '[ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ] && GO=yes || true',
    ': "${GO:?the build failed}"',
    PUSH
  ),
  'awk decides': post(`echo "${V}" | awk '{ exit !($1 == 1) }'`, PUSH),
  'test with two brackets and glob': post(`[[ ${V} == [1-9] ]] || { echo failed >&2; exit 1; }`, PUSH),
  'test -a': post(`[ -n "${V}" -a "${V}" -ne 0 ]`, PUSH),
  'test -o': post(`[ "${V}" = 0 -o -z "${V}" ] && exit 1`, 'echo on', PUSH),
  'select by a name': post('STATE_0=exit STATE_1=true', `NAME=STATE_${V}`, '\${!NAME}', PUSH),
  'a map of words': post(`MESSAGES=(failed good)`, `[ "\${MESSAGES[${V}]}" = good ]`, PUSH),
  'the build in a function': build('build_one() { docker build -t "$1" "$1"; }', 'build_one web', 'docker push web'),
  'the build in a function that goes on': build(
    'build_one() { docker build -t "$1" "$1"; echo "built $1"; }',
    'build_one web',
    'docker push web'
  ),
  'the build in a function under set -e in a condition': build(
    'set -e',
    'build_one() { docker build -t web web; echo done; }',
    'if build_one; then docker push web; fi'
  ),
  'services from a variable': {
    build: [
      'SERVICES="api web"',
      'for s in $SERVICES; do docker build -t $s $s || { echo "$s failed"; exit 1; }; done'
    ],
    post: [`test "${V}" = 1`, 'for s in $SERVICES; do docker push $s || exit 1; done']
  },
  'services in parallel': build(
    'for s in api web; do docker build -t $s $s & pids="$pids $!"; done; for p in $pids; do wait $p || exit 1; done',
    'docker push api'
  ),
  'services in parallel, waited for together': build(
    'for s in api web; do docker build -t $s $s & done; wait',
    'docker push api'
  ),
  'xargs in parallel': build('printf "api\\nweb\\n" | xargs -P2 -I{} docker build -t {} {}', 'docker push api'),
  'find and loop': build('for f in */Dockerfile; do d=$(dirname $f); docker build -t $d $d; done', 'docker push web'),
  'find and loop with set -e': build(
    'set -e\nfor f in */Dockerfile; do d=$(dirname $f); docker build -t $d $d; done',
    'docker push web'
  ),
  'a script of functions': {
    pre: [
      `cat > lib.sh <<'EOF'\nrequire_build() {\n  if [ "${V}" -ne 1 ]; then\n    echo "not pushing" >&2\n    return 1\n  fi\n}\nEOF`
    ],
    build: [BUILD],
    post: ['. ./lib.sh', 'require_build', PUSH]
  },
  'a script by tee': {
    build: [BUILD],
    post: [`echo 'test "${V}" = 1 || exit 0' | tee guard.sh > /dev/null`, 'bash -e guard.sh', PUSH]
  },
  'a status file by &&': {
    build: [`${BUILD} && echo ok > result || echo failed > result`],
    post: ['grep -q ok result', PUSH]
  },
  'a status file, not asked right': {
    build: [`${BUILD} && echo ok > result || echo failed > result`],
    post: ['[ -f result ]', PUSH]
  },
  'a subshell with set -e': build(`(set -e; ${BUILD}; ${PUSH})`),
  'a subshell without set -e': build(`(${BUILD}; ${PUSH})`),
  'a subshell after ||': build(`${BUILD} || (echo failed && false)`, PUSH),
  'errexit is off in a condition': build(`set -e\nif (${BUILD}; echo built); then ${PUSH}; fi`),
  time: build(`time ${BUILD}`, PUSH),
  not: build(`! ${BUILD}`, PUSH),
  'output into a variable, local': build('f() { local id=$(docker build -q -t web:1 .); docker push web:1; }\nf'),
  'output into a file': build(`${BUILD} > build.log 2>&1`, PUSH),
  'output into a file, shown afterwards': build(`${BUILD} > build.log 2>&1; cat build.log`, PUSH),
  'tee with pipefail in a subshell': build(`(set -o pipefail; ${BUILD} | tee log)`, PUSH),
  'process substitution': build(`${BUILD} > >(tee log)`, PUSH),
  'compose in two lines': { build: ['docker compose build\ndocker compose push'] },
  bake: { build: ['docker buildx bake --push'], post: ['echo done'] },
  'bake in post_build': { build: ['npm test'], post: ['docker buildx bake --push'] },
  imagetools: { build: [BUILD], post: ['docker buildx imagetools create -t web:latest web:1'] },
  manifest: {
    build: [BUILD],
    post: [`if [ "${V}" = 1 ]; then docker manifest create web:latest web:1; fi`, 'docker manifest push web:latest']
  },
  'a finally of post_build': { build: [BUILD], post: [`test "${V}" = 1`, 'echo ready'], finallyPost: [PUSH] },
  'a guarded finally of post_build': {
    build: [BUILD],
    post: [`test "${V}" = 1`, 'echo ready'],
    finallyPost: [`if [ "${V}" = 1 ]; then ${PUSH}; fi`]
  },
  'a failing pre_build': { pre: ['npm ci'], build: [BUILD], post: [`[ "${V}" = 1 ] || exit 1`, PUSH] },
  'cd in a condition': folder('if cd app; then echo in; fi', WRITE),
  'cd and back by a function': folder('back() { cd "$CODEBUILD_SRC_DIR"; }', 'cd app', 'back', WRITE),
  'cd in a command substitution': folder('HERE=$(cd app && pwd)', WRITE),
  'cd to what is computed': folder('cd "$(dirname app/Dockerfile)"', WRITE),
  'cd to what is computed and back': folder('cd "$(dirname app/Dockerfile)" && cd ..', WRITE),
  'cd twice, cd - twice': folder('cd app', 'cd ../web', 'cd -', 'cd -', WRITE),
  'pushd three, popd three': folder('pushd app', 'pushd ../web', 'pushd /tmp', 'popd', 'popd', 'popd', WRITE),
  'a folder of another phase': { pre: ['cd app'], build: [BUILD], post: [WRITE], artifacts: [FILE] },
  'a folder of another phase, left': { pre: ['cd app'], build: [BUILD, 'cd ..'], post: [WRITE], artifacts: [FILE] },
  'written by an absolute path': folder('cd app', `printf '[]' > $CODEBUILD_SRC_DIR/${FILE}`),
  'written to /tmp and copied': folder(
    WRITE.replace('> ', '> /tmp/slipway-truth-'),
    `cp /tmp/slipway-truth-${FILE} ./${FILE}`
  ),
  'removed again': folder(WRITE, `rm -f ${FILE}`),
  'written in a branch that comes': folder(`if true; then ${WRITE}; fi`),
  'written in a branch that does not come': folder(`if false; then ${WRITE}; fi`),
  'written by a script': folder(`cat > write.sh <<'EOF'\n${WRITE}\nEOF`, 'cd app', 'bash ../write.sh'),
  'written by python': folder(`python3 -c "print('[]')" > ${FILE}`)
};
