import type { DeploymentInfo } from '@aws-sdk/client-codedeploy';
import type { ServiceDeploymentBrief, TaskDefinition } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import { findPrevious } from '../../../src/rollout/rollback/previous-revision.js';
import type { CodeDeployPort, EcsPort } from '../../../src/rollout/ports.js';
import type { CodeDeployTarget } from '../../../src/rollout/target.js';
import { TARGET as ECS_TARGET } from '../fake-ecs.js';
import { awsError, CLUSTER, fakeClock, fakePorts, SERVICE, START } from '../fakes.js';

const arn = (revision: number): string => `arn:aws:ecs:eu-west-1:123456789012:task-definition/web:${revision}`;

const definitions =
  (status: Readonly<Record<number, TaskDefinition['status']>> = {}): EcsPort['describeTaskDefinition'] =>
  async reference => {
    const revision = Number(reference.split(':').at(-1));
    if (revision > 90) throw awsError('ClientException', 'Unable to describe task definition.');
    const taskDefinition = { taskDefinitionArn: arn(revision), status: status[revision] ?? 'ACTIVE' };
    return { taskDefinition, tags: [], written: { taskDefinition, tags: [] } };
  };

describe('what was live before, where ECS deploys', () => {
  /** Service deployments as `status revision`, the oldest first. */
  const find = (history: readonly string[], running: number, to?: string, more: Partial<EcsPort> = {}) => {
    const briefs: readonly ServiceDeploymentBrief[] = history.map((entry, index) => ({
      status: entry.split(' ')[0] as ServiceDeploymentBrief['status'],
      targetServiceRevisionArn: `revision/${entry.split(' ')[1]}`,
      createdAt: new Date(START + index * 1_000)
    }));
    const ports = fakePorts({
      ecs: {
        listServiceDeployments: async () => briefs,
        describeServiceRevisions: async arns =>
          arns.map(each => ({
            serviceRevisionArn: each,
            // ECS numbers its own revisions; here the tenth of them has the same task definition as the first.
            taskDefinition: arn(Number(each.split('/')[1]) % 10)
          })),
        describeTaskDefinition: definitions({ 5: 'INACTIVE' }),
        ...more
      }
    });
    const target = { ...ECS_TARGET, runningTaskDefinitionArn: arn(running) };
    return findPrevious(target, to, { ...ports, clock: fakeClock() });
  };

  it.each<[string, readonly string[], number, number]>([
    ['the one before', ['SUCCESSFUL 1', 'SUCCESSFUL 2'], 2, 1],
    ['not one that was rolled back', ['SUCCESSFUL 1', 'SUCCESSFUL 2', 'ROLLBACK_SUCCESSFUL 3'], 2, 1],
    ['the last good one, where what runs never was', ['SUCCESSFUL 1', 'SUCCESSFUL 2', 'STOPPED 3'], 3, 2],
    [
      'another task definition, not the same one deployed again',
      ['SUCCESSFUL 1', 'SUCCESSFUL 2', 'SUCCESSFUL 12'],
      2,
      1
    ],
    ['after going back: forth again', ['SUCCESSFUL 1', 'SUCCESSFUL 2', 'SUCCESSFUL 11'], 1, 2],
    [
      'also when it is behind twenty others',
      ['SUCCESSFUL 1', ...Array.from({ length: 30 }, (_, n) => `SUCCESSFUL ${10 * n + 12}`)],
      2,
      1
    ]
  ])('is %s', async (_name, history, running, expected) => {
    await expect(find(history, running)).resolves.toEqual({
      taskDefinitionArn: arn(expected),
      appspec: undefined,
      passedOver: []
    });
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['was deregistered', ['SUCCESSFUL 1', 'SUCCESSFUL 5', 'SUCCESSFUL 2'], ['web:5 is INACTIVE']],
    [
      'was deregistered, is being deleted or is deleted',
      ['SUCCESSFUL 1', 'SUCCESSFUL 8', 'SUCCESSFUL 5', 'SUCCESSFUL 15', 'SUCCESSFUL 9', 'SUCCESSFUL 2'],
      ['web:9 is deleted', 'web:5 is INACTIVE', 'web:8 is DELETE_IN_PROGRESS']
    ]
  ])('is an older one that is ACTIVE, where the one before %s', async (_name, history, passedOver) => {
    const describeTaskDefinition: EcsPort['describeTaskDefinition'] = async reference => {
      if (reference === arn(9)) throw awsError('ClientException', 'Unable to describe task definition.');
      return definitions({ 5: 'INACTIVE', 8: 'DELETE_IN_PROGRESS' })(reference);
    };
    const found = find(history, 2, undefined, { describeTaskDefinition });
    await expect(found).resolves.toEqual({ taskDefinitionArn: arn(1), appspec: undefined, passedOver });
  });

  it('is what somebody names, by its full ARN', async () => {
    await expect(find([], 2, 'web:7')).resolves.toMatchObject({ taskDefinitionArn: arn(7) });
  });

  it.each<[string, readonly string[], string | undefined, Partial<EcsPort>, RegExp]>([
    ['nothing', ['SUCCESSFUL 2'], undefined, {}, /before web:2 is not known: ECS lists no .* --to=family:revision\.$/],
    [
      'one that was deregistered',
      ['SUCCESSFUL 5', 'SUCCESSFUL 2'],
      undefined,
      {},
      /web:5 is INACTIVE, as .*Name another one/
    ],
    ['one that does not exist', [], 'web:99', {}, /web:99 does not exist\. Correct --to\./],
    [
      'no permission',
      [],
      undefined,
      {
        listServiceDeployments: () =>
          Promise.reject(awsError('AccessDeniedException', 'not authorized to perform: ecs:ListServiceDeployments'))
      },
      /Allow ecs:ListServiceDeployments/
    ]
  ])('is refused with %s', async (_name, history, to, more, message) => {
    await expect(find(history, 2, to, more)).rejects.toMatchObject({
      fault: 'user',
      message: expect.stringMatching(message)
    });
  });
});

