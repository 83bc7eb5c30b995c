import { Agent } from 'node:http';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { countVersions, makeBalancer, send, type Balancer } from './balancer-support.js';
import { deploy, getTarget, makeGroup, NAMES, waitUntil } from './codedeploy-support.js';
import {
  describeDeployment,
  item,
  member,
  openService,
  openStage,
  text,
  updateTo,
  type Stage
} from './core-support.js';

const PRODUCTION = 8080;
const TEST = 9001;

let stage: Stage;
let balancer: Balancer;
let production: string;
let test: string;

beforeEach(async () => {
  stage = await openStage();
  balancer = await makeBalancer(stage.cloud);
  production = await balancer.listen(PRODUCTION);
  test = await balancer.listen(TEST);
});
afterEach(() => stage.close());

const ask = (port: number): ReturnType<typeof send> => send(balancer.dnsName, port);
const count = (port: number, requests = 100): ReturnType<typeof countVersions> =>
  countVersions(balancer.dnsName, port, requests);

/** The service `api` behind `blue` alone. */
function openRolling(more: object = {}): Promise<void> {
  const loadBalancers = [{ targetGroupArn: balancer.blue, containerName: 'app', containerPort: 8080 }];
  return openService(stage, { loadBalancers, ...more });
}

/** The service `api` with a native strategy, behind both target groups and both listeners. */
async function openNative(deploymentConfiguration: object): Promise<object> {
  const defaultRule = async (ListenerArn: string): Promise<string> =>
    (await balancer.call.ask('elasticloadbalancing', 'DescribeRules', { ListenerArn }))['RuleArn'] ?? '';
  const settings = {
    loadBalancers: [
      {
        targetGroupArn: balancer.blue,
        containerName: 'app',
        containerPort: 8080,
        advancedConfiguration: {
          alternateTargetGroupArn: balancer.green,
          productionListenerRule: await defaultRule(production),
          testListenerRule: await defaultRule(test),
          roleArn: 'arn:aws:iam::123456789012:role/ecs-infrastructure'
        }
      }
    ],
    deploymentConfiguration
  };
  await openService(stage, settings);
  stage.pass(1800);
  return settings;
}

/** Passes time by the second until the newest deployment is where it is wanted. */
async function passUntil(done: (deployment: Awaited<ReturnType<typeof describeDeployment>>) => boolean): Promise<void> {
  for (let second = 0; second < 4000; second++) {
    if (done(await describeDeployment(stage))) return;
    stage.pass(1);
  }
  throw new Error(`It did not come so far: ${JSON.stringify(await describeDeployment(stage))}`);
}

const isAt =
  (name: string) =>
  (deployment: object): boolean =>
    text((deployment as { readonly lifecycleStage?: unknown }).lifecycleStage) === name;
const hasEnded = (deployment: object): boolean =>
  /^(SUCCESSFUL|STOPPED|ROLLBACK_\w+L)/.test(text((deployment as { readonly status?: unknown }).status));

it('names the version that answers, in headers and in the body, and notes it', async () => {
  await openRolling();
  const { status, headers, body } = await ask(PRODUCTION);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'x-slipway-task-definition': 'api:1', 'x-slipway-target-group': 'blue' });
  expect(JSON.parse(body)).toEqual({
    taskDefinition: 'api:1',
    targetGroup: 'blue',
    task: expect.stringContaining(':task/shop/')
  });
  expect(stage.cloud.trafficLog.entries()).toMatchObject([
    { time: '2026-01-01T00:02:00.000Z', listener: production, method: 'GET', taskDefinition: 'api:1', status: 200 }
  ]);
});

it('lets the tasks of a group take turns, those in service alone', async () => {
  const listener = await balancer.listen(8081);
  await stage.ecs('CreateCluster', { clusterName: 'shop' });
  expect((await ask(8081)).status).toBe(503);
  await openRolling();
  for (let index = 0; index < 10; index++) await ask(8081);
  const tasks = stage.cloud.trafficLog.entries().filter(entry => entry.listener === listener && entry.status === 200);
  const shares = new Set(tasks.map(({ task }) => task));
  expect(tasks).toHaveLength(10);
  expect(shares.size).toBe(2);
  for (const share of shares) expect(tasks.filter(({ task }) => task === share)).toHaveLength(5);
  await stage.ecs('UpdateService', { cluster: 'shop', service: 'api', desiredCount: 0 });
  stage.pass(60);
  expect((await ask(8081)).status).toBe(503);
});

