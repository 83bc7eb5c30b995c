import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

import { importFile } from '../../src/commands/import.js';
import { decodeAll } from '../../src/config/decode/decode.js';
import type { Config } from '../../src/config/config.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { importBuildspec, type ImportedSettings } from '../../src/pipeline/import/import.js';
import type { Files } from '../../src/ports.js';
import { readDocument } from '../../src/text/document.js';
import { read } from './check-cases.js';
import { makeProject } from './projects.js';

/** The buildspec of AWS's tutorial, with what people add to it. */
const USUAL = `version: 0.2
phases:
  pre_build:
    commands:
      - echo Logging in to Amazon ECR...
      - aws ecr get-login-password --region eu-west-1 | docker login --username AWS --password-stdin $AWS_ACCOUNT_ID.dkr.ecr.eu-west-1.amazonaws.com
      - REPOSITORY_URI=$AWS_ACCOUNT_ID.dkr.ecr.eu-west-1.amazonaws.com/shop/web
      - COMMIT_HASH=$(echo $CODEBUILD_RESOLVED_SOURCE_VERSION | cut -c 1-7)
      - IMAGE_TAG=\${COMMIT_HASH:=latest}
  build:
    commands:
      - docker build -t $REPOSITORY_URI:latest .
      - docker tag $REPOSITORY_URI:latest $REPOSITORY_URI:$IMAGE_TAG
  post_build:
    commands:
      - docker push $REPOSITORY_URI:latest
      - docker push $REPOSITORY_URI:$IMAGE_TAG
      - printf '[{"name":"web","imageUri":"%s"}]' $REPOSITORY_URI:$IMAGE_TAG > imagedefinitions.json
artifacts:
  files: imagedefinitions.json
`;

function bring(
  text: string,
  variables: Readonly<Record<string, string>> = {}
): ImportedSettings & { readonly config: Config } {
  const imported = importBuildspec(read(text), { variables });
  const file = readDocument('slipway.yml', new TextEncoder().encode(imported.text));
  const { config, problems } = decodeAll({
    given: {},
    givenFrom: 'flag',
    file,
    env: {},
    source: { sha: undefined, keepTokens: true }
  });
  expect(problems).toEqual([]);
  return { ...imported, config };
}

/** The build of `docker build <args>`, pushed as shop/web. */
function build(args: string, before: readonly string[] = [], after: readonly string[] = []): string {
  const items = [...before, `docker build -t $URI:v1 ${args}`, 'docker push $URI:v1', ...after];
  return `version: 0.2
env:
  variables: { URI: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web }
phases:
  build:
    commands:
${items.map(item => `      - ${JSON.stringify(item)}\n`).join('')}`;
}

