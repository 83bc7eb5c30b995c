import { describe, expect, it } from '@jest/globals';

import type { RolloutConfig } from '../../src/config/config.js';
import type { SlipwayError } from '../../src/errors.js';
import { rollBack } from '../../src/rollout/rollback/rollback.js';
import { rollOut } from '../../src/rollout/rollout.js';
import { stopInterruptedDeployment, type PendingDeployment } from '../../src/rollout/rollback/stop-deployment.js';
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
} from './fakes.js';
import { RESET, SharedService, THIRD, THROTTLED, type Moment } from './shared-service.js';

interface Scene {
  readonly settings?: Partial<RolloutConfig>;
  readonly isOwnRevision?: boolean;
  /** What others do between this run's calls. */
  readonly moments?: (service: SharedService) => readonly Moment[];
  /** By second. */
  readonly plan?: (service: SharedService) => Readonly<Record<number, () => void>>;
  /** Between the check, which gives the target, and the rollout. */
  readonly meanwhile?: (service: SharedService) => void;
  readonly cancelAt?: number;
  readonly start?: (service: SharedService) => void;
}

function open(scene: Scene) {
  const cancel = new AbortController();
  const plan: Record<number, () => void> = {};
  const clock: FakeClock = fakeClock(
    Object.fromEntries(Array.from({ length: 240 }, (_, second) => [second + 1, () => plan[second + 1]?.()]))
  );
  const service = new SharedService(clock);
  Object.assign(plan, scene.plan?.(service));
  if (scene.cancelAt !== undefined) plan[scene.cancelAt] = () => cancel.abort(new Error('cancelled'));
  scene.start?.(service);
  const ports = fakePorts({ ecs: service.ports(scene.moments?.(service)) });
  const cleanupStore = fakeLedger();
  const reporter = fakeReporter();
  return { clock, service, ports, cleanupStore: cleanupStore, reporter, signal: cancel.signal };
}

/** Rolls `web:2` out to a service that others deploy to. */
async function play(scene: Scene) {
  const context = open(scene);
  const { service, ports, ...rest } = context;
  const { target } = service;
  scene.meanwhile?.(service);
  const run = { ...rest, ports, config: config(scene.settings), isOwnRevision: scene.isOwnRevision ?? false };
  const result = await rollOut({ target, taskDefinitionArn: NEW, ...run }).catch(
    (error: unknown) => error as SlipwayError
  );
  return { result, ...context };
}

function describeLeftover(changes: Partial<PendingDeployment>): PendingDeployment {
  return {
    kind: 'deployment',
    engine: 'ecs',
    region: 'eu-west-1',
    cluster: 'shop',
    service: 'web',
    id: '',
    taskDefinitionArn: NEW,
    previousTaskDefinitionArn: OLD,
    isOwnRevision: true,
    deploymentsBefore: [],
    askedAt: START,
    onCancel: 'rollback',
    ...changes
  };
}

const FORCED = { forceNewDeployment: true } as const;

