import { describe, expect, it } from '@jest/globals';

import { decodeAll } from '../../src/config/decode/decode.js';
import type { Config } from '../../src/config/config.js';
import { importBuildspec, type ImportedSettings } from '../../src/pipeline/import/import.js';
import { readDocument } from '../../src/text/document.js';
import { read } from './check-cases.js';

interface Parts {
  readonly variables?: string;
  readonly head?: string;
  readonly artifacts?: string;
}

function write(items: readonly string[], { variables = '', head = '', artifacts = '' }: Parts = {}): string {
  const commands = items.map(item => `      - ${JSON.stringify(item)}\n`).join('');
  const env = variables === '' ? '' : `env:\n  variables: { ${variables} }\n`;
  return `version: 0.2\n${head}${env}phases:\n  build:\n    commands:\n${commands}${artifacts}`;
}

function bring(text: string): ImportedSettings & { readonly config: Config; readonly told: readonly string[] } {
  const imported = importBuildspec(read(text));
  const file = readDocument('slipway.yml', new TextEncoder().encode(imported.text));
  const source = { sha: undefined, keepTokens: true };
  const { config, problems } = decodeAll({ given: {}, givenFrom: 'flag', file, env: {}, source });
  expect(problems).toEqual([]);
  const told = imported.notes.map(({ kind, place, what }) => `${kind} ${place.line ?? 0} ${what}`);
  return { ...imported, config, told };
}

const HOST = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const LOGIN = 'docker login --username AWS --password-stdin';

describe('the registry that a buildspec says', () => {
  it.each([
    ['Docker Hub', 'someone/app', 'Docker Hub'],
    ['Docker Hub by its host', 'docker.io/someone/app', 'Docker Hub'],
    ['ECR Public', 'public.ecr.aws/x1y2z3/app', 'ECR Public'],
    ['GitHub', 'ghcr.io/someone/app', 'ghcr.io'],
    ['a registry with a port', 'registry.example.com:5000/app', 'registry.example.com:5000']
  ])('is never made a private one of ECR: %s', (_, uri, called) => {
    const text = write(['docker build -t $URI:v1 .', 'docker push $URI:v1'], { variables: `URI: "${uri}"` });
    expect(() => importBuildspec(read(text))).toThrow(
      `"${uri}:v1" is pushed to ${called}; Slipway pushes to private registries of Amazon ECR.`
    );
  });

  it('and what another step pushes is deployed as it is', () => {
    const text = write(
      [
        'docker build -t someone/app:v1 .',
        'docker push someone/app:v1',
        `printf '[{"name":"web","imageUri":"%s"}]' someone/app:v1 > imagedefinitions.json`
      ],
      {}
    );
    const { config, told } = bring(text);
    expect(config.images).toEqual([{ kind: 'existing', container: 'web', image: 'someone/app:v1' }]);
    expect(told.join('\n')).toContain('is pushed to Docker Hub');
  });

  it('is Docker Hub behind a variable where that is the only login', () => {
    const items = [
      'echo $P | docker login -u $USER_NAME --password-stdin',
      'docker build -t $USER_NAME/app:v1 .',
      'docker push $USER_NAME/app:v1'
    ];
    expect(() => importBuildspec(read(write(items)))).toThrow('is pushed to Docker Hub');
    const ecr = write([
      `aws ecr get-login-password | ${LOGIN} $REGISTRY`,
      'docker build -t $REGISTRY/app:v1 .',
      'docker push $REGISTRY/app:v1'
    ]);
    expect(bring(ecr).config.images).toMatchObject([{ repository: 'app' }]);
  });

  it.each([
    ['two regions', HOST.replace('eu-west-1', 'us-east-1')],
    ['two accounts', HOST.replace('123456789012', '210987654321')],
    ['ECR and Docker Hub', 'docker.io/someone']
  ])('keeps one image of one build that goes to %s, and tells the other', (_, other) => {
    const { config, told } = bring(
      write([
        `docker build -t ${HOST}/app:v1 -t ${other}/app:v1 .`,
        `docker push ${HOST}/app:v1`,
        `docker push ${other}/app:v1`,
        `printf '[{"name":"web","imageUri":"%s"}]' ${HOST}/app:v1 > imagedefinitions.json`
      ])
    );
    expect(config.images).toMatchObject([{ kind: 'built', container: 'web', repository: 'app', tags: ['v1'] }]);
    expect(told).toContainEqual(
      `left-out 7 The image is also pushed to "${other}/app:v1"; Slipway pushes an image to one repository.`
    );
  });

  it('is said whole for the image of another account', () => {
    const other = '210987654321.dkr.ecr.us-east-1.amazonaws.com';
    const { config } = bring(
      write([
        `docker build -t ${HOST}/api:v1 api`,
        `docker build -t ${other}/web:v1 web`,
        `docker push ${HOST}/api:v1`,
        `docker push ${other}/web:v1`
      ])
    );
    expect(config.images).toMatchObject([
      { container: 'api', repository: 'api', registry: undefined },
      { container: 'web', repository: 'web', registry: { account: '210987654321', region: 'us-east-1' } }
    ]);
  });

  it('and its logins keep account and region', () => {
    const login = (host: string): string => `aws ecr get-login-password | ${LOGIN} ${host}`;
    const { config, told } = bring(
      write([
        login(HOST),
        login('111122223333.dkr.ecr.us-east-1.amazonaws.com'),
        login('444455556666.dkr.ecr.eu-west-1.amazonaws.com'),
        login('$ACCOUNT.dkr.ecr.us-west-2.amazonaws.com'),
        `docker build -t ${HOST}/app:v1 .`,
        `docker push ${HOST}/app:v1`
      ])
    );
    expect(config.registries).toEqual(['111122223333.dkr.ecr.us-east-1.amazonaws.com', '444455556666']);
    expect(told.join('\n')).toContain('left-out 8 The build also logs into ECR in us-west-2');
  });
});

