import { describe, expect, it } from '@jest/globals';

import { around, check, checkShort } from './check-cases.js';

const PUSH = 'docker push "$URI:$TAG"';
const rules = (text: string): readonly string[] => [...new Set(check(text).map(({ code }) => code))];

describe('a push after a failed build', () => {
  const guarded: readonly (readonly [string, readonly string[]])[] = [
    ['a test of its own', ['test "$CODEBUILD_BUILD_SUCCEEDING" = 1', PUSH]],
    ['brackets', ['[ "$CODEBUILD_BUILD_SUCCEEDING" -eq 1 ]', PUSH]],
    ['double brackets', ['[[ $CODEBUILD_BUILD_SUCCEEDING == 1 ]]', PUSH]],
    ['arithmetic', ['(( CODEBUILD_BUILD_SUCCEEDING ))', PUSH]],
    ['not the opposite', ['[ ${CODEBUILD_BUILD_SUCCEEDING} != 0 ]', PUSH]],
    ['or exit', ['[ "$CODEBUILD_BUILD_SUCCEEDING" = "1" ] || exit 1', PUSH]],
    ['or a group that exits', ['[ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ] || { echo failed; exit 1; }', PUSH]],
    ['failed and exit', ['[ "$CODEBUILD_BUILD_SUCCEEDING" = 0 ] && exit 1', PUSH]],
    ['if failed then exit', ['if [ "$CODEBUILD_BUILD_SUCCEEDING" = 0 ]; then echo no; exit 1; fi', PUSH]],
    ['if it went well, else exit', ['if [ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]; then echo ok; else exit 1; fi', PUSH]],
    ['inside of if', [`if [ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]; then ${PUSH}; fi`]],
    ['in the else of failed', [`if [ "$CODEBUILD_BUILD_SUCCEEDING" = 0 ]; then echo no; else ${PUSH}; fi`]],
    ['after &&', [`test "$CODEBUILD_BUILD_SUCCEEDING" = 1 && ${PUSH}`]],
    ['the way AWS shows it', ['bash -c "if [ /"$CODEBUILD_BUILD_SUCCEEDING/" == /"0/" ]; then exit 1; fi"', PUSH]],
    ['bash -c with quotes', [`bash -c 'if [ "$CODEBUILD_BUILD_SUCCEEDING" == "0" ]; then exit 1; fi'`, PUSH]],
    ['through a variable', ['OK=$CODEBUILD_BUILD_SUCCEEDING', '[ "$OK" = 1 ]', PUSH]],
    ['a block with set -e', [`set -e\ntest "$CODEBUILD_BUILD_SUCCEEDING" = 1\n${PUSH}`]],
    [
      'stopping the build',
      ['if [ "$CODEBUILD_BUILD_SUCCEEDING" = 0 ]; then aws codebuild stop-build --id "$CODEBUILD_BUILD_ID"; fi', PUSH]
    ]
  ];
  it.each(guarded)('is not told with a guard: %s', (_, post) => {
    expect(rules(around({ post }))).not.toContain('push-after-failed-build');
  });

  const unguarded: readonly (readonly [string, readonly string[]])[] = [
    ['nothing', [PUSH]],
    ['docker image push', ['docker image push "$URI:$TAG"']],
    ['buildx --push of another build', ['docker buildx build --push -t "$URI:$TAG" .']],
    ['set -e alone', ['set -euo pipefail', PUSH]],
    ['an echo of the variable', ['echo "$CODEBUILD_BUILD_SUCCEEDING"', PUSH]],
    ['the wrong way round', ['[ "$CODEBUILD_BUILD_SUCCEEDING" = 0 ]', PUSH]],
    ['an if that only tells', ['if [ "$CODEBUILD_BUILD_SUCCEEDING" = 0 ]; then echo failed; fi', PUSH]],
    ['another question', ['[ -n "$TAG" ]', PUSH]],
    ['a guard after it', [PUSH, 'test "$CODEBUILD_BUILD_SUCCEEDING" = 1']],
    ['a test in a block whose status is lost', [`test "$CODEBUILD_BUILD_SUCCEEDING" = 1\n${PUSH}`]],
    ['a test that is excused', ['test "$CODEBUILD_BUILD_SUCCEEDING" = 1 || true', PUSH]],
    ['in the else of success', [`if [ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]; then echo ok; else ${PUSH}; fi`]],
    [
      'the exit of a subshell of its own',
      ['bash -c "[ $CODEBUILD_BUILD_SUCCEEDING = 1 ] || exit 1; echo" || true', PUSH]
    ],
    ['inside of a function', [`ship() { ${PUSH}; }\nship`]]
  ];
  it.each(unguarded)('is told without a guard: %s', (_, post) => {
    expect(rules(around({ post }))).toContain('push-after-failed-build');
  });

  it('has its line, and its cure', () => {
    const [finding] = check(around({ post: ['echo pushing', PUSH, 'docker push "$URI:latest"'] }));
    expect(finding).toMatchObject({ severity: 'error', place: { file: 'buildspec.yml', line: 14, column: 9 } });
    expect(finding?.what).toMatch(/^The push \(and 1 more\) runs in post_build also after the build phase failed/);
    expect(finding?.next).toContain('test "$CODEBUILD_BUILD_SUCCEEDING" = 1');
  });

  it.each([
    ['the build phase ends the build', { buildKeys: '    on-failure: ABORT\n', post: [PUSH] }],
    ['nothing in the build phase can fail', { build: ['echo hello'], post: ['docker build -t "$URI:$TAG" .', PUSH] }],
    ['it is pushed in the build phase', { build: ['docker build -t "$URI:$TAG" .', PUSH], post: ['echo done'] }],
    [
      'a file of the build phase is asked for',
      { build: ['docker build -t "$URI:$TAG" .', 'touch /tmp/built'], post: ['test -f /tmp/built', PUSH] }
    ]
  ])('is not told where %s', (_, parts) => {
    expect(rules(around(parts))).not.toContain('push-after-failed-build');
  });

  it('is told where the build phase may fail after the build, and where on-failure goes on', () => {
    expect(rules(around({ build: ['npm test'], post: ['docker build -t "$URI:$TAG" .', PUSH] }))).toContain(
      'push-after-failed-build'
    );
    expect(rules(around({ buildKeys: '    on-failure: CONTINUE\n', post: [PUSH] }))).toContain(
      'push-after-failed-build'
    );
  });

  it('is told in finally, which runs after a failed command too', () => {
    const text = around({ build: ['docker build -t "$URI:$TAG" .'], post: ['echo done'] }).replace(
      '  post_build:',
      `    finally:\n      - ${PUSH}\n  post_build:`
    );
    expect(checkShort(text)).toContain('error push-after-failed-build 12:9');
  });
});

