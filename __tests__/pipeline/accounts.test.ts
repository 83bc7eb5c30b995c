import { describe, expect, it } from '@jest/globals';

import { renderIam } from '../../src/pipeline/iam/iam.js';
import type { PipelineOptions } from '../../src/pipeline/flags.js';
import type { PipelineProject } from '../../src/pipeline/project.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import { allows, listAllowed, type PolicyDocument, type Wish } from './iam-evaluator.js';
import { findResource, makeStack, type Shape } from './load-template.js';
import { APPSPEC, makeProject, PLAIN_OPTIONS, ROLLING, taskDefinitionOf } from './projects.js';

const REGION = 'ap-northeast-2';
const HERE = '123456789012';
const THERE = '444455556666';
const ROLE = `arn:aws:iam::${THERE}:role/deploy-from-pipeline`;
const arn = (account: string, rest: string, region = REGION): string => `arn:aws:ecs:${region}:${account}:${rest}`;
const CROSS: Partial<PipelineOptions> = { parts: ['cross-account', 'repository'] };

const readProject = (settings: object, more: object = {}): Promise<PipelineProject> =>
  makeProject({
    Dockerfile: 'FROM scratch',
    'taskdefinition.json': taskDefinitionOf(['web'], { executionRoleArn: 'execution', taskRoleArn: 'task' }),
    ...more,
    'slipway.yml': { ...ROLLING, ...settings }
  });

function iamOf(
  project: PipelineProject,
  options: Partial<PipelineOptions> = {}
): Readonly<Record<string, PolicyDocument>> {
  return Object.fromEntries(
    renderIam(project, { ...PLAIN_OPTIONS, ...options }).map(({ path, text }) => [
      path.replace(/^iam\/|\.json$/g, ''),
      JSON.parse(text) as PolicyDocument
    ])
  );
}

const templateOf = (project: PipelineProject, options: Partial<PipelineOptions> = {}): string =>
  renderPipelineTemplate(project, { ...PLAIN_OPTIONS, ...options })[0]?.text ?? '';

describe('an ARN of the cluster or the service', () => {
  it.each<[string, object]>([
    ['the cluster', { cluster: arn(THERE, 'cluster/shop') }],
    ['the service', { service: arn(THERE, 'service/shop/web') }],
    ['the service in the short form', { service: arn(THERE, 'service/web') }],
    ['both', { cluster: arn(THERE, 'cluster/shop'), service: arn(THERE, 'service/shop/web') }]
  ])('is kept whole in every policy: %s', async (_, settings) => {
    const project = await readProject(settings);
    const policies = iamOf(project, { account: undefined });
    const stack = makeStack(templateOf(project, { account: undefined }));
    const ofStack = (
      stack.resources['PipelineRole']?.properties as { Policies: readonly [{ PolicyDocument: PolicyDocument }] }
    ).Policies[0].PolicyDocument;
    for (const policy of [policies['deploy-policy'], ofStack]) {
      const updates = (account: string): boolean =>
        policy !== undefined &&
        allows(policy, { action: 'ecs:UpdateService', resource: arn(account, 'service/shop/web') });
      expect([updates(THERE), updates(HERE), updates('${ACCOUNT_ID}')]).toEqual([true, false, false]);
    }
    const describes = { action: 'ecs:DescribeClusters', resource: arn(THERE, 'cluster/shop') };
    for (const name of ['deploy-policy', 'plan-policy']) {
      const policy = policies[name];
      expect(policy !== undefined && allows(policy, describes)).toBe(true);
      const lists = { action: 'ecs:ListServices', resource: '*', context: { 'ecs:cluster': describes.resource } };
      expect(policy !== undefined && allows(policy, lists)).toBe(true);
    }
  });

  it.each<[object, Partial<PipelineOptions>, RegExp]>([
    [{ cluster: arn(HERE, 'cluster/shop', 'eu-west-1') }, {}, /cluster is in eu-west-1, and region is ap-northeast-2/],
    [{ service: arn(HERE, 'service/shop/web', 'eu-west-1') }, {}, /service is in eu-west-1/],
    [
      { service: arn(HERE, 'service/other/web') },
      {},
      /in the cluster other, and cluster is shop\. Write cluster: other/
    ],
    [
      { cluster: arn(HERE, 'cluster/shop'), service: arn(THERE, 'service/shop/web') },
      { account: undefined },
      /service is in the account 444455556666, and cluster in 123456789012/
    ],
    [{ cluster: arn(HERE, 'service/shop/web') }, {}, /cluster is an ARN, and not one of an ECS cluster/],
    [
      { service: `arn:aws:ec2:${REGION}:${HERE}:service/shop/web` },
      {},
      /service is an ARN, and not one of an ECS service/
    ],
    [
      { cluster: arn(THERE, 'cluster/shop'), 'role-to-assume': `arn:aws:iam::${HERE}:role/deploy` },
      { account: undefined },
      /cluster is in the account 444455556666, and role-to-assume in 123456789012\. Name a role of 444455556666/
    ],
    [
      { cluster: arn(THERE, 'cluster/shop') },
      {},
      /The cluster is in the account 444455556666, and --account is 123456789012\. .* add --with=cross-account;/
    ]
  ])('of another place is refused: %j', async (settings, options, expected) => {
    const project = await readProject(settings);
    expect(() => iamOf(project, options)).toThrow(expected);
    expect(() => templateOf(project, options)).toThrow(expected);
  });
});