describe('images that are not there', () => {
  const base = [`docker build -t ${HOST}/app:v1 .`, `docker push ${HOST}/app:v1`];

  it('are not made of a variable in single quotes', () => {
    const { config } = bring(
      write([...base, `echo '[{"name":"web","imageUri":"\${REPOSITORY_URI}:v1"}]' > imagedefinitions.json`])
    );
    expect(config.images).toMatchObject([{ container: 'web', repository: 'app', tags: ['v1'] }]);
  });

  it('are not made of a push without a name', () => {
    const { config, told } = bring(write([...base, 'docker push']));
    expect(config.images).toMatchObject([{ repository: 'app' }]);
    expect(told.join('\n')).toContain('"docker push"');
  });

  it('are used as they are where nobody builds them', () => {
    const { config } = bring(
      write([
        ...base,
        `printf '[{"name":"web","imageUri":"%s"},{"name":"proxy","imageUri":"%s"}]' ${HOST}/app:v1 public.ecr.aws/nginx/nginx:1.29 > imagedefinitions.json`
      ])
    );
    expect(config.images).toMatchObject([
      { kind: 'built', container: 'web', repository: 'app' },
      { kind: 'existing', container: 'proxy', image: 'public.ecr.aws/nginx/nginx:1.29' }
    ]);
  });

  it('are not built where they are only copied', () => {
    const { config, told } = bring(
      write([...base, 'docker pull nginx:1', `docker tag nginx:1 ${HOST}/nginx:1`, `docker push ${HOST}/nginx:1`])
    );
    expect(config.images).toMatchObject([{ repository: 'app' }]);
    expect(told.join('\n')).toContain(`"${HOST}/nginx:1" is pulled and gets another name; nothing is built.`);
  });

  it('are those of each round of a loop, and no more', () => {
    const { config } = bring(
      write([`for s in api web; do docker build -t ${HOST}/$s:v1 $s && docker push ${HOST}/$s:v1; done`])
    );
    expect(config.images).toMatchObject([
      { container: 'api', repository: 'api', build: { context: 'api' } },
      { container: 'web', repository: 'web', build: { context: 'web' } }
    ]);
  });

  it('are those of each round of a loop over a variable or an array, through folders', () => {
    const { config } = bring(
      write([
        'SERVICES=(api web)',
        `for s in "\${SERVICES[@]}"; do cd services/$s; docker build -t ${HOST}/$s:v1 .; docker push ${HOST}/$s:v1; cd -; done`
      ])
    );
    expect(config.images).toMatchObject([
      { repository: 'api', build: { context: 'services/api' } },
      { repository: 'web', build: { context: 'services/web' } }
    ]);
  });
});

