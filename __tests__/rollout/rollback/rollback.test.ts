import type { Deployment, ServiceDeploymentBrief } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import type { EcsPort } from '../../../src/rollout/ports.js';
import { rollBack } from '../../../src/rollout/rollback/rollback.js';
import type { EcsTarget } from '../../../src/rollout/target.js';
import { ARN, NEW_DEPLOYMENT, OLD_DEPLOYMENT, REVISION, TARGET } from '../fake-ecs.js';
import { awsError, config, fakeClock, fakeLedger, fakePorts, fakeReporter, NEW, OLD, START } from '../fakes.js';

const active: Deployment = { ...OLD_DEPLOYMENT, status: 'ACTIVE' };
const back: Deployment = { ...OLD_DEPLOYMENT, createdAt: new Date(START + 5_000) };
const succeeded: ServiceDeploymentBrief = {
  status: 'SUCCESSFUL',
  targetServiceRevisionArn: 'revision/old',
  createdAt: new Date(START - 86_400_000)
};
const underWay: ServiceDeploymentBrief = {
  serviceDeploymentArn: ARN,
  status: 'IN_PROGRESS',
  targetServiceRevisionArn: REVISION,
  createdAt: new Date(START)
};

/** Goes back while `deployments` stand there; a rollback that is asked for has succeeded at the next look. */
function goBack(
  deployments: readonly Deployment[],
  listed: readonly ServiceDeploymentBrief[],
  more: Partial<EcsPort> = {}
) {
  let asked = false;
  const service = () => ({ status: 'ACTIVE', desiredCount: 2, deployments: asked ? [back] : [...deployments] });
  const ports = fakePorts({
    ecs: {
      describeServices: async () => ({ services: [service()], failures: [] }),
      listServiceDeployments: async () => listed,
      describeServiceRevisions: async arns =>
        arns.map(arn => ({ serviceRevisionArn: arn, taskDefinition: arn === 'revision/old' ? OLD : NEW })),
      describeTaskDefinition: async reference => {
        const taskDefinition = { taskDefinitionArn: reference, status: 'ACTIVE' as const };
        return { taskDefinition, tags: [], written: { taskDefinition, tags: [] } };
      },
      describeServiceDeployments: async () => [
        { serviceDeploymentArn: ARN, status: asked ? 'ROLLBACK_SUCCESSFUL' : 'IN_PROGRESS' }
      ],
      stopServiceDeployment: async () => void (asked = true),
      listTasks: async () => [],
      ...more
    }
  });
  const primary = deployments.find(deployment => deployment.status === 'PRIMARY');
  const target: EcsTarget = {
    ...TARGET,
    primary,
    runningTaskDefinitionArn: primary?.taskDefinition,
    service: { ...TARGET.service, deployments: [...deployments] }
  };
  const run = {
    config: config({ onCancel: 'leave' }),
    ports,
    clock: fakeClock(),
    reporter: fakeReporter(),
    cleanupStore: fakeLedger()
  };
  return { ports, result: rollBack(target, undefined, run) };
}

describe('going back while ECS deploys', () => {
  it.each<[string, readonly Deployment[]]>([
    ['what was live still runs', [NEW_DEPLOYMENT, active]],
    ['what was live has no task left', [NEW_DEPLOYMENT]],
    [
      'another one failed in between',
      [NEW_DEPLOYMENT, { ...active, id: 'ecs-svc/x', taskDefinition: 'web:x', rolloutState: 'FAILED' }, active]
    ]
  ])('stops the deployment with a rollback where %s', async (_name, deployments) => {
    const { ports, result } = goBack(deployments, [underWay, succeeded]);
    await expect(result).resolves.toMatchObject({
      verdict: 'succeeded',
      taskDefinitionArn: OLD,
      previousTaskDefinitionArn: NEW
    });
    expect(ports.of('stopServiceDeployment')).toEqual([[ARN, 'ROLLBACK']]);
  });

  it.each<[string, readonly Deployment[], readonly ServiceDeploymentBrief[], RegExp]>([
    ['the first one', [NEW_DEPLOYMENT], [underWay], /before web:2 is not known: ECS lists no successful/],
    [
      'none that ever came to its end',
      [NEW_DEPLOYMENT, { ...active, rolloutState: 'IN_PROGRESS' }],
      [underWay],
      /before web:2 is not known: ECS lists no successful/
    ],
    [
      'a rollback',
      [
        { ...back, rolloutState: 'IN_PROGRESS' },
        { ...NEW_DEPLOYMENT, status: 'ACTIVE', rolloutState: 'FAILED' }
      ],
      [{ ...underWay, status: 'ROLLBACK_IN_PROGRESS' }, succeeded],
      /ECS is rolling web back already: arn:.*\. Check it with slipway status\.$/
    ]
  ])('refuses, and changes nothing, where it is %s', async (_name, deployments, listed, message) => {
    const { ports, result } = goBack(deployments, listed);
    await expect(result).rejects.toMatchObject({ fault: 'user', message: expect.stringMatching(message) });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
    expect(ports.of('updateService')).toEqual([]);
  });

  it('names the permission where it may not be seen what was live, and nothing else tells', async () => {
    const { result } = goBack([NEW_DEPLOYMENT], [], {
      listServiceDeployments: () =>
        Promise.reject(awsError('AccessDeniedException', 'not authorized to perform: ecs:ListServiceDeployments'))
    });
    await expect(result).rejects.toThrow(/Allow ecs:ListServiceDeployments/);
  });
});
