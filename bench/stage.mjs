// What the benchmarks share: the built-in AWS, what they ask of it by themselves, and numbers.
import { createInterface } from 'node:readline';

/**
 * @typedef {readonly [name: string, value: string | number]} Row a line of the benchmark's table
 * @typedef {'ECS' | 'CODE_DEPLOY'} Controller
 * @typedef {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} Cloud a process of `slipway cloud`
 * @typedef {{ readonly operation: string, readonly time: string }} JournalEntry
 * @typedef {{ readonly services: readonly { readonly deployments?: readonly { readonly rolloutState?: string }[], readonly runningCount: number, readonly desiredCount: number }[] }} Services
 *   DescribeServices, as it comes over the wire
 * @typedef {{ readonly serviceDeployments: readonly { readonly createdAt: number, readonly finishedAt: number }[] }} ServiceDeployments
 *   ListServiceDeployments and DescribeServiceDeployments; times in seconds since the epoch
 * @typedef {{ readonly deploymentInfo: { readonly createTime: number, readonly completeTime: number } }} Deployment GetDeployment of CodeDeploy
 * @typedef {{ readonly tasks: readonly { readonly stopCode?: string, readonly stoppedAt: number, readonly stoppingAt: number }[] }} Tasks DescribeTasks
 */

export const region = 'eu-west-1';

/**
 * The address that `slipway cloud` says, once the service is there.
 *
 * @param {Cloud} cloud
 */
export async function readEndpoint(cloud) {
  for await (const line of createInterface({ input: cloud.stdout })) {
    const endpoint = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (endpoint !== undefined) return endpoint;
  }
  throw new Error('slipway cloud said no endpoint.');
}

/**
 * The exit code of a process, once it has ended and nothing more comes from it.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | null>}
 */
export function exitOf(child) {
  return new Promise(resolve => child.once('close', code => resolve(code)));
}

/**
 * The clock of the built-in AWS, as SLIPWAY_CLOCK takes it.
 *
 * @param {string} endpoint
 */
export async function readClock(endpoint) {
  const answer = /** @type {{ clock: string }} */ (await (await fetch(`${endpoint}/_slipway/time`)).json());
  return answer.clock;
}

/**
 * When the clock of the built-in AWS was that of the world, in milliseconds since the epoch.
 *
 * @param {string} clock
 */
export function anchorOf(clock) {
  return Number(clock.split('@')[1]);
}

/** @param {string} endpoint */
export async function readJournal(endpoint) {
  return /** @type {readonly JournalEntry[]} */ (await (await fetch(`${endpoint}/_slipway/journal`)).json());
}

/**
 * The tasks of a service that ended by themselves.
 *
 * @param {string} endpoint
 * @param {string} serviceName
 */
export async function listDead(endpoint, serviceName) {
  const wanted = { cluster: 'shop', serviceName, desiredStatus: 'STOPPED' };
  const { taskArns } = /** @type {{ taskArns: readonly string[] }} */ (
    await call(endpoint, 'ecs', 'ListTasks', wanted)
  );
  const asked = { cluster: 'shop', tasks: taskArns };
  const { tasks } = /** @type {Tasks} */ (await call(endpoint, 'ecs', 'DescribeTasks', asked));
  return tasks.filter(task => task.stopCode === 'EssentialContainerExited');
}

/**
 * The third moment of some, in milliseconds since the epoch.
 *
 * @param {readonly number[]} moments in seconds since the epoch
 */
export function findThird(moments) {
  const third = [...moments].sort((one, other) => one - other)[2];
  if (third === undefined) throw new Error('Less than three tasks have ended.');
  return third * 1000;
}

/** @param {readonly number[]} times */
export function median(times) {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? NaN;
}

/**
 * Each operation, and how often it was called.
 *
 * @param {readonly JournalEntry[]} journal
 */
export function describeCalls(journal) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { operation } of journal) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return [...counts].map(([operation, times]) => (times === 1 ? operation : `${operation} ×${times}`)).join(', ');
}

/** @param {readonly Row[]} rows */
export function printRows(rows) {
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value] of rows) console.log(`${name.padEnd(width)}  ${value}`);
}

/**
 * An application and a deployment group for a service of the cluster `shop`, all of one name: all traffic at once, no wait.
 *
 * @param {string} endpoint
 * @param {string} name
 */
export async function setUpCodeDeploy(endpoint, name) {
  await call(endpoint, 'codedeploy', 'CreateApplication', { applicationName: name, computePlatform: 'ECS' });
  await call(endpoint, 'codedeploy', 'CreateDeploymentGroup', {
    applicationName: name,
    deploymentGroupName: name,
    serviceRoleArn: 'arn:aws:iam::123456789012:role/CodeDeployRoleForECS',
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
    autoRollbackConfiguration: { enabled: true, events: ['DEPLOYMENT_FAILURE'] },
    blueGreenDeploymentConfiguration: {
      terminateBlueInstancesOnDeploymentSuccess: { action: 'TERMINATE', terminationWaitTimeInMinutes: 0 },
      deploymentReadyOption: { actionOnTimeout: 'CONTINUE_DEPLOYMENT', waitTimeInMinutes: 0 }
    },
    ecsServices: [{ clusterName: 'shop', serviceName: name }],
    loadBalancerInfo: {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: `${name}-blue` }, { name: `${name}-green` }],
          prodTrafficRoute: {
            listenerArns: [
              `arn:aws:elasticloadbalancing:${region}:123456789012:listener/app/${name}/0123456789abcdef/0123456789abcdef`
            ]
          }
        }
      ]
    }
  });
}

const TARGETS = {
  ecs: 'AmazonEC2ContainerServiceV20141113',
  ecr: 'AmazonEC2ContainerRegistry_V20150921',
  codedeploy: 'CodeDeploy_20141006'
};

/**
 * One request to the built-in AWS; gives the answer.
 *
 * @param {string} endpoint
 * @param {keyof typeof TARGETS} service
 * @param {string} operation
 * @param {object} input
 * @returns {Promise<unknown>}
 */
export async function call(endpoint, service, operation, input) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `${TARGETS[service]}.${operation}`,
      authorization: `AWS4-HMAC-SHA256 Credential=BENCH/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=none`
    },
    body: JSON.stringify(input)
  });
  const output = await response.json();
  if (!response.ok) throw new Error(`${operation}: ${JSON.stringify(output)}`);
  return output;
}

/**
 * The ARN of one of the two target groups of a service.
 *
 * @param {string} name
 * @param {'blue' | 'green'} colour
 */
export function targetGroup(name, colour) {
  return `arn:aws:elasticloadbalancing:${region}:123456789012:targetgroup/${name}-${colour}/0123456789abcdef`;
}
