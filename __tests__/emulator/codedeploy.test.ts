import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  deploy,
  getDeployment,
  getTarget,
  makeGroup,
  makeRevision,
  NAMES,
  openCodeDeploy,
  tryDeploy,
  waitUntil,
  weights
} from './codedeploy-support.js';
import { describeService, openStage, taskDefinition, type Stage } from './core-support.js';
import { findShapeProblemsButEmpty, itByBotocore } from './shapes-support.js';

let stage: Stage;
const answers: Stage['answers'][number][] = [];

beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  answers.push(...stage.answers);
  await stage.close();
});

describe('a good deployment', () => {
  beforeEach(() => openCodeDeploy(stage));

  it('goes through its events, moves the traffic and takes the old tasks away', async () => {
    await stage.ecs('RegisterTaskDefinition', taskDefinition());
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    const seconds = await waitUntil(stage, id);
    expect(seconds).toBeGreaterThan(45);
    expect(seconds).toBeLessThan(120);
    const target = await getTarget(stage, id);
    expect(target.status).toBe('Succeeded');
    expect(target.events).toEqual([
      'BeforeInstall:Succeeded',
      'Install:Succeeded',
      'AfterInstall:Succeeded',
      'BeforeAllowTraffic:Succeeded',
      'AllowTraffic:Succeeded',
      'AfterAllowTraffic:Succeeded'
    ]);
    expect(weights(target.sets)).toEqual(['Blue 0', 'Green 100']);
    expect(target.sets[1]).toMatchObject({ status: 'PRIMARY', runningCount: 2, targetGroup: { name: 'green' } });
    expect(await describeService(stage)).toMatchObject({
      taskSets: [{ status: 'PRIMARY', taskDefinition: expect.stringMatching(/api:2$/) as unknown }]
    });
  });

  it('keeps the AppSpec to itself; GetApplicationRevision has it', async () => {
    const { appSpecContent } = makeRevision();
    const id = await deploy(stage);
    const info = await getDeployment(stage, id);
    expect(info.revision.appSpecContent).toEqual({ content: null, sha256: appSpecContent.sha256 });
    const answer = await stage.send('codedeploy', 'GetApplicationRevision', {
      applicationName: NAMES.applicationName,
      revision: { revisionType: 'AppSpecContent', appSpecContent: { sha256: appSpecContent.sha256 } }
    });
    expect(answer.body).toMatchObject({
      revision: { appSpecContent },
      revisionInfo: { deploymentGroups: [NAMES.deploymentGroupName] }
    });
  });

  it('has no target before it starts', async () => {
    const id = await deploy(stage);
    const answer = await stage.send('codedeploy', 'ListDeploymentTargets', { deploymentId: id });
    expect(answer.error).toBe('DeploymentNotStartedException');
    await waitUntil(stage, id, info => info.status === 'InProgress');
    expect((await stage.send('codedeploy', 'ListDeploymentTargets', { deploymentId: id })).body).toEqual({
      targetIds: ['shop:api']
    });
  });

  it('is the only one in its group while it runs', async () => {
    const id = await deploy(stage);
    const second = await tryDeploy(stage);
    expect(second.error).toBe('DeploymentLimitExceededException');
    expect(second.body).toMatchObject({
      message: `The Deployment Group '${NAMES.deploymentGroupName}' already has an active Deployment '${id}'`
    });
    await waitUntil(stage, id);
    expect((await tryDeploy(stage)).status).toBe(200);
  });

  it('swaps the target groups each time', async () => {
    for (const expected of ['green', 'blue', 'green']) {
      const id = await deploy(stage);
      await waitUntil(stage, id);
      expect((await getTarget(stage, id)).sets[1]?.targetGroup.name).toBe(expected);
    }
  });

  it('is found by its status', async () => {
    const id = await deploy(stage);
    const list = async (...includeOnlyStatuses: string[]): Promise<unknown> =>
      (await stage.send('codedeploy', 'ListDeployments', { ...NAMES, includeOnlyStatuses })).body;
    expect(await list('Created', 'InProgress')).toEqual({ deployments: [id] });
    await waitUntil(stage, id);
    expect(await list('Created', 'InProgress')).toEqual({ deployments: [] });
    expect(await list('Succeeded')).toEqual({ deployments: [id] });
  });
});

