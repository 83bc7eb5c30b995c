import type { Deployment } from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import type { RolloutConfig } from '../../../src/config/config.js';
import { SlipwayError } from '../../../src/errors.js';
import { rollOut } from '../../../src/rollout/rollout.js';
import type { EcsPort, LogsPort } from '../../../src/rollout/ports.js';
import {
  ARN,
  NEW_DEPLOYMENT,
  OLD_DEPLOYMENT,
  REVISION,
  TARGET,
  deadTask,
  scriptedEcs,
  type Frame
} from '../fake-ecs.js';
import type { EcsTarget } from '../../../src/rollout/target.js';
import {
  awsError,
  config,
  fakeClock,
  fakeLedger,
  fakePorts,
  fakeReporter,
  NEW,
  OLD,
  START,
  type FakeClock
} from '../fakes.js';

interface Scene {
  readonly frames: readonly Frame[];
  readonly settings?: Partial<RolloutConfig>;
  readonly target?: EcsTarget;
  readonly ecs?: (scripted: Partial<EcsPort>, clock: FakeClock) => Partial<EcsPort>;
  readonly logs?: Partial<LogsPort>;
  /** Cancels at this second. */
  readonly cancelAt?: number;
  /** Whether this run registered the revision. */
  readonly isOwnRevision?: boolean;
}

async function play(scene: Scene) {
  const controller = new AbortController();
  const clock = fakeClock(
    scene.cancelAt === undefined ? {} : { [scene.cancelAt]: () => controller.abort(new Error('cancelled')) }
  );
  const scripted = scriptedEcs(clock, scene.frames, scene.target);
  const ports = fakePorts({ ecs: { ...scripted, ...scene.ecs?.(scripted, clock) }, logs: scene.logs ?? {} });
  const reporter = fakeReporter();
  const cleanupStore = fakeLedger();
  const run = {
    target: scene.target ?? TARGET,
    taskDefinitionArn: NEW,
    isOwnRevision: scene.isOwnRevision ?? true,
    config: config(scene.settings),
    ports,
    clock,
    reporter,
    cleanupStore: cleanupStore,
    signal: controller.signal
  };
  const result = await rollOut(run).catch((error: unknown) => error as SlipwayError);
  return { result, clock, ports, reporter, cleanupStore: cleanupStore };
}

const running = (count: number): Deployment => ({ ...NEW_DEPLOYMENT, runningCount: count, pendingCount: 2 - count });
const active: Deployment = { ...OLD_DEPLOYMENT, status: 'ACTIVE' };
const STEADY: readonly Frame[] = [
  { from: 0 },
  { from: 4, status: 'IN_PROGRESS' },
  { from: 15, deployments: [running(2), active] },
  { from: 30, deployments: [running(2), { ...active, runningCount: 0 }] },
  { from: 40, status: 'SUCCESSFUL', deployments: [{ ...running(2), rolloutState: 'COMPLETED' }] }
];