describe('a failure that nobody sees', () => {
  const BUILD = 'docker build -t "$URI:$TAG" .';
  it.each([
    ['a block that goes on to the push', [`${BUILD}\n${PUSH}`], ['error push-after-failed-build 11:1']],
    ['a semicolon', [`${BUILD}; ${PUSH}`], ['error push-after-failed-build 10:9']],
    ['a pipe without pipefail', ['set +o pipefail', `${BUILD} | tee build.log`], ['error unseen-failure 11:9']],
    ['|| true', [`${BUILD} || true`], ['error unseen-failure 10:9']],
    ['the background', [`${BUILD} &`], ['error unseen-failure 10:9']]
  ])('%s', (_, build, expected) => {
    expect(checkShort(around({ build, post: ['echo done'] }))).toEqual(expected);
  });

  it.each([
    ['set -e', [`set -e\n${BUILD}\n${PUSH}`]],
    ['&&', [`${BUILD} && ${PUSH}`]],
    ['a look at the status', [`${BUILD}\nif [ $? -ne 0 ]; then exit 1; fi\n${PUSH}\n`]],
    ['pipefail', ['set -o pipefail', `${BUILD} | tee build.log`]],
    ['a second attempt', [`${BUILD} || ${BUILD}`]]
  ])('is not told with %s', (_, build) => {
    expect(check(around({ build, post: ['echo done'] }))).toEqual([]);
  });
});