it('replaces the version of a rolling update task by task, without a request that fails', async () => {
  await openRolling();
  await updateTo(stage);
  const seen = new Set<string>();
  for (let second = 0; second < 180; second++) {
    stage.pass(1);
    for (const version of Object.keys(await count(PRODUCTION, 2))) seen.add(version);
  }
  expect(seen).toEqual(new Set(['api:1', 'api:2']));
  expect(await count(PRODUCTION)).toEqual({ 'api:2': 100 });
});

describe('weights', () => {
  it.each([
    [90, 10, 900, 100],
    [1, 2, 333, 667],
    [999, 1, 999, 1],
    [0, 1, 0, 1000]
  ])('%i to %i of a thousand requests are %i and %i', async (blue, green, toBlue, toGreen) => {
    await balancer.listen(8082, balancer.weigh(blue, green));
    for (let sent = 0; sent < 1000; sent++) await send(balancer.dnsName, 8082, { agent: KEPT });
    const groups = stage.cloud.trafficLog.entries().map(({ targetGroup }) => targetGroup);
    expect(groups.filter(group => group === 'blue')).toHaveLength(toBlue);
    expect(groups.filter(group => group === 'green')).toHaveLength(toGreen);
  });
});

const KEPT = new Agent({ keepAlive: true });
afterEach(() => KEPT.destroy());

describe('native strategies', () => {
  const PAUSE = { targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] };

  async function answer(action: 'CONTINUE' | 'ROLLBACK'): Promise<void> {
    const waiting = await describeDeployment(stage);
    const details = member(waiting, 'lifecycleHookDetails');
    const hooks = details as unknown as readonly { readonly hookId: string; readonly status: string }[];
    const hookId = hooks.find(({ status }) => status === 'AWAITING_ACTION')?.hookId;
    const serviceDeploymentArn = member(waiting, 'serviceDeploymentArn');
    await stage.ecs('ContinueServiceDeployment', { serviceDeploymentArn, hookId, action });
  }

  it('BLUE_GREEN: the test listener leads to the new version from the test traffic shift on, production after the word', async () => {
    const configuration = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1, lifecycleHooks: [PAUSE] };
    await openNative({ strategy: 'BLUE_GREEN' });
    expect([await count(PRODUCTION), await count(TEST)]).toEqual([{ 'api:1': 100 }, { 'api:1': 100 }]);
    await updateTo(stage, undefined, { deploymentConfiguration: configuration });
    stage.pass(4);
    await passUntil(isAt('POST_SCALE_UP'));
    expect([await count(PRODUCTION), await count(TEST)]).toEqual([{ 'api:1': 100 }, { 'api:1': 100 }]);
    await passUntil(isAt('POST_TEST_TRAFFIC_SHIFT'));
    stage.pass(600);
    expect([await count(PRODUCTION, 1000), await count(TEST, 1000)]).toEqual([{ 'api:1': 1000 }, { 'api:2': 1000 }]);
    await answer('CONTINUE');
    await passUntil(isAt('BAKE_TIME'));
    expect(await count(PRODUCTION)).toEqual({ 'api:2': 100 });
    await passUntil(hasEnded);
    const entries = stage.cloud.trafficLog.entries();
    expect(
      new Set(entries.filter(({ taskDefinition }) => taskDefinition === 'api:2').map(each => each.targetGroup))
    ).toEqual(new Set(['green']));
    // The next version takes the other target group again.
    await updateTo(stage, undefined, { deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks: [] } });
    stage.pass(4);
    await passUntil(hasEnded);
    expect((await ask(PRODUCTION)).headers).toMatchObject({
      'x-slipway-task-definition': 'api:3',
      'x-slipway-target-group': 'blue'
    });
  });

  it('a rollback brings both listeners back, and the new version never had a request of production', async () => {
    await openNative({ strategy: 'BLUE_GREEN' });
    await updateTo(stage, undefined, { deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks: [PAUSE] } });
    stage.pass(4);
    await passUntil(isAt('POST_TEST_TRAFFIC_SHIFT'));
    await count(PRODUCTION, 20);
    await answer('ROLLBACK');
    for (let second = 0; second < 120; second++) {
      stage.pass(1);
      await ask(PRODUCTION);
    }
    expect(await describeDeployment(stage)).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' });
    expect([await count(PRODUCTION), await count(TEST)]).toEqual([{ 'api:1': 100 }, { 'api:1': 100 }]);
    const toProduction = stage.cloud.trafficLog.entries().filter(({ listener }) => listener === production);
    expect(toProduction).toHaveLength(240);
    expect(toProduction.filter(({ taskDefinition, status }) => taskDefinition !== 'api:1' || status !== 200)).toEqual(
      []
    );
  });

  it.each([
    ['CANARY', { canaryConfiguration: { canaryPercent: 5, canaryBakeTimeInMinutes: 10 } }, [0, 50, 1000]],
    ['CANARY', { canaryConfiguration: { canaryPercent: 0.1, canaryBakeTimeInMinutes: 1 } }, [0, 1, 1000]],
    ['LINEAR', { linearConfiguration: { stepPercent: 40, stepBakeTimeInMinutes: 5 } }, [0, 400, 800, 1000]]
  ])('%s %j: the traffic follows each step', async (strategy, more, expected) => {
    await openNative({ strategy: 'BLUE_GREEN' });
    await updateTo(stage, undefined, { deploymentConfiguration: { strategy, ...more } });
    stage.pass(4);
    const seen: number[] = [];
    let before = -1;
    await passUntilEach(async weight => {
      if (weight === before) return;
      before = weight;
      seen.push((await count(PRODUCTION, 1000))['api:2'] ?? 0);
    });
    expect(seen).toEqual(expected);
  });

  async function passUntilEach(look: (weight: number) => Promise<void>): Promise<void> {
    await passUntilAsync(async deployment => {
      const target = (deployment as { readonly targetServiceRevision?: object }).targetServiceRevision;
      await look((target as { requestedProductionTrafficWeight: number }).requestedProductionTrafficWeight);
      return hasEnded(deployment);
    });
  }

  async function passUntilAsync(done: (deployment: object) => Promise<boolean>): Promise<void> {
    while (!(await done(await describeDeployment(stage)))) stage.pass(1);
  }

  it('a deployment that takes the place of another one begins with all traffic on the version that served', async () => {
    const canary = { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 20, canaryBakeTimeInMinutes: 60 } };
    await openNative({ strategy: 'BLUE_GREEN' });
    await updateTo(stage, undefined, { deploymentConfiguration: canary });
    stage.pass(120);
    expect(await count(PRODUCTION)).toEqual({ 'api:1': 80, 'api:2': 20 });
    await updateTo(stage);
    expect(await count(PRODUCTION)).toEqual({ 'api:1': 100 });
  });

  it('tells in the revision which target group its tasks are in', async () => {
    await openNative({ strategy: 'BLUE_GREEN' });
    await updateTo(stage, undefined, { deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks: [PAUSE] } });
    stage.pass(4);
    const deployment = await describeDeployment(stage);
    const arns = [
      member(member(deployment, 'targetServiceRevision'), 'arn'),
      member(item(member(deployment, 'sourceServiceRevisions'), 0), 'arn')
    ];
    expect(await stage.ecs('DescribeServiceRevisions', { serviceRevisionArns: arns })).toMatchObject({
      serviceRevisions: [
        { resolvedConfiguration: { loadBalancers: [{ targetGroupArn: balancer.green }] } },
        { resolvedConfiguration: { loadBalancers: [{ targetGroupArn: balancer.blue }] } }
      ]
    });
  });
});

