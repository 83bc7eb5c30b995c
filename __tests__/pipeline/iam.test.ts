import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { CALLS } from '../../src/aws/iam-actions.js';
import type { PipelineOptions } from '../../src/pipeline/flags.js';
import { renderIam } from '../../src/pipeline/iam/iam.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import { allows, listAllowed, type PolicyDocument } from './iam-evaluator.js';
import { APPSPEC, makeProject, PLAIN_OPTIONS, PROJECTS, readExample, ROLLING, taskDefinitionOf } from './projects.js';

const AWS = fileURLToPath(new URL('../../src/aws', import.meta.url));
const files = { 'taskdefinition.json': taskDefinitionOf(['web']) };

function policyOf(
  project: PipelineProject,
  name = 'deploy-policy',
  options: Partial<PipelineOptions> = {}
): PolicyDocument {
  const path = `iam/${project.prefix}${name}.json`;
  const file = renderIam(project, { ...PLAIN_OPTIONS, ...options }).find(candidate => candidate.path.endsWith(path));
  return JSON.parse(file?.text ?? '') as PolicyDocument;
}

async function policyFor(settings: object, more: object = {}, name?: string): Promise<PolicyDocument> {
  return policyOf(await makeProject({ ...files, ...more, 'slipway.yml': { ...ROLLING, ...settings } }), name);
}

/** The operations that src/aws calls, as `ecs:DescribeServices`: what it imports of the clients, and what it takes from one that it loads. */
function listCalls(): readonly string[] {
  const found = readdirSync(AWS).flatMap(name => {
    const text = readFileSync(join(AWS, name), 'utf8');
    const imports = [...text.matchAll(/import \{([^}]*)\} from '@aws-sdk\/client-([a-z0-9-]+)'/g)].flatMap(
      ([, names = '', client = '']) =>
        operationsIn(names.replace(/\bas \w+/g, '')).map(operation => `${client}:${operation}`)
    );
    const [, loaded] = /import\('@aws-sdk\/client-([a-z0-9-]+)'\)/.exec(text) ?? [];
    const used = [...text.matchAll(/\bsdk\.(\w+)/g)].flatMap(([, member = '']) => operationsIn(member));
    // A client of its own making: the name of its service in the model, and its operations.
    const [, model] = /'com\.amazonaws\.(\w+)'/.exec(text) ?? [];
    const made = [...text.matchAll(/\boperation\(\s*'(\w+)'/g)].map(
      ([, operation = '']) => `${model ?? name}:${operation}`
    );
    return [...imports, ...used.map(operation => `${loaded ?? name}:${operation}`), ...made];
  });
  return [...new Set(found)].sort();
}

function operationsIn(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:(\w+)Command|paginate(\w+))\b/g)].map(([, command, paged]) => command ?? paged ?? '');
}

const everyPolicy = async (): Promise<readonly PolicyDocument[]> =>
  Promise.all(
    PROJECTS.map(async ({ read, options }) => {
      const project = await read();
      const of = (name: string): PolicyDocument => policyOf(project, name, options);
      return { Statement: [...of('deploy-policy').Statement, ...of('plan-policy').Statement] };
    })
  );

describe('the table of calls', () => {
  it('has every operation that src/aws calls, and no other', () => {
    const table = Object.entries(CALLS).flatMap(([service, calls]) =>
      Object.keys(calls).map(call => `${service}:${call}`)
    );
    expect(listCalls().length).toBeGreaterThan(30);
    expect([...table].sort()).toEqual(listCalls());
  });

  it('is used to the last line: every action is in some policy', async () => {
    const others = await Promise.all([
      policyFor({ 'on-conflict': 'replace' }, { 'appspec.yml': APPSPEC }),
      policyFor(
        { service: undefined, appspec: 'appspec.yml', services: [{ service: 'web' }, { service: 'worker' }] },
        { 'appspec.yml': APPSPEC }
      ),
      policyFor({ 'run-task': true }),
      policyFor({ 'task-definition': 'shop-web' }, {}, 'plan-policy'),
      policyFor({ 'scan-gate': 'HIGH' }),
      policyFor({ 'gate-urls': '/health' })
    ]);
    const granted = new Set([...(await everyPolicy()), ...others].flatMap(listAllowed));
    const actions = Object.values(CALLS).flatMap(calls =>
      Object.values(calls as Record<string, readonly string[]>).flat()
    );
    // For a hint of slipway init, which no role of a pipeline runs.
    expect(actions.filter(action => !granted.has(action))).toEqual(['ecs:ListClusters']);
  });
});