describe('known mistakes', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'the removed login',
      around({ pre: ['$(aws ecr get-login --no-include-email --region $AWS_REGION)'] }),
      'error get-login 8:9'
    ],
    [
      'the removed login, options first',
      around({ pre: ['eval $(aws --region $R ecr get-login)'] }),
      'error get-login 8:9'
    ],
    [
      'a password as an argument',
      around({ pre: ['docker login -u AWS -p "$PASSWORD" "$HOST"'] }),
      'warning password-argument 8:9'
    ],
    ['a colon', around({ pre: ['echo "tag: $TAG"'] }), 'error colon-in-command 8:9'],
    [
      'a backslash that YAML has joined',
      around({ pre: ['trivy image \\\n        --exit-code 1 x'.replace(/\n\s*/, ' ')] }),
      'warning backslash-joined 8:9'
    ],
    [
      'an account in the login',
      around({
        pre: ['aws ecr describe-repositories --registry-id 1 && echo 123456789012.dkr.ecr.$AWS_REGION.amazonaws.com']
      }),
      'warning hard-coded-account 8:9'
    ],
    ['a region', around({ pre: ['aws ecs list-clusters --region eu-west-1'] }), 'warning hard-coded-region 8:9'],
    [
      'Docker started by hand',
      around({ pre: ['nohup /usr/local/bin/dockerd --host=unix:///var/run/docker.sock &'] }),
      'warning starts-docker 8:9'
    ],
    [
      'only latest',
      around({
        build: ['docker build -t $URI .'],
        post: ['test "$CODEBUILD_BUILD_SUCCEEDING" = 1', 'docker push $URI:latest']
      }),
      'warning only-latest 14:9'
    ],
    ['a shell that cannot read it', around({ pre: ['echo "open'] }), 'warning shell-syntax 8:9'],
    [
      'bash in sh',
      around({ pre: ['[[ -n $TAG ]]'] }).replace('shell: bash', 'shell: /bin/sh'),
      'warning needs-bash 7:9'
    ],
    [
      'a login whose failure is hidden',
      around({ pre: ['aws ecr get-login-password | docker login --username AWS --password-stdin $HOST'] }).replace(
        'set -o pipefail',
        'true'
      ),
      'warning no-pipefail 8:9'
    ],
    ['no version', around({}).replace('version: 0.2\n', ''), 'error no-version 1:1'],
    ['the old version', around({}).replace('0.2', '0.1'), 'warning old-version 1:1'],
    ['a version that is none', around({}).replace('0.2', '2'), 'error unknown-version 1:1'],
    ['a phase that is none', around({}).replace('post_build', 'postbuild'), 'error unknown-phase 11:3'],
    ['a key that is none', around({}).replace('artifacts:\n  files', 'artifacts:\n  file'), 'warning unknown-key 16:3'],
    ['on-failure', around({ buildKeys: '    on-failure: STOP\n' }), 'error on-failure 9:5'],
    [
      'the docker runtime',
      around({}).replace('phases:\n', 'phases:\n  install:\n    runtime-versions:\n      docker: 18\n'),
      'error docker-runtime 7:7'
    ],
    [
      'files as a text',
      around({}).replace('files:\n    - appspec.yml', 'files: appspec.yml'),
      'warning files-not-a-list 16:3'
    ],
    [
      'commands as a text',
      around({}).replace('commands:\n      - docker build -t "$URI:$TAG" .', 'commands: docker build .'),
      'error commands-not-a-list 9:5'
    ],
    ['a command that is a list', around({ pre: ['&list [1, 2]'] }), 'error command-not-a-text 8:15'],
    [
      'old variables',
      around({}).replace('env:\n  shell: bash', 'environment_variables:\n  plaintext: {A: b}'),
      'error old-key 2:1'
    ]
  ];
  it.each(cases)('%s', (_, text, expected) => {
    expect(checkShort(text)).toContain(expected);
  });

  it.each([
    ['a folded command', '- >\n        # the image\n        docker build -t "$URI:$TAG" .'],
    ['a quoted command', '- "echo building # the image\n        && docker build -t x ."'],
    ['a comment in the middle', '- >-\n        docker build\n        -t x # a name\n        app']
  ])('tells what a comment takes with it in %s', (_, item) => {
    const text = around({}).replace('- docker build -t "$URI:$TAG" .', item);
    expect(check(text).map(({ severity, code }) => `${severity} ${code}`)).toContain('error swallowed-by-comment');
  });

  it.each([
    ['a block', '- |\n        # the image\n        docker build -t "$URI:$TAG" .'],
    ['a comment at the end', '- >\n        docker build -t "$URI:$TAG" .\n        # built'],
    ['a comment of YAML', '- docker build -t "$URI:$TAG" .\n      # docker push x'],
    ['a # in a word', '- >\n        docker build -t "$URI:$TAG"\n        --build-arg A=b#c .'],
    ['a # in quotes', `- >\n        echo 'a # b' &&\n        docker build -t "$URI:$TAG" .`]
  ])('takes %s', (_, item) => {
    const text = around({}).replace('- docker build -t "$URI:$TAG" .', item);
    expect(check(text).map(({ code }) => code)).not.toContain('swallowed-by-comment');
  });

  it('leaves the one region of ECR Public as it is', () => {
    const login = 'docker login --username AWS --password-stdin public.ecr.aws';
    const region = (pre: readonly string[], env = ''): readonly string[] =>
      rules(around({ pre }).replace('  shell: bash\n', `  shell: bash\n${env}`)).filter(rule =>
        rule.includes('region')
      );
    expect(region([`aws ecr-public get-login-password --region us-east-1 | ${login}`])).toEqual([]);
    expect(
      region([`aws ecr-public get-login-password --region $PUBLIC | ${login}`], '  variables: {PUBLIC: us-east-1}\n')
    ).toEqual([]);
    expect(region(['aws ecr get-login-password --region us-east-1 | docker login x'])).toEqual(['hard-coded-region']);
  });

  it('names the nearest word', () => {
    expect(
      check(around({}).replace('post_build', 'postbuild')).find(({ code }) => code === 'unknown-phase')?.next
    ).toBe('Did you mean post_build?');
    expect(
      check(around({ buildKeys: '    on-failure: abort\n' })).find(({ code }) => code === 'on-failure')?.next
    ).toBe('Write ABORT.');
  });

  it('tells what is lost between the shells of version 0.1', () => {
    const text = around({ pre: ['cd app', 'export A=b', 'TAG=1', 'cd app && make'] }).replace('0.2', '0.1');
    expect(checkShort(text).filter(line => line.includes('lost'))).toEqual([
      'error lost-between-commands 8:9',
      'error lost-between-commands 9:9',
      'error lost-between-commands 10:9'
    ]);
  });

  it('finds nothing in a buildspec that has none', () => {
    expect(check(around({}))).toEqual([]);
  });
});