describe('--with=cross-account', () => {
  const settings = { cluster: arn(THERE, 'cluster/shop') };

  it.each<[string, object, readonly Wish[]]>([
    [
      'ECS',
      {},
      [
        { action: 'ecs:UpdateService', resource: arn(THERE, 'service/shop/web') },
        { action: 'ecs:RegisterTaskDefinition', resource: arn(THERE, 'task-definition/shop-web:1') },
        {
          action: 'iam:PassRole',
          resource: `arn:aws:iam::${THERE}:role/execution`,
          context: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }
        }
      ]
    ],
    [
      'CodeDeploy',
      { 'appspec.yml': APPSPEC },
      [
        {
          action: 'codedeploy:CreateDeployment',
          resource: `arn:aws:codedeploy:${REGION}:${THERE}:deploymentgroup:AppECS-shop-web/DgpECS-shop-web`
        },
        { action: 'ecs:RegisterTaskDefinition', resource: arn(THERE, 'task-definition/shop-web:1') }
      ]
    ]
  ])('deploys as the role of the other account: %s', async (_, more, wishes) => {
    const project = await readProject(settings, more);
    const stack = makeStack(templateOf(project, CROSS), { DeployRoleArn: ROLE });
    const pipeline = findResource(stack, 'AWS::CodePipeline::Pipeline');
    const stages = pipeline['Stages'] as readonly { Name: string; Actions: readonly Shape[] }[];
    expect(stages.flatMap(({ Name, Actions }) => Actions.map(({ RoleArn }) => [Name, RoleArn]))).toEqual([
      ['Source', undefined],
      ['Build', undefined],
      ['Deploy', ROLE]
    ]);
    expect(pipeline['ArtifactStore']).toMatchObject({ EncryptionKey: { Type: 'KMS', Id: '<ArtifactKey.Arn>' } });
    const policyOf = (name: string): PolicyDocument =>
      (stack.resources[name]?.properties as { Policies: readonly [{ PolicyDocument: PolicyDocument }] }).Policies[0]
        .PolicyDocument;
    const ofPipeline = policyOf('PipelineRole');
    expect(allows(ofPipeline, { action: 'sts:AssumeRole', resource: ROLE })).toBe(true);
    expect(allows(ofPipeline, { action: 'sts:AssumeRole', resource: `${ROLE}2` })).toBe(false);
    expect(listAllowed(ofPipeline).filter(action => /^(ecs|codedeploy|iam):/.test(action))).toEqual([]);
    for (const policy of [ofPipeline, policyOf('BuildRole')])
      expect(allows(policy, { action: 'kms:GenerateDataKey', resource: '<ArtifactKey.Arn>' })).toBe(true);

    const there = iamOf(project, CROSS)['cross-account-policy'] ?? { Statement: [] };
    for (const wish of wishes) {
      expect([wish.action, allows(there, wish)]).toEqual([wish.action, true]);
      expect(allows(there, { ...wish, resource: wish.resource.replace(THERE, HERE) })).toBe(false);
    }
    for (const action of ['s3:GetObject', 's3:GetObjectVersion'])
      expect(allows(there, { action, resource: 'arn:aws:s3:::${ARTIFACT_BUCKET}/x' })).toBe(true);
    const key = `arn:aws:kms:${REGION}:${HERE}:key/\${ARTIFACT_KEY_ID}`;
    expect(allows(there, { action: 'kms:Decrypt', resource: key })).toBe(true);
    expect(listAllowed(there).filter(action => /^(s3:Put|kms:Enc|kms:Gen|sts:)/.test(action))).toEqual([]);
  });

  it('lets that role into the bucket and the key, and its account pull', async () => {
    const stack = makeStack(templateOf(await readProject(settings), CROSS), { DeployRoleArn: ROLE });
    const statementsOf = (type: string, member: string): readonly Shape[] =>
      (findResource(stack, type)[member] as { Statement: readonly Shape[] }).Statement;
    const ofRole = ({ Principal }: Shape): boolean => (Principal as { AWS?: unknown }).AWS === ROLE;
    expect(
      statementsOf('AWS::S3::BucketPolicy', 'PolicyDocument')
        .filter(ofRole)
        .map(({ Action }) => Action)
    ).toEqual([
      ['s3:GetObject', 's3:GetObjectVersion'],
      ['s3:GetBucketLocation', 's3:ListBucket']
    ]);
    expect(
      statementsOf('AWS::KMS::Key', 'KeyPolicy')
        .filter(ofRole)
        .map(({ Action }) => Action)
    ).toEqual([['kms:Decrypt', 'kms:DescribeKey']]);
    expect(statementsOf('AWS::ECR::Repository', 'RepositoryPolicyText')[0]).toMatchObject({
      Principal: { AWS: `arn:aws:iam::${THERE}:root` }
    });
  });

  it('writes who may assume the role, and the policy of repositories', async () => {
    const policies = iamOf(await readProject(settings), CROSS);
    const trust = policies['cross-account-trust'] as unknown as { Statement: readonly [Shape] };
    expect(trust.Statement[0]).toMatchObject({
      Principal: { AWS: `arn:aws:iam::${HERE}:root` },
      Condition: { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HERE}:role/\${PIPELINE_STACK}-PipelineRole-*` } }
    });
    expect(JSON.stringify(policies['cross-account-repository-policy'])).toContain(`arn:aws:iam::${THERE}:root`);
    const unknown = iamOf(await readProject({}), { ...CROSS, account: undefined });
    expect(JSON.stringify(unknown['cross-account-policy'])).toContain(':${DEPLOY_ACCOUNT_ID}:service/shop/web');
    expect(Object.keys(iamOf(await readProject({}))).filter(name => name.startsWith('cross'))).toEqual([]);
  });

  it.each<[object, Partial<PipelineOptions>, object, RegExp]>([
    [
      settings,
      { parts: ['cross-account', 'codedeploy'] },
      { 'appspec.yml': APPSPEC },
      /make the group in the other account/
    ],
    [
      { cluster: arn(HERE, 'cluster/shop') },
      CROSS,
      {},
      /the cluster is in the account of the pipeline \(123456789012\)/
    ],
    [{ service: '' }, CROSS, {}, /no service is given/]
  ])('is refused where it cannot be: %j %j', async (changes, options, more, expected) => {
    const project = await readProject(changes, more);
    expect(() => iamOf(project, options)).toThrow(expected);
    expect(() => templateOf(project, options)).toThrow(expected);
  });
});