describe('the usual buildspec', () => {
  it('becomes a few settings', () => {
    const { text, notes, placeholders } = bring(USUAL);
    expect(text).toBe(`# Made from buildspec.yml by: slipway import buildspec buildspec.yml

region: eu-west-1
repository: shop/web
context: .
tags:
  - '{short-sha}'
  - latest
container-name: web

# To deploy with the Action or slipway ship, add cluster and service: they stand in the deploy stage of the pipeline.
`);
    expect([...notes, ...placeholders]).toEqual([]);
  });

  it('names variables from outside, and takes them where they are said', () => {
    const outside = USUAL.replace('eu-west-1.amazonaws.com/shop/web', 'eu-west-1.amazonaws.com/$REPO')
      .replace('"web"', '"$NAME"')
      .replace("'[{", '"[{')
      .replace("}]'", '}]"')
      .replaceAll('\\"', '"');
    const printed = outside.replace(
      /printf.*/,
      'printf \'[{"name":"%s","imageUri":"%s"}]\' $NAME $REPOSITORY_URI:$IMAGE_TAG > imagedefinitions.json'
    );
    const { text, placeholders, config } = bring(printed);
    expect(text).toContain('# Look: repo stands for REPO, which comes from the CodeBuild project.\nrepository: repo\n');
    expect(placeholders).toMatchObject([
      { variable: 'NAME', value: 'name' },
      { variable: 'REPO', value: 'repo', wholeUri: false }
    ]);
    expect(config.images[0]).toMatchObject({ repository: 'repo' });
    const said = bring(printed, { REPO: 'shop/api', NAME: 'api' });
    expect(said.text).not.toContain('Look');
    expect(said.config.images[0]).toMatchObject({ repository: 'shop/api' });
    expect(said.config.files.containerName).toBe('api');
  });

  it('tells apart a variable that holds the whole URI', () => {
    const { text, placeholders } = bring(USUAL.replace(/REPOSITORY_URI=.*/, 'true'));
    expect(text).toContain(
      "# Look: repository-uri stands for the name in REPOSITORY_URI, the repository's URI, which comes from the CodeBuild"
    );
    expect(placeholders).toMatchObject([{ variable: 'REPOSITORY_URI', wholeUri: true }]);
  });

  it('keeps a default of a variable', () => {
    const { config } = bring(
      USUAL.replace('${COMMIT_HASH:=latest}', '${RELEASE:-v7}').replace(/ +- COMMIT_HASH.*\n/, '')
    );
    expect(config.images[0]).toMatchObject({ tags: ['v7', 'latest'] });
  });
});

