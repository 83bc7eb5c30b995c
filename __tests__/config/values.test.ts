import { describe, expect, it } from '@jest/globals';
import type { BuiltImage, Config } from '../../src/config/config.js';
import { BASE, BASE_FILE, complaintsOf, decode, SHA } from './decode-helpers.js';

function built(config: Config): BuiltImage {
  const image = config.images[0];
  if (image?.kind !== 'built') throw new Error('expected an image that is built');
  return image;
}

/** One setting, said well: its name, as an input, as a line of slipway.yml, and what Config then holds. */
const GOOD: readonly (readonly [string, string, string, (config: Config) => unknown, unknown])[] = [
  ['region', 'us-gov-west-1', 'us-gov-west-1', config => config.region, 'us-gov-west-1'],
  ['region', 'eusc-de-east-1', 'eusc-de-east-1', config => config.region, 'eusc-de-east-1'],
  ['region', ' eu-north-1\n', '"  eu-north-1 "', config => config.region, 'eu-north-1'],
  ['force-new-deployment', 'true', 'true', config => config.rollout.forceNewDeployment, true],
  ['summary', 'false', 'false', config => config.report.summary, false],
  ['enable-ecs-managed-tags', 'false', 'false', config => config.rollout.enableEcsManagedTags, false],
  ['desired-count', '0', '0', config => config.rollout.desiredCount, 0],
  ['wait-for-minutes', '90', '90', config => config.rollout.waitForMinutes, 90],
  ['wait-for', 'live', 'live', config => config.rollout.waitFor, 'live'],
  ['wait-for-service-stability', 'true', 'true', config => config.rollout.waitFor, 'stable'],
  ['wait-for-service-stability', 'false', 'false', config => config.rollout.waitFor, 'nothing'],
  ['propagate-tags', 'SERVICE', 'SERVICE', config => config.rollout.propagateTags, 'SERVICE'],
  ['on-conflict', 'fail', 'fail', config => config.rollout.onConflict, 'fail'],
  ['on-conflict', 'wait', 'wait', config => config.rollout.onConflict, 'wait'],
  ['on-conflict', 'replace', 'replace', config => config.rollout.onConflict, 'replace'],
  [
    'registries',
    '111111111111, public',
    '["111111111111", public]',
    config => config.registries,
    ['111111111111', 'public']
  ],
  [
    'registries',
    'public\n111111111111\n',
    '"public, 111111111111"',
    config => config.registries,
    ['public', '111111111111']
  ],
  [
    'platforms',
    'linux/amd64,linux/arm64',
    '[linux/amd64, linux/arm64]',
    config => built(config).build.platforms,
    ['linux/amd64', 'linux/arm64']
  ],
  [
    'cache-from',
    'type=registry,ref=a/b\r\ntype=gha\r\n',
    '["type=registry,ref=a/b", type=gha]',
    config => built(config).build.cacheFrom,
    ['type=registry,ref=a/b', 'type=gha']
  ],
  [
    'build-secrets',
    'id=npm,env=NPM_TOKEN',
    'id=npm,env=NPM_TOKEN',
    config => built(config).build.buildSecrets,
    ['id=npm,env=NPM_TOKEN']
  ],
  [
    'build-options',
    '--network=host\n--label\na b',
    '[--network=host, --label, a b]',
    config => built(config).build.buildOptions,
    ['--network=host', '--label', 'a b']
  ],
  [
    'tags',
    '{sha:12}-arm64, {sha:40}',
    '["{sha:12}-arm64", "{sha:40}"]',
    config => built(config).tags,
    [`${SHA.slice(0, 12)}-arm64`, SHA]
  ],
  ['tags', '{sha}, v1-{short-sha}', '["{sha}", "v1-{short-sha}"]', config => built(config).tags, [SHA, 'v1-0123456']],
  ['tags', 'latest\nlatest', '[latest, latest]', config => built(config).tags, ['latest']],
  [
    'environment-variables',
    'A=b=c\n\nQ="x y"\nEMPTY=',
    '{ A: b=c, Q: "\\"x y\\"", EMPTY: "" }',
    config => config.files.environmentVariables,
    [
      { name: 'A', value: 'b=c' },
      { name: 'Q', value: '"x y"' },
      { name: 'EMPTY', value: '' }
    ]
  ],
  [
    'build-args',
    'VERSION=1.10\nDEBUG=true',
    '{ VERSION: 1.10, DEBUG: true }',
    config => built(config).build.buildArgs,
    [
      { name: 'VERSION', value: '1.10' },
      { name: 'DEBUG', value: 'true' }
    ]
  ],
  [
    'docker-labels',
    'com.example/team=a',
    '["com.example/team=a"]',
    config => config.files.dockerLabels,
    [{ name: 'com.example/team', value: 'a' }]
  ],
  [
    'log-configuration-options',
    'a=1\nb=2',
    '"a=1\\nb=2"',
    config => config.files.logConfigurationOptions,
    [
      { name: 'a', value: '1' },
      { name: 'b', value: '2' }
    ]
  ],
  [
    'command',
    `sh -c 'exec "$0" a\\b' "x \\"y\\"" \\ z ""`,
    `[sh, -c, 'exec "$0" a\\b', 'x "y"', " z", ""]`,
    config => config.files.command,
    ['sh', '-c', 'exec "$0" a\\b', 'x "y"', ' z', '']
  ],
  ['command', '["node", "a b.js"]', 'node "a b.js"', config => config.files.command, ['node', 'a b.js']],
  [
    'command',
    '[ -f /ready ]',
    '["[", "-f", "/ready", "]"]',
    config => config.files.command,
    ['[', '-f', '/ready', ']']
  ],
  [
    'task-role-arn',
    'arn:aws-cn:iam::123456789012:role/path/x',
    'arn:aws-cn:iam::123456789012:role/path/x',
    config => config.files.taskRoleArn,
    'arn:aws-cn:iam::123456789012:role/path/x'
  ],
  ['task-definition', 'service', 'service', config => config.files.taskDefinition, { kind: 'service' }],
  ['task-definition', 'api', 'api', config => config.files.taskDefinition, { kind: 'registered', reference: 'api' }],
  [
    'task-definition',
    'api:12',
    'api:12',
    config => config.files.taskDefinition,
    { kind: 'registered', reference: 'api:12' }
  ],
  [
    'task-definition',
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7',
    'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7',
    config => config.files.taskDefinition,
    { kind: 'registered', reference: 'arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7' }
  ],
  [
    'task-definition',
    './service',
    './service',
    config => config.files.taskDefinition,
    { kind: 'file', path: './service' }
  ],
  [
    'task-definition',
    'C:\\temp\\task',
    'C:\\temp\\task',
    config => config.files.taskDefinition,
    { kind: 'file', path: 'C:\\temp\\task' }
  ],
  [
    'task-definition',
    'api.v2.yaml',
    'api.v2.yaml',
    config => config.files.taskDefinition,
    { kind: 'file', path: 'api.v2.yaml' }
  ]
];