describe('traffic', () => {
  it.each([
    ['CodeDeployDefault.ECSLinear10PercentEvery1Minutes', [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 540],
    ['CodeDeployDefault.ECSCanary10Percent5Minutes', [0, 10, 100], 300],
    ['CodeDeployDefault.ECSAllAtOnce', [0, 100], 0]
  ])('moves as %s says', async (deploymentConfigName, expected, least) => {
    await openCodeDeploy(stage);
    const id = await deploy(stage, {}, { deploymentConfigName });
    const seen: number[] = [];
    const seconds = await waitUntil(stage, id, info => info.status === 'InProgress');
    for (let second = 0; second < 900; second++) {
      const green = (await getTarget(stage, id)).sets.find(set => set.taskSetLabel === 'Green');
      if (green !== undefined && seen.at(-1) !== green.trafficWeight) seen.push(green.trafficWeight);
      if ((await getDeployment(stage, id)).status === 'Succeeded') break;
      stage.pass(2);
    }
    expect(seen).toEqual(expected);
    const { createTime, completeTime = 0 } = await getDeployment(stage, id);
    expect(completeTime - createTime).toBeGreaterThan(least + seconds);
  });
});

describe('the waits', () => {
  const waits = (ready: object, termination: number): object => ({
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: termination },
      deploymentReadyOption: ready
    }
  });
  const goOn = (deploymentId: string, deploymentWaitType: string): Promise<{ error: string | undefined }> =>
    stage.send('codedeploy', 'ContinueDeployment', { deploymentId, deploymentWaitType });

  it('for the traffic is Ready until somebody goes on', async () => {
    await openCodeDeploy(stage, waits({ actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 10 }, 0));
    const id = await deploy(stage);
    expect((await goOn(id, 'READY_WAIT')).error).toBe('DeploymentIsNotInReadyStateException');
    await waitUntil(stage, id, info => info.status === 'Ready');
    stage.pass(300);
    expect(weights((await getTarget(stage, id)).sets)).toEqual(['Blue 100', 'Green 0']);
    expect((await goOn(id, 'READY_WAIT')).error).toBeUndefined();
    await waitUntil(stage, id);
    expect((await getDeployment(stage, id)).status).toBe('Succeeded');
  });

  it('for the traffic ends with a stop when nobody does', async () => {
    await openCodeDeploy(stage, waits({ actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 2 }, 0));
    const id = await deploy(stage);
    await waitUntil(stage, id);
    expect((await getDeployment(stage, id)).status).toBe('Stopped');
  });

  it('for the termination leaves it InProgress with the new tasks live', async () => {
    await openCodeDeploy(stage, waits({ actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }, 60));
    const id = await deploy(stage);
    await waitUntil(stage, id, info => info.instanceTerminationWaitTimeStarted);
    stage.pass(59 * 60);
    expect((await getDeployment(stage, id)).status).toBe('InProgress');
    expect((await getTarget(stage, id)).sets).toMatchObject([
      { taskSetLabel: 'Blue', trafficWeight: 0, runningCount: 2 },
      { taskSetLabel: 'Green', trafficWeight: 100, runningCount: 2 }
    ]);
    stage.pass(120);
    expect((await getDeployment(stage, id)).status).toBe('Succeeded');
  });

  it('for the termination can be cut short', async () => {
    await openCodeDeploy(stage, waits({ actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }, 60));
    const id = await deploy(stage);
    await waitUntil(stage, id, info => info.instanceTerminationWaitTimeStarted);
    expect((await goOn(id, 'TERMINATION_WAIT')).error).toBeUndefined();
    expect(await waitUntil(stage, id)).toBeLessThan(60);
    expect((await goOn(id, 'TERMINATION_WAIT')).error).toBe('DeploymentAlreadyCompletedException');
  });
});

describe('a group', () => {
  it('tells its waits also where none were given', async () => {
    await openCodeDeploy(stage, {
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE' },
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT' }
      }
    });
    expect((await stage.send('codedeploy', 'GetDeploymentGroup', NAMES)).body).toMatchObject({
      deploymentGroupInfo: {
        computePlatform: 'ECS',
        deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
        blueGreenDeploymentConfiguration: {
          terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 0 },
          deploymentReadyOption: { waitTimeInMinutes: 0 }
        }
      }
    });
  });
});

