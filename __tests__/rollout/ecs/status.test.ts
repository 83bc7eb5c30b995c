import {
  DeploymentLifecycleHookStage,
  DeploymentLifecycleHookStatus,
  DeploymentRolloutState,
  ServiceDeploymentLifecycleStage,
  ServiceDeploymentRollbackMonitorsStatus,
  ServiceDeploymentStatus,
  type Deployment,
  type Service,
  type ServiceDeployment
} from '@aws-sdk/client-ecs';
import { describe, expect, it } from '@jest/globals';

import { readEcsStatus, type DeploymentRef } from '../../../src/rollout/ecs/status.js';
import { NEW, OLD, START } from '../fakes.js';

const OWN: DeploymentRef = {
  deploymentId: 'ecs-svc/2',
  taskDefinitionArn: NEW,
  previousTaskDefinitionArn: OLD,
  createdAt: START
};

function deployment(changes: Partial<Deployment> = {}): Deployment {
  return {
    id: 'ecs-svc/2',
    status: 'PRIMARY',
    taskDefinition: NEW,
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    failedTasks: 0,
    rolloutState: 'IN_PROGRESS',
    createdAt: new Date(START),
    ...changes
  };
}
const old = (changes: Partial<Deployment> = {}) =>
  deployment({
    id: 'ecs-svc/1',
    status: 'ACTIVE',
    taskDefinition: OLD,
    createdAt: new Date(START - 86_400_000),
    ...changes
  });
const other = (changes: Partial<Deployment> = {}) =>
  deployment({ id: 'ecs-svc/3', taskDefinition: `${OLD}9`, createdAt: new Date(START + 5_000), ...changes });

function service(deployments: Deployment[] = [deployment()], changes: Partial<Service> = {}): Service {
  return { status: 'ACTIVE', desiredCount: 2, deployments, ...changes };
}
const read = (of: Service | undefined, serviceDeployment?: Partial<ServiceDeployment>, before?: string) =>
  readEcsStatus(OWN, { service: of, serviceDeployment }, before);

/** status of the service deployment: the verdict, and whether it counts as failed from then on */
const STATUSES: Readonly<Record<ServiceDeploymentStatus, { verdict: string | undefined; failing: boolean }>> = {
  PENDING: { verdict: undefined, failing: false },
  IN_PROGRESS: { verdict: undefined, failing: false },
  SUCCESSFUL: { verdict: 'succeeded', failing: false },
  STOP_REQUESTED: { verdict: undefined, failing: false },
  STOPPED: { verdict: 'failed', failing: true },
  ROLLBACK_REQUESTED: { verdict: undefined, failing: true },
  ROLLBACK_IN_PROGRESS: { verdict: undefined, failing: true },
  ROLLBACK_SUCCESSFUL: { verdict: 'rolled-back', failing: true },
  ROLLBACK_FAILED: { verdict: 'failed', failing: true }
};

/** lifecycle stage: the phase, and whether all production traffic is on the new version when the weight says 100 */
const STAGES: Readonly<Record<string, { phase: string; live: boolean }>> = {
  RECONCILE_SERVICE: { phase: 'start', live: false },
  PRE_SCALE_UP: { phase: 'start', live: false },
  SCALE_UP: { phase: 'start', live: false },
  POST_SCALE_UP: { phase: 'start', live: false },
  TEST_TRAFFIC_SHIFT: { phase: 'test', live: false },
  POST_TEST_TRAFFIC_SHIFT: { phase: 'test', live: false },
  PRE_PRODUCTION_TRAFFIC_SHIFT: { phase: 'shift', live: false },
  PRODUCTION_TRAFFIC_SHIFT: { phase: 'shift', live: false },
  POST_PRODUCTION_TRAFFIC_SHIFT: { phase: 'shift', live: true },
  BAKE_TIME: { phase: 'bake', live: true },
  CLEAN_UP: { phase: 'drain', live: true }
};