describe('a value that is right', () => {
  it.each(GOOD)('%s: %j as an input', (name, text, _yaml, read, expected) => {
    expect(read(decode({ given: { ...BASE, [name]: text } }))).toEqual(expected);
  });

  it.each(GOOD)('%s (%j): %s in slipway.yml', (name, _text, yaml, read, expected) => {
    const file = BASE_FILE.split('\n').filter(line => !line.startsWith(`${name}:`));
    expect(read(decode({ file: [...file, `${name}: ${yaml}`].join('\n') }))).toEqual(expected);
  });
});

describe('a text of an input or flag that is wrong', () => {
  it.each([
    [
      'region',
      'eu-west-1b',
      `expected an AWS region's name such as eu-west-1, got "eu-west-1b". This is an availability zone; its region is eu-west-1.`
    ],
    ['region', 'us-east1', `expected an AWS region's name such as eu-west-1, got "us-east1". Did you mean us-east-1?`],
    [
      'region',
      'US_EAST_1',
      `expected an AWS region's name such as eu-west-1, got "US_EAST_1". Did you mean us-east-1?`
    ],
    ['region', 'Ireland', `expected an AWS region's name such as eu-west-1, got "Ireland".`],
    ['force-new-deployment', 'yes', 'expected true or false, got "yes". Write true.'],
    ['summary', 'True', 'expected true or false, got "True". Write true.'],
    ['summary', 'OFF', 'expected true or false, got "OFF". Write false.'],
    ['summary', 'maybe', 'expected true or false, got "maybe".'],
    ['wait-for-service-stability', '1', 'expected true or false, got "1". Write true.'],
    ['wait-for-service-stability', 'live', 'expected true or false, got "live". For more choices use wait-for.'],
    ['wait-for-minutes', '0', 'expected a whole number of minutes, 1 or more, got "0".'],
    ['wait-for-minutes', '10m', 'expected a whole number of minutes, 1 or more, got "10m".'],
    ['fail-after', '-1', 'expected a whole number of tasks, 1 or more, got "-1".'],
    ['desired-count', '1.5', 'expected a whole number of tasks, 0 or more, got "1.5".'],
    ['role-duration-seconds', '899', 'expected a whole number of seconds from 900 to 43200, got "899".'],
    ['role-duration-seconds', '43201', 'expected a whole number of seconds from 900 to 43200, got "43201".'],
    ['wait-for', 'stabel', 'expected nothing, started, paused, live or stable, got "stabel". Did you mean stable?'],
    [
      'propagate-tags',
      'task-definition',
      'expected TASK_DEFINITION, SERVICE or NONE, got "task-definition". Did you mean TASK_DEFINITION?'
    ],
    [
      'registries',
      '12345',
      `expected an account's id (12 digits), the host of an ECR registry, or public for ECR Public, got "12345".`
    ],
    [
      'registries',
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api',
      `expected an account's id (12 digits), the host of an ECR registry, or public for ECR Public, got "123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api". Write 123456789012.dkr.ecr.eu-west-1.amazonaws.com.`
    ],
    [
      'registries',
      '123456789012.dkr.ecr.eu-west-1.example.com',
      `expected an account's id (12 digits), the host of an ECR registry, or public for ECR Public, got "123456789012.dkr.ecr.eu-west-1.example.com".`
    ],
    [
      'registries',
      'public.ecr.aws',
      `expected an account's id (12 digits), the host of an ECR registry, or public for ECR Public, got "public.ecr.aws". Write public.`
    ],
    ['platforms', 'arm64', 'expected a platform such as linux/amd64 or linux/arm64, got "arm64". Write linux/arm64.'],
    ['tags', ' , ', 'expected at least one, got none. The variable that it comes from may not be set.'],
    [
      'tags',
      'shop/api:v1',
      'expected a tag: up to 128 letters, digits or any of _.- (the first no . or -), with tokens such as {sha}, {sha:12}, {date:%Y%m%d} and {env:NAME} where wanted, got "shop/api:v1". Give the tag alone, without the repository.'
    ],
    [
      'tags',
      `v-{sha}-${'x'.repeat(100)}`,
      `the tag is "v-${SHA}-${'x'.repeat(36)}…"; a tag has up to 128 letters, digits or any of _.- (the first no . or -).`
    ],
    [
      'build-options',
      '--add-host a:1',
      'expected one argument of docker build, got "--add-host a:1". One line is one argument: write --add-host=a:1, or put the value on a line of its own.'
    ],
    ['docker-labels', 'team', 'line 1: expected NAME=value, got "team".'],
    ['docker-labels', 'a=1\nteam: x', 'line 2: expected NAME=value, got "team: x". Write = in place of the colon.'],
    ['docker-labels', 'a=1\na=2', '"a" is given twice. Keep one of the two.'],
    ['secrets', 'DB=', 'expected a value for "DB", got none. The variable that it comes from may not be set.'],
    [
      'tags',
      'refs/heads/feature/login',
      'expected a tag: up to 128 letters, digits or any of _.- (the first no . or -), with tokens such as {sha}, {sha:12}, {date:%Y%m%d} and {env:NAME} where wanted, got "refs/heads/feature/login". A tag has no /: write feature-login, for example.'
    ],
    [
      'command',
      '["node", 1]',
      `expected a JSON list of texts, or one line as in a shell, got ${JSON.stringify('["node", 1]')}. Write it as ["node", "server.js"].`
    ],
    [
      'command',
      ' [node, server.js]',
      'expected a JSON list of texts, or one line as in a shell, got "[node, server.js]". Write it as ["node", "server.js"].'
    ],
    ['command', `sh -c 'exec`, `a quote without its end in "sh -c 'exec". Close it.`],
    [
      'task-definition',
      'api:latest',
      'expected a path, family, family:revision (a number), an ARN, or service, got "api:latest". For the newest revision write api.'
    ],
    [
      'task-definition',
      'arn:aws:ecs:eu-west-1:123456789012:service/api',
      `expected a task definition's ARN such as arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7, got "arn:aws:ecs:eu-west-1:123456789012:service/api".`
    ],
    ['role-to-assume', 'deploy', `expected a role's ARN such as arn:aws:iam::123456789012:role/deploy, got "deploy".`],
    ['role-session-name', 'a b', 'expected 2 to 64 letters, digits or any of _+=,.@-, got "a b".']
  ])('%s: %j', (name, text, expected) => {
    expect(complaintsOf({ given: { ...BASE, [name]: text } })).toEqual([`${name}: ${expected}`]);
    expect(complaintsOf({ given: { ...BASE, [name]: text }, from: 'flag' })).toEqual([`--${name}: ${expected}`]);
  });
});

