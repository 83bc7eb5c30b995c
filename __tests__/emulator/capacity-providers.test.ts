import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { openStage, type Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:capacity-provider';
const autoScalingGroupProvider = { autoScalingGroupArn: 'arn:aws:autoscaling:eu-west-1:123456789012:group' };

describe('a capacity provider', () => {
  it('is kept with its settings and tags, changed, used by a cluster, and deleted once no cluster uses it', async () => {
    const tags = [{ key: 'team', value: 'shop' }];
    await stage.ecs('CreateCapacityProvider', { name: 'spot', autoScalingGroupProvider, tags });
    await stage.ecs('UpdateCapacityProvider', {
      name: 'spot',
      autoScalingGroupProvider: { managedDraining: 'ENABLED' }
    });
    const described = await stage.ecs('DescribeCapacityProviders', { capacityProviders: ['spot'], include: ['TAGS'] });
    expect(described).toMatchObject({
      capacityProviders: [
        {
          capacityProviderArn: `${ARN}/spot`,
          status: 'ACTIVE',
          autoScalingGroupProvider: { ...autoScalingGroupProvider, managedDraining: 'ENABLED' },
          tags
        }
      ],
      failures: []
    });
    const defaultCapacityProviderStrategy = [{ capacityProvider: 'spot', weight: 1 }];
    await stage.ecs('CreateCluster', {
      clusterName: 'shop',
      capacityProviders: [`${ARN}/spot`, 'FARGATE'],
      defaultCapacityProviderStrategy
    });
    const deletion = { capacityProvider: 'spot' };
    expect(await stage.send('ecs', 'DeleteCapacityProvider', deletion)).toMatchObject({ error: 'ClientException' });
    const none = { cluster: 'shop', capacityProviders: [], defaultCapacityProviderStrategy: [] };
    await stage.ecs('PutClusterCapacityProviders', none);
    expect(await stage.ecs('DeleteCapacityProvider', deletion)).toMatchObject({
      capacityProvider: { name: 'spot', status: 'INACTIVE' }
    });
    expect(await stage.ecs('DescribeCapacityProviders', { capacityProviders: ['spot'] })).toMatchObject({
      capacityProviders: [],
      failures: [{ arn: `${ARN}/spot`, reason: 'MISSING' }]
    });
  });

  it('of Managed Instances is for its cluster alone', async () => {
    for (const clusterName of ['shop', 'other']) await stage.ecs('CreateCluster', { clusterName });
    await stage.ecs('CreateCapacityProvider', {
      name: 'managed',
      cluster: 'shop',
      managedInstancesProvider: {
        infrastructureRoleArn: 'arn:aws:iam::123456789012:role/infrastructure',
        instanceLaunchTemplate: {
          ec2InstanceProfileArn: 'arn:aws:iam::123456789012:instance-profile/ecs',
          networkConfiguration: { subnets: ['subnet-1'] }
        }
      }
    });
    const namesIn = async (cluster: string): Promise<unknown> => {
      const { capacityProviders } = await stage.ecs('DescribeCapacityProviders', { cluster });
      return (capacityProviders as unknown as readonly { readonly name: string }[]).map(({ name }) => name);
    };
    expect(await namesIn('shop')).toEqual(['FARGATE', 'FARGATE_SPOT', 'managed']);
    expect(await namesIn('other')).toEqual(['FARGATE', 'FARGATE_SPOT']);
    const put = { cluster: 'other', capacityProviders: ['managed'], defaultCapacityProviderStrategy: [] };
    expect(await stage.send('ecs', 'PutClusterCapacityProviders', put)).toMatchObject({
      error: 'InvalidParameterException'
    });
  });
});

it.each<[operation: string, input: object, error: string, words: string]>([
  ['CreateCluster', { capacityProviders: ['none'] }, 'InvalidParameterException', "'none' was not found"],
  [
    'CreateCluster',
    { defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE' }] },
    'InvalidParameterException',
    'not associated with the cluster'
  ],
  [
    'PutClusterCapacityProviders',
    { cluster: 'shop', capacityProviders: [`${ARN}/none`], defaultCapacityProviderStrategy: [] },
    'InvalidParameterException',
    `'${ARN}/none' was not found`
  ],
  ['CreateCapacityProvider', { name: 'fargate-2', autoScalingGroupProvider }, 'InvalidParameterException', 'fargate-2'],
  ['CreateCapacityProvider', { name: 'spot' }, 'InvalidParameterException', 'exactly one'],
  ['CreateCapacityProvider', { name: 'there', autoScalingGroupProvider }, 'ClientException', 'already exists'],
  ['DeleteCapacityProvider', { capacityProvider: 'FARGATE' }, 'ClientException', 'reserved'],
  ['UpdateCapacityProvider', { name: 'none' }, 'InvalidParameterException', "'none' was not found"]
])('%s %j is refused', async (operation, input, error, words) => {
  await stage.ecs('CreateCluster', { clusterName: 'shop' });
  await stage.ecs('CreateCapacityProvider', { name: 'there', autoScalingGroupProvider });
  const refused = await stage.send('ecs', operation, input);
  expect(refused).toMatchObject({ error });
  expect(JSON.stringify(refused)).toContain(words);
});