describe('artifacts', () => {
  const write = (command: string, files: readonly string[], extra = ''): string =>
    around({ post: ['test "$CODEBUILD_BUILD_SUCCEEDING" = 1', PUSH, command] }).replace(
      '    - appspec.yml\n',
      files.map(file => `    - ${file}\n`).join('') + extra
    );
  const GOOD = `printf '[{"name":"web","imageUri":"%s"}]' "$URI:$TAG" > imagedefinitions.json`;
  const DETAIL = `printf '{"ImageURI":"%s"}' "$URI:$TAG" > imageDetail.json`;

  it.each([
    ['imagedefinitions.json', GOOD, ['imagedefinitions.json']],
    [
      'an echo with escapes',
      `echo "[{\\"name\\":\\"web\\",\\"imageUri\\":\\"$URI\\"}]" > imagedefinitions.json`,
      ['imagedefinitions.json']
    ],
    [
      'a here-document',
      `cat > imagedefinitions.json <<EOF\n[{"name":"web","imageUri":"$URI"}]\nEOF`,
      ['imagedefinitions.json']
    ],
    [
      'a group',
      `{ printf '[{"name":"web",'; printf '"imageUri":"%s"}]\\n' "$URI"; } > imagedefinitions.json`,
      ['imagedefinitions.json']
    ],
    ['tee', GOOD.replace('>', '| tee'), ['imagedefinitions.json']],
    ['imageDetail.json', DETAIL, ['imageDetail.json']],
    ['a pattern', DETAIL, ["'image*.json'"]]
  ])('takes %s', (_, command, files) => {
    expect(check(write(command, files))).toEqual([]);
  });

  it.each([
    [
      'an object for a list',
      `printf '{"name":"web","imageUri":"%s"}' $URI > imagedefinitions.json`,
      /a list is expected/
    ],
    [
      'a key in the wrong case',
      `printf '[{"name":"web","imageURI":"%s"}]' $URI > imagedefinitions.json`,
      /the key is "imageURI", and CodePipeline reads "imageUri"/
    ],
    ['a missing comma', `printf '[{"name":"web" "imageUri":"%s"}]' $URI > imagedefinitions.json`, /that is no JSON/],
    ['an argument too few', `printf '[{"name":"%s","imageUri":"%s"}]' web > imagedefinitions.json`, /"imageUri" is ""/],
    [
      'an argument too many',
      `printf '[{"name":"web","imageUri":"%s"}]' $URI $TAG > imagedefinitions.json`,
      /that is no JSON/
    ],
    [
      'a variable in single quotes',
      `echo '[{"name":"web","imageUri":"\${URI}:$TAG"}]' > imagedefinitions.json`,
      /"\$\{URI\}" stays in it as it is/
    ],
    [
      'a variable in a here-document that is quoted',
      `cat > imagedefinitions.json <<'EOF'\n[{"name":"web","imageUri":"$URI"}]\nEOF`,
      /"\$URI" stays in it as it is/
    ],
    [
      'the key of the other file',
      `printf '{"imageUri":"%s"}' $URI > imageDetail.json`,
      /the key is "imageUri", and CodePipeline reads "ImageURI"/
    ]
  ])('tells %s', (_, command, expected) => {
    const found = check(
      write(
        command,
        ['image*.json'].map(file => `'${file}'`)
      )
    );
    expect(found.map(({ code }) => code)).toEqual(['image-file']);
    expect(found[0]?.what).toMatch(expected);
  });

  it.each([
    [
      'a name that is nearly right',
      write(GOOD.replace('definitions', 'Definition'), ['imageDefinition.json']),
      {},
      'warning file-name 18:7'
    ],
    [
      'the same with the ECS action',
      write(GOOD.replace('definitions', 'Definition'), ['imageDefinition.json']),
      { deployProvider: 'ECS' },
      'error file-name 18:7'
    ],
    [
      'imageDetails.json',
      write(DETAIL.replace('Detail', 'Details'), ['imageDetails.json']),
      {},
      'error file-name 18:7'
    ],
    ['a file that nobody writes', write('echo done', ['imageDetail.json']), {}, 'warning artifact-not-written 18:7'],
    [
      'a file that is written elsewhere',
      write(`cd app && ${GOOD}`, ['imagedefinitions.json']),
      {},
      'error artifact-elsewhere 18:7'
    ],
    ['a file that is left behind', write(GOOD, ['appspec.yml']), {}, 'warning artifact-missing 15:9'],
    [
      'the wrong file for ECS',
      write(DETAIL, ['imageDetail.json']),
      { deployProvider: 'ECS' },
      'error artifact-missing 16:1'
    ],
    [
      'the wrong file for CodeDeploy',
      write(GOOD, ['imagedefinitions.json', 'taskdef.json', 'appspec.yaml']),
      { deployProvider: 'CodeDeployToECS' },
      'error artifact-missing 16:1'
    ],
    [
      'a template by another name',
      write(DETAIL, ['imageDetail.json', 'taskdefinition.json', 'appspec.yaml']),
      { deployProvider: 'CodeDeployToECS' },
      'warning file-name 19:7'
    ],
    ['no artifacts', around({}).replace(/artifacts:[^]*/, ''), {}, 'warning no-artifacts 1:1'],
    [
      'no artifacts for ECS',
      around({}).replace(/artifacts:[^]*/, ''),
      { deployProvider: 'ECS' },
      'error no-artifacts 1:1'
    ]
  ] as const)('tells %s', (_, text, options, expected) => {
    expect(checkShort(text, options)).toEqual([expected]);
  });

  it('waits for what puts a variable into a file later', () => {
    const template = `echo '[{"name":"web","imageUri":"IMAGE-$TAG"}]' > imagedefinitions.json`;
    const command = `${template}\nsed -i "s|\\$TAG|$TAG|" imagedefinitions.json`;
    expect(check(write(command, ['imagedefinitions.json']))).toEqual([]);
  });

  it.each([
    'npm ci',
    'mvn -B package',
    './gradlew clean build',
    'jq . package.json',
    'go build ./...',
    'python3 -m pip install x'
  ])('trusts no build tool to write one: %s', command => {
    expect(checkShort(write(command, ['imagedefinitions.json']))).toEqual(['warning artifact-not-written 18:7']);
  });

  it.each([
    './write.sh',
    'npm run definitions',
    'python3 write.py',
    'bash ci/write.sh',
    'aws s3 cp s3://b/imagedefinitions.json .'
  ])('trusts a program of the project: %s', command => {
    expect(check(write(command, ['imagedefinitions.json']))).toEqual([]);
  });

  it('finds a file in the folder that a variable names, and trusts a program to write one', () => {
    expect(
      check(write(`cd app && ${GOOD.replace('> ', '> "$CODEBUILD_SRC_DIR"/')}`, ['imagedefinitions.json']))
    ).toEqual([]);
    expect(check(write('make definitions', ['imagedefinitions.json']))).toEqual([]);
  });
});