describe("another run's deployment is taken for one's own", () => {
  it.each<[string, Scene]>([
    ['of a revision that both deploy by force', { settings: FORCED }],
    ['of our new revision, forced by a person', { isOwnRevision: true }]
  ])('no: one %s, a moment after ours, supersedes it', async (_name, scene) => {
    const { result, ports, service } = await play({
      ...scene,
      moments: others => [{ call: 'updateService', after: () => void others.deploy(NEW) }],
      plan: others => ({ 20: () => others.complete() })
    });
    expect(result).toMatchObject({ verdict: 'superseded', reason: expect.stringContaining('ecs-svc/3 of web:2') });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
    expect(service.primary).toMatchObject({ id: 'ecs-svc/3', rolloutState: 'IN_PROGRESS' });
  });

  it.each(['rollback', 'stop'] as const)('no: on-cancel: %s does not touch it', async onCancel => {
    const { result, ports } = await play({
      settings: { ...FORCED, onCancel },
      moments: others => [{ call: 'describeServiceDeployments', before: () => void others.deploy(NEW) }],
      cancelAt: 3
    });
    expect(result).toMatchObject({ verdict: expect.stringMatching(/cancelled|superseded/) });
    expect(ports.of('stopServiceDeployment').map(([arn]) => arn)).not.toContain(expect.stringContaining('sd-3'));
    expect(ports.of('updateService')).toHaveLength(1);
  });

  it('no: not either where it began before ours was ever looked at, and the run is cancelled then', async () => {
    const { ports } = await play({
      settings: FORCED,
      moments: others => [
        { call: 'updateService', after: () => void others.deploy(NEW) },
        { call: 'describeServices', number: 2, before: () => awsError('ServerException') }
      ],
      cancelAt: 1
    });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
    expect(ports.of('updateService')).toHaveLength(1);
  });

  it('no: a role that reads DescribeServices alone sees it too', async () => {
    const denied = () => awsError('AccessDeniedException', 'not authorized to perform: ecs:ListServiceDeployments');
    const { result } = await play({
      settings: FORCED,
      moments: others => [
        { call: 'updateService', after: () => void others.deploy(NEW) },
        ...Array.from(
          { length: 9 },
          (_, n) => ({ call: 'describeServiceDeployments', number: n + 1, before: denied }) as const
        )
      ],
      plan: others => ({ 20: () => others.complete() })
    });
    expect(result).toMatchObject({ verdict: 'superseded' });
  });

  it('alone, ours is stopped once it is listed, where the same revision was deployed again and there is nothing else to go back to', async () => {
    const { service, ports, clock } = open({});
    const { target } = service;
    await rollOut({
      target,
      taskDefinitionArn: OLD,
      config: config({ ...FORCED, waitFor: 'nothing' }),
      ports,
      clock,
      reporter: fakeReporter(),
      cleanupStore: fakeLedger()
    });
    const young = fakePorts({
      ecs: {
        ...service.ports(),
        listServiceDeployments: async query =>
          clock.elapsed < 3 ? [] : ((await service.ports().listServiceDeployments?.(query)) ?? [])
      }
    });
    const pending = describeLeftover({ id: 'ecs-svc/2', taskDefinitionArn: OLD, deploymentsBefore: ['ecs-svc/1'] });
    const stopResult = await stopInterruptedDeployment(
      { ...pending, serviceRevisionArn: service.made[0]?.revisionArn },
      young,
      clock
    );
    expect(stopResult.kind).toBe('stopping');
    expect(young.of('stopServiceDeployment')).toEqual([[service.arnOf('ecs-svc/2'), 'ROLLBACK']]);
  });

  it('alone, ours is still followed by its service deployment and stopped by it', async () => {
    const { result, ports, service } = await play({ settings: FORCED, cancelAt: 12 });
    expect(result).toMatchObject({ verdict: 'cancelled' });
    expect(ports.of('stopServiceDeployment')).toEqual([[service.arnOf('ecs-svc/2'), 'ROLLBACK']]);
  });
});