describe('a repository', () => {
  it.each([
    [
      '123456789012.dkr.ecr.eu-west-1.amazonaws.com/Shop/api',
      'Write 123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api.'
    ],
    [
      'https://123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/api:v1',
      'Write 123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/api, the tag goes into tags.'
    ],
    [
      '12345.dkr.ecr.eu-west-1.amazonaws.com/api',
      "Give the name alone: api. The registry's host comes from ECR (account and region of the credentials)."
    ],
    [
      '127.0.0.1:5000/shop/api:v1',
      "Give the name alone: shop/api. The registry's host comes from ECR (account and region of the credentials), the tag goes into tags."
    ],
    ['shop/api:v1', 'Give the name alone: shop/api. The tag goes into tags.'],
    ['Shop/API', 'ECR takes lower case only: shop/api.']
  ])('%s is told how to be said', (repository, advice) => {
    const complaints = complaintsOf({ given: { ...BASE, repository } });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(`got "${repository}". ${advice}`);
  });

  it.each(['a1', 'shop.io/api', 'a/b/c_d', '0-1', 'a__b/c--d', 'x---y'])('%s is taken', repository => {
    expect(built(decode({ given: { ...BASE, repository } }))).toMatchObject({ repository, registry: undefined });
  });

  it.each([
    ['210987654321.dkr.ecr.eu-west-1.amazonaws.com', '210987654321', 'eu-west-1'],
    ['012345678901.dkr-ecr.us-east-1.on.aws', '012345678901', 'us-east-1'],
    ['210987654321.dkr.ecr-fips.us-gov-west-1.amazonaws.com', '210987654321', 'us-gov-west-1'],
    ['210987654321.dkr-ecr-fips.us-east-2.on.aws', '210987654321', 'us-east-2'],
    ['210987654321.dkr.ecr.cn-north-1.amazonaws.com.cn', '210987654321', 'cn-north-1'],
    ['210987654321.dkr.ecr.eusc-de-east-1.amazonaws.eu', '210987654321', 'eusc-de-east-1']
  ])('may be in the registry %s', (host, account, region) => {
    const given = { ...BASE, repository: `${host}/shop/api` };
    expect(built(decode({ given }))).toMatchObject({ repository: 'shop/api', registry: { host, account, region } });
  });
});