describe('CodeDeploy', () => {
  async function openGroup(more: object = {}): Promise<void> {
    await openRolling({ deploymentController: { type: 'CODE_DEPLOY' }, deploymentConfiguration: {} });
    await stage.send('codedeploy', 'CreateApplication', {
      applicationName: NAMES.applicationName,
      computePlatform: 'ECS'
    });
    const pair = {
      targetGroups: [{ name: 'blue' }, { name: 'green' }],
      prodTrafficRoute: { listenerArns: [production] },
      testTrafficRoute: { listenerArns: [test] }
    };
    const group = makeGroup({ loadBalancerInfo: { targetGroupPairInfoList: [pair] }, ...more });
    const made = await stage.send('codedeploy', 'CreateDeploymentGroup', group);
    expect(made.status).toBe(200);
    await stage.ecs('RegisterTaskDefinition', {
      family: 'api',
      requiresCompatibilities: ['FARGATE'],
      networkMode: 'awsvpc',
      cpu: '256',
      memory: '512',
      containerDefinitions: [{ name: 'app', image: 'shop', portMappings: [{ containerPort: 8080 }] }]
    });
  }

  const READY = {
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 1 },
      deploymentReadyOption: { actionOnTimeout: 'STOP_DEPLOYMENT', waitTimeInMinutes: 60 }
    }
  };

  it('in Ready the test listener leads to the new version and production to the old one, until it goes on', async () => {
    await openGroup(READY);
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    await waitUntil(stage, id, ({ status }) => status === 'Ready');
    expect([await count(PRODUCTION, 1000), await count(TEST, 1000)]).toEqual([{ 'api:1': 1000 }, { 'api:2': 1000 }]);
    await stage.send('codedeploy', 'ContinueDeployment', { deploymentId: id, deploymentWaitType: 'READY_WAIT' });
    await waitUntil(stage, id, info => info.instanceTerminationWaitTimeStarted);
    expect([await count(PRODUCTION), await count(TEST)]).toEqual([{ 'api:2': 100 }, { 'api:2': 100 }]);
    await waitUntil(stage, id);
    expect([await count(PRODUCTION), await count(TEST)]).toEqual([{ 'api:2': 100 }, { 'api:2': 100 }]);
  });

  it('a rollback out of Ready brings the test listener back', async () => {
    await openGroup(READY);
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    await waitUntil(stage, id, ({ status }) => status === 'Ready');
    await stage.send('codedeploy', 'StopDeployment', { deploymentId: id, autoRollbackEnabled: true });
    await waitUntil(stage, id, ({ rollbackInfo }) => rollbackInfo?.rollbackDeploymentId !== undefined);
    stage.pass(120);
    expect([await count(PRODUCTION), await count(TEST)]).toEqual([{ 'api:1': 100 }, { 'api:1': 100 }]);
    const green = stage.cloud.trafficLog.entries().filter(({ taskDefinition }) => taskDefinition === 'api:2');
    expect(green.filter(({ listener }) => listener === production)).toEqual([]);
  });

  it('a canary sends its share to the new version, and the traffic is where the target says', async () => {
    await openGroup({ deploymentConfigName: 'CodeDeployDefault.ECSCanary10Percent5Minutes' });
    const id = await deploy(stage, { taskDefinition: 'api:2' });
    const seen = new Map<number, number>();
    while ((await waitUntil(stage, id, () => true)) === 0) {
      const { status, sets } = await getTarget(stage, id).catch(() => ({ status: '', sets: [] }));
      const weight = sets.find(({ taskSetLabel }) => taskSetLabel === 'Green')?.trafficWeight;
      if (weight !== undefined && !seen.has(weight)) seen.set(weight, (await count(PRODUCTION, 1000))['api:2'] ?? 0);
      if (status === 'Succeeded') break;
      stage.pass(1);
    }
    expect([...seen]).toEqual([
      [0, 0],
      [10, 100],
      [100, 1000]
    ]);
  });
});