describe('a lost UpdateService is searched for by its content', () => {
  const neverArrived: Scene['moments'] = others => [
    { call: 'updateService', before: RESET },
    { call: 'describeServices', number: 2, before: () => void others.deploy(NEW) }
  ];

  it('no: what may be another run’s of the same revision is not followed, not stopped, and named with the command', async () => {
    const { result, ports, cleanupStore: cleanupStore } = await play({ moments: neverArrived, cancelAt: 9 });
    expect(result).toMatchObject({
      verdict: 'failed',
      previousTaskDefinitionArn: OLD,
      reason: expect.stringMatching(
        /UpdateService of shop\/web to web:2 was lost.*ecs-svc\/2 of web:2.*left alone.*slipway rollback/
      )
    });
    expect(ports.of('updateService')).toHaveLength(1);
    expect(ports.of('stopServiceDeployment')).toEqual([]);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('a revision that this run alone registered is a mark', async () => {
    const { result } = await play({
      isOwnRevision: true,
      moments: () => [{ call: 'updateService', after: RESET }],
      plan: others => ({ 20: () => others.complete() })
    });
    expect(result).toMatchObject({ verdict: 'succeeded' });
  });

  it('of several deployments of that revision, the earliest is ours', async () => {
    const { result, ports } = await play({
      isOwnRevision: true,
      moments: others => [{ call: 'updateService', after: () => (others.deploy(NEW), RESET()) }],
      plan: others => ({ 20: () => others.complete() })
    });
    expect(result).toMatchObject({ verdict: 'superseded', reason: expect.stringContaining('ecs-svc/3') });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
  });

  it.each([false, true])(
    'one that somebody stopped meanwhile is not made again (own revision: %s)',
    async isOwnRevision => {
      const { result, ports } = await play({
        isOwnRevision,
        moments: others => [{ call: 'updateService', after: () => (others.rollBack(), RESET()) }]
      });
      expect(result).toMatchObject({
        verdict: 'failed',
        reason: expect.stringMatching(/deployment of web:2.*is ROLLBACK_SUCCESSFUL\. The request is not sent again\./)
      });
      expect(ports.of('updateService')).toHaveLength(1);
    }
  );

  it.each(['AccessDeniedException', 'UnknownOperationException'])(
    'is sent again where service deployments cannot be read: %s',
    async name => {
      const { ports } = await play({
        isOwnRevision: true,
        moments: () => [
          { call: 'updateService', before: RESET },
          { call: 'listServiceDeployments', before: () => awsError(name) }
        ],
        plan: others => ({ 20: () => others.complete() })
      });
      expect(ports.of('updateService')).toHaveLength(2);
    }
  );

  it.each<[string, boolean, string, readonly string[]]>([
    ['is left where it may be another run’s', false, 'left', []],
    ['is rolled back where only this run can have made it', true, 'stopping', ['ROLLBACK']]
  ])('in the post step: one of our revision %s', async (_name, isOwnRevision, kind, stops) => {
    const { service, ports, cleanupStore: cleanupStore } = open({});
    const reporter = fakeReporter();
    const cancel = new AbortController();
    // Killed while the request is under way: the record is all there is.
    const clock = fakeClock();
    void rollOut({
      target: service.target,
      taskDefinitionArn: NEW,
      isOwnRevision,
      config: config(),
      ports: {
        ...ports,
        ecs: fakePorts({ ecs: { ...service.ports(), updateService: () => new Promise(() => undefined) } }).ecs
      },
      clock,
      reporter,
      cleanupStore,
      signal: cancel.signal
    });
    await new Promise(resolve => setImmediate(resolve));
    const [pending] = cleanupStore.open.values();
    if (pending?.kind !== 'deployment') throw new Error('nothing was noted');
    service.deploy(NEW);
    const stopResult = await stopInterruptedDeployment(pending, ports, clock);
    expect(stopResult.kind).toBe(kind);
    expect(ports.of('stopServiceDeployment').map(([, how]) => how)).toEqual(stops);
    if (kind === 'left') expect(stopResult.reason).toMatch(/this run's or another's.*slipway rollback/);
  });

  it('in the post step: one that was there before the request is none', async () => {
    const { service, ports } = open({ start: others => void others.deploy(NEW) });
    const pending = describeLeftover({
      id: '',
      deploymentsBefore: service.made.map(each => each.deployment.id ?? '')
    });
    const stopResult = await stopInterruptedDeployment(pending, ports, fakeClock());
    expect(stopResult).toMatchObject({ kind: 'nothing', reason: 'The deployment was never made.' });
    expect(ports.of('stopServiceDeployment')).toEqual([]);
  });
});

describe('what runs is looked up in the moment before the change', () => {
  const deployed = (taskDefinition: string) => (others: SharedService) => {
    others.deploy(taskDefinition);
    others.complete();
  };
  const mayNotStop: Moment = {
    call: 'stopServiceDeployment',
    before: () => awsError('AccessDeniedException', 'not authorized to perform: ecs:StopServiceDeployment')
  };

  it('the output is what was live then, and an undo goes back to it', async () => {
    const { result, ports } = await play({
      settings: { waitForMinutes: 1 },
      meanwhile: deployed(THIRD),
      moments: () => [mayNotStop],
      plan: others => ({ 80: () => others.complete() })
    });
    expect(result).toMatchObject({ verdict: 'timed-out', previousTaskDefinitionArn: THIRD });
    expect(ports.of('updateService').map(([input]) => (input as { taskDefinition: string }).taskDefinition)).toEqual([
      NEW,
      THIRD
    ]);
  });

  it('back is the last revision that was deployed with success, not a PRIMARY that never was', async () => {
    const { result, ports } = await play({
      settings: { waitForMinutes: 1 },
      start: others => void others.deploy(THIRD),
      moments: () => [mayNotStop]
    });
    expect(result).toMatchObject({ previousTaskDefinitionArn: OLD });
    expect(ports.of('updateService').map(([input]) => (input as { taskDefinition: string }).taskDefinition)).toEqual([
      NEW,
      OLD
    ]);
  });

  it('on-conflict: fail does not replace a deployment that began since the check', async () => {
    const {
      result,
      ports,
      cleanupStore: cleanupStore
    } = await play({
      settings: { onConflict: 'fail' },
      meanwhile: others => void others.deploy(THIRD)
    });
    expect(result).toMatchObject({
      code: 'deployment-active',
      fault: 'user',
      message: expect.stringContaining('ecs-svc/2 of web:3')
    });
    expect(ports.of('updateService')).toEqual([]);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('on-conflict: wait waits for one that began since the check', async () => {
    const { result, ports, clock } = await play({
      settings: { onConflict: 'wait', waitFor: 'nothing' },
      meanwhile: others => void others.deploy(THIRD),
      plan: others => ({ 30: () => others.complete() })
    });
    expect(result).toMatchObject({ verdict: 'started', previousTaskDefinitionArn: THIRD });
    expect(clock.elapsed).toBeGreaterThanOrEqual(30);
    expect(ports.of('updateService')).toHaveLength(1);
  });

  it('slipway rollback does not go back from a deployment that it did not look at', async () => {
    const { service, ports, ...rest } = open({ start: deployed(NEW) });
    const { target } = service;
    deployed(THIRD)(service);
    const run = { ...rest, ports, config: config({ onCancel: 'leave', onConflict: 'wait' }) };
    await expect(rollBack(target, undefined, run)).rejects.toMatchObject({
      code: 'deployment-active',
      message: expect.stringContaining('ecs-svc/3 of web:3 took the place of ecs-svc/2')
    });
    expect(ports.of('updateService')).toEqual([]);
  });
});

describe('a refused change is not sent again without a look', () => {
  const throttledTwice = (others: SharedService): readonly Moment[] => [
    { call: 'updateService', number: 1, before: THROTTLED },
    { call: 'updateService', number: 2, before: () => (others.deploy(THIRD), THROTTLED()) }
  ];

  it('on-conflict: fail leaves the deployment that began while AWS refused', async () => {
    const { result, ports } = await play({ settings: { onConflict: 'fail' }, moments: throttledTwice });
    expect(result).toMatchObject({ code: 'deployment-active', message: expect.stringContaining('ecs-svc/2 of web:3') });
    expect(ports.of('updateService')).toHaveLength(2);
  });

  it('on-conflict: wait waits for it', async () => {
    const { result, clock } = await play({
      settings: { onConflict: 'wait', waitFor: 'nothing' },
      moments: throttledTwice,
      plan: others => ({ 40: () => others.complete() })
    });
    expect(result).toMatchObject({ verdict: 'started', previousTaskDefinitionArn: THIRD });
    expect(clock.elapsed).toBeGreaterThanOrEqual(40);
  });

  it('an undo does not put the old version over another deployment', async () => {
    const denied = () => awsError('AccessDeniedException', 'not authorized to perform: ecs:StopServiceDeployment');
    const { result, ports, service } = await play({
      settings: { waitForMinutes: 1 },
      moments: others => [
        { call: 'stopServiceDeployment', before: denied },
        { call: 'updateService', number: 2, before: THROTTLED },
        { call: 'updateService', number: 3, before: () => (others.deploy(THIRD), THROTTLED()) }
      ]
    });
    expect(ports.of('updateService')).toHaveLength(3);
    expect(service.primary).toMatchObject({ taskDefinition: THIRD, status: 'PRIMARY' });
    expect(result).toMatchObject({ verdict: expect.stringMatching(/superseded|timed-out/) });
  });
});
