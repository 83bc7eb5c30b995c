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
