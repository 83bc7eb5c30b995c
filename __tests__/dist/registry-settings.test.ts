import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import type { Sandbox } from './sandbox.js';
import { countRevisions, ROLLING, seed, taskDefinition } from './seed.js';

const OWN = '123456789012';
const REGION = 'ap-northeast-2';
const CACHED = `${OWN}.dkr.ecr.${REGION}.amazonaws.com/docker-hub/library/nginx:1.29`;
const PROFILE = `arn:aws:signer:${REGION}:${OWN}:/signing-profiles/shop`;

function createRule(sandbox: Sandbox, ecrRepositoryPrefix = 'docker-hub'): Promise<unknown> {
  return sandbox.call('ecr', 'CreatePullThroughCacheRule', {
    ecrRepositoryPrefix,
    upstreamRegistryUrl: 'registry-1.docker.io'
  });
}

describe('an image of a pull-through cache that nobody has pulled yet', () => {
  const inputs = { ...ROLLING, repository: '', image: CACHED, 'wait-for': 'nothing' };

  it('is used, with a warning', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await createRule(sandbox);
      const shipped = await sandbox.ship(inputs);
      expect(shipped.errors).toBe('');
      expect(shipped.exitCode).toBe(0);
      expect(shipped.log).toContain(`${CACHED} is not in ECR yet: the first pull fetches it from registry-1.docker.io`);
    }));

  it.each([
    ['without a rule', 'quay'],
    ['with a rule for a name that only begins alike', 'docker']
  ])('is refused %s', (_title, prefix) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await createRule(sandbox, prefix);
      const shipped = await sandbox.ship(inputs);
      expect(shipped.exitCode).toBe(2);
      expect(shipped.errors).toContain(`There is no image ${CACHED} in ECR.`);
    })
  );

  it('passes no scan-gate', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await createRule(sandbox);
      await sandbox.call('ecr', 'CreateRepository', { repositoryName: 'docker-hub/library/nginx' });
      const shipped = await sandbox.ship({ ...inputs, 'scan-gate': 'HIGH' });
      expect(shipped.exitCode).not.toBe(0);
      expect(shipped.errors).toContain('cannot pass scan-gate: it is not in ECR.');
      expect(await countRevisions(sandbox)).toBe(1);
    }));

  it('is a warning of the plan as a sidecar', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/shop-web' });
      await createRule(sandbox);
      const { containerDefinitions } = taskDefinition();
      const side = { name: 'side', image: CACHED, essential: false };
      const containers = [...(containerDefinitions as object[]), side];
      await sandbox.write('taskdefinition.json', taskDefinition({ containerDefinitions: containers }));
      const shipped = await sandbox.ship({ ...ROLLING, 'container-name': 'web', 'dry-run': 'true' });
      expect(shipped.errors).toBe('');
      expect(shipped.exitCode).toBe(0);
      expect(shipped.log).toContain('by the pull-through cache rule docker-hub');
    }));
});

describe('an image that is being replicated', () => {
  const FAR = `${OWN}.dkr.ecr.eu-west-1.amazonaws.com/shop/web:v1`;

  it.each([
    ['a rule of the own registry covers it', 'shop/', 0],
    ['no rule covers it', 'team/', 2]
  ])('is waited for where %s', (_title, filter, exitCode) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const destinations = [{ region: 'eu-west-1', registryId: OWN }];
      const rules = [{ destinations, repositoryFilters: [{ filter, filterType: 'PREFIX_MATCH' }] }];
      await sandbox.call('ecr', 'PutReplicationConfiguration', { replicationConfiguration: { rules } });
      expect((await sandbox.ship({ ...ROLLING, tags: 'v1', 'wait-for': 'nothing' })).exitCode).toBe(0);
      const shipped = await sandbox.ship({ ...ROLLING, repository: '', image: FAR, 'wait-for': 'nothing' });
      expect(shipped.exitCode).toBe(exitCode);
      expect(shipped.log.includes('ECR replicates its repository: waiting')).toBe(exitCode === 0);
    })
  );

  it('is waited for where a template says that what comes there is replicated, and refused if it does not come', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const here = FAR.replace('eu-west-1', REGION).replace('v1', 'v9');
      await sandbox.call('ecr', 'CreateRepositoryCreationTemplate', { prefix: 'shop', appliedFor: ['REPLICATION'] });
      const shipped = await sandbox.ship({ ...ROLLING, repository: '', image: here });
      expect(shipped.exitCode).toBe(2);
      expect(shipped.log).toContain('ECR replicates its repository: waiting up to 2 minutes');
      expect(shipped.errors).toContain(`There is no image ${here} in ECR.`);
    }));
});

