import { describe, expect, it } from '@jest/globals';
import { BASE, BASE_FILE, complaintsOf, decode, problemsOf } from './decode-helpers.js';

describe('order of strength', () => {
  const env = { AWS_REGION: 'eu-west-3', AWS_DEFAULT_REGION: 'eu-west-4' };
  const top = 'region: eu-west-2\ntask-definition: task.json\n';
  const file = `${top}environments:\n  dev: { region: eu-central-1 }\n  empty:\n`;

  it.each([
    ['an input before all', { given: { region: 'eu-west-1', environment: 'dev' }, file, env }, 'eu-west-1'],
    ['the environment before the top of the file', { given: { environment: 'dev' }, file, env }, 'eu-central-1'],
    [
      'the top of the file where the environment says nothing',
      { given: { environment: 'empty' }, file, env },
      'eu-west-2'
    ],
    ['the top of the file before variables', { file, env }, 'eu-west-2'],
    ['AWS_REGION before AWS_DEFAULT_REGION', { given: { 'task-definition': 'a.json' }, env }, 'eu-west-3'],
    [
      'AWS_DEFAULT_REGION where there is no other',
      { given: { 'task-definition': 'a.json' }, env: { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-4' } },
      'eu-west-4'
    ]
  ])('%s', (_title, asked, region) => {
    expect(decode(asked).region).toBe(region);
  });

  it('takes an empty string and null as not set', () => {
    const config = decode({
      given: { cluster: '', service: ' ', environment: 'dev' },
      file: `${BASE_FILE}cluster: kor\nenvironments:\n  dev: { service: "", cluster: null, task-definition: ~ }\n`
    });
    expect(config.rollout).toMatchObject({ cluster: 'kor', service: 'api' });
    expect(config.files.taskDefinition).toEqual({ kind: 'file', path: 'task.json' });
  });

  it('replaces a weaker list or map whole', () => {
    const config = decode({
      given: { environment: 'dev' },
      file: `${BASE_FILE}docker-labels: { a: "1", b: "2" }\nenvironments: { dev: { docker-labels: { b: "3" } } }\n`
    });
    expect(config.files.dockerLabels).toEqual([{ name: 'b', value: '3' }]);
  });

  it('lets an alias count as the setting itself', () => {
    const config = decode({
      given: { 'wait-for-service-stability': 'false', 'codedeploy-appspec': 'given.yml' },
      file: `${BASE_FILE}wait-for: live\nappspec: top.yml\n`
    });
    expect(config.rollout.waitFor).toBe('nothing');
    expect(config.files.appspec).toBe('given.yml');
  });

  it('fills in the defaults', () => {
    const { rollouts, ...config } = decode({ given: { region: 'eu-west-1', 'task-definition': 'task.json' } });
    expect(rollouts).toEqual([{ files: config.files, rollout: config.rollout, gate: config.gate }]);
    expect(config).toEqual({
      region: 'eu-west-1',
      role: undefined,
      environment: undefined,
      deploysArtifacts: false,
      pipeline: {},
      images: [],
      registries: [],
      scanGate: undefined,
      files: {
        taskDefinition: { kind: 'file', path: 'task.json' },
        appspec: undefined,
        containerName: undefined,
        environmentVariables: [],
        secrets: [],
        dockerLabels: [],
        logConfigurationLogDriver: undefined,
        logConfigurationOptions: [],
        command: undefined,
        taskRoleArn: undefined,
        executionRoleArn: undefined,
        unknownFields: 'error',
        artifactsDirectory: 'slipway-artifacts'
      },
      rollout: {
        cluster: 'default',
        service: undefined,
        desiredCount: undefined,
        forceNewDeployment: false,
        propagateTags: undefined,
        enableEcsManagedTags: undefined,
        codedeployApplication: undefined,
        codedeployDeploymentGroup: undefined,
        codedeployDeploymentConfig: undefined,
        codedeployDeploymentDescription: undefined,
        waitFor: 'stable',
        waitForMinutes: 30,
        onFailure: 'rollback',
        onCancel: 'rollback',
        onConflict: undefined,
        failAfter: undefined,
        skipUnchanged: false
      },
      gate: { gateCommand: undefined, gateUrls: [], gateAt: undefined, gateTimeoutMinutes: 10 },
      deployments: [],
      continue: 'no',
      report: { summary: true, github: { token: undefined, environment: undefined, environmentUrl: undefined } },
      dryRun: false
    });
  });
});

describe('the role', () => {
  const given = { ...BASE, 'role-to-assume': 'arn:aws:iam::123456789012:role/deploy' };

  it.each([
    ['the bare name', {}, {}, 'Slipway'],
    ["the workflow run's id", {}, { GITHUB_RUN_ID: '42' }, 'Slipway-42'],
    ["AWS's own variable", {}, { GITHUB_RUN_ID: '42', AWS_ROLE_SESSION_NAME: 'ci' }, 'ci'],
    ['the setting', { 'role-session-name': 'mine' }, { AWS_ROLE_SESSION_NAME: 'ci' }, 'mine']
  ])('takes its session name from %s', (_title, more, env, sessionName) => {
    expect(decode({ given: { ...given, ...more }, env }).role).toEqual({
      arn: 'arn:aws:iam::123456789012:role/deploy',
      sessionName,
      durationSeconds: 3600
    });
  });

  it('tells a variable that is wrong by its own name', () => {
    expect(complaintsOf({ given, env: { AWS_ROLE_SESSION_NAME: '?' } })).toEqual([
      'AWS_ROLE_SESSION_NAME: expected 2 to 64 letters, digits or any of _+=,.@-, got "?".'
    ]);
  });
});

describe('a name that is wrong', () => {
  it.each([
    ['clutser', 'Unknown setting "clutser". Did you mean cluster?'],
    ['task_definition', 'Unknown setting "task_definition". Did you mean task-definition?'],
    ['codedeploy-appspecs', 'Unknown setting "codedeploy-appspecs". Did you mean codedeploy-appspec?'],
    ['something-else-entirely', 'Unknown setting "something-else-entirely".'],
    ['container', '"container" is not allowed as an input or a flag. Its name here is container-name.'],
    ['aws-region', 'Unknown setting "aws-region". Leave it out: region is given, which is its name here.'],
    [
      'keep-null-value-keys',
      'Unknown setting "keep-null-value-keys". Leave it out: Slipway sends what the task definition says, empty values too.'
    ],
    [
      'AWS-Access-Key-Id',
      'Unknown setting "AWS-Access-Key-Id". Set the environment variable AWS_ACCESS_KEY_ID of the step (env:) instead, or role-to-assume, which needs no keys.'
    ],
    [
      'mask-aws-account-id',
      'Unknown setting "mask-aws-account-id". Leave it out: repository, image-tag, image-digest and deployment hold no account id, so that they reach other jobs.'
    ],
    ['registry', expect.stringContaining('Slipway logs into ECR by itself')],
    ['builder', 'Unknown setting "builder". Write --builder=NAME into build-options.']
  ])('%s', (name, expected) => {
    const [complaint, ...others] = complaintsOf({ given: { ...BASE, [name]: 'x' }, from: 'flag' });
    expect(others).toEqual([]);
    expect(complaint?.replace(`--${name}: `, '')).toEqual(expected);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'task-definition-family',
      { 'task-definition': 'a.json' },
      'Leave it out: task-definition is a.json, and only one'
    ],
    ['task-definition-arn', { 'task-definition': 'a.json' }, 'Leave it out: task-definition is a.json, and only one'],
    ['task-definition-family', {}, 'Write task-definition: web.'],
    ['task-definition-revision', { 'task-definition-family': 'web' }, 'Write task-definition: web:7.'],
    ['task-definition-family', { 'task-definition-revision': '7' }, 'Write task-definition: web:7.'],
    ['task-definition-family', { 'task-definition-arn': 'arn:x' }, 'Write task-definition: arn:x.'],
    ['task-definition-revision', {}, 'Give family:revision as task-definition.'],
    ['aws-region', { region: 'eu-west-1' }, 'Leave it out: region is given, which is its name here.'],
    ['aws-region', { region: '' }, 'Its name here is region.'],
    ['file', { dockerfile: 'Dockerfile.prod' }, 'Leave it out: dockerfile is given'],
    ['secret-files', {}, 'Its name here is build-secrets: id=name,src=path.']
  ])('%s beside %p', (name, beside, advice) => {
    const value = name === 'task-definition-revision' ? '7' : 'web';
    const told = complaintsOf({ given: { [name]: value, ...beside } }).find(complaint =>
      complaint.startsWith(`${name}:`)
    );
    expect(told).toContain(`Unknown setting "${name}". ${advice}`);
    const lines = Object.entries({ [name]: value, ...beside }).map(([key, text]) => `${key}: ${JSON.stringify(text)}`);
    expect(complaintsOf({ file: lines.join('\n') }).join()).toContain(`Unknown setting "${name}". ${advice}`);
  });

  it('is not looked at where it is not set', () => {
    expect(complaintsOf({ given: { ...BASE, clutser: '' } })).toEqual([]);
  });

  it('does not know upper from lower case in inputs, as GitHub does not', () => {
    expect(decode({ given: { ...BASE, CLUSTER: 'kor' } }).rollout.cluster).toBe('kor');
    const given = { ...BASE, 'run-task': 'true', 'run-task-assign-public-ip': 'ENABLED' };
    expect(decode({ given }).runTask?.assignPublicIp).toBe('ENABLED');
    expect(problemsOf({ given: { ...BASE, Cluster: 'kor' }, from: 'flag' })[0]?.code).toBe('unknown-setting');
  });

  it('may not be two names for one setting that contradict each other', () => {
    expect(complaintsOf({ given: { ...BASE, appspec: 'a.yml', 'codedeploy-appspec': 'b.yml' } })).toEqual([
      'codedeploy-appspec: "codedeploy-appspec" and "appspec" are the same setting, and they contradict each other. Keep appspec.'
    ]);
    expect(complaintsOf({ given: { ...BASE, 'wait-for': 'stable', 'wait-for-service-stability': 'true' } })).toEqual(
      []
    );
  });
});

describe('an environment that is not there', () => {
  const file = `${BASE_FILE}environments: { dev: {}, prod: {} }\n`;

  it.each([
    ['is near another', file, 'prd', 'There is no environment "prd": slipway.yml has dev and prod. Did you mean prod?'],
    ['is near none', file, 'canary', 'There is no environment "canary": slipway.yml has dev and prod.'],
    [
      'is wanted of a file without any',
      BASE_FILE,
      'dev',
      'There is no environment "dev": slipway.yml has no environments. Leave it out, or say under environments of slipway.yml what is different there.'
    ],
    [
      'is wanted without a file',
      undefined,
      'dev',
      'There is no environment "dev": there is no slipway.yml that could have it. Leave it out, or say under environments of slipway.yml what is different there.'
    ]
  ])('%s', (_title, text, environment, expected) => {
    const asked = { given: { ...BASE, environment }, ...(text === undefined ? {} : { file: text }) };
    expect(complaintsOf(asked)).toEqual([`environment: ${expected}`]);
  });

  it('is told with its place where the file chooses it', () => {
    expect(problemsOf({ file: `environment: prd\n${file}` })[0]?.place).toEqual({
      file: 'slipway.yml',
      line: 1,
      column: 1,
      path: 'environment'
    });
  });
});

it('tells all problems of slipway.yml at once, each with file, line and column', () => {
  const file = [
    'regoin: eu-west-1',
    'summary: "yes"',
    'config: other.yml',
    'images:',
    '  - { container: app, repository: shop/app, contxt: app }',
    '  - container: web',
    '    image: nginx',
    'environments:',
    '  dev:',
    '    wait-for: stabel',
    '    environment: dev',
    '  prod: 5',
    'fail-after: 0'
  ].join('\n');
  expect(complaintsOf({ file })).toEqual([
    'slipway.yml:1:1 regoin: Unknown setting "regoin". Did you mean region?',
    'slipway.yml:3:1 config: "config" is not allowed at the top of the file. It is allowed as an input or a flag.',
    'slipway.yml:2:1 summary: expected true or false, got "yes". Write true.',
    'slipway.yml:13:1 fail-after: expected a whole number of tasks, 1 or more, got 0.',
    'slipway.yml:11:5 environments.dev.environment: "environment" is not allowed for one environment. It is allowed at the top of the file, or as an input or a flag.',
    'slipway.yml:10:5 environments.dev.wait-for: expected nothing, started, paused, live or stable, got "stabel". Did you mean stable?',
    'slipway.yml:12:3 environments.prod: expected settings (name: value), got 5.',
    'The region is missing. Set region as an input or flag, in slipway.yml, or in the environment as AWS_REGION.',
    'slipway.yml:5:45 images[0].contxt: Unknown setting "contxt". Did you mean context?',
    'slipway.yml:7:5 images[1].image: expected an image with its tag or digest such as public.ecr.aws/nginx/nginx:1.29, got "nginx". Add the tag or the digest: nginx:<tag>.'
  ]);
});

it.each(['- a\n', '5\n', 'text\n'])('refuses a file that holds no settings: %j', file => {
  expect(problemsOf({ given: BASE, file })).toMatchObject([
    { code: 'wrong-type', place: { file: 'slipway.yml', line: 1 } }
  ]);
});

it('takes a file that holds a reference to its schema', () => {
  expect(complaintsOf({ file: `$schema: ./schema/slipway.schema.json\n${BASE_FILE}environments:\n` })).toEqual([]);
});