describe('a task that is healthy and answers all the same as its scenario says', () => {
  it.each([
    ['answers-500', [500, 500, 500]],
    ['answers-404', [404, 404, 404]],
    ['answers-reset', [502, 502, 502]]
  ])('%s', async (behaviour, statuses) => {
    await openRolling();
    await updateTo(stage, behaviour);
    stage.pass(180);
    expect(await describeDeployment(stage)).toMatchObject({ status: 'SUCCESSFUL' });
    const got = [await ask(PRODUCTION), await ask(PRODUCTION), await ask(PRODUCTION)];
    expect(got.map(({ status }) => status)).toEqual(statuses);
    expect(stage.cloud.trafficLog.entries().at(-1)).toMatchObject({ taskDefinition: 'api:2', status: statuses[0] });
  });

  it('answers-on-and-off: every second request to a task is 500', async () => {
    await openRolling({ desiredCount: 1 });
    await updateTo(stage, 'answers-on-and-off');
    stage.pass(180);
    const statuses = [];
    for (let sent = 0; sent < 6; sent++) statuses.push((await ask(PRODUCTION)).status);
    expect(statuses).toEqual([200, 500, 200, 500, 200, 500]);
  });

  it('answers-nothing: 504 after the idle timeout, and a client that does not wait is noted', async () => {
    await openRolling();
    await updateTo(stage, 'answers-nothing');
    stage.pass(180);
    const waiting = ask(PRODUCTION);
    await noted(1);
    stage.pass(59);
    expect(stage.cloud.trafficLog.entries()).toMatchObject([{ status: 0 }]);
    stage.pass(2);
    expect((await waiting).status).toBe(504);
    const impatient = new AbortController();
    const gone = send(balancer.dnsName, PRODUCTION, { signal: impatient.signal });
    await noted(2);
    impatient.abort();
    await expect(gone).rejects.toThrow();
    while (stage.cloud.trafficLog.entries()[1]?.status === 0) await nextTurn();
    expect(stage.cloud.trafficLog.entries().map(({ status }) => status)).toEqual([504, 460]);
  });

  async function noted(requests: number): Promise<void> {
    while (stage.cloud.trafficLog.entries().length < requests) await nextTurn();
  }

  it('an unknown word is refused in the words of the scenarios', async () => {
    const answer = await stage.send('ecs', 'DescribeClusters', {});
    expect(answer.status).toBe(200);
    expect(() => stage.cloud.setScenarios({ tasks: [{ behaviour: 'answers-99' }] })).toThrow('answers-STATUS');
  });
});

function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