describe('a repository that is missing', () => {
  const inputs = { ...ROLLING, repository: 'team/web' };

  it('is made by the push where a creation template says so', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('ecr', 'CreateRepositoryCreationTemplate', {
        prefix: 'team',
        appliedFor: ['CREATE_ON_PUSH'],
        imageTagMutability: 'IMMUTABLE'
      });
      for (const more of [{}, { repository: 'team/other', 'create-repository': 'true' }]) {
        const shipped = await sandbox.ship({ ...inputs, ...more });
        expect(shipped.errors).toBe('');
        expect(shipped.exitCode).toBe(0);
        expect(shipped.log).toContain('as the creation template team says');
        expect(shipped.requestLog.map(({ operation }) => operation)).not.toContain('CreateRepository');
      }
      const { repositories } = await sandbox.call('ecr', 'DescribeRepositories', { repositoryNames: ['team/web'] });
      expect(repositories).toMatchObject([{ imageTagMutability: 'IMMUTABLE' }]);
    }));

  it('is a mistake where the template is for other occasions', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('ecr', 'CreateRepositoryCreationTemplate', { prefix: 'team', appliedFor: ['REPLICATION'] });
      const shipped = await sandbox.ship(inputs);
      expect(shipped.exitCode).toBe(2);
      expect(shipped.errors).toContain('There is no ECR repository team/web');
    }));

  it('is created with scan on push, and as a template for its name says of its tags', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.call('ecr', 'CreateRepositoryCreationTemplate', {
        prefix: 'team',
        appliedFor: ['PULL_THROUGH_CACHE'],
        imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
        imageTagMutabilityExclusionFilters: [{ filterType: 'WILDCARD', filter: 'latest' }]
      });
      for (const repository of ['team/web', 'other/web']) {
        const shipped = await sandbox.ship({ ...inputs, repository, 'create-repository': 'true' });
        expect(shipped.errors).toBe('');
      }
      const repositoryNames = ['team/web', 'other/web'];
      const { repositories } = await sandbox.call('ecr', 'DescribeRepositories', { repositoryNames });
      const scanned = { imageScanningConfiguration: { scanOnPush: true } };
      expect(repositories).toMatchObject([
        { ...scanned, imageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' },
        { ...scanned, imageTagMutability: 'MUTABLE' }
      ]);
    }));
});

describe('managed signing', () => {
  async function configure(sandbox: Sandbox): Promise<void> {
    await seed(sandbox, 'ECS');
    await sandbox.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/shop-web' });
    const rule = {
      signingProfileArn: PROFILE,
      repositoryFilters: [{ filter: 'shop/*', filterType: 'WILDCARD_MATCH' }]
    };
    await sandbox.call('ecr', 'PutSigningConfiguration', { signingConfiguration: { rules: [rule] } });
  }

  it('is told after the push', () =>
    withSandboxInProcess(async sandbox => {
      await configure(sandbox);
      const shipped = await sandbox.ship(ROLLING);
      expect(shipped.exitCode).toBe(0);
      expect(shipped.log).toMatch(/ECR has signed shop\/web:\w+ by arn:aws:signer/);
    }));

  it('is a warning where the run may not sign, in the plan and after the push', () =>
    withSandboxInProcess(async sandbox => {
      await configure(sandbox);
      sandbox.cloud.setFaults({ deny: ['signer:SignPayload'] });
      const planned = await sandbox.ship({ ...ROLLING, 'dry-run': 'true' });
      expect(planned.log).toContain('the image would go unsigned');
      expect(planned.log).toContain(`Allow signer:SignPayload on ${PROFILE}.`);
      const shipped = await sandbox.ship(ROLLING);
      expect(shipped.exitCode).toBe(0);
      expect(shipped.log).toMatch(/ECR could not sign shop\/web:\w+ by .* The image is unsigned\./);
    }));

  it.each([['ecr:DescribeImageSigningStatus'], ['ecr:GetSigningConfiguration']])(
    'says nothing where %s is not allowed',
    action =>
      withSandboxInProcess(async sandbox => {
        await configure(sandbox);
        sandbox.cloud.setFaults({ deny: [action] });
        const shipped = await sandbox.ship({ ...ROLLING, 'dry-run': String(action.includes('Get')) });
        expect(shipped.errors).toBe('');
        expect(shipped.log).not.toContain('unsigned');
      })
  );
});