describe('what a buildspec says beside its commands', () => {
  const base = [`docker build -t ${HOST}/app:v1 .`, `docker push ${HOST}/app:v1`];

  it.each([
    [
      'aws sts assume-role',
      'CREDS=$(aws sts assume-role --role-arn arn:aws:iam::210987654321:role/push --role-session-name x)',
      'assumes a role'
    ],
    [
      'a role in eval',
      'eval $(aws sts assume-role --role-arn arn:aws:iam::210987654321:role/push --role-session-name x | jq -r .x)',
      'assumes a role'
    ],
    ['keys', 'export AWS_ACCESS_KEY_ID=$KEY', 'changes the credentials'],
    ['a profile', 'export AWS_PROFILE=prod', 'changes the credentials'],
    [
      'a profile that is made',
      'aws configure set role_arn arn:aws:iam::210987654321:role/push --profile prod',
      'changes the credentials'
    ],
    ['a region', 'export AWS_DEFAULT_REGION=us-east-1', 'changes the region']
  ])('is told: %s', (_, command, how) => {
    const { told, notes } = bring(write([command, ...base]));
    expect(told).toContainEqual(expect.stringMatching(new RegExp(`^left-out 5 .* ${how}: what is pushed`)));
    expect(notes.find(({ what }) => what.includes(how))?.next).toMatch(/role-to-assume/);
  });

  it.each([
    [
      'build-graph',
      'batch:\n  build-graph:\n    - identifier: api\n      env: { variables: { APP: api } }\n    - identifier: web\n      env: { variables: { APP: web } }\n',
      [
        'left-out 4 The build "api" of the batch is not carried over (APP=api)',
        'left-out 6 The build "web" of the batch'
      ]
    ],
    [
      'build-list',
      'batch:\n  build-list:\n    - identifier: arm\n      buildspec: arm.yml\n',
      ['left-out 4 The build "arm" of the batch is not carried over (arm.yml)']
    ],
    [
      'build-matrix',
      'batch:\n  build-matrix:\n    dynamic: { env: { variables: { APP: [api, web] } } }\n',
      ['left-out 3 The builds of the batch (build-matrix)']
    ],
    ['proxy', 'proxy:\n  upload-artifacts: yes\n', ['left-out 2 proxy has no setting.']],
    ['run-as', 'run-as: root\n', ['left-out 2 run-as has no setting.']]
  ])('is told: %s', (_, head, expected) => {
    const { told } = bring(write(base, { head }));
    for (const start of expected) expect(told).toContainEqual(expect.stringContaining(start));
  });

  it('is told: other artifacts and runtimes', () => {
    const text = write(base, { artifacts: 'artifacts:\n  files: [imagedefinitions.json, report.html]\n' }).replace(
      'phases:\n',
      'phases:\n  install:\n    runtime-versions: { nodejs: 20 }\n'
    );
    const { told } = bring(text);
    expect(told).toContainEqual(expect.stringContaining('Slipway does not write: report.html'));
    expect(told).toContainEqual(expect.stringContaining('(nodejs 20)'));
  });

  it.each([
    ['jq -n', `jq -n --arg uri ${HOST}/app:v1 '[{name: "web", imageUri: $uri}]' > imagedefinitions.json`],
    ['jq with both', `jq -n --arg n web --arg u ${HOST}/app:v1 '[{"name":$n,"imageUri":$u}]' > imagedefinitions.json`],
    [
      'jq with a text',
      `jq -cn --arg r ${HOST}/app --arg t v1 '[{name:"web",imageUri:"\\($r):\\($t)"}]' > imagedefinitions.json`
    ],
    [
      'jq of a file',
      `jq --arg u ${HOST}/app:v1 '.[0].name = "web" | .[0].imageUri = $u' template.json > imagedefinitions.json`
    ],
    [
      'jq through a file',
      `jq -n --arg u ${HOST}/app:v1 '[{name:"web",imageUri:$u}]' > t.json && mv t.json imagedefinitions.json`
    ],
    ['jq behind echo', `echo '[{"name":"web","imageUri":"${HOST}/app:v1"}]' | jq . > imagedefinitions.json`],
    ['sed', `echo '[{"name":"web","imageUri":"IMAGE"}]' | sed "s|IMAGE|${HOST}/app:v1|g" > imagedefinitions.json`]
  ])('names the container: %s', (_, command) => {
    const { config, told } = bring(write([...base, command]));
    expect(config.images).toMatchObject([{ container: 'web', repository: 'app' }]);
    expect(told.filter(line => /before Slipway/.test(line))).toEqual([]);
  });

  it('advises no command that Slipway stands for', () => {
    const { notes } = bring(write([...base, `sed "s|IMAGE|${HOST}/app:v1|" template.json > imagedefinitions.json`]));
    const note = notes.find(({ what }) => what.includes('imagedefinitions.json'));
    expect(note).toMatchObject({ kind: 'look', place: { line: 7 } });
    expect(note?.next).toBe(
      'Leave the command out, as Slipway writes the file by itself, and set container-name to the name in the file.'
    );
  });

  it.each([
    ['latest first', ['latest', 'v1'], ['v1', 'latest']],
    ['latest last', ['v1', 'latest'], ['v1', 'latest']],
    ['latest alone', ['latest'], ['latest']]
  ])('deploys the tag that can be told apart: %s', (_, tags, expected) => {
    const items = [
      `docker build -t app .`,
      ...tags.flatMap(tag => [`docker tag app ${HOST}/app:${tag}`, `docker push ${HOST}/app:${tag}`])
    ];
    expect(bring(write(items)).config.images).toMatchObject([{ tags: expected }]);
  });

  it.each([
    ['a branch', ['if docker pull $C; then CACHE_FROM="--cache-from $C"; fi'], '$CACHE_FROM'],
    ['an array', ['ARGS=()', 'if [ -n "$C" ]; then ARGS+=(--cache-from "$C"); fi'], '"${ARGS[@]}"'],
    ['a command', [], '$(cat options.txt)']
  ])('loses no argument without a note: %s', (_, before, argument) => {
    for (const args of [`${argument} .`, `. ${argument}`]) {
      const { config, told } = bring(
        write([...before, `docker build -t ${HOST}/app:v1 ${args}`, `docker push ${HOST}/app:v1`])
      );
      expect(config.images).toMatchObject([{ build: { context: '.' } }]);
      expect(told).toContainEqual(
        expect.stringContaining('among the arguments of docker build is known at build time only')
      );
    }
  });
});
