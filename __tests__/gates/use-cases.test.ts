import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Move } from '../../src/emulator/second-actor/moves.js';
import { CLUSTER } from '../search/stages.js';
import { ENVIRONMENT } from '../simulation/machine.js';
import type { Request } from '../simulation/simulation.js';
import { simulate, type Fate, type GatedCase, type GatedRun } from './simulate.js';
import type { GatedStage } from './stages.js';
import { findWrongPhases, namesOf, readPhases, sequenceOf } from '../phases.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-gates-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COMMAND = { 'gate-command': './smoke.sh' };

interface Place {
  readonly name: string;
  readonly stage: GatedStage;
  readonly inputs: Readonly<Record<string, string>>;
  /** How often a gate that passes runs. */
  readonly runs: number;
  readonly at: 'test' | 'live';
  /** The deployment has ended before a gate that hangs is cut short: nothing is left to be stopped. */
  readonly endsBefore?: boolean;
}

const test = (name: string, stage: GatedStage, runs = 1): Place => ({ name, stage, inputs: COMMAND, runs, at: 'test' });
const live = (name: string, stage: GatedStage): Place => ({
  name,
  stage,
  inputs: { ...COMMAND, 'gate-at': 'live' },
  runs: 1,
  at: 'live'
});

/** Every strategy, and where its gate runs. */
const PLACES: readonly Place[] = [
  test('BLUE_GREEN at POST_TEST_TRAFFIC_SHIFT', { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' }),
  test('BLUE_GREEN at POST_SCALE_UP', { strategy: 'blue-green', pause: 'POST_SCALE_UP' }),
  test('BLUE_GREEN at PRE_PRODUCTION_TRAFFIC_SHIFT', { strategy: 'blue-green', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' }),
  test('LINEAR before every step', { strategy: 'linear', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' }, 2),
  test('LINEAR at POST_TEST_TRAFFIC_SHIFT', { strategy: 'linear', pause: 'POST_TEST_TRAFFIC_SHIFT' }),
  test('CANARY at POST_TEST_TRAFFIC_SHIFT', { strategy: 'canary', pause: 'POST_TEST_TRAFFIC_SHIFT' }),
  test('CANARY before every step', { strategy: 'canary', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' }, 2),
  test('CodeDeploy in Ready', { strategy: 'codedeploy', pause: 'Ready' }),
  live('BLUE_GREEN live', { strategy: 'blue-green' }),
  live('CANARY live', { strategy: 'canary' }),
  live('CodeDeploy live', { strategy: 'codedeploy' }),
  { ...live('ROLLING live', { strategy: 'rolling' }), endsBefore: true }
];

const SENT = /^(ecs:ContinueServiceDeployment|codedeploy:ContinueDeployment)$/;

function continued({ run }: GatedRun): readonly Request[] {
  return run.requests.filter(({ action, input }) => SENT.test(action) && input['action'] !== 'ROLLBACK');
}

function outcomeOf({ run }: GatedRun): string {
  return run.answer?.outputs.outcome ?? '';
}

function runningRevision({ simulation }: GatedRun): Promise<string> {
  simulation.pass(60_000);
  return simulation.call('ecs', 'DescribeServices', { cluster: CLUSTER, services: ['web'] }).then(({ services }) => {
    const [service] = services as readonly {
      readonly taskDefinition: string;
      readonly taskSets?: readonly { readonly status: string; readonly taskDefinition: string }[];
    }[];
    const primary = service?.taskSets?.find(({ status }) => status === 'PRIMARY')?.taskDefinition;
    return (primary ?? service?.taskDefinition ?? '').split('/').at(-1) ?? '';
  });
}

/** Continue was sent once for each gate that passed, after it had, and for no other. */
function expectContinuedForPassed(gated: GatedRun): void {
  const passed = gated.gates.filter(gate => gate.passed);
  const sent = continued(gated);
  expect(sent.length).toBeLessThanOrEqual(passed.length);
  for (const [index, { time }] of sent.entries())
    expect(time).toBeGreaterThanOrEqual(passed[index]?.endedAt ?? Infinity);
}

async function runGated(place: Place, changes: Partial<GatedCase> = {}): Promise<GatedRun> {
  const gated = await simulate({ stage: place.stage, inputs: place.inputs, ...changes }, folder);
  if (place.at === 'test') expect({ untested: gated.untested, log: gated.log }).toMatchObject({ untested: 0 });
  expectContinuedForPassed(gated);
  expect({ isClean: gated.run.isClean, log: gated.log }).toMatchObject({ isClean: true });
  return gated;
}

describe.each(PLACES.map(place => [place.name, place] as const))('%s', (_name, place) => {
  it('goes on where the gate passes', async () => {
    const gated = await runGated(place);
    expect({ outcome: outcomeOf(gated), log: gated.log }).toMatchObject({ outcome: 'succeeded' });
    expect(gated.run.answer?.exitCode).toBe(0);
    expect(gated.gates).toHaveLength(place.runs);
    expect(continued(gated)).toHaveLength(place.at === 'test' ? place.runs : 0);
    expect(await runningRevision(gated)).toBe('shop-web:2');
  });

  it.each<[Fate, RegExp]>([
    ['fails', /The gate failed.*: \.\/smoke\.sh ended with exit code 3\./],
    ['is killed', /The gate failed.*: \.\/smoke\.sh was killed by SIGKILL\./],
    ['hangs', /The gate failed.*: \.\/smoke\.sh had not passed within 10 minutes \(gate-timeout-minutes\)\./]
  ])('goes back where the gate %s', async (fate, reason) => {
    const gated = await runGated(place, { fate });
    expect({ outcome: outcomeOf(gated), log: gated.log }).toMatchObject({ outcome: 'rolled-back' });
    const phases = readPhases(gated.run.answer?.outputs.phases);
    expect(findWrongPhases(phases, { startedAt: 0, endedAt: Infinity })).toEqual([]);
    expect(namesOf(sequenceOf(phases))).toContain('gate');
    expect(namesOf(sequenceOf(phases)).at(-1)).toBe('rollback');
    expect(gated.run.answer?.exitCode).toBe(3);
    expect(gated.log).toMatch(reason);
    expect(gated.run.answer?.summary).toContain('expected 200, got 500');
    expect(continued(gated)).toHaveLength(0);
    expect(await runningRevision(gated)).toBe('shop-web:1');
  });

  it('does what on-cancel says where the run is cancelled while the gate runs', async () => {
    const gated = await runGated(place, {
      fate: 'hangs',
      onGate: (simulation, of) => simulation.time.after(30_000, () => simulation.cancelRun(of))
    });
    expect({ outcome: outcomeOf(gated), log: gated.log }).toMatchObject({ outcome: 'cancelled' });
    expect(gated.run.answer?.exitCode).toBe(6);
    expect(continued(gated)).toHaveLength(0);
    if (place.endsBefore === true) expect(gated.log).toContain('on-cancel came too late.');
    expect(await runningRevision(gated)).toBe(place.endsBefore === true ? 'shop-web:2' : 'shop-web:1');
  });

  it('is taken back by the post step where the run is killed while the gate runs', async () => {
    const gated = await runGated(place, {
      fate: 'hangs',
      onGate: (simulation, of) => simulation.time.after(30_000, () => simulation.kill(of))
    });
    expect(gated.run.answer).toBeUndefined();
    expect(continued(gated)).toHaveLength(0);
    expect(await runningRevision(gated)).toBe(place.endsBefore === true ? 'shop-web:2' : 'shop-web:1');
  });
});

const PAUSES = PLACES.filter(({ at }) => at === 'test');

describe.each(PAUSES.map(place => [place.name, place] as const))('a pause of %s', (_name, place) => {
  it('that AWS ends before the gate answers', async () => {
    const stage = { ...place.stage, pauseMinutes: 2 };
    const gated = await runGated({ ...place, stage }, { fate: 'hangs' });
    expect({ outcome: outcomeOf(gated), log: gated.log }).toMatchObject({ outcome: 'rolled-back' });
    expect(gated.log).toContain('The deployment did not wait for the gate, which is ended.');
    expect(continued(gated)).toHaveLength(0);
    expect(await runningRevision(gated)).toBe('shop-web:1');
  });

  it('is seen soon: a gate that passes costs no more than 5 s beside its own time', async () => {
    const gated = await runGated(place, { seconds: 40 });
    const plain = await simulate({ stage: { ...place.stage, ...withoutPause(place) }, inputs: {} }, folder);
    expect(outcomeOf(plain)).toBe('succeeded');
    const took = (of: GatedRun): number => (of.run.endedAt ?? 0) - (of.run.requests[0]?.time ?? 0);
    const extra = took(gated) - took(plain) - place.runs * 40_000;
    expect(extra / place.runs).toBeLessThanOrEqual(5_000);
  });
});

function withoutPause({ stage }: Place): Partial<GatedStage> {
  return { ...stage, pause: undefined };
}

describe('another deployment that takes over while the gate runs', () => {
  const take: Omit<Move, 'region'> = { move: 'deploy', cluster: CLUSTER, service: 'web' };

  it.each(PLACES.filter(({ stage }) => stage.strategy !== 'codedeploy').map(place => [place.name, place] as const))(
    'ends %s as superseded',
    async (_name, place) => {
      const gated = await runGated(place, {
        fate: 'hangs',
        onGate: simulation =>
          simulation.time.after(30_000, () => {
            const { refused } = simulation.move(take, 'arn:aws:iam::123456789012:user/other');
            expect(refused).toBeUndefined();
          })
      });
      expect({ outcome: outcomeOf(gated), log: gated.log }).toMatchObject({ outcome: 'superseded' });
      expect(continued(gated)).toHaveLength(0);
      expect(gated.run.requests.filter(({ action }) => action === 'ecs:StopServiceDeployment')).toHaveLength(0);
    }
  );
});

describe('a person who acts while the gate runs', () => {
  const readyStage: GatedStage = { strategy: 'codedeploy', pause: 'Ready' };
  const place = test('CodeDeploy', readyStage);
  const move = (name: Move['move']) => (simulation: Parameters<NonNullable<GatedCase['onGate']>>[0]) =>
    simulation.time.after(5_000, () => {
      const { refused } = simulation.move(
        { move: name, cluster: CLUSTER, service: 'web' },
        'arn:aws:iam::123456789012:user/other'
      );
      expect(refused).toBeUndefined();
    });

  it('stops the deployment: the gate is ended, and the rollback is followed', async () => {
    const gated = await runGated(place, { fate: 'hangs', onGate: move('stop-and-roll-back-deployment') });
    expect({ outcome: outcomeOf(gated), log: gated.log }).toMatchObject({ outcome: 'rolled-back' });
    expect(gated.gates[0]?.endedAt).toBeUndefined();
    expect(continued(gated)).toHaveLength(0);
  });

  it.each<[Fate, string, string]>([
    ['passes', 'succeeded', 'shop-web:2'],
    ['fails', 'rolled-back', 'shop-web:1']
  ])('continues it: a gate that %s still decides, and sends no continue', async (fate, outcome, revision) => {
    const gated = await simulate(
      { stage: readyStage, inputs: COMMAND, fate, seconds: 40, onGate: move('continue-deployment') },
      folder
    );
    expect({ outcome: outcomeOf(gated), log: gated.log }).toMatchObject({ outcome });
    expect(continued(gated)).toHaveLength(0);
    expect(await runningRevision(gated)).toBe(revision);
  });
});
