import { describe, expect, it } from '@jest/globals';

import { connectToCloud, type Call } from '../../src/emulator/client.js';
import { withSandboxInProcess } from './in-process.js';
import { changes, count, type Sandbox } from './sandbox.js';
import { countRevisions, ROLLING, seed } from './seed.js';

const OTHER = '210987654321';
const OWN = '123456789012';
const HOST = `${OTHER}.dkr.ecr.eu-west-1.amazonaws.com`;
const INPUTS = { ...ROLLING, repository: `${HOST}/shop/central` };
const WHERE = { registryId: OTHER, repositoryName: 'shop/central' };

/** The central account, in the region of its registry. */
function central(sandbox: Sandbox): Call {
  return connectToCloud(sandbox.cloud.endpoint, 'eu-west-1', OTHER);
}

async function createRepository(
  sandbox: Sandbox,
  actions: readonly string[] = ['ecr:*'],
  more: object = {}
): Promise<string> {
  const call = central(sandbox);
  const made = await call('ecr', 'CreateRepository', { repositoryName: 'shop/central', ...more });
  await call('ecr', 'SetRepositoryPolicy', { repositoryName: 'shop/central', policyText: policyFor(actions) });
  return (made['repository'] as { readonly repositoryUri: string }).repositoryUri;
}

function policyFor(actions: readonly string[]): string {
  const statement = { Effect: 'Allow', Principal: { AWS: OWN }, Action: actions, Resource: '*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

describe("a repository in another account's registry, in another region", () => {
  it('is logged into, pushed to, tagged, scanned and deployed from', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const uri = await createRepository(sandbox);
      const shipped = await sandbox.ship({
        ...INPUTS,
        tags: 'v1, latest',
        'scan-gate': 'HIGH',
        'image-reference': 'digest'
      });
      expect(shipped.errors).toBe('');
      expect(shipped.exitCode).toBe(0);
      expect(shipped.outputs).toMatchObject({
        repository: 'shop/central',
        registry: uri.split('/')[0],
        'image-tag': 'v1'
      });
      const digest = shipped.outputs['image-digest'] ?? '';
      expect(await sandbox.read('slipway-artifacts/imagedefinitions.json')).toContain(`${uri}@${digest}`);
      const asked = shipped.requestLog.filter(({ service }) => service === 'ecr');
      expect(new Set(asked.map(({ region }) => region))).toEqual(new Set(['eu-west-1']));
      const named = asked.filter(({ operation }) => operation !== 'GetAuthorizationToken');
      for (const { input } of named) expect(input).toMatchObject({ registryId: OTHER });
      expect(named.map(({ operation }) => operation)).toEqual(
        expect.arrayContaining(['DescribeRepositories', 'DescribeImages', 'PutImage', 'DescribeImageScanFindings'])
      );
      const images = await central(sandbox)('ecr', 'DescribeImages', WHERE);
      expect(images['imageDetails']).toMatchObject([{ imageDigest: digest, imageTags: ['v1', 'latest'] }]);
    }));

  it('is looked at for an image with the tag, which is not built again', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await createRepository(sandbox, ['ecr:*'], { imageTagMutability: 'IMMUTABLE' });
      expect((await sandbox.ship({ ...INPUTS, tags: 'v1' })).exitCode).toBe(0);
      const again = await sandbox.ship({ ...INPUTS, tags: 'v1' });
      expect(again.exitCode).toBe(0);
      expect(again.docker).toEqual([]);
      expect(again.log).toContain('not built again');
    }));

  it("is created where the registry's policy allows it", () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const inputs = { ...INPUTS, 'create-repository': 'true' };
      const refused = await sandbox.ship(inputs);
      expect(refused.exitCode).not.toBe(0);
      expect(refused.errors).toContain(`the policy of the registry ${OTHER} in eu-west-1 lacks`);
      expect(refused.errors).toContain('"Action":"ecr:CreateRepository"');
      await central(sandbox)('ecr', 'PutRegistryPolicy', { policyText: policyFor(['ecr:*']) });
      const shipped = await sandbox.ship(inputs);
      expect(shipped.errors).toBe('');
      expect(shipped.exitCode).toBe(0);
    }));

  it.each<[string, string[]]>([
    ['ecr:DescribeRepositories', ['ecr:Batch*', 'ecr:Put*']],
    ['ecr:InitiateLayerUpload', ['ecr:Describe*', 'ecr:Batch*', 'ecr:Put*']],
    ['ecr:PutImage', ['ecr:Describe*', 'ecr:Batch*', 'ecr:*Layer*']],
    ['ecr:DescribeImages', ['ecr:DescribeRepositories', 'ecr:Batch*', 'ecr:*Layer*', 'ecr:PutImage']]
  ])('names the policy and the statement where %s is not allowed', (action, allowed) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await createRepository(sandbox, allowed);
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).not.toBe(0);
      expect(shipped.errors).toContain(
        `the policy of the repository shop/central in the account ${OTHER} (eu-west-1) lacks`
      );
      expect(shipped.errors).toContain(`"Principal":{"AWS":"arn:aws:iam::${OWN}:user/rehearsal"},"Action":"${action}"`);
      expect(await countRevisions(sandbox)).toBe(1);
      expect(changes(shipped.requestLog)).not.toContain('UpdateService');
    })
  );

  it('stands beside one of the own account, each with its login', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await createRepository(sandbox);
      const inputs = { ...ROLLING, repository: '' };
      const definition = JSON.parse(await sandbox.read('taskdefinition.json')) as { containerDefinitions: object[] };
      const [web] = definition.containerDefinitions;
      const side = { name: 'side', image: '<IMAGE2_NAME>', essential: false };
      await sandbox.write('taskdefinition.json', { ...definition, containerDefinitions: [web, side] });
      const images = `- { container: web, repository: shop/web }\n- { container: side, repository: ${HOST}/shop/central }\n`;
      const shipped = await sandbox.ship({ ...inputs, images });
      expect(shipped.errors).toBe('');
      expect(shipped.exitCode).toBe(0);
      expect(shipped.docker.filter(line => line.startsWith('login'))).toHaveLength(2);
      expect(count(shipped.requestLog, 'GetAuthorizationToken')).toBe(2);
    }));

  it('is planned: what would be called names the registry', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/shop-web' });
      await createRepository(sandbox);
      const shipped = await sandbox.ship({ ...INPUTS, tags: 'v1, latest', 'dry-run': 'true' });
      expect(shipped.errors).toBe('');
      expect(shipped.exitCode).toBe(0);
      expect(shipped.log).toContain(`"registryId":"${OTHER}"`);
      expect(changes(shipped.requestLog)).toEqual([]);
    }));

  it('is missed by the names of its account and region', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const shipped = await sandbox.ship(INPUTS);
      expect(shipped.exitCode).toBe(2);
      expect(shipped.errors).toContain(`There is no ECR repository shop/central in the account ${OTHER} in eu-west-1.`);
    }));
});
