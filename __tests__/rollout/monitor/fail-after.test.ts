import type { DeploymentConfiguration, Task, TaskDefinition } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import { classifyStop, speaksAgainst } from '../../../src/rollout/monitor/stop-reasons.js';
import { createFailAfter, findLimit, findMeasure, hadRunWell } from '../../../src/rollout/monitor/fail-after.js';
import { awsError, CLUSTER, fakePorts, NEW, START } from '../fakes.js';
import { deadTask } from '../fake-ecs.js';

const seconds = (count: number) => new Date(START + count * 1000);
const stoppedTask = (id: string, changes: Partial<Task> = {}) => {
  const found = classifyStop(deadTask(id, changes));
  if (found === undefined) throw new Error('no death');
  return found;
};

describe('how many tasks may die', () => {
  const breaker = (type?: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT', value = 0): DeploymentConfiguration => ({
    deploymentCircuitBreaker: {
      enable: true,
      rollback: true,
      ...(type === undefined ? {} : { thresholdConfiguration: { type, value } })
    }
  });
  it.each([
    ['fail-after', 2, breaker('COUNT', 15), 20, 2],
    ['no circuit breaker', undefined, {}, 20, 3],
    [
      'one that is off',
      undefined,
      { deploymentCircuitBreaker: { ...breaker('COUNT', 15).deploymentCircuitBreaker, enable: false } },
      20,
      3
    ],
    ['its usual threshold', undefined, breaker(), 20, 10],
    ['its usual threshold, of few tasks', undefined, breaker(), 1, 3],
    ['its usual threshold, of very many', undefined, breaker(), 1000, 200],
    ['a count', undefined, breaker('COUNT', 15), 20, 15],
    ['a count of one', undefined, breaker('COUNT', 1), 20, 1],
    ['a share', undefined, breaker('BOUNDED_PERCENT', 25), 20, 5],
    ['a share without bounds, of few tasks', undefined, breaker('UNBOUNDED_PERCENT', 25), 2, 1],
    ['a share without bounds, of very many', undefined, breaker('UNBOUNDED_PERCENT', 50), 1000, 500]
  ] as const)('%s', (_name, said, configuration, desired, limit) => {
    expect(findLimit(said, configuration as DeploymentConfiguration, desired)).toBe(limit);
  });
});