describe('a deployment that fails', () => {
  beforeEach(() => openCodeDeploy(stage));

  it.each([
    [{ container: 'web' }, 'The container web does not exist in the task definition.'],
    [{ port: 81 }, 'The container app did not have a container port 81 defined.'],
    [{ taskDefinition: 'api:latest' }, 'Invalid revision number. Number: latest'],
    [{ taskDefinition: 'api:9' }, 'Unable to describe task definition.']
  ])('over %j says so only while it installs', async (target, sentence) => {
    const id = await deploy(stage, target);
    await waitUntil(stage, id);
    const info = await getDeployment(stage, id);
    expect(info.status).toBe('Failed');
    expect(info.errorInformation?.code).toBe('ECS_UPDATE_ERROR');
    expect(info.errorInformation?.message).toContain(
      `The ECS service cannot be updated due to an unexpected error: ${sentence} (Service: AmazonECS;`
    );
    expect((await getTarget(stage, id)).events.slice(0, 3)).toEqual([
      'BeforeInstall:Succeeded',
      'Install:Failed',
      'AfterInstall:Skipped'
    ]);
  });

  it('because its tasks crash gives up after an hour and rolls back by a deployment of its own', async () => {
    await stage.ecs('RegisterTaskDefinition', taskDefinition('crash'));
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    stage.pass(3500);
    expect((await getDeployment(stage, id)).status).toBe('InProgress');
    stage.pass(200);
    const info = await getDeployment(stage, id);
    expect(info.errorInformation).toEqual({
      code: 'TIMEOUT',
      message:
        'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.'
    });
    const rollbackId = info.rollbackInfo?.rollbackDeploymentId ?? '';
    expect(rollbackId).toMatch(/^d-[A-Z0-9]{9}$/);
    await waitUntil(stage, rollbackId);
    expect(await getDeployment(stage, rollbackId)).toMatchObject({
      status: 'Succeeded',
      creator: 'codeDeployRollback',
      rollbackInfo: { rollbackTriggeringDeploymentId: id }
    });
    expect(await describeService(stage)).toMatchObject({
      runningCount: 2,
      taskSets: [{ status: 'PRIMARY', taskDefinition: expect.stringMatching(/api:1$/) as unknown }]
    });
  });

  it('does so earlier where the scenario says so', async () => {
    stage.cloud.setScenarios({ codedeploy: { installTimeoutMinutes: 2 } });
    await stage.ecs('RegisterTaskDefinition', taskDefinition('unhealthy'));
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    expect(await waitUntil(stage, id)).toBeLessThan(150);
    expect((await getDeployment(stage, id)).status).toBe('Failed');
  });

  it('because of a hook names the function', async () => {
    stage.cloud.setScenarios({ hooks: [{ stage: 'BeforeAllowTraffic' }] });
    const hooks = [{ AfterInstall: 'smoke' }, { BeforeAllowTraffic: 'gate' }];
    const id = await deploy(stage, { hooks });
    await waitUntil(stage, id);
    expect((await getDeployment(stage, id)).errorInformation).toEqual({
      code: 'HOOK_EXECUTION_FAILURE',
      message: expect.stringContaining('Function: gate') as unknown
    });
    expect((await getTarget(stage, id)).events).toContain('AfterInstall:Succeeded');
  });
});

describe('a deployment that is stopped', () => {
  const stop = (
    deploymentId: string,
    autoRollbackEnabled?: boolean
  ): Promise<{ body: unknown; error: string | undefined }> =>
    stage.send('codedeploy', 'StopDeployment', { deploymentId, autoRollbackEnabled });

  it('by an alarm goes back where the group asks for it', async () => {
    await openCodeDeploy(stage, {
      alarmConfiguration: { enabled: true, alarms: [{ name: 'errors' }] },
      autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_STOP_ON_ALARM'] }
    });
    stage.cloud.setScenarios({ alarms: [{ alarm: 'errors', afterSeconds: 10 }] });
    const id = await deploy(stage);
    await waitUntil(stage, id);
    const info = await getDeployment(stage, id);
    expect([info.status, info.errorInformation?.code]).toEqual(['Stopped', 'ALARM_ACTIVE']);
    expect(info.errorInformation?.message).toMatch(/Activated alarms: errors$/);
    expect(info.rollbackInfo?.rollbackDeploymentId).toBeDefined();
  });

  it.each([
    ['rolls back when asked to', true, true],
    ['rolls back as the group says', undefined, true],
    ['stays as it is when asked to', false, false]
  ])('%s', async (_what, asked, expected) => {
    await openCodeDeploy(stage);
    const id = await deploy(stage);
    stage.pass(30);
    expect((await stop(id, asked)).body).toMatchObject({ status: 'Pending' });
    await waitUntil(stage, id);
    const info = await getDeployment(stage, id);
    expect([info.status, info.errorInformation?.code]).toEqual(['Stopped', 'MANUAL_STOP']);
    expect(info.rollbackInfo !== undefined).toBe(expected);
    expect((await stop(id)).error).toBe('DeploymentAlreadyCompletedException');
  });

  it('in the termination wait gives the traffic back to blue', async () => {
    await openCodeDeploy(stage, {
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 30 },
        deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
      }
    });
    await stage.ecs('RegisterTaskDefinition', taskDefinition());
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    await waitUntil(stage, id, info => info.instanceTerminationWaitTimeStarted);
    await stop(id, true);
    await waitUntil(stage, id);
    const rollbackId = (await getDeployment(stage, id)).rollbackInfo?.rollbackDeploymentId ?? '';
    await waitUntil(stage, rollbackId);
    expect(weights((await getTarget(stage, rollbackId)).sets)).toEqual(['Blue 100', 'Green 0']);
    expect(await describeService(stage)).toMatchObject({
      taskSets: [{ status: 'PRIMARY', taskDefinition: expect.stringMatching(/api:1$/) as unknown }]
    });
  });
});