describe('docker build', () => {
  const only = (text: string): unknown => bring(text).config.images;

  it('comes with every setting', () => {
    const args = [
      '-f deploy/Dockerfile',
      '--target=prod',
      '--build-arg VERSION=1.10',
      `--build-arg 'WORDS=a b "c" $d'`,
      '--secret id=npm,env=NPM_TOKEN',
      '--ssh default',
      '--platform linux/amd64,linux/arm64',
      '--label team=web',
      '--cache-from type=registry,ref=example.com/cache:1',
      '--cache-to type=inline',
      '--network host',
      '--no-cache --progress=plain',
      'app'
    ];
    expect(only(build(args.join(' ')))).toMatchObject([
      {
        kind: 'built',
        repository: 'shop/web',
        tags: ['v1'],
        build: {
          context: 'app',
          dockerfile: 'deploy/Dockerfile',
          target: 'prod',
          buildArgs: [
            { name: 'VERSION', value: '1.10' },
            { name: 'WORDS', value: 'a b "c" $d' }
          ],
          buildSecrets: ['id=npm,env=NPM_TOKEN'],
          ssh: ['default'],
          platforms: ['linux/amd64', 'linux/arm64'],
          labels: [{ name: 'team', value: 'web' }],
          cacheFrom: ['type=registry,ref=example.com/cache:1'],
          cacheTo: ['type=inline'],
          buildOptions: ['--network=host', '--no-cache', '--progress=plain']
        }
      }
    ]);
  });

  it.each([
    ['a folder that was gone into', build('.', ['cd app']), 'app', undefined],
    ['a file beside it', build('-f Dockerfile.prod ..', ['cd app/docker']), 'app', 'app/docker/Dockerfile.prod'],
    [
      'the source by its variable',
      build('-f $CODEBUILD_SRC_DIR/Dockerfile $CODEBUILD_SRC_DIR/app/', ['cd x']),
      'app',
      'Dockerfile'
    ],
    ['and back', build('.', ['cd app && make && cd ..']), '.', undefined]
  ])('sees paths from the root: %s', (_, text, context, dockerfile) => {
    expect(only(text)).toMatchObject([{ build: { context, dockerfile } }]);
  });

  it('is followed through names', () => {
    const text = build('.')
      .replace(/docker build.*"/, 'docker image build --tag local app"')
      .replace(
        '"docker push',
        '"docker tag local other:1"\n      - "docker tag other:1 $URI:v1"\n      - "docker push'
      );
    expect(only(text)).toMatchObject([{ repository: 'shop/web', tags: ['v1'], build: { context: 'app' } }]);
  });

  it('of several lines, and with --push', () => {
    const text = `version: 0.2
phases:
  build:
    commands:
      - |
        set -e
        docker buildx build \\
          --push \\
          -t 123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:a \\
          -t 123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:b \\
          app
`;
    expect(only(text)).toMatchObject([{ repository: 'web', tags: ['a', 'b'], build: { context: 'app' } }]);
  });

  it('of several images becomes entries', () => {
    const { config } = bring(`version: 0.2
env: { variables: { HOST: 123456789012.dkr.ecr.eu-west-1.amazonaws.com } }
phases:
  build:
    commands:
      - docker build -t $HOST/shop/web:v1 web
      - docker build -t $HOST/shop/nginx:v1 nginx
      - docker push $HOST/shop/web:v1
      - docker push $HOST/shop/nginx:v1
      - printf '[{"name":"app","imageUri":"%s"},{"name":"proxy","imageUri":"%s"}]' $HOST/shop/web:v1 $HOST/shop/nginx:v1 > imagedefinitions.json
`);
    expect(config.images).toMatchObject([
      { container: 'app', repository: 'shop/web', build: { context: 'web' } },
      { container: 'proxy', repository: 'shop/nginx', build: { context: 'nginx' } }
    ]);
  });
});

describe('the files of the deploy stage', () => {
  it('are named, through copies, with what changes them', () => {
    const text = `${build(
      '.',
      [],
      [
        'sed -i "s|<IMAGE>|$URI:v1|" ecs/taskdef.json',
        'sed -i "s|<CPU>|$CPU|" ecs/taskdef.json',
        'cp ecs/taskdef.json .',
        'cp deploy/appspec.yml appspec.yaml'
      ]
    )}artifacts:
  files: [imageDetail.json, taskdef.json, appspec.yaml]
`;
    const { config, notes, text: written } = bring(text);
    expect(config.files).toMatchObject({
      taskDefinition: { kind: 'file', path: 'ecs/taskdef.json' },
      appspec: 'deploy/appspec.yml'
    });
    expect(written).toContain(
      '# Look: the buildspec changes this file at build time (line 10).\ntask-definition: ecs/taskdef.json\n'
    );
    expect(notes.map(({ kind, place }) => `${kind} ${place.line ?? 0}`)).toEqual([
      'changed 8',
      'changed 9',
      'left-out 10'
    ]);
  });

  it('and an AppSpec gets its task definition from Slipway, and the rest from whoever writes it', () => {
    const edits = ['sed -i "s@TASK_DEF@$ARN@g" appspec.yaml', 'sed -i "s/PORT/$PORT/" appspec.yaml'];
    const { notes } = bring(`${build('.', [], edits)}artifacts:\n  files: [appspec.yaml]\n`);
    const told = notes.filter(({ place }) => (place.line ?? 0) > 8).map(({ kind, what, next }) => [kind, what, next]);
    expect(told).toEqual([
      [
        'changed',
        expect.stringMatching(/puts the task definition into appspec\.yaml; Slipway does that by itself\.$/),
        'Write the task definition as <TASK_DEFINITION>, or any that exists; Slipway replaces it.'
      ],
      [
        'left-out',
        expect.stringMatching(/changes appspec\.yaml at build time \(PORT\); Slipway takes the file as it is\.$/),
        'Write the values into appspec.yaml.'
      ]
    ]);
  });

  it('are left out where a command makes them', () => {
    const text = `${build('.', [], ['aws ecs describe-task-definition --task-definition web > taskdef.json'])}artifacts:
  files: [taskdef.json]
`;
    const { config, notes } = bring(text);
    expect(config.files.taskDefinition).toBeUndefined();
    expect(notes.some(({ kind, place }) => kind === 'left-out' && place.line === 9)).toBe(true);
  });

  it('and the deployment itself, where the buildspec deploys', () => {
    const { config } = bring(
      build('.', [], ['aws ecs update-service --cluster shop --service web --force-new-deployment'])
    );
    expect(config.rollout).toMatchObject({ cluster: 'shop', service: 'web' });
  });
});

describe('registries', () => {
  it('further ones are carried over; the own one is not, nor its account', () => {
    const login = (host: string): string =>
      `aws ecr get-login-password | docker login --username AWS --password-stdin ${host}`;
    const { config, notes } = bring(
      build('.', [
        login('123456789012.dkr.ecr.eu-west-1.amazonaws.com'),
        login('111122223333.dkr.ecr.eu-west-1.amazonaws.com'),
        'aws ecr-public get-login-password --region us-east-1 | docker login -u AWS --password-stdin public.ecr.aws',
        'echo $P | docker login -u me --password-stdin'
      ])
    );
    expect(config.registries).toEqual(['111122223333', 'public']);
    expect(notes.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
      expect.stringMatching(/^left-out: .*a login to a registry that is not ECR/),
      'changed: The account 123456789012 is not written into the settings.'
    ]);
  });
});