describe('an image that exists', () => {
  const given = { region: 'eu-west-1', 'task-definition': 'task.json' };

  it.each([
    'nginx:1.29',
    'localhost:5000/shop/api:v1',
    'public.ecr.aws/xray/aws-xray-daemon:3.3.14',
    `123456789012.dkr.ecr.eu-west-1.amazonaws.com/shop/api@sha256:${'a'.repeat(64)}`,
    `nginx:1.29@sha256:${'0'.repeat(64)}`
  ])('%s is taken', image => {
    expect(decode({ given: { ...given, image } }).images).toEqual([{ kind: 'existing', container: undefined, image }]);
  });

  it.each([
    ['nginx', 'Add the tag or the digest: nginx:<tag>.'],
    ['localhost:5000/shop/api', 'Add the tag or the digest: localhost:5000/shop/api:<tag>.'],
    ['shop/api:', 'What follows the name is empty: the variable that it comes from may not be set.'],
    ['/api:v1', 'got "/api:v1".'],
    ['nginx@sha256:abc', 'got "nginx@sha256:abc".']
  ])('%s is refused', (image, advice) => {
    const complaints = complaintsOf({ given: { ...given, image } });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(advice);
  });
});

describe('a value in slipway.yml that is wrong', () => {
  it.each([
    ['summary: "true"', 'summary: expected true or false, got the string "true". Write it without quotes.'],
    ['summary: yes', 'summary: expected true or false, got "yes". Write true.'],
    ['summary: 0', 'summary: expected true or false, got 0. Write false.'],
    [
      'wait-for-minutes: "5"',
      'wait-for-minutes: expected a whole number of minutes, 1 or more, got the string "5". Write it without quotes.'
    ],
    ['wait-for-minutes: 0', 'wait-for-minutes: expected a whole number of minutes, 1 or more, got 0.'],
    ['fail-after: 2.5', 'fail-after: expected a whole number of tasks, 1 or more, got 2.5.'],
    ['wait-for: true', 'wait-for: expected nothing, started, paused, live or stable, got true.'],
    ['cluster: 1.0', 'cluster: expected a string, got the number 1.0. Put it in quotes: "1.0".'],
    ['cluster: [a]', 'cluster: expected a string, got a list.'],
    [
      'registries: [123456789012]',
      'registries[0]: expected a string, got the number 123456789012. Put it in quotes: "123456789012".'
    ],
    ['registries: 123456789012', 'registries: expected a list of texts, got the number 123456789012.'],
    ['tags: [1.10]', 'tags[0]: expected a string, got the number 1.10. Put it in quotes: "1.10".'],
    ['tags: []', 'tags: expected at least one, got none.'],
    ['command: [node, 1]', 'command[1]: expected a string, got the number 1. Put it in quotes: "1".'],
    ['docker-labels: { a: null }', 'docker-labels.a: expected a string, got null. For an empty value write "".'],
    ['docker-labels: { a: [b] }', 'docker-labels.a: expected a string, got a list.'],
    ['docker-labels: 5', 'docker-labels: expected a map, or lines NAME=value, got the number 5.'],
    ['images: { container: app }', 'images: expected a list of entries, got an object. Write "- " before each entry.'],
    ['images: [app]', 'images[0]: expected an entry with settings (name: value), got a string.']
  ])('%s', (line, expected) => {
    const complaints = complaintsOf({ file: `${BASE_FILE}${line}\n` });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]?.replace(/^slipway\.yml:5:\d+ /, '')).toBe(expected);
  });
});

describe('what may be secret', () => {
  it.each([
    ['build-secrets', 'npm=hunter2'],
    ['environment-variables', 'PASSWORD hunter2'],
    ['secrets', '=hunter2'],
    ['build-args', 'hunter2']
  ])('%s is not repeated in the message', (name, text) => {
    const complaints = complaintsOf({ given: { ...BASE, [name]: text } });
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).not.toContain('hunter2');
  });

  it('is not repeated from slipway.yml either', () => {
    const complaints = complaintsOf({ file: `${BASE_FILE}build-secrets: [90210]\n` });
    expect(complaints).toEqual([
      'slipway.yml:5:17 build-secrets[0]: expected a string, got a number. Put it in quotes.'
    ]);
  });
});