describe('by the service deployment', () => {
  it('has a row for every status that the SDK knows', () => {
    expect(Object.keys(STATUSES).sort()).toEqual(Object.values(ServiceDeploymentStatus).sort());
  });

  it.each([
    ['while ours was under way: then the service deployment is not ours', START + 9_000, 'superseded'],
    ['after ours had ended', START + 11_000, 'succeeded']
  ])('SUCCESSFUL, and another deployment took over %s', (_name, createdAt, verdict) => {
    const seen = service([other({ createdAt: new Date(createdAt) }), deployment({ status: 'ACTIVE' })]);
    const view = read(seen, { status: 'SUCCESSFUL', finishedAt: new Date(START + 10_000) });
    expect(view.ending).toMatchObject({ verdict });
  });

  it('STOPPED by one that was made in the same millisecond: superseded', () => {
    const own = { ...OWN, before: { deploymentIds: ['ecs-svc/1'], serviceRevisionArns: [] } };
    const seen = service([other({ createdAt: new Date(START) }), deployment({ status: 'ACTIVE' })]);
    const view = readEcsStatus(own, { service: seen, serviceDeployment: { status: 'STOPPED' } }, undefined);
    expect(view.ending).toMatchObject({ verdict: 'superseded' });
  });

  it.each(Object.entries(STATUSES))('%s', (status, expected) => {
    const view = read(service(), { status: status as ServiceDeploymentStatus });
    expect(view.ending?.verdict).toBe(expected.verdict);
    expect(view.failing !== undefined).toBe(expected.failing);
    expect(view.milestone === 'stable').toBe(expected.verdict === 'succeeded');
    expect(view.line).toContain(status);
  });

  it('shows a status that is newer than this release, and waits', () => {
    const view = read(service(), { status: 'PAUSED' as ServiceDeploymentStatus });
    expect(view.ending).toBeUndefined();
    expect(view.line).toMatch(/^PAUSED: new tasks 2 of 2 running/);
  });

  it('has a row for every stage that the SDK knows, and for every stage of a hook', () => {
    const known = new Set<string>([
      ...Object.values(ServiceDeploymentLifecycleStage),
      ...Object.values(DeploymentLifecycleHookStage)
    ]);
    expect(Object.keys(STAGES).sort()).toEqual([...known].sort());
  });

  it.each(Object.entries(STAGES))('%s', (stage, { phase, live }) => {
    const shifted = (weight: number) =>
      read(service([deployment(), old()], { deploymentConfiguration: { strategy: 'CANARY' } }), {
        status: 'IN_PROGRESS',
        lifecycleStage: stage as ServiceDeploymentLifecycleStage,
        targetServiceRevision: { requestedProductionTrafficWeight: weight }
      });
    expect(shifted(100).phase).toBe(phase);
    expect(shifted(100).milestone).toBe(live ? 'live' : 'started');
    expect(shifted(10).milestone).toBe('started');
    expect(shifted(10).line).toContain(
      `IN_PROGRESS ${stage}: new tasks 2 of 2 running, old 2, production traffic 10 %`
    );
  });

  it('takes a stage that is newer than this release as a phase of its own', () => {
    const view = read(service(), {
      status: 'IN_PROGRESS',
      lifecycleStage: 'WARM_UP' as ServiceDeploymentLifecycleStage
    });
    expect(view.phase).toBe('warm_up');
    expect(view.ending).toBeUndefined();
  });

  it('calls STOPPED superseded when a younger deployment is in place', () => {
    const view = read(service([other(), deployment({ status: 'ACTIVE' })]), { status: 'STOPPED' });
    expect(view.ending).toEqual({
      verdict: 'superseded',
      reason: 'Another deployment took over: ecs-svc/3 of web:19.'
    });
    expect(view.failing).toBeUndefined();
  });

  it('calls STOPPED failed when the circuit breaker did it, whatever came after', () => {
    const breaker = { status: 'TRIGGERED', failureCount: 3, threshold: 3 } as const;
    const view = read(service([other()]), { status: 'STOPPED', deploymentCircuitBreaker: breaker });
    expect(view.ending?.verdict).toBe('failed');
    expect(view.ending?.reason).toContain('circuit breaker was triggered (3 of 3 failures)');
  });

  it.each(Object.values(ServiceDeploymentRollbackMonitorsStatus))(
    'speaks of a monitor only when it was triggered: %s',
    status => {
      const view = read(service(), {
        status: 'ROLLBACK_IN_PROGRESS',
        rollback: { reason: 'Service deployment rolled back because of it' },
        deploymentCircuitBreaker: { status, failureCount: 3, threshold: 3 },
        alarms: { status, triggeredAlarmNames: status === 'TRIGGERED' ? ['web-5xx'] : [] }
      });
      expect(view.failing?.includes('circuit breaker was triggered')).toBe(status === 'TRIGGERED');
      expect(view.failing?.includes('Alarm web-5xx went off.')).toBe(status === 'TRIGGERED');
      expect(view.failing).toContain('rolled back because of it.');
    }
  );

  it.each(
    Object.entries({
      AWAITING_ACTION:
        'The PAUSE hook h-1 at POST_SCALE_UP waits for ContinueServiceDeployment until 2026-03-01 11:00:00 UTC, then ROLLBACK (aws ecs continue-service-deployment --service-deployment-arn arn:sd --hook-id h-1 --action CONTINUE).',
      IN_PROGRESS: 'The PAUSE hook h-1 at POST_SCALE_UP runs until 2026-03-01 11:00:00 UTC, then ROLLBACK.',
      FAILED: 'The PAUSE hook h-1 at POST_SCALE_UP is FAILED, then ROLLBACK.',
      TIMED_OUT: 'The PAUSE hook h-1 at POST_SCALE_UP is TIMED_OUT, then ROLLBACK.',
      SUCCEEDED: undefined
    } satisfies Record<DeploymentLifecycleHookStatus, string | undefined>)
  )('says what a hook in %s waits for', (status, note) => {
    const view = read(service(), {
      status: 'IN_PROGRESS',
      serviceDeploymentArn: 'arn:sd',
      lifecycleStage: 'POST_SCALE_UP',
      lifecycleHookDetails: [
        {
          hookId: 'h-1',
          targetType: 'PAUSE',
          status: status as DeploymentLifecycleHookStatus,
          expiresAt: new Date('2026-03-01T11:00:00Z'),
          timeoutAction: 'ROLLBACK'
        }
      ]
    });
    expect(view.notes).toEqual(note === undefined ? [] : [note]);
  });

  it('knows every status of a hook', () => {
    expect(Object.values(DeploymentLifecycleHookStatus).sort()).toEqual(
      ['AWAITING_ACTION', 'FAILED', 'IN_PROGRESS', 'SUCCEEDED', 'TIMED_OUT'].sort()
    );
  });
});