describe('what cannot be carried over', () => {
  it.each([
    ['npm ci', 'a build step'],
    ['npm test', 'a test'],
    ['./gradlew test', 'a test'],
    ['mvn -Dmaven.test.skip=true package', 'a build step'],
    ['trivy image x', 'a scan'],
    ['apt-get install -y jq', 'an installation'],
    ['kubectl apply -f x', 'a deployment to Kubernetes'],
    ['aws sns publish --message done', 'a notification'],
    ['curl -X POST https://hooks.slack.com/x', 'a notification'],
    ['cp a b', 'work on files'],
    ['frobnicate', 'a command that settings cannot say']
  ])('%s is told: %s', (command, what) => {
    const [note] = bring(build('.', [command])).notes;
    expect(note).toMatchObject({ kind: 'left-out', place: { line: 7, column: 9 } });
    expect(note?.what).toContain(what);
  });

  it.each([
    'echo hello',
    'ls -la',
    'docker images | grep web',
    'aws --version',
    'set -e',
    'export A=b',
    'cd .',
    'docker pull $URI:latest || true'
  ])('%s is nothing to tell', command => {
    expect(bring(build('.', [command])).notes.filter(({ kind }) => kind === 'left-out')).toEqual([]);
  });

  it.each([
    ['the week', '$(date +%V)', 'it holds the time of the build'],
    ['yesterday', '$(date -d yesterday +%F)', 'it holds the time of the build'],
    ['the time in a zone that is not known', '$(TZ=KST-9 date +%F)', 'it holds the time of the build'],
    ['a piece of the build', 'b-$(echo $CODEBUILD_BUILD_ID | tr -d x | rev)', 'it holds the number or id of the build'],
    ['a file', '$(cat VERSION)', 'a command makes it at build time']
  ])('a tag that holds %s becomes the commit', (_, tag, why) => {
    const { config, notes, text } = bring(build('.').replaceAll(':v1', `:${tag}`));
    expect(config.images).toMatchObject([{ tags: ['{sha}'] }]);
    expect(text).toMatch(/^# Look: \{sha\} stands for /m);
    expect(notes.some(({ what }) => what.includes(why))).toBe(true);
  });

  it.each([
    ['$(date +%s)', '{date:%s}'],
    ['$(date -u "+%Y.%m.%d")', '{date:%Y.%m.%d}'],
    ['v-`date +%F`', 'v-{date:%F}'],
    ['$(TZ=Asia/Seoul date +%Y%m%d)', '{date:%Y%m%d@Asia/Seoul}'],
    ['$(TZ=Asia/Seoul date -u +%Y%m%d)', '{date:%Y%m%d}'],
    ['b-$CODEBUILD_BUILD_NUMBER', 'b-{env:CODEBUILD_BUILD_NUMBER}'],
    ["$(echo $CODEBUILD_BUILD_ID | awk -F: '{print $2}')", '{env:CODEBUILD_BUILD_ID/:/2}'],
    ['$(cut -d- -f3 <<< "$CODEBUILD_BUILD_ID")', '{env:CODEBUILD_BUILD_ID/-/3}'],
    ['${CODEBUILD_BUILD_ID#*:}', '{env:CODEBUILD_BUILD_ID/:/2}'],
    ['${CODEBUILD_BUILD_ID##*:}', '{env:CODEBUILD_BUILD_ID/:/2}']
  ])('the tag %s becomes %s, and so does a build argument', (written, token) => {
    const { config } = bring(
      build('--build-arg A=$TAG --label b=$TAG .', [`TAG=${written}`]).replaceAll(':v1', ':$TAG')
    );
    expect(config.images).toMatchObject([
      { tags: [token], build: { buildArgs: [{ name: 'A', value: token }], labels: [{ name: 'b', value: token }] } }
    ]);
  });

  it('a time zone is that of the command that it stands before', () => {
    const before = ['A=$(TZ=Asia/Seoul date +%F)', 'TZ=Asia/Tokyo true', 'B=$(date +%F)'];
    const own = bring(build('.', before).replaceAll(':v1', ':$A-$B'));
    expect(own.config.images).toMatchObject([{ tags: ['{date:%F@Asia/Seoul}-{date:%F}'] }]);
    const all = bring(build('.', ['export TZ=Asia/Tokyo', 'B=$(date +%F)']).replaceAll(':v1', ':$B'));
    expect(all.config.images).toMatchObject([{ tags: ['{date:%F@Asia/Tokyo}'] }]);
  });

  it('the commit goes into build arguments, and a text like a token does not', () => {
    const { config, notes } = bring(
      build("--build-arg A=${CODEBUILD_RESOLVED_SOURCE_VERSION:0:8} --build-arg 'B={sha}' --build-arg 'C=${env:X}' .")
    );
    expect(config.images).toMatchObject([
      {
        build: {
          buildArgs: [
            { name: 'A', value: '{sha:8}' },
            { name: 'C', value: '${env:X}' }
          ]
        }
      }
    ]);
    expect(notes.filter(({ kind }) => kind === 'left-out').map(({ what }) => what)).toEqual([
      'build-args: "B={sha}" is a text in the buildspec, and would be a token in build-args.'
    ]);
  });

  it('an image that something else builds is asked for', () => {
    const { text } = bring(build('.').replace(/docker build[^"]*/, 'make image'));
    expect(text).toContain('# Look: no docker build makes this image in the buildspec');
  });

  it('a buildspec that pushes nothing is refused with its place', () => {
    const text = 'version: 0.2\nphases:\n  build:\n    commands:\n      - npm test\n';
    expect(() => importBuildspec(read(text))).toThrow(/^buildspec\.yml:2:1 phases: The buildspec pushes no image/);
  });

  it('a hostile value stays a value', () => {
    const { config } = bring(build(`--build-arg 'X=: # "\\n{a: b}' --label 'k=&x *y' .`));
    expect(config.images).toMatchObject([
      { build: { buildArgs: [{ name: 'X', value: ': # "\\n{a: b}' }], labels: [{ name: 'k', value: '&x *y' }] } }
    ]);
  });
});

function inMemory(files: Record<string, string>): Files {
  const refuse = (): Promise<never> => Promise.reject(new Error('not asked for'));
  return {
    read: async path => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path])),
    write: async (path, text) => void (files[path] = text),
    isFile: async path => files[path] !== undefined,
    isDirectory: async () => false,
    makeTemporaryDirectory: refuse,
    remove: refuse,
    link: refuse
  };
}

describe('slipway import buildspec', () => {
  const run = async (
    files: Record<string, string>,
    more: Partial<Parameters<typeof importFile>[0]> = {}
  ): Promise<{ code: number; out: string; err: string }> => {
    let [out, err] = ['', ''];
    const code = await importFile({
      positionals: ['buildspec', 'buildspec.yml'],
      output: undefined,
      variables: undefined,
      region: undefined,
      force: false,
      files: inMemory(files),
      write: text => void (out += text),
      writeDocument: text => void (out += text),
      writeError: text => void (err += text),
      ...more
    });
    return { code, out, err };
  };

  it('prints the settings, and tells the rest by line', async () => {
    const { code, out, err } = await run({ 'buildspec.yml': build('.', ['npm test']).replace('shop/web', '$X') });
    expect(code).toBe(0);
    expect(out).toContain('region: eu-west-1\n');
    expect(err).toMatch(/^buildspec\.yml:7:9: left out: "npm test" is a test or a check/);
  });

  it('writes a file, and none over another', async () => {
    const files: Record<string, string> = { 'buildspec.yml': USUAL };
    expect(await run(files, { output: 'slipway.yml' })).toEqual({ code: 0, out: 'Wrote slipway.yml.\n', err: '' });
    expect(files['slipway.yml']).toContain('repository: shop/web');
    await expect(run(files, { output: 'slipway.yml' })).rejects.toThrow('slipway.yml: There is such a file already.');
    expect((await run(files, { output: 'slipway.yml', force: true })).code).toBe(0);
  });

  it.each([
    [{ positionals: [] }, 'There is no file to import. Write slipway import buildspec FILE.'],
    [{ positionals: ['workflow', 'x'] }, 'There is no import of "workflow".'],
    [{ positionals: ['buildspec', 'none.yml'] }, 'none.yml: There is no such file. Correct the path.'],
    [
      { positionals: ['buildspec', 'taskdef.json'] },
      'taskdef.json:1:1: This is not a buildspec, but a file of another kind (task definition).'
    ],
    [{ variables: 'A' }, '--variable is "A", expected NAME=value.']
  ])('refuses %j', async (more, message) => {
    await expect(run({ 'buildspec.yml': USUAL, 'taskdef.json': '{"containerDefinitions": []}' }, more)).rejects.toThrow(
      message
    );
  });
});

describe('a cache in a registry', () => {
  const HOST = '444455556666.dkr.ecr.eu-west-1.amazonaws.com';

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ['beside the image', { cache: 'registry' }],
    ['in a repository of its own', { cache: 'registry', 'cache-repository': 'shop/cache' }],
    ['in another account', { cache: 'registry', 'cache-repository': `${HOST}/shop/cache` }],
    ['and none', {}]
  ])('of a generated buildspec comes back as it was said: %s', async (_, said) => {
    const settings = {
      region: 'eu-west-1',
      repository: 'shop/web',
      'container-name': 'web',
      target: 'release',
      ...said
    };
    const project = await makeProject({ 'slipway.yml': settings });
    const [buildspec] = renderBuildspec(project, { directory: '', flags: '' });
    const {
      cache,
      'cache-repository': place,
      ...others
    } = load(bring(buildspec?.text ?? '').text) as Record<string, unknown>;
    expect({ cache, place }).toEqual({ cache: said['cache'], place: said['cache-repository'] });
    expect(others).toMatchObject({ repository: 'shop/web', target: 'release', tags: ['{sha}'] });
    expect(Object.keys(others).filter(name => /cache|options|images/.test(name))).toEqual([]);
  });

  it.each(['cache', 'cache-main', 'cache-$BRANCH_NAME'])('under the tag %s is another one, and stays', tag => {
    const reference = `type=registry,ref=123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/web:${tag}`;
    const { text } = bring(
      build(`--cache-from ${reference} --cache-to ${reference},mode=max,image-manifest=true,oci-mediatypes=true .`)
    );
    expect(text).toContain('cache-from:');
    expect(text).toContain('cache-to:');
    expect(text).not.toMatch(/^cache:/m);
  });
});