describe('the deploy role', () => {
  it('may do what a rolling deployment needs, on its own resources', async () => {
    const policy = policyOf(await readExample('rolling'));
    const arn = (service: string, rest: string): string => `arn:aws:${service}:ap-northeast-2:123456789012:${rest}`;
    expect(policy.Statement.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([
      ['LogInToEcr', '*'],
      ['PushImages', arn('ecr', 'repository/shop/web')],
      ['SignPushedImages', arn('signer', '/signing-profiles/*')],
      ['LookAtSignatures', arn('ecr', 'repository/shop/web')],
      ['LookAtRegistry', '*'],
      ['ReadTaskDefinitions', '*'],
      ['RegisterTaskDefinition', arn('ecs', 'task-definition/shop-web:*')],
      ['PassTheRolesOfTheTask', 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole'],
      ['LookAtCluster', arn('ecs', 'cluster/shop')],
      ['LookAtServicesAndTasksOfTheCluster', '*'],
      ['ReadLogsOfTasks', arn('logs', 'log-group:/ecs/shop-web:log-stream:*')],
      ['DeployService', arn('ecs', 'service/shop/web')],
      [
        'FollowDeployment',
        [
          arn('ecs', 'service/shop/web'),
          arn('ecs', 'service-deployment/shop/web/*'),
          arn('ecs', 'service-revision/shop/web/*')
        ]
      ],
      ['ReadTargetGroups', '*']
    ]);
    const updates = { action: 'ecs:UpdateService', resource: arn('ecs', 'service/shop/web') };
    expect(allows(policy, updates)).toBe(true);
    expect(allows(policy, { ...updates, resource: arn('ecs', 'service/shop/other') })).toBe(false);
    const lists = { action: 'ecs:ListTasks', resource: '*' };
    expect(allows(policy, { ...lists, context: { 'ecs:cluster': arn('ecs', 'cluster/shop') } })).toBe(true);
    expect(allows(policy, { ...lists, context: { 'ecs:cluster': arn('ecs', 'cluster/other') } })).toBe(false);
    const passes = { action: 'iam:PassRole', resource: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole' };
    expect(allows(policy, { ...passes, context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } })).toBe(true);
    expect(allows(policy, { ...passes, context: { 'iam:PassedToService': 'lambda.amazonaws.com' } })).toBe(false);
  });

  it("deploys by CodeDeploy's group and not by UpdateService where CodeDeploy is what deploys", async () => {
    const policy = policyOf(await readExample('blue-green', 'dev'));
    const group =
      'arn:aws:codedeploy:ap-northeast-2:123456789012:deploymentgroup:AppECS-kordevtest-kordevtest-api/DgpECS-kordevtest-kordevtest-api';
    expect(allows(policy, { action: 'codedeploy:CreateDeployment', resource: group })).toBe(true);
    expect(allows(policy, { action: 'codedeploy:CreateDeployment', resource: `${group}x` })).toBe(false);
    expect(listAllowed(policy)).not.toContain('ecs:UpdateService');
    expect(listAllowed(policy)).not.toContain('ecs:ListServiceDeployments');
    expect(listAllowed(await policyFor({ 'desired-count': 2 }, { 'appspec.yml': APPSPEC }))).toContain(
      'ecs:UpdateService'
    );
  });

  it.each<[string, object, object, readonly string[], readonly string[]]>([
    [
      'nothing is built',
      { repository: '' },
      {
        'taskdefinition.json': taskDefinitionOf(['web'], {
          containerDefinitions: [{ name: 'web', image: 'httpd:2.4' }]
        })
      },
      ['ecs:UpdateService'],
      ['ecr:GetAuthorizationToken', 'ecr:PutImage']
    ],
    [
      'nothing is deployed',
      { service: '' },
      {},
      ['ecs:RegisterTaskDefinition'],
      ['ecs:UpdateService', 'ecs:DescribeServices', 'logs:GetLogEvents']
    ],
    [
      'nothing but images',
      { service: '', 'task-definition': '' },
      {},
      ['ecr:PutImage'],
      ['ecs:RegisterTaskDefinition', 'iam:PassRole', 'ecs:DescribeTaskDefinition']
    ],
    [
      'no repository is made',
      {},
      {},
      ['ecr:DescribeRepositories'],
      ['ecr:CreateRepository', 'ecr-public:GetAuthorizationToken', 'ecs:TagResource']
    ],
    ['repositories are made', { 'create-repository': true }, {}, ['ecr:CreateRepository'], []],
    [
      'ECR Public is logged into',
      { registries: 'public' },
      {},
      ['ecr-public:GetAuthorizationToken', 'sts:GetServiceBearerToken'],
      []
    ],
    [
      'the task definition has tags',
      {},
      { 'taskdefinition.json': taskDefinitionOf(['web'], { tags: [{ key: 'team', value: 'shop' }] }) },
      ['ecs:TagResource'],
      []
    ],
    [
      'nobody waits',
      { 'wait-for': 'nothing' },
      {},
      ['ecs:StopServiceDeployment', 'ecs:ListServiceDeployments'],
      ['ecs:DescribeTasks', 'logs:GetLogEvents']
    ],
    [
      'nothing is undone',
      { 'wait-for': 'nothing', 'on-cancel': 'leave' },
      {},
      ['ecs:UpdateService'],
      ['ecs:StopServiceDeployment', 'ecs:ListServiceDeployments']
    ],
    [
      'nothing is taken back',
      { 'on-failure': 'leave', 'on-cancel': 'leave' },
      {},
      ['ecs:ListServiceDeployments'],
      ['ecs:StopServiceDeployment']
    ],
    [
      'the way is made free',
      { 'on-conflict': 'replace', 'on-failure': 'leave', 'on-cancel': 'leave' },
      { 'appspec.yml': APPSPEC },
      ['codedeploy:StopDeployment', 'codedeploy:ContinueDeployment'],
      []
    ],
    [
      'a gate answers a pause of ECS',
      { 'gate-command': './smoke.sh', 'on-failure': 'leave', 'on-cancel': 'leave' },
      {},
      ['ecs:ContinueServiceDeployment', 'ecs:StopServiceDeployment', 'elasticloadbalancing:DescribeLoadBalancers'],
      ['codedeploy:ContinueDeployment']
    ],
    [
      'a gate answers the wait of CodeDeploy',
      { 'gate-command': './smoke.sh', 'on-failure': 'leave', 'on-cancel': 'leave' },
      { 'appspec.yml': APPSPEC },
      ['codedeploy:ContinueDeployment', 'codedeploy:StopDeployment', 'elasticloadbalancing:DescribeListeners'],
      ['ecs:ContinueServiceDeployment']
    ],
    [
      'a gate looks at the live version, and answers nothing',
      { 'gate-command': './smoke.sh', 'gate-at': 'live' },
      {},
      ['ecs:StopServiceDeployment', 'elasticloadbalancing:DescribeRules'],
      ['ecs:ContinueServiceDeployment']
    ],
    [
      'a later job continues the deployment',
      { 'wait-for': 'paused' },
      {},
      ['ecs:ContinueServiceDeployment'],
      ['elasticloadbalancing:DescribeRules']
    ],
    [
      'CodeDeploy is left alone',
      { 'on-failure': 'leave', 'on-cancel': 'leave' },
      { 'appspec.yml': APPSPEC },
      ['codedeploy:CreateDeployment'],
      ['codedeploy:StopDeployment', 'codedeploy:ContinueDeployment']
    ]
  ])('may do no more than the settings can lead to: %s', async (_, settings, more, there, absent) => {
    const actions = listAllowed(await policyFor(settings, more));
    expect(actions).toEqual(expect.arrayContaining([...there]));
    expect(actions.filter(action => absent.includes(action))).toEqual([]);
  });

  it('reads the logs and passes on the roles that the settings put into the task definition', async () => {
    const policy = await policyFor({
      'task-role-arn': 'other-task',
      'log-configuration-options': { 'awslogs-group': '/other', 'awslogs-region': 'eu-west-1' }
    });
    const resourceOf = (sid: string): unknown => policy.Statement.find(({ Sid }) => Sid === sid)?.Resource;
    expect(resourceOf('PassTheRolesOfTheTask')).toEqual([
      'arn:aws:iam::123456789012:role/other-task',
      'arn:aws:iam::123456789012:role/ecsTaskExecutionRole'
    ]);
    expect(resourceOf('ReadLogsOfTasks')).toBe('arn:aws:logs:eu-west-1:123456789012:log-group:/other:log-stream:*');
  });

  it.each([
    ['shop-web', 'task-definition/shop-web:*'],
    ['shop-web:7', 'task-definition/shop-web:*'],
    ['arn:aws:ecs:ap-northeast-2:123456789012:task-definition/shop-web:7', 'task-definition/shop-web:*'],
    ['service', 'task-definition/*:*']
  ])('registers the family of %s; its roles are placeholders', async (reference, resource) => {
    const policy = await policyFor({ 'task-definition': reference });
    const find = (sid: string): unknown => policy.Statement.find(({ Sid }) => Sid === sid)?.Resource;
    expect(find('RegisterTaskDefinition')).toBe(`arn:aws:ecs:ap-northeast-2:123456789012:${resource}`);
    expect(find('PassTheRolesOfTheTask')).toEqual([
      'arn:aws:iam::123456789012:role/${TASK_ROLE_NAME}',
      'arn:aws:iam::123456789012:role/${EXECUTION_ROLE_NAME}'
    ]);
  });

  it('registers nothing where a registered revision is deployed as it is', async () => {
    const actions = listAllowed(await policyFor({ 'task-definition': 'shop-web', repository: '' }));
    expect(actions.filter(action => /RegisterTaskDefinition|PassRole|TagResource/.test(action))).toEqual([]);
  });

  it('runs a task before the rollout in its own cluster, of its own family, and stops it', async () => {
    const policy = await policyFor({
      'run-task': true,
      'run-task-tags': [{ key: 'team', value: 'shop' }],
      'wait-for': 'nothing'
    });
    const arn = (rest: string): string => `arn:aws:ecs:ap-northeast-2:123456789012:${rest}`;
    const runs = { action: 'ecs:RunTask', resource: arn('task-definition/shop-web:7') };
    expect(allows(policy, { ...runs, context: { 'ecs:cluster': arn('cluster/shop') } })).toBe(true);
    expect(allows(policy, { ...runs, context: { 'ecs:cluster': arn('cluster/other') } })).toBe(false);
    expect(allows(policy, { action: 'ecs:StopTask', resource: arn('task/shop/0123') })).toBe(true);
    expect(allows(policy, { action: 'ecs:StopTask', resource: arn('task/other/0123') })).toBe(false);
    const tags = { action: 'ecs:TagResource', resource: arn('task/shop/0123') };
    expect(allows(policy, { ...tags, context: { 'ecs:CreateAction': 'RunTask' } })).toBe(true);
    expect(allows(policy, tags)).toBe(false);
    expect(listAllowed(policy)).toEqual(expect.arrayContaining(['ecs:DescribeTasks', 'logs:GetLogEvents']));
  });

  it('pulls base images from the registries that are named, each in its region', async () => {
    const policy = await policyFor({
      registries: ['444455556666', '123456789012.dkr.ecr.us-west-2.amazonaws.com', 'public']
    });
    const pulls = (region: string, account: string): boolean =>
      allows(policy, {
        action: 'ecr:BatchGetImage',
        resource: `arn:aws:ecr:${region}:${account}:repository/base/node`
      });
    expect([pulls('ap-northeast-2', '444455556666'), pulls('us-west-2', '123456789012')]).toEqual([true, true]);
    expect([pulls('us-west-2', '444455556666'), pulls('eu-west-1', '123456789012')]).toEqual([false, false]);
  });

  it('looks at images that exist where they are', async () => {
    const project = await PROJECTS.find(({ name }) => name.includes('an image that exists'))?.read();
    const policy = project === undefined ? { Statement: [] } : policyOf(project);
    const image = {
      action: 'ecr:DescribeImages',
      resource: 'arn:aws:ecr:us-east-1:444455556666:repository/base/proxy'
    };
    expect(allows(policy, image)).toBe(true);
    expect(allows(policy, { ...image, action: 'ecr:PutImage' })).toBe(false);
  });
});

describe('a role that plans only', () => {
  const arn = (service: string, rest: string): string => `arn:aws:${service}:ap-northeast-2:123456789012:${rest}`;
  const secrets = (...values: readonly string[]) => ({
    'taskdefinition.json': taskDefinitionOf(['web'], {
      containerDefinitions: [
        {
          name: 'web',
          image: '<IMAGE1_NAME>',
          portMappings: [{ containerPort: 8080 }],
          secrets: values.map((valueFrom, index) => ({ name: `S${index}`, valueFrom }))
        }
      ]
    })
  });
  const secret = arn('secretsmanager', 'secret:db-AbCdEf');

  it.each(PROJECTS)('changes nothing and reads no value of a secret: $name', async ({ read, options }) => {
    const actions = listAllowed(policyOf(await read(), 'plan-policy', options));
    expect(actions.length).toBeGreaterThan(5);
    expect(actions.filter(action => !/:(Describe|List|Get|BatchGetImage|Simulate)/.test(action))).toEqual([]);
    expect(actions).toContain('iam:SimulatePrincipalPolicy');
    expect(actions.filter(action => /GetSecretValue|GetParameter/.test(action))).toEqual([]);
  });

  it('looks at the roles, secrets and log groups of its own task definition alone', async () => {
    const policy = await policyFor({}, secrets(`${secret}:password::`), 'plan-policy');
    const role = 'arn:aws:iam::123456789012:role/web-task';
    expect(allows(policy, { action: 'iam:GetRole', resource: role })).toBe(true);
    expect(allows(policy, { action: 'iam:GetRole', resource: `${role}s` })).toBe(false);
    expect(allows(policy, { action: 'secretsmanager:DescribeSecret', resource: secret })).toBe(true);
    expect(allows(policy, { action: 'secretsmanager:DescribeSecret', resource: `${secret}2` })).toBe(false);
    expect(listAllowed(policy)).not.toContain('ssm:DescribeParameters');
    expect(listAllowed(policy)).not.toContain('codedeploy:GetDeploymentGroup');
  });

  it('describes parameters where there are any, and the deployment group where CodeDeploy deploys', async () => {
    const policy = await policyFor({}, { ...secrets('/shop/key'), 'appspec.yml': APPSPEC }, 'plan-policy');
    expect(listAllowed(policy)).toEqual(
      expect.arrayContaining([
        'ssm:DescribeParameters',
        'codedeploy:GetDeploymentGroup',
        'codedeploy:GetDeploymentConfig'
      ])
    );
  });
});

describe('names that AWS would not take', () => {
  it.each([
    [{ cluster: '*' }, {}, /^cluster: "\*" is not a name that ECS takes/],
    [{ service: 'web"\n' }, {}, /^service: /],
    [
      { 'codedeploy-application': 'shop/*' },
      { 'appspec.yml': APPSPEC },
      /^codedeploy-application: "shop\/\*" is not a name that CodeDeploy takes/
    ]
  ])('are refused: %j', async (settings, more, expected) => {
    await expect(policyFor(settings, more)).rejects.toThrow(expected);
  });
});

describe('the trust policy', () => {
  interface Trust {
    readonly Statement: readonly [
      {
        readonly Principal: Readonly<Record<string, string>>;
        readonly Condition: { readonly StringEquals: Readonly<Record<string, unknown>> };
      }
    ];
  }
  const trustOf = (project: PipelineProject, options: Partial<PipelineOptions> = {}): Trust['Statement'][0] =>
    (policyOf(project, 'deploy-trust', options) as unknown as Trust).Statement[0];
  const GITHUB = 'token.actions.githubusercontent.com';

  it('takes both forms of the subject, for the branch or for the environment', async () => {
    const { Principal, Condition } = trustOf(await readExample('rolling'), { branch: 'release/1' });
    expect(Principal).toEqual({ Federated: `arn:aws:iam::123456789012:oidc-provider/${GITHUB}` });
    expect(Condition.StringEquals).toEqual({
      [`${GITHUB}:aud`]: 'sts.amazonaws.com',
      [`${GITHUB}:sub`]: [
        'repo:shop/web:ref:refs/heads/release/1',
        'repo:shop@123456/web@7890123:ref:refs/heads/release/1'
      ]
    });
    expect(trustOf(await readExample('blue-green', 'prod')).Condition.StringEquals[`${GITHUB}:sub`]).toEqual([
      'repo:shop/web:environment:prod',
      'repo:shop@123456/web@7890123:environment:prod'
    ]);
  });

  it('has placeholders for what is not known, and no wildcard', async () => {
    const text = JSON.stringify(
      trustOf(await readExample('rolling'), { account: undefined, githubRepository: undefined, githubIds: undefined })
    );
    expect(text).toContain('arn:aws:iam::${ACCOUNT_ID}:oidc-provider/');
    expect(text).toContain('repo:${GITHUB_OWNER}/${GITHUB_REPOSITORY_NAME}:ref:');
    expect(text).toContain(
      'repo:${GITHUB_OWNER}@${GITHUB_OWNER_ID}/${GITHUB_REPOSITORY_NAME}@${GITHUB_REPOSITORY_ID}:ref:'
    );
    expect(text).not.toContain('*');
  });

  it.each<[string, object, Partial<PipelineOptions>, string, readonly string[]]>([
    ['the branch', {}, {}, 'StringEquals', ['ref:refs/heads/main']],
    ['a tag', {}, { gitTags: ['v1'], tagsAlone: true }, 'StringEquals', ['ref:refs/tags/v1']],
    ['tags', {}, { gitTags: ['v*'], tagsAlone: true }, 'StringLike', ['ref:refs/tags/v*']],
    [
      'tags and the branch',
      {},
      { gitTags: ['v*', 'rc-1'], tagsAlone: false },
      'StringLike',
      ['ref:refs/heads/main', 'ref:refs/tags/v*', 'ref:refs/tags/rc-1']
    ],
    [
      'an environment by its name on GitHub',
      { 'github-environment': 'production-eu' },
      {},
      'StringEquals',
      ['environment:production-eu']
    ],
    [
      'a job that continues after an approval',
      { 'github-environment': 'eu:prod', 'wait-for': 'paused' },
      {},
      'StringEquals',
      ['environment:eu%3Aprod', 'environment:eu%3Aprod-approval']
    ],
    ['a name with colons', { 'github-environment': 'eu:prod:1' }, {}, 'StringEquals', ['environment:eu%3Aprod%3A1']],
    [
      'a name with a star',
      { 'github-environment': 'prod*' },
      { gitTags: ['v*'] },
      'StringEquals',
      ['environment:prod*']
    ]
  ])('is for %s', async (_, settings, options, operator, contexts) => {
    const project = await makeProject(
      { ...files, 'slipway.yml': { ...ROLLING, environments: { prod: settings } } },
      Object.keys(settings).length === 0 ? {} : { environment: 'prod' }
    );
    const { Condition } = trustOf(project, options);
    const condition = Condition as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(condition[operator]?.[`${GITHUB}:sub`]).toEqual(
      contexts.flatMap(context => [`repo:shop/web:${context}`, `repo:shop@123456/web@7890123:${context}`])
    );
    expect(condition['StringEquals']?.[`${GITHUB}:aud`]).toBe('sts.amazonaws.com');
  });

  it("is in the region's partition", async () => {
    const china = trustOf(await makeProject({ ...files, 'slipway.yml': { ...ROLLING, region: 'cn-north-1' } }));
    expect(china.Condition.StringEquals[`${GITHUB}:aud`]).toBe('sts.amazonaws.com.cn');
    expect(china.Principal['Federated']).toMatch(/^arn:aws-cn:iam::/);
  });
});

describe('several services', () => {
  it('are all deployed by the one role, each name in its policy once', async () => {
    const project = await makeProject({
      'web.json': taskDefinitionOf(['web'], { family: 'web', executionRoleArn: 'web-role' }),
      'worker.json': taskDefinitionOf(['web'], { family: 'worker', executionRoleArn: 'worker-role' }),
      'appspec.yml': APPSPEC,
      'slipway.yml': {
        region: 'eu-west-1',
        repository: 'shop/web',
        cluster: 'shop',
        services: [
          { service: 'web', 'task-definition': 'web.json' },
          { service: 'worker', 'task-definition': 'worker.json', 'wait-for': 'nothing', 'on-cancel': 'leave' },
          { service: 'site', 'task-definition': 'web.json', appspec: 'appspec.yml' }
        ]
      }
    });
    for (const name of ['deploy-policy', 'plan-policy']) {
      const policy = policyOf(project, name);
      const sids = policy.Statement.map(({ Sid }) => Sid);
      expect(sids).toEqual([...new Set(sids)]);
      const resources = JSON.stringify(policy.Statement.map(({ Resource }) => Resource));
      for (const service of ['web', 'worker', 'site']) expect(resources).toContain(`:service/shop/${service}"`);
      expect(resources).toContain(':deploymentgroup:AppECS-shop-site/DgpECS-shop-site"');
      for (const role of ['web-role', 'worker-role']) expect(resources).toContain(`:role/${role}"`);
    }
    const { Statement } = policyOf(project);
    const of = (action: string): readonly string[] =>
      Statement.filter(({ Action }) => Action.includes(action)).flatMap(({ Resource }) => Resource);
    expect(of('ecs:RegisterTaskDefinition').map(arn => arn.split('/').at(-1))).toEqual(['web:*', 'worker:*']);
    // Nobody waits for the worker, so nobody stops it.
    expect(of('ecs:StopServiceDeployment').join()).not.toContain('worker');
  });
});

describe("CodeBuild's role", () => {
  it.each(PROJECTS)('may do what the buildspec does for $name', async ({ read, options }) => {
    const project = await read();
    const text = renderBuildspec(project, options)[0]?.text ?? '';
    const commands = [...text.matchAll(/\baws (ecr|ecr-public|ecs|sts|logs|s3|s3api) ([a-z-]+)/g)];
    const actions = commands.map(([, service = '', command = '']) => {
      const operation = command === 'get-login-password' ? 'get-authorization-token' : command;
      return `${service}:${operation.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase())}`;
    });
    const allowed = listAllowed(policyOf(project, 'codebuild-policy', options));
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(action => !allowed.includes(action))).toEqual([]);
    expect(allowed.filter(action => /^(ecs|iam|codedeploy):/.test(action))).toEqual([]);
  });
});

describe('whose tokens the role trusts', () => {
  it.each([
    [undefined, 'token.actions.githubusercontent.com'],
    ['https://ghes.example/_services/token', 'ghes.example/_services/token'],
    ['https://token.actions.octocorp.ghe.com', 'token.actions.octocorp.ghe.com'],
    ['https://token.actions.githubusercontent.com/octocorp', 'token.actions.githubusercontent.com/octocorp']
  ])('of the issuer %s: the provider %s', async (oidcIssuer, provider) => {
    const trust = policyOf(await readExample('rolling'), 'deploy-trust', { oidcIssuer }) as unknown as {
      Statement: readonly [{ Principal: { Federated: string }; Condition: { StringEquals: object } }];
    };
    const [{ Principal, Condition }] = trust.Statement;
    expect(Principal.Federated).toBe(`arn:aws:iam::123456789012:oidc-provider/${provider}`);
    expect(Object.keys(Condition.StringEquals)).toEqual([`${provider}:aud`, `${provider}:sub`]);
  });
});