describe('by DescribeServices alone', () => {
  const ROLLOUT_STATES: Readonly<Record<DeploymentRolloutState, string | undefined>> = {
    IN_PROGRESS: undefined,
    COMPLETED: 'succeeded',
    FAILED: 'failed'
  };

  it('has a row for every rollout state that the SDK knows', () => {
    expect(Object.keys(ROLLOUT_STATES).sort()).toEqual(Object.values(DeploymentRolloutState).sort());
  });

  it.each(Object.entries(ROLLOUT_STATES))('%s of our PRIMARY deployment', (state, verdict) => {
    expect(read(service([deployment({ rolloutState: state as DeploymentRolloutState })])).ending?.verdict).toBe(
      verdict
    );
  });

  it('waits for the rollback where the circuit breaker rolls back, and then calls it one', () => {
    const failed = deployment({ rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start.' });
    const breaker = { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } };
    const first = read(service([failed], breaker));
    expect(first).toMatchObject({ failing: 'tasks failed to start.', ending: undefined, phase: 'rollback' });

    const back = old({ id: 'ecs-svc/3', status: 'PRIMARY', createdAt: new Date(START + 9_000) });
    const during = read(service([back, { ...failed, status: 'ACTIVE' }], breaker), undefined, first.failing);
    expect(during).toMatchObject({ failing: 'tasks failed to start.', ending: undefined });

    const after = read(service([{ ...back, rolloutState: 'COMPLETED' }], breaker), undefined, first.failing);
    expect(after.ending).toEqual({ verdict: 'rolled-back', reason: 'Rolled back. tasks failed to start.' });
  });

  it('recognises a rollback that it never saw begin, by its reason', () => {
    const back = old({
      id: 'ecs-svc/3',
      status: 'PRIMARY',
      rolloutState: 'COMPLETED',
      rolloutStateReason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.',
      createdAt: new Date(START + 9_000)
    });
    expect(read(service([back])).ending?.verdict).toBe('rolled-back');
  });

  it('is never taken in by an answer from before our own UpdateService', () => {
    const stale = old({ status: 'PRIMARY', rolloutState: 'COMPLETED' });
    expect(read(service([stale])).ending).toBeUndefined();
    expect(read(service([stale])).milestone).toBe('nothing');
  });

  it('is superseded by a deployment that is younger', () => {
    expect(read(service([other(), deployment({ status: 'ACTIVE' })])).ending?.verdict).toBe('superseded');
  });

  it('is superseded by another deployment after its tasks had died, too, where ECS does not call it failed', () => {
    const replaced = service([other(), deployment({ status: 'ACTIVE' })]);
    expect(read(replaced, undefined, '3 tasks of the new version died.').ending?.verdict).toBe('superseded');
    const failed = service([other(), deployment({ status: 'ACTIVE', rolloutState: 'FAILED' })]);
    expect(read(failed, undefined, '3 tasks of the new version died.').ending).toBeUndefined();
  });

  it('is superseded, not rolled back, where somebody deploys the old revision after it failed', () => {
    const theirs = old({
      id: 'ecs-svc/3',
      status: 'PRIMARY',
      rolloutState: 'IN_PROGRESS',
      createdAt: new Date(START + 9_000)
    });
    const verdictBy = (rolloutStateReason: string | undefined) =>
      read(service([{ ...theirs, rolloutStateReason }]), undefined, '4 tasks died.').ending?.verdict;
    expect(verdictBy('ECS deployment ecs-svc/3 in progress.')).toBe('superseded');
    expect(verdictBy('ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1.')).toBeUndefined();
    expect(verdictBy(undefined)).toBeUndefined();
  });

  it('goes by the counts behind a Classic Load Balancer, where ECS gives no rollout state', () => {
    const silent = (of: Deployment): Deployment => ({ ...of, rolloutState: undefined });
    expect(read(service([silent(deployment()), silent(old())])).ending).toBeUndefined();
    expect(read(service([silent(deployment({ pendingCount: 1, runningCount: 1 }))])).ending).toBeUndefined();
    expect(read(service([silent(deployment())])).ending?.verdict).toBe('succeeded');
  });

  it.each(['DRAINING', 'INACTIVE'])('fails when the service is %s', status => {
    expect(read(service([], { status })).ending?.verdict).toBe('failed');
  });

  it('fails when the service is gone', () => {
    expect(read(undefined).ending?.verdict).toBe('failed');
  });

  describe('keeps the end that it had before its service was deleted', () => {
    const completed = deployment({ rolloutState: 'COMPLETED', desiredCount: 0 });
    const deleted = (deployments: Deployment[] = [completed]) => service(deployments, { status: 'DRAINING' });
    const early = { earlySuccessCriteria: { enable: true, healthyPercent: 50 } };

    it.each<[string, Service | undefined, Partial<ServiceDeployment> | undefined, string]>([
      ['SUCCESSFUL', deleted(), { status: 'SUCCESSFUL' }, 'succeeded'],
      ['SUCCESSFUL, and the service is not listed any more', undefined, { status: 'SUCCESSFUL' }, 'succeeded'],
      [
        'SUCCESSFUL early, with old tasks that still stop',
        deleted([completed, old({ runningCount: 1 })]),
        { status: 'SUCCESSFUL', deploymentConfiguration: early },
        'succeeded'
      ],
      ['COMPLETED by DescribeServices alone', deleted(), undefined, 'succeeded'],
      ['ROLLBACK_SUCCESSFUL', deleted(), { status: 'ROLLBACK_SUCCESSFUL' }, 'rolled-back'],
      ['STOPPED by a newer one', deleted([other(), completed]), { status: 'STOPPED' }, 'superseded'],
      ['STOPPED', deleted(), { status: 'STOPPED' }, 'failed'],
      ['IN_PROGRESS', deleted([deployment()]), { status: 'IN_PROGRESS' }, 'failed'],
      ['without a rollout state', deleted([deployment({ rolloutState: undefined })]), undefined, 'failed']
    ])('%s', (_name, of, serviceDeployment, verdict) => {
      const { ending, milestone } = read(of, serviceDeployment);
      expect(ending).toMatchObject({ verdict, reason: expect.stringContaining('The service was deleted') });
      expect(milestone).toBe(verdict === 'succeeded' ? 'stable' : 'nothing');
    });

    it('and says why it was failing already', () => {
      expect(read(deleted([deployment()]), { status: 'ROLLBACK_IN_PROGRESS' }, 'It crashed.').ending).toEqual({
        verdict: 'failed',
        reason: expect.stringMatching(/ROLLBACK_IN_PROGRESS.*deleted while the deployment was under way/)
      });
    });
  });
});

describe('the ladder of wait-for in a rolling update', () => {
  const rungs: readonly (readonly [string, Service, string])[] = [
    ['no new task runs', service([deployment({ runningCount: 0, pendingCount: 2 }), old()]), 'nothing'],
    ['one of two runs', service([deployment({ runningCount: 1 }), old()]), 'nothing'],
    ['all run, old ones too', service([deployment(), old()]), 'started'],
    ['all run, old ones gone', service([deployment(), old({ runningCount: 0 })]), 'live'],
    [
      'old ones gone first because minimumHealthyPercent is 0',
      service([deployment(), old({ runningCount: 0 })], { deploymentConfiguration: { minimumHealthyPercent: 0 } }),
      'started'
    ],
    ['finished', service([deployment({ rolloutState: 'COMPLETED' })]), 'stable'],
    ['failing', service([deployment({ rolloutState: 'FAILED' })]), 'nothing']
  ];
  it.each(rungs)('%s', (_name, of, milestone) => expect(read(of).milestone).toBe(milestone));

  it('counts the tasks of our deployment and by the failures that ECS counts', () => {
    const taskCounts = (changes: Partial<Deployment>) => read(service([deployment(changes), old()])).taskCounts;
    expect(taskCounts({ runningCount: 1, pendingCount: 1, failedTasks: 3 })).toEqual({
      running: 1,
      alive: 2,
      failures: 3
    });
  });
});