/** stopCode, stoppedReason, containers: whether it speaks against the new version */
describe('what speaks against the new version', () => {
  const failedToStart = (stoppedReason: string, reason?: string): Partial<Task> => ({
    stopCode: 'TaskFailedToStart',
    stoppedReason,
    containers: [{ name: 'app', ...(reason === undefined ? {} : { reason }) }]
  });
  it.each([
    ['exit code 1', {}, true],
    ['exit code 0', { containers: [{ name: 'app', exitCode: 0 }] }, false],
    [
      'exit code 0, with a sidecar that ECS stopped',
      {
        containers: [
          { name: 'app', exitCode: 0 },
          { name: 'log', exitCode: 137 }
        ]
      },
      false
    ],
    [
      'exit code 1, with a sidecar that ended well',
      {
        containers: [
          { name: 'app', exitCode: 1 },
          { name: 'log', exitCode: 0 }
        ]
      },
      true
    ],
    ['a kill that nobody explains', { containers: [{ name: 'app', exitCode: 137 }] }, true],
    [
      'no such image',
      failedToStart('CannotPullContainerError: pull image manifest has been retried 1 time(s): x:1: not found'),
      true
    ],
    [
      'no such secret',
      failedToStart('Fetching secret data from SSM Parameter Store in us-west-2: invalid parameters: /x'),
      true
    ],
    ['no way to the registry', failedToStart('CannotPullContainerError: dial tcp 192.0.2.1:443: i/o timeout'), false],
    [
      'no such command',
      failedToStart('CannotStartContainerError: exec: "/agent": stat /agent: no such file or directory'),
      true
    ],
    [
      'health checks',
      { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
      true
    ],
    [
      'a load balancer that gets 503',
      {
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Task failed ELB health checks in (target-group x): 503 Service Unavailable'
      },
      true
    ],
    ['network interface', failedToStart('Timeout waiting for network interface provisioning to complete.'), false],
    [
      'network interface, otherwise',
      failedToStart('ResourceInitializationError: failed to configure ENI: failed to setup regular eni'),
      false
    ],
    [
      'network interface of EC2',
      failedToStart('Unexpected EC2 error while attempting to Create Network Interface in subnet x'),
      false
    ],
    ['storage', failedToStart('Timeout waiting for EphemeralStorage provisioning to complete.'), false],
    ['a volume', failedToStart('Timeout waiting for EBS volume provisioning to complete.'), false],
    [
      'a full disk of the host',
      failedToStart(
        'Task failed to start',
        'CannotPullContainerError: write /var/lib/docker/tmp/x: no space left on device'
      ),
      false
    ],
    [
      'Docker of the host',
      failedToStart('DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s'),
      false
    ],
    [
      'a throttled pull',
      failedToStart(
        'Task failed to start',
        'CannotPullContainerError: toomanyrequests: You have reached your pull rate limit'
      ),
      false
    ],
    [
      'a throttled API',
      failedToStart(
        'ResourceInitializationError: unable to pull secrets or registry auth: ThrottlingException: Rate exceeded'
      ),
      false
    ],
    [
      'an error inside AWS',
      failedToStart('CannotPullContainerError: unexpected status code 500 Internal Server Error'),
      false
    ],
    ['an internal error', failedToStart('InternalError: unable to create the task'), false],
    ['the agent', failedToStart('AGENT'), false],
    ['capacity', failedToStart('Capacity is unavailable at this time. Please try again later'), false],
    ['room on the instances', failedToStart('RESOURCE:MEMORY'), false],
    ['addresses', failedToStart('Create Network Interface: InsufficientFreeAddressesInSubnet'), false],
    [
      'maintenance',
      {
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task'
      },
      false
    ],
    [
      'Spot',
      {
        stopCode: 'SpotInterruption',
        stoppedReason: 'Your Spot Task was interrupted.',
        containers: [{ name: 'app', exitCode: 1 }]
      },
      false
    ],
    [
      'Spot whose container ran out of memory',
      { stopCode: 'SpotInterruption', containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: x' }] },
      false
    ],
    [
      'a host without a stop code',
      { stopCode: undefined, stoppedReason: 'Host EC2 (instance i-06aab15feb4568492) stopped.' },
      false
    ],
    [
      'scaling in',
      { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' },
      false
    ],
    ['a person', { stopCode: 'UserInitiated', stoppedReason: 'unhealthy, CannotPullContainerError, whatever' }, false]
  ] as const)('%s', (_name, changes, speaks) => {
    expect(speaksAgainst(stoppedTask('a', changes as Partial<Task>))).toBe(speaks);
  });
});

describe('whether a task had run well', () => {
  const ran = (count: number, changes: Partial<Task> = {}) =>
    stoppedTask('a', {
      startedAt: seconds(10),
      stoppingAt: seconds(10 + count),
      stoppedAt: seconds(90 + count),
      ...changes
    });

  it.each([
    ['no check: 40 s in RUNNING, by ECS’s own measure', 'time', ran(40), true],
    ['no check: less', 'time', ran(39), false],
    ['no check: never RUNNING', 'time', stoppedTask('a', { startedAt: undefined }), false],
    ['health check: passed', 'health-check', ran(5, { healthStatus: 'HEALTHY' }), true],
    ['health check: not yet, however long', 'health-check', ran(500, { healthStatus: 'UNKNOWN' }), false],
    [
      'health check: failed',
      'health-check',
      ran(500, {
        healthStatus: 'UNHEALTHY',
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: 'Task failed container health checks'
      }),
      false
    ],
    ['load balancer: its containers do not tell', 'load-balancer', ran(500, { healthStatus: 'HEALTHY' }), false]
  ] as const)('%s', (_name, measure, dead, well) => expect(hadRunWell(dead, measure)).toBe(well));

  const check = { command: ['CMD', 'true'] };
  it.each([
    ['a load balancer', true, { containerDefinitions: [{ healthCheck: check }] }, 'load-balancer'],
    ['a health check', false, { containerDefinitions: [{ name: 'app' }, { healthCheck: check }] }, 'health-check'],
    [
      'a health check of no essential container',
      false,
      { containerDefinitions: [{ healthCheck: check, essential: false }] },
      'time'
    ],
    ['neither', false, { containerDefinitions: [{ name: 'app' }] }, 'time'],
    ['a task definition that may not be read', false, undefined, 'time']
  ] as const)('is measured by %s', (_name, isBalanced, definition, measure) =>
    expect(findMeasure(isBalanced, definition as TaskDefinition | undefined)).toBe(measure)
  );
});

describe('fail-after', () => {
  const PLAIN: TaskDefinition = { containerDefinitions: [{ name: 'app' }] };
  const CHECKED: TaskDefinition = {
    containerDefinitions: [{ name: 'app', healthCheck: { command: ['CMD', 'true'] } }]
  };
  const DEAD = ['a', 'b', 'c'].map(id =>
    stoppedTask(id, { startedAt: seconds(20), stoppedAt: seconds(100), stoppingAt: seconds(25) })
  );
  const up = (changes: Partial<Task> = {}): Task => ({
    taskArn: 'arn:up',
    taskDefinitionArn: NEW,
    startedBy: 'ecs-svc/2',
    lastStatus: 'RUNNING',
    startedAt: seconds(50),
    ...changes
  });
  const meet = (
    running: readonly Task[],
    taskDefinition: TaskDefinition | undefined,
    isBalanced = false,
    failure?: Error
  ) => {
    const ports = fakePorts({
      ecs: {
        listTasks: async () => {
          if (failure !== undefined) throw failure;
          return running.flatMap(task => task.taskArn ?? []);
        },
        describeTasks: async () => running,
        describeTaskDefinition: async () => ({
          taskDefinition: CHECKED,
          tags: [],
          written: { taskDefinition: {}, tags: [] }
        })
      }
    });
    const failAfter = createFailAfter({
      ecs: ports.ecs,
      cluster: CLUSTER,
      service: 'web',
      taskDefinitionArn: NEW,
      startedBy: 'ecs-svc/2',
      since: START,
      isBalanced,
      taskDefinition
    });
    return { failAfter, ports };
  };

  it.each([
    ['none runs', [], PLAIN, true],
    ['one has run for 50 s', [up()], PLAIN, false],
    ['one has run for 30 s', [up({ startedAt: seconds(70) })], PLAIN, true],
    ['one is healthy', [up({ healthStatus: 'HEALTHY' })], CHECKED, false],
    ['one is not yet healthy', [up({ healthStatus: 'UNKNOWN' })], CHECKED, true],
    ['one is healthy, by the task definition of ECS', [up({ healthStatus: 'HEALTHY' })], undefined, false],
    ['one of another deployment runs', [up({ startedBy: 'ecs-svc/1', healthStatus: 'HEALTHY' })], CHECKED, true]
  ] as const)('after three deaths, where %s', async (_name, running, definition, ends) => {
    const { failAfter } = meet(running, definition);
    expect((await failAfter.judge(DEAD, 3, false)) !== undefined).toBe(ends);
  });

  it('looks at what runs only before it ends a deployment', async () => {
    const { failAfter, ports } = meet([], PLAIN);
    expect(await failAfter.judge(DEAD.slice(1), 3, false)).toBeUndefined();
    expect(ports.calls).toEqual([]);
  });

  it('counts no death once the new version has come up, whatever comes after', async () => {
    const { failAfter } = meet([], PLAIN);
    expect(await failAfter.judge([], 3, true)).toBeUndefined();
    expect(await failAfter.judge(DEAD, 3, false)).toBeUndefined();
  });

  it('counts no death where one that died had run well', async () => {
    const { failAfter } = meet([], PLAIN);
    const well = stoppedTask('w', { startedAt: seconds(0), stoppedAt: seconds(80) });
    expect(await failAfter.judge([well, ...DEAD], 3, false)).toBeUndefined();
  });

  it('goes by what it knows where it may not look, and waits where AWS does not answer', async () => {
    const denied = meet([up()], PLAIN, false, awsError('AccessDeniedException'));
    expect(await denied.failAfter.judge(DEAD, 3, false)).toContain('3 tasks of the new version died');
    const silent = meet([up()], PLAIN, false, awsError('ThrottlingException'));
    await expect(silent.failAfter.judge(DEAD, 3, false)).rejects.toThrow('ThrottlingException');
  });

  it('takes no running task behind a load balancer for a healthy one, and asks nothing', async () => {
    const { failAfter, ports } = meet([up({ healthStatus: 'HEALTHY' })], CHECKED, true);
    expect(await failAfter.judge(DEAD, 3, false)).toContain('3 tasks of the new version died');
    expect(ports.calls).toEqual([]);
  });
});