describe('what was live before, where CodeDeploy deploys', () => {
  const TARGET: CodeDeployTarget = {
    controller: 'CODE_DEPLOY',
    application: 'shop',
    deploymentGroup: 'shop-web',
    group: {},
    clusterName: 'shop',
    clusterArn: CLUSTER,
    serviceName: 'web',
    serviceArn: SERVICE,
    service: {},
    runningTaskDefinitionArn: arn(3),
    warnings: []
  };
  const appspec = (revision: number): string => `version: 0.0\nTaskDefinition: "${arn(revision)}"\n`;

  /** The revisions of the deployments that succeeded, the newest first; `undefined` is one whose AppSpec is not kept. */
  const find = (
    succeeded: readonly (number | undefined)[],
    to?: string,
    status?: Parameters<typeof definitions>[0]
  ) => {
    const info = (id: string): DeploymentInfo => ({
      deploymentId: id,
      revision: { appSpecContent: { sha256: `sha-${String(succeeded[Number(id.slice(2))])}` } }
    });
    const codedeploy: Partial<CodeDeployPort> = {
      listDeployments: async () => succeeded.map((_each, index) => `d-${index}`),
      getDeployment: async id => info(id),
      getAppSpec: async (_application, sha256) =>
        sha256 === 'sha-undefined' ? undefined : appspec(Number(sha256.slice('sha-'.length)))
    };
    const ports = fakePorts({ codedeploy, ecs: { describeTaskDefinition: definitions(status) } });
    return { ports, previous: findPrevious(TARGET, to, { ...ports, clock: fakeClock() }) };
  };

  it.each<[string, readonly (number | undefined)[], number]>([
    ['the one before what runs', [3, 2, 1], 2],
    ['the last that succeeded, where what runs did not', [2, 1], 2],
    ['not the same one again', [3, 3, 3, 1], 1],
    ['one whose AppSpec is kept', [3, undefined, 1], 1]
  ])('is %s, with its AppSpec as it was sent', async (_name, succeeded, expected) => {
    await expect(find(succeeded).previous).resolves.toEqual({
      taskDefinitionArn: arn(expected),
      appspec: appspec(expected),
      passedOver: []
    });
  });

  it('is an older one that is ACTIVE, where the one before was deregistered', async () => {
    await expect(find([3, 2, 1], undefined, { 2: 'INACTIVE' }).previous).resolves.toEqual({
      taskDefinitionArn: arn(1),
      appspec: appspec(1),
      passedOver: ['web:2 is INACTIVE']
    });
    await expect(find([3, 2], undefined, { 2: 'INACTIVE' }).previous).rejects.toMatchObject({
      code: 'revision-not-active'
    });
  });

  it('reads an AppSpec once, however often it was deployed', async () => {
    const { ports, previous } = find([3, 3, 3, 1]);
    await previous;
    expect(ports.of('getAppSpec').map(([, sha256]) => sha256)).toEqual(['sha-3', 'sha-1']);
  });

  it('is what somebody names, in the AppSpec of the last deployment that succeeded', async () => {
    await expect(find([3, 2], 'web:7').previous).resolves.toMatchObject({
      taskDefinitionArn: arn(7),
      appspec: appspec(7)
    });
  });

  it('is refused where none is known', async () => {
    await expect(find([3]).previous).rejects.toThrow(/before web:3 is not known: shop-web has no deployment/);
  });
});