describe('a rollout that goes well', () => {
  it('ends by the service deployment within a pause of the truth, and settles', async () => {
    const { result, clock, ports, cleanupStore: cleanupStore } = await play({ frames: STEADY });
    expect(result).toMatchObject({
      verdict: 'succeeded',
      taskDefinitionArn: NEW,
      previousTaskDefinitionArn: OLD,
      serviceDeploymentArn: ARN
    });
    expect(clock.elapsed).toBeGreaterThanOrEqual(40);
    expect(clock.elapsed).toBeLessThanOrEqual(45);
    expect(ports.of('updateService')).toEqual([[{ cluster: TARGET.clusterArn, service: 'web', taskDefinition: NEW }]]);
    expect(cleanupStore.history).toEqual(['note ', 'note ecs-svc/2', 'note ecs-svc/2', 'settle']);
    expect(cleanupStore.open.size).toBe(0);
    expect(ports.of('stopServiceDeployment')).toEqual([]);
  });

  it('sends what was asked for and nothing else', async () => {
    const settings = {
      desiredCount: 0,
      forceNewDeployment: true,
      propagateTags: 'SERVICE',
      enableEcsManagedTags: false
    } as const;
    const { ports } = await play({ frames: STEADY, settings });
    expect(ports.of('updateService')[0]?.[0]).toEqual({
      cluster: TARGET.clusterArn,
      service: 'web',
      taskDefinition: NEW,
      desiredCount: 0,
      forceNewDeployment: true,
      propagateTags: 'SERVICE',
      enableECSManagedTags: false
    });
  });

  it.each([
    ['started', 15],
    ['live', 30],
    ['stable', 40]
  ] as const)('ends at %s', async (waitFor, second) => {
    const { result, clock, cleanupStore: cleanupStore } = await play({ frames: STEADY, settings: { waitFor } });
    expect(result).toMatchObject({ verdict: 'succeeded' });
    expect(clock.elapsed).toBeGreaterThanOrEqual(second);
    expect(clock.elapsed).toBeLessThanOrEqual(second + 5.5);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('does not follow with wait-for: nothing', async () => {
    const {
      result,
      clock,
      ports,
      cleanupStore: cleanupStore
    } = await play({ frames: STEADY, settings: { waitFor: 'nothing' } });
    expect(result).toMatchObject({ verdict: 'started' });
    expect(clock.elapsed).toBe(0);
    // The look directly before the request.
    expect(ports.calls.map(({ name }) => name)).toEqual(['describeServices', 'updateService']);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('prints a state only when it changes, and an event once', async () => {
    const event = { id: 'e1', createdAt: new Date(START + 5_000), message: '(service web) has started 2 tasks.' };
    const before = { id: 'e0', createdAt: new Date(START - 5_000), message: '(service web) is steady.' };
    const { reporter } = await play({
      frames: [...STEADY, { from: 6, events: [before, event] }].sort((a, b) => a.from - b.from)
    });
    const said = reporter.lines.map(line => line.replace(/^\[.*?\]\s*/, ''));
    expect(said.filter(line => line === event.message)).toHaveLength(1);
    expect(said).not.toContain(before.message);
    expect(new Set(said).size).toBe(said.length);
  });

  it('times the phases without a gap', async () => {
    const { result } = await play({ frames: STEADY });
    if (result instanceof Error) throw result;
    expect(result.timeline.map(entry => entry.phase)).toEqual(['start', 'replace', 'drain']);
    result.timeline.slice(1).forEach((entry, index) => expect(entry.startedAt).toBe(result.timeline[index]?.endedAt));
  });

  it('is unchanged where the revision runs already', async () => {
    const same = { ...OLD_DEPLOYMENT, taskDefinition: NEW };
    const { result, cleanupStore: cleanupStore } = await play({ frames: [{ from: 0, deployments: [same] }] });
    expect(result).toMatchObject({ verdict: 'unchanged' });
    expect(cleanupStore.open.size).toBe(0);
  });
});

describe('a deployment of the same revision that was under way before', () => {
  const before = { ...NEW_DEPLOYMENT, createdAt: new Date(START - 60_000) };
  const target: EcsTarget = { ...TARGET, primary: before, runningTaskDefinitionArn: NEW };
  const STARTED: readonly Frame[] = [{ from: 0, status: 'IN_PROGRESS', deployments: [before, active] }];

  it('is followed to its end', async () => {
    const { result, reporter } = await play({
      frames: [
        ...STARTED,
        { from: 20, status: 'SUCCESSFUL', deployments: [{ ...running(2), rolloutState: 'COMPLETED' }] }
      ],
      target
    });
    expect(result).toMatchObject({ verdict: 'succeeded' });
    expect(reporter.lines.join('\n')).toContain('It was under way before this run');
  });

  it.each([
    ['cancelled', { frames: STARTED, cancelAt: 12 }],
    ['timed-out', { frames: STARTED, settings: { waitForMinutes: 1 } }]
  ])('is not touched when this run is %s', async (verdict, scene) => {
    const { result, ports, cleanupStore: cleanupStore } = await play({ ...scene, target });
    expect(result).toMatchObject({ verdict, reason: expect.stringContaining('was left running') });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
    expect(ports.of('updateService')).toHaveLength(1);
    expect(cleanupStore.open.size).toBe(0);
  });
});

describe('which service deployment is ours', () => {
  const EARLIER = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/earlier';
  /** The service names one from before until a second; its look before the request names `before`. */
  const playNaming = (namesOursFrom: number, revision = REVISION, before?: string) =>
    play({
      frames: STEADY,
      ecs: (scripted, clock) => ({
        describeServices: async (cluster, names) => {
          const [seen] = (await scripted.describeServices?.(cluster, names))?.services ?? [];
          const isBefore = seen?.deployments?.[0]?.id === OLD_DEPLOYMENT.id;
          const named = clock.elapsed < namesOursFrom ? EARLIER : ARN;
          const arns = isBefore ? ['revision/1'] : [revision, 'revision/1'];
          const service = {
            ...seen,
            currentServiceDeployment: isBefore ? before : named,
            currentServiceRevisions: arns.map(arn => ({ arn }))
          };
          return { services: [service], failures: [] };
        },
        describeServiceDeployments: async arns => {
          const [ours] = (await scripted.describeServiceDeployments?.(arns)) ?? [];
          return arns.map(arn =>
            arn === ARN
              ? { ...ours, targetServiceRevision: { arn: revision }, createdAt: new Date(START + 1_000) }
              : { serviceDeploymentArn: arn, targetServiceRevision: { arn: 'revision/1' }, createdAt: new Date(0) }
          );
        },
        describeServiceRevisions: async arns => arns.map(arn => ({ serviceRevisionArn: arn, taskDefinition: NEW }))
      })
    });

  it.each([
    ['by its number', REVISION],
    ['as that of the only revision that is new', 'arn:aws:ecs:eu-west-1:123456789012:service-revision/shop/web/xyz']
  ])('is what the service names, known %s, and nothing is listed', async (_name, revision) => {
    const { result, ports } = await playNaming(4, revision);
    expect(result).toMatchObject({ verdict: 'succeeded', serviceDeploymentArn: ARN });
    expect(ports.of('listServiceDeployments')).toEqual([]);
    expect(ports.of('describeServiceDeployments').filter(([arns]) => String(arns) === EARLIER)).toHaveLength(1);
  });

  it('is not what the service named before, which is not looked at', async () => {
    const { result, ports } = await playNaming(4, REVISION, EARLIER);
    expect(result).toMatchObject({ verdict: 'succeeded', serviceDeploymentArn: ARN });
    expect(ports.of('describeServiceDeployments').filter(([arns]) => String(arns) === EARLIER)).toEqual([]);
  });

  it('is what the list has, where the service goes on naming another', async () => {
    const { result, ports } = await playNaming(1_000);
    expect(result).toMatchObject({ verdict: 'succeeded', serviceDeploymentArn: ARN });
    expect(ports.of('listServiceDeployments')).toHaveLength(1);
  });
});

describe('a role that may not read service deployments', () => {
  it('goes on with DescribeServices, and names the action once', async () => {
    const denied = awsError(
      'AccessDeniedException',
      'User x is not authorized to perform: ecs:ListServiceDeployments on y'
    );
    const { result, reporter, ports } = await play({
      frames: STEADY,
      ecs: () => ({ listServiceDeployments: () => Promise.reject(denied) })
    });
    expect(result).toMatchObject({ verdict: 'succeeded', reason: 'ECS reports the deployment COMPLETED.' });
    expect(reporter.warnings).toEqual([
      'The service deployment cannot be read (allow ecs:ListServiceDeployments); the verdict rests on DescribeServices alone.'
    ]);
    expect(ports.of('listServiceDeployments')).toHaveLength(1);
  });

  it('goes on the same way with an endpoint that does not know the operation', async () => {
    const unknown = awsError('UnknownOperationException');
    const { result } = await play({
      frames: STEADY,
      ecs: () => ({ listServiceDeployments: () => Promise.reject(unknown) })
    });
    expect(result).toMatchObject({ verdict: 'succeeded' });
  });
});

const CRASHING: readonly Frame[] = [
  { from: 0, status: 'IN_PROGRESS' },
  { from: 10, deployments: [{ ...running(1), failedTasks: 1 }, active], stopped: [deadTask('a')] },
  { from: 20, deployments: [{ ...running(0), failedTasks: 2 }, active], stopped: [deadTask('b')] },
  { from: 30, deployments: [{ ...running(1), failedTasks: 3 }, active], stopped: [deadTask('c')] }
];

describe('a rollout that fails', () => {
  it('is given up after the third death of a kind, rolled back by ECS, followed, and explained', async () => {
    const asked: number[] = [];
    const { result, clock, ports } = await play({
      frames: CRASHING,
      ecs: (scripted, now) => ({
        stopServiceDeployment: async () => {
          asked.push(now.elapsed);
        },
        describeServiceDeployments: async arns => {
          if (asked[0] === undefined) return scripted.describeServiceDeployments?.(arns) ?? [];
          return [
            {
              serviceDeploymentArn: ARN,
              status: now.elapsed < asked[0] + 20 ? 'ROLLBACK_IN_PROGRESS' : 'ROLLBACK_SUCCESSFUL'
            }
          ];
        }
      }),
      logs: { readTail: async () => ['Error: cannot find module'] }
    });
    expect(asked[0]).toBeLessThanOrEqual(35.5);
    expect(ports.of('stopServiceDeployment')).toEqual([[ARN, 'ROLLBACK']]);
    expect(result).toMatchObject({
      verdict: 'rolled-back',
      diagnosis: {
        cause: { id: 'exit-code', sentence: 'The container app exits with code 1 (3 tasks).' },
        stoppedTasks: [{ found: { cause: { id: 'exit-code' } }, container: 'app', exitCode: 1, count: 3 }],
        logs: [{ container: 'app', group: '/ecs/web', stream: 'ecs/app/a', lines: ['Error: cannot find module'] }],
        gaps: []
      }
    });
    expect(ports.of('readTail')).toEqual([
      [{ region: 'eu-central-1', group: '/ecs/web', stream: 'ecs/app/a', limit: 20 }]
    ]);
    expect(clock.elapsed).toBeGreaterThanOrEqual(50);
  });

  it.each([
    ['stop', [[ARN, 'ABORT']]],
    ['leave', []]
  ] as const)('obeys on-failure: %s', async (onFailure, stops) => {
    const { result, ports } = await play({
      frames: [...CRASHING, { from: 36, status: 'STOPPED' }],
      settings: { onFailure },
      logs: { readTail: async () => [] }
    });
    expect(ports.of('stopServiceDeployment')).toEqual(stops);
    expect(ports.of('updateService')).toHaveLength(1);
    expect(result).toMatchObject({ verdict: 'failed' });
  });

  it('deploys the previous revision again where it may not stop a service deployment', async () => {
    const denied = awsError('AccessDeniedException', 'not authorized to perform: ecs:ListServiceDeployments');
    let back = false;
    const { result, ports } = await play({
      frames: CRASHING,
      ecs: scripted => ({
        listServiceDeployments: () => Promise.reject(denied),
        updateService: async input => {
          back = input.taskDefinition === OLD;
          const again = { ...OLD_DEPLOYMENT, id: 'ecs-svc/3', createdAt: new Date(START + 60_000) };
          if (back) return { deployments: [again] };
          return (await scripted.updateService?.(input)) ?? {};
        },
        describeServices: async (cluster, services) => {
          if (!back) return (await scripted.describeServices?.(cluster, services)) ?? { services: [], failures: [] };
          const again = { ...OLD_DEPLOYMENT, id: 'ecs-svc/3', createdAt: new Date(START + 60_000) };
          return { services: [{ status: 'ACTIVE', deployments: [again] }], failures: [] };
        }
      }),
      logs: { readTail: () => Promise.reject(awsError('AccessDeniedException')) }
    });
    expect(ports.of('updateService').map(([input]) => (input as { taskDefinition: string }).taskDefinition)).toEqual([
      NEW,
      OLD
    ]);
    expect(result).toMatchObject({
      verdict: 'rolled-back',
      diagnosis: { gaps: ['The log of app cannot be read: allow logs:GetLogEvents.'] }
    });
  });

  it.each([
    ['stop', 'cannot be stopped'],
    ['rollback', 'Going back to web:1']
  ] as const)(
    'that AWS does not let it undo stays noted for the post step: on-failure: %s',
    async (onFailure, said) => {
      const denied = awsError('AccessDeniedException', 'not authorized');
      let sent = 0;
      const { result, cleanupStore } = await play({
        frames: CRASHING,
        settings: { onFailure, onCancel: 'leave' },
        ecs: scripted => ({
          stopServiceDeployment: () => Promise.reject(denied),
          updateService: async input => {
            sent += 1;
            if (sent > 1) throw denied;
            return (await scripted.updateService?.(input)) ?? {};
          }
        }),
        logs: { readTail: async () => [] }
      });
      expect(result).toMatchObject({ verdict: 'failed', reason: expect.stringContaining(said) });
      expect(result).toMatchObject({
        reason: expect.stringContaining('is still running; the post step will handle it')
      });
      // What on-failure asks for, and not what on-cancel does.
      expect([...cleanupStore.open.values()]).toMatchObject([{ id: 'ecs-svc/2', onCancel: onFailure }]);
    }
  );

  it('calls a rollback a failure at once and follows it to its end, without a stop of its own', async () => {
    const { result, clock, ports, reporter } = await play({
      frames: [
        { from: 0, status: 'IN_PROGRESS' },
        { from: 20, status: 'ROLLBACK_IN_PROGRESS', serviceDeployment: { rollback: { reason: 'alarm web-5xx' } } },
        { from: 60, status: 'ROLLBACK_SUCCESSFUL', serviceDeployment: { rollback: { reason: 'alarm web-5xx' } } }
      ]
    });
    expect(result).toMatchObject({ verdict: 'rolled-back', reason: 'Rolled back. alarm web-5xx.' });
    expect(reporter.lines.find(line => line.includes('Failed: alarm web-5xx.'))).toMatch(/^\[ +2\d s\]/);
    expect(clock.elapsed).toBeGreaterThanOrEqual(60);
    expect(ports.of('stopServiceDeployment')).toEqual([]);
  });

  it("names another run's deployment and does not touch it", async () => {
    const other = { ...NEW_DEPLOYMENT, id: 'ecs-svc/9', taskDefinition: OLD, createdAt: new Date(START + 9_000) };
    const { result, ports } = await play({
      frames: [
        { from: 0, status: 'IN_PROGRESS' },
        { from: 10, status: 'STOPPED', deployments: [other, { ...running(1), status: 'ACTIVE' }] }
      ]
    });
    expect(result).toMatchObject({ verdict: 'superseded', reason: expect.stringContaining('ecs-svc/9') });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
    expect(ports.of('updateService')).toHaveLength(1);
  });

  it('has succeeded where it came to its end before ECS could take it back', async () => {
    const { result, ports } = await play({
      frames: [
        { from: 0, status: 'IN_PROGRESS' },
        { from: 125, status: 'SUCCESSFUL', deployments: [{ ...running(2), rolloutState: 'COMPLETED' }] }
      ],
      settings: { waitForMinutes: 2 }
    });
    expect(ports.of('stopServiceDeployment')).toEqual([[ARN, 'ROLLBACK']]);
    expect(result).toMatchObject({ verdict: 'succeeded' });
  });

  it('runs out of time, counting the bake time of the service on top, and rolls back', async () => {
    const { result, clock, ports } = await play({
      frames: [
        { from: 0, status: 'IN_PROGRESS' },
        { from: 310, status: 'ROLLBACK_SUCCESSFUL' }
      ],
      target: { ...TARGET, service: { ...TARGET.service, deploymentConfiguration: { bakeTimeInMinutes: 3 } } },
      settings: { waitForMinutes: 2 }
    });
    expect(result).toMatchObject({ verdict: 'timed-out', reason: expect.stringContaining('within 2 minutes') });
    expect(ports.of('stopServiceDeployment')).toEqual([[ARN, 'ROLLBACK']]);
    expect(clock.elapsed).toBeGreaterThanOrEqual(310);
    expect(clock.elapsed).toBeLessThan(316);
  });
});

describe('a run that is cancelled', () => {
  it.each([
    ['rollback', [[ARN, 'ROLLBACK']]],
    ['stop', [[ARN, 'ABORT']]],
    ['leave', []]
  ] as const)('obeys on-cancel: %s, at once', async (onCancel, stops) => {
    const {
      result,
      ports,
      cleanupStore: cleanupStore,
      clock
    } = await play({
      frames: [{ from: 0, status: 'IN_PROGRESS' }],
      settings: { onCancel },
      cancelAt: 12
    });
    expect(result).toMatchObject({ verdict: 'cancelled' });
    expect(ports.of('stopServiceDeployment')).toEqual(stops);
    expect(clock.elapsed).toBeLessThanOrEqual(17);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('leaves the deployment to the post step when AWS does not take the stop', async () => {
    const { result, cleanupStore: cleanupStore } = await play({
      frames: [{ from: 0, status: 'IN_PROGRESS' }],
      ecs: () => ({ stopServiceDeployment: () => Promise.reject(awsError('TimeoutError')) }),
      cancelAt: 12
    });
    expect(result).toMatchObject({ verdict: 'cancelled' });
    expect([...cleanupStore.open.values()]).toMatchObject([
      {
        kind: 'deployment',
        engine: 'ecs',
        region: 'eu-west-1',
        id: 'ecs-svc/2',
        serviceDeploymentArn: ARN,
        onCancel: 'rollback'
      }
    ]);
  });
});

describe('what goes wrong on the way to AWS', () => {
  it('throttling, 5xx and resets while following change nothing about the verdict', async () => {
    const faults = ['ThrottlingException', 'ServerException', 'ECONNRESET'];
    let looks = 0;
    const { result } = await play({
      frames: STEADY,
      ecs: scripted => ({
        describeServices: (cluster, services) => {
          looks += 1;
          const fault = looks % 2 === 0 ? faults[(looks / 2) % 3] : undefined;
          if (fault !== undefined) return Promise.reject(awsError(fault));
          return scripted.describeServices?.(cluster, services) ?? Promise.reject(new Error('no script'));
        }
      })
    });
    expect(result).toMatchObject({ verdict: 'succeeded' });
  });

  it('expired credentials end it at once, as an error in words, with the deployment noted', async () => {
    const {
      result,
      clock,
      cleanupStore: cleanupStore
    } = await play({
      frames: STEADY,
      ecs: scripted => {
        let looks = 0;
        return {
          describeServices: (cluster, names) => {
            looks += 1;
            if (looks > 1 || scripted.describeServices === undefined)
              return Promise.reject(awsError('ExpiredTokenException'));
            return scripted.describeServices(cluster, names);
          }
        };
      }
    });
    expect(result).toBeInstanceOf(SlipwayError);
    expect(result).toMatchObject({ code: 'ExpiredTokenException' });
    expect(clock.elapsed).toBe(0);
    expect(cleanupStore.open.size).toBe(1);
  });

  it('a lost answer to UpdateService does not deploy twice', async () => {
    let sent = 0;
    const { result, ports } = await play({
      frames: STEADY,
      settings: { forceNewDeployment: true },
      ecs: () => ({
        updateService: () => {
          sent += 1;
          return Promise.reject(awsError('ECONNRESET'));
        }
      })
    });
    expect(sent).toBe(1);
    expect(ports.of('updateService')).toHaveLength(1);
    expect(result).toMatchObject({ verdict: 'succeeded', serviceDeploymentArn: ARN });
  });

  it('an UpdateService that never arrived is sent again', async () => {
    let sent = 0;
    const { result } = await play({
      frames: [{ from: 0, deployments: [OLD_DEPLOYMENT] }, ...STEADY.slice(1)],
      ecs: () => ({
        updateService: async () => {
          sent += 1;
          if (sent < 3) throw awsError(sent === 1 ? 'ECONNRESET' : 'ThrottlingException');
          return { deployments: [NEW_DEPLOYMENT, active] };
        },
        listServiceDeployments: async () =>
          sent < 3 ? [] : [{ serviceDeploymentArn: ARN, targetServiceRevisionArn: REVISION }]
      })
    });
    expect(sent).toBe(3);
    expect(result).toMatchObject({ verdict: 'succeeded' });
  });

  it('a refusal is one sentence, and nothing is left to undo', async () => {
    const refused = awsError('InvalidParameterException', 'TaskDefinition is inactive');
    const { result, cleanupStore: cleanupStore } = await play({
      frames: STEADY,
      ecs: () => ({ updateService: () => Promise.reject(refused) })
    });
    expect(result).toMatchObject({
      code: 'InvalidParameterException',
      message: expect.stringContaining('Updating the service web in the cluster shop: TaskDefinition is inactive')
    });
    expect(cleanupStore.open.size).toBe(0);
  });
});
