import { TaskStopCode, type Task } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import { classifyStop, groupByCause, isDeterministic } from '../../../src/rollout/monitor/stop-reasons.js';
import { findCause, type Diagnosis } from '../../../src/rollout/diagnosis/diagnosis.js';
import { judgeStoppedTasks } from '../../../src/rollout/monitor/fail-after.js';
import { deadTask } from '../fake-ecs.js';

/** stopCode, stoppedReason, container's reason and exit code: what it is */
const ROWS: readonly (readonly [string, Partial<Task>, string | undefined])[] = [
  [
    'image that cannot be pulled',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'CannotPullContainerError: pull image manifest has been retried 1 time(s): docker.io/x:1: not found',
      containers: [{ name: 'app' }]
    },
    'image-not-found'
  ],
  [
    'reason of the container only',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason: 'Task failed to start',
      containers: [{ name: 'app', reason: 'CannotPullImageManifestError: denied' }]
    },
    'image-pull-auth'
  ],
  [
    'exec format error',
    { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotStartContainerError: exec /app: exec format error' },
    'exec-format'
  ],
  [
    'secret that is not there',
    {
      stopCode: 'TaskFailedToStart',
      stoppedReason:
        'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: ResourceNotFoundException: no secret'
    },
    'secret-missing'
  ],
  [
    'command that is not there',
    { stopCode: 'TaskFailedToStart', stoppedReason: 'CannotStartContainerError: exec: "/x": no such file' },
    'command-not-found/permission'
  ],
  [
    'failure to start without a word',
    { stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start' },
    undefined
  ],
  [
    'memory',
    { containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }] },
    'out-of-memory'
  ],
  ['exit', {}, 'exit-code'],
  [
    'load balancer',
    {
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:x)'
    },
    'health-check-elb'
  ],
  [
    'container health',
    { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
    'health-check-container'
  ],
  [
    'capacity',
    { stopCode: 'TaskFailedToStart', stoppedReason: 'Capacity is unavailable at this time.' },
    'no-capacity'
  ],
  [
    'scaling in',
    { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' },
    'user/scale-in stop'
  ],
  ['stopped by hand', { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' }, 'user/scale-in stop'],
  ['spot', { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }, 'spot-interruption'],
  ['host', { stopCode: 'InfrastructureHealth', stoppedReason: 'Host EC2 terminated' }, 'spot-interruption'],
  ['retired host', { stopCode: 'TerminationNotice', stoppedReason: 'ECS is retiring' }, 'fargate-maintenance'],
  ['something new', { stopCode: 'Vanished' as TaskStopCode, stoppedReason: 'gone' }, undefined]
];

describe('why a task ended', () => {
  it.each(ROWS)('%s', (_name, changes, kind) => {
    expect(classifyStop(deadTask('a', changes))?.found?.cause.class).toBe(kind);
  });

  it('is known for every stop code of the SDK', () => {
    const covered = new Set(ROWS.map(([, changes]) => changes.stopCode ?? 'EssentialContainerExited'));
    for (const code of Object.values(TaskStopCode)) expect(covered).toContain(code);
  });

  it('waits for the exit code while the task is still stopping', () => {
    const task = deadTask('a', { lastStatus: 'DEPROVISIONING', containers: [{ name: 'app' }] });
    expect(classifyStop(task)).toBeUndefined();
    expect(classifyStop({ ...task, lastStatus: 'STOPPED' })?.found?.cause.class).toBe('exit-code');
  });

  it('names the container that went first, not those that ECS stopped after it', () => {
    const containers = [
      { name: 'proxy', exitCode: 143 },
      { name: 'xray', exitCode: 0 },
      { name: 'app', exitCode: 3 }
    ];
    expect(classifyStop(deadTask('a', { containers }))).toMatchObject({ container: 'app', exitCode: 3 });
  });
});

const stoppedTask = (id: string, changes: Partial<Task> = {}) => {
  const found = classifyStop(deadTask(id, changes));
  if (found === undefined) throw new Error('no death');
  return found;
};
const scaled = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity' } as const;
const refused = (text: string, stoppedReason = `CannotPullContainerError: ${text}`): Partial<Task> => ({
  stopCode: 'TaskFailedToStart',
  stoppedReason,
  containers: [{ name: 'app' }]
});
const missing = (image: string) => refused(`failed to resolve ref ${image}: ${image}: not found`);
const oom = { containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError' }] };

describe('fail-after', () => {
  it.each([
    ['three of a kind', [stoppedTask('a'), stoppedTask('b'), stoppedTask('c')], 3, true],
    ['two of a kind', [stoppedTask('a'), stoppedTask('b')], 3, false],
    ['three kinds', [stoppedTask('a'), stoppedTask('b'), stoppedTask('c', oom)], 3, false],
    [
      'three images that are missing',
      ['a', 'b', 'c'].map(id => stoppedTask(id, missing(`ghcr.io/shop/${id}:1`))),
      3,
      false
    ],
    ['one image that is missing', ['a', 'b', 'c'].map(id => stoppedTask(id, missing('ghcr.io/shop/web:1'))), 3, true],
    [
      'three containers',
      ['a', 'b', 'c'].map(name => stoppedTask(name, { containers: [{ name, exitCode: 1 }] })),
      3,
      false
    ],
    [
      'three exit codes',
      [1, 2, 3].map(exitCode => stoppedTask(`${exitCode}`, { containers: [{ name: 'app', exitCode }] })),
      3,
      false
    ],
    [
      'what may pass',
      ['a', 'b', 'c'].map(id => stoppedTask(id, refused('dial tcp 192.0.2.1:443: i/o timeout'))),
      3,
      false
    ],
    ['what nobody knows', ['a', 'b', 'c'].map(id => stoppedTask(id, refused('', 'Something new'))), 3, false],
    ['tasks that were scaled in', ['a', 'b', 'c'].map(id => stoppedTask(id, scaled)), 3, false],
    ['one is enough', [stoppedTask('a')], 1, true]
  ])('%s', (_name, stoppedTasks, failAfter, doomed) => {
    expect(judgeStoppedTasks(stoppedTasks, failAfter) !== undefined).toBe(doomed);
  });

  it('says of what', () => {
    expect(judgeStoppedTasks([stoppedTask('a')], 1)).toBe(
      '1 task of the new version died (container app, exit code 1): Essential container in task exited.'
    );
  });
});

describe('groups', () => {
  it('put what speaks against the version first, and count', () => {
    const groups = groupByCause([
      stoppedTask('a', scaled),
      stoppedTask('b', scaled),
      stoppedTask('c', scaled),
      stoppedTask('d'),
      stoppedTask('e')
    ]);
    expect(groups.map(({ found, count }) => [found?.cause.class, count])).toEqual([
      ['exit-code', 2],
      ['user/scale-in stop', 3]
    ]);
    expect(groups.map(isDeterministic)).toEqual([true, false]);
  });
});

describe('the likely cause', () => {
  const nothing: Omit<Diagnosis, 'cause'> = {
    stopReason: undefined,
    lastState: undefined,
    stoppedTasks: [],
    events: [],
    circuitBreaker: undefined,
    alarms: [],
    codedeploy: undefined,
    logs: [],
    gaps: []
  };
  const of = (id: string, changes: Partial<Task>) => groupByCause([stoppedTask(id, changes)]);
  const pull = (text: string) =>
    of('a', {
      stopCode: 'TaskFailedToStart',
      stoppedReason: `CannotPullContainerError: ${text}`,
      containers: [{ name: 'app' }]
    });

  it.each([
    [
      'missing image',
      { stoppedTasks: pull('x:1: not found') },
      'cannot be pulled: there is no such image or tag.',
      'Push that tag'
    ],
    ['no right', { stoppedTasks: pull('403 Forbidden') }, 'cannot be pulled', 'execution role'],
    ['no way', { stoppedTasks: pull('dial tcp: i/o timeout') }, 'cannot be pulled', 'VPC endpoints'],
    [
      'architecture',
      { stoppedTasks: pull("image Manifest does not contain descriptor matching platform 'linux/amd64'") },
      'cannot be pulled',
      'platforms'
    ],
    [
      'exec format error in the log',
      {
        stoppedTasks: of('a', {}),
        logs: [{ container: 'app', taskArn: '', group: '', stream: '', lines: ['exec /app: exec format error'] }]
      },
      'built for another processor',
      'platforms'
    ],
    ['memory', { stoppedTasks: of('a', oom) }, 'The container app runs out of memory.', 'Raise memory'],
    ['exit', { stoppedTasks: of('a', {}) }, 'The container app exits with code 1.', 'log lines'],
    [
      'exit 0',
      { stoppedTasks: of('a', { containers: [{ name: 'app', exitCode: 0 }] }) },
      'exits with code 0.',
      'must keep running'
    ],
    ['alarm', { alarms: ['web-5xx'] }, 'The CloudWatch alarm web-5xx went off', 'metric'],
    [
      'stuck',
      { lastState: 'IN_PROGRESS: 2 pending' },
      'The deployment stalled at: IN_PROGRESS: 2 pending.',
      'stay pending'
    ],
    [
      'no room between minimum and maximum',
      {
        lastState: 'IN_PROGRESS: 1 pending',
        events: [
          {
            at: 0,
            message:
              '(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.'
          },
          { at: 1, message: '(service web) has begun draining connections on 1 tasks.' }
        ]
      },
      'no room to start or stop a task',
      'raise maximumPercent'
    ],
    [
      'an agent that is gone',
      {
        events: [
          {
            at: 0,
            message:
              "(service web) was unable to place a task because no container instance met all of its requirements. The closest matching (container-instance 0a1b2c3d4e5faf580523fe1022f095e0) doesn't have the agent connected."
          }
        ]
      },
      'is not connected',
      'Restart the agent'
    ],
    [
      'a hook that never called back',
      {
        codedeploy: {
          deploymentId: 'd-1',
          errorCode: 'TIMEOUT',
          message: 'The deployment timed out while waiting for a status callback.',
          failedEvent: 'AfterAllowTestTraffic',
          diagnostics: undefined,
          rollbackMessage: undefined
        }
      },
      'The hook of AfterAllowTestTraffic never called back',
      'PutLifecycleEventHookExecutionStatus'
    ],
    [
      'a missing right, with "on resource:" in it',
      {
        stoppedTasks: of(
          'a',
          refused(
            'AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/exec/x is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action'
          )
        )
      },
      'may not perform ecr:GetAuthorizationToken',
      'Allow ecr:GetAuthorizationToken'
    ],
    [
      'no capacity',
      {
        events: [
          { at: 0, message: '(service web) was unable to place a task. Reason: Capacity is unavailable at this time.' }
        ]
      },
      'no capacity',
      'add capacity'
    ]
  ])('%s', (_name, found, sentence, advice) => {
    const cause = findCause({ ...nothing, ...found });
    expect(cause?.sentence).toContain(sentence);
    expect(cause?.advice).toContain(advice);
  });

  it('is not made up where nothing is known', () => expect(findCause(nothing)).toBeUndefined());
});
