import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { startCloud } from '../../src/emulator/cloud.js';
import { runContainersIn } from '../../src/emulator/containers/docker-engine.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { makeBalancer, send, type Balancer } from '../emulator/balancer-support.js';
import { pushBusybox, startEngine, type Engine } from './docker-parts.js';

const PRODUCTION = 8080;
const TEST = 9001;
const KEPT = new Agent({ keepAlive: true });

let engine: Engine;
let cloud: Cloud;
let balancer: Balancer;
let folder: string;
let image: string;

beforeAll(async () => {
  engine = await startEngine();
  Object.assign(process.env, engine.env);
  cloud = await startCloud({ scale: 20 });
  balancer = await makeBalancer(cloud);
  cloud.containers = await runContainersIn(cloud, new Map());
  folder = await mkdtemp(join(tmpdir(), 'slipway-balancer-'));
  image = await pushBusybox(engine, balancer.call, folder);
}, 120_000);

afterAll(async () => {
  KEPT.destroy();
  await cloud.close();
  await engine.docker(['image', 'rm', '--force', image]);
  await rm(folder, { recursive: true, force: true });
  await engine.close();
}, 120_000);

/** A version that answers with its name, and tells at /cgi-bin/headers what it was asked with. */
async function register(version: string): Promise<void> {
  const lines = [
    '/bin/busybox mkdir -p /site/cgi-bin',
    `echo ${version} > /site/index.html`,
    'printf "#!/bin/sh\\nprintf \'Content-Type: text/plain\\\\r\\\\n\\\\r\\\\n\'\\n/bin/busybox env\\n" > /site/cgi-bin/headers',
    '/bin/busybox chmod +x /site/cgi-bin/headers',
    'exec /bin/busybox httpd -f -p 8080 -h /site'
  ];
  await balancer.call('ecs', 'RegisterTaskDefinition', {
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions: [
      {
        name: 'web',
        image,
        essential: true,
        portMappings: [{ containerPort: 8080 }],
        entryPoint: ['/bin/sh', '-c'],
        command: [lines.join(' && ')]
      }
    ]
  });
}

interface Deployment {
  readonly serviceDeploymentArn: string;
  readonly status: string;
  readonly lifecycleStage?: string;
  readonly lifecycleHookDetails?: readonly { readonly hookId: string; readonly status: string }[];
}

/** Waits until the newest service deployment is as wanted. */
async function waitFor(done: (deployment: Deployment) => boolean): Promise<Deployment> {
  for (;;) {
    const listed = await balancer.call('ecs', 'ListServiceDeployments', { cluster: 'shop', service: 'web' });
    const [brief] = listed['serviceDeployments'] as readonly Deployment[];
    if (brief !== undefined) {
      const arns = { serviceDeploymentArns: [brief.serviceDeploymentArn] };
      const described = await balancer.call('ecs', 'DescribeServiceDeployments', arns);
      const [deployment] = described['serviceDeployments'] as readonly Deployment[];
      if (deployment !== undefined && done(deployment)) return deployment;
    }
    await sleep(100);
  }
}

/** What so many requests were answered with, and how often. */
async function count(port: number, requests: number): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (let sent = 0; sent < requests; sent++) {
    const { status, body } = await send(balancer.dnsName, port, { agent: KEPT });
    const said = status === 200 ? body.trim() : String(status);
    counts[said] = (counts[said] ?? 0) + 1;
  }
  return counts;
}

it('leads a thousand requests of the test listener to the new version and a thousand of production to the old one', async () => {
  const rules: string[] = [];
  for (const port of [PRODUCTION, TEST]) {
    const ListenerArn = await balancer.listen(port);
    rules.push((await balancer.call.ask('elasticloadbalancing', 'DescribeRules', { ListenerArn }))['RuleArn'] ?? '');
  }
  const [productionListenerRule, testListenerRule] = rules;
  await balancer.call('ecs', 'CreateCluster', { clusterName: 'shop' });
  await register('v1');
  await balancer.call('ecs', 'CreateService', {
    cluster: 'shop',
    serviceName: 'web',
    taskDefinition: 'web',
    desiredCount: 2,
    launchType: 'FARGATE',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    loadBalancers: [
      {
        targetGroupArn: balancer.blue,
        containerName: 'web',
        containerPort: 8080,
        advancedConfiguration: {
          alternateTargetGroupArn: balancer.green,
          productionListenerRule,
          testListenerRule,
          roleArn: 'arn:aws:iam::123456789012:role/ecs-infrastructure'
        }
      }
    ],
    deploymentConfiguration: { strategy: 'BLUE_GREEN' }
  });
  await waitFor(({ status }) => status === 'SUCCESSFUL');
  expect(await count(PRODUCTION, 10)).toEqual({ v1: 10 });
  await register('v2');
  const pause = { targetType: 'PAUSE', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] };
  await balancer.call('ecs', 'UpdateService', {
    cluster: 'shop',
    service: 'web',
    taskDefinition: 'web',
    deploymentConfiguration: { strategy: 'BLUE_GREEN', lifecycleHooks: [pause] }
  });
  const isPaused = ({ lifecycleHookDetails = [] }: Deployment): boolean =>
    lifecycleHookDetails.some(({ status }) => status === 'AWAITING_ACTION');
  const { serviceDeploymentArn, lifecycleHookDetails = [] } = await waitFor(isPaused);
  cloud.trafficLog.clear();
  const [onTest, onProduction] = await Promise.all([count(TEST, 1000), count(PRODUCTION, 1000)]);
  expect([onTest, onProduction]).toEqual([{ v2: 1000 }, { v1: 1000 }]);
  const noted = cloud.trafficLog
    .entries()
    .map(entry => `${entry.listenerPort} ${entry.taskDefinition ?? ''} ${entry.status}`);
  expect(noted.filter(each => each === `${TEST} web:2 200`)).toHaveLength(1000);
  expect(noted.filter(each => each === `${PRODUCTION} web:1 200`)).toHaveLength(1000);
  const told = await send(balancer.dnsName, TEST, { path: '/cgi-bin/headers', headers: { host: 'shop.example.com' } });
  expect(told.body).toMatch(/^HTTP_HOST=shop\.example\.com$/m);
  await balancer.call('ecs', 'ContinueServiceDeployment', {
    serviceDeploymentArn,
    hookId: lifecycleHookDetails[0]?.hookId,
    action: 'CONTINUE'
  });
  await waitFor(({ status }) => status === 'SUCCESSFUL');
  expect(await count(PRODUCTION, 100)).toEqual({ v2: 100 });
}, 300_000);