describe('a deployment that is stopped while the old tasks go', () => {
  it('gets their version installed anew', async () => {
    await openCodeDeploy(stage);
    await stage.ecs('RegisterTaskDefinition', taskDefinition());
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    const isBlueGoing = async (): Promise<boolean> => {
      const { taskSets } = await describeService(stage);
      return (taskSets as unknown as readonly { readonly status: string }[]).some(
        ({ status }) => status === 'DRAINING'
      );
    };
    for (let second = 0; second < 300 && !(await isBlueGoing()); second += 1) stage.pass(1);
    expect(await isBlueGoing()).toBe(true);
    await stage.send('codedeploy', 'StopDeployment', { deploymentId: id, autoRollbackEnabled: true });
    await waitUntil(stage, id);
    const { status, rollbackInfo } = await getDeployment(stage, id);
    expect(status).toBe('Stopped');
    await waitUntil(stage, rollbackInfo?.rollbackDeploymentId ?? '');
    expect(await describeService(stage)).toMatchObject({
      taskSets: [{ status: 'PRIMARY', taskDefinition: expect.stringMatching(/api:1$/) as unknown, runningCount: 2 }]
    });
  });
});

describe('what is refused at once', () => {
  beforeEach(() => openCodeDeploy(stage));

  it.each([
    [
      'another sha256',
      { revision: { ...makeRevision(), appSpecContent: { content: 'version: 0.0', sha256: '0'.repeat(64) } } },
      'InvalidRevisionException'
    ],
    ['no revision', { revision: undefined }, 'RevisionRequiredException'],
    ['another application', { applicationName: 'none' }, 'ApplicationDoesNotExistException'],
    ['another group', { deploymentGroupName: 'none' }, 'DeploymentGroupDoesNotExistException'],
    ['another configuration', { deploymentConfigName: 'none' }, 'DeploymentConfigDoesNotExistException'],
    ['a long description', { description: 'x'.repeat(257) }, 'DescriptionTooLongException']
  ])('a deployment with %s', async (_what, more, error) => {
    expect((await tryDeploy(stage, {}, more)).error).toBe(error);
  });

  it.each<[string, (text: string) => string]>([
    ['without a version', text => text.replace('"version":0', '"version":""')],
    ['of another version', text => text.replace('"version":0', '"version":1')],
    ['of no port', text => text.replace('8080', '0')],
    [
      'of another word for a public address',
      text =>
        text.replace(
          '"LoadBalancerInfo"',
          '"NetworkConfiguration":{"AwsvpcConfiguration":{"Subnets":["subnet-1"],"SecurityGroups":["sg-1"],"AssignPublicIp":"YES"}},"LoadBalancerInfo"'
        )
    ],
    [
      'of two bases',
      text =>
        text.replace(
          '"LoadBalancerInfo"',
          '"CapacityProviderStrategy":[{"CapacityProvider":"FARGATE","Base":1},{"CapacityProvider":"FARGATE_SPOT","Base":1}],"LoadBalancerInfo"'
        )
    ]
  ])('an AppSpec %s', async (_what, spoil) => {
    const { content } = makeRevision().appSpecContent;
    expect(spoil(content)).not.toBe(content);
    const deployOf = (text: string) =>
      tryDeploy(stage, {}, { revision: { revisionType: 'AppSpecContent', appSpecContent: { content: text } } });
    expect((await deployOf(spoil(content))).error).toBe('InvalidRevisionException');
    expect((await deployOf(content)).error).toBeUndefined();
  });

  it.each([
    ['no load balancer', { loadBalancerInfo: undefined }, 'InvalidLoadBalancerInfoException'],
    [
      'no blue/green configuration',
      { blueGreenDeploymentConfiguration: undefined },
      'InvalidBlueGreenDeploymentConfigurationException'
    ],
    ['another style', { deploymentStyle: { deploymentType: 'IN_PLACE' } }, 'InvalidDeploymentStyleException'],
    [
      'a service that is not there',
      { ecsServices: [{ clusterName: 'shop', serviceName: 'web' }] },
      'InvalidECSServiceException'
    ],
    ['a service that has a group', {}, 'ECSServiceMappingLimitExceededException']
  ])('a group with %s', async (_what, more, error) => {
    const answer = await stage.send(
      'codedeploy',
      'CreateDeploymentGroup',
      makeGroup({ deploymentGroupName: 'G2', ...more })
    );
    expect(answer.error).toBe(error);
  });
});

describe('all answers above', () => {
  itByBotocore('fit the service model', () => {
    expect(answers.length).toBeGreaterThan(20);
    expect(findShapeProblemsButEmpty(answers)).toEqual([]);
  });
});
