import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CLUSTER, switchBreakerOff } from '../search/stages.js';
import { ENVIRONMENT } from '../simulation/machine.js';
import { Simulation, type RunInput, type SimulatedRun } from '../simulation/simulation.js';
import { runsOf } from './simulate.js';
import { setUpGated, type GatedStage } from './stages.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-paused-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STAGES: readonly GatedStage[] = [
  { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' },
  { strategy: 'linear', pause: 'PRE_PRODUCTION_TRAFFIC_SHIFT' },
  { strategy: 'canary', pause: 'POST_TEST_TRAFFIC_SHIFT' },
  { strategy: 'codedeploy', pause: 'Ready' }
];
const named = STAGES.map(stage => [`${stage.strategy} at ${stage.pause ?? ''}`, stage] as const);

async function open(stage: GatedStage): Promise<Simulation> {
  const simulation = await Simulation.open(1, folder);
  await setUpGated({ call: simulation.call, pass: milliseconds => simulation.pass(milliseconds) }, stage);
  return simulation;
}

/** One run after the other: what a later one is given may come from those before it. */
async function runOne(simulation: Simulation, input: RunInput): Promise<SimulatedRun> {
  const runs = await simulation.run([input]);
  const run = runs.at(-1);
  if (run === undefined) throw new Error('Nothing ran.');
  return run;
}

const outcomeOf = ({ answer }: SimulatedRun): string => answer?.outputs.outcome ?? '';
const logOf = ({ machine }: SimulatedRun): string =>
  [...machine.reporter.lines, ...machine.reporter.warnings].join('\n');
const reasonOf = (run: SimulatedRun): string =>
  run.machine.reporter.lines.findLast(line => /^(Succeeded|Rolled back|Failed|Superseded)/.test(line)) ?? '';

async function runningRevision(simulation: Simulation): Promise<string> {
  simulation.pass(60_000);
  const { services } = await simulation.call('ecs', 'DescribeServices', { cluster: CLUSTER, services: ['web'] });
  const [service] = services as readonly {
    readonly taskDefinition: string;
    readonly taskSets?: readonly { readonly status: string; readonly taskDefinition: string }[];
  }[];
  const primary = service?.taskSets?.find(({ status }) => status === 'PRIMARY')?.taskDefinition;
  return (primary ?? service?.taskDefinition ?? '').split('/').at(-1) ?? '';
}

describe.each(named)('a deployment that waits: %s', (_name, stage) => {
  const pause = async (simulation: Simulation): Promise<SimulatedRun> => {
    const first = await runOne(simulation, runsOf(stage, 'A', { 'wait-for': 'paused' }));
    expect({ outcome: outcomeOf(first), log: logOf(first) }).toMatchObject({ outcome: 'paused' });
    expect(first.answer?.exitCode).toBe(0);
    expect(first.isClean).toBe(true);
    expect(first.pendingCleanups).toEqual([]);
    expect(first.answer?.outputs.deployment).toMatch(/^(shop\/web\/[\w-]+|d-[A-Z0-9]{9})$/);
    expect(first.answer?.outputs.deployment).not.toMatch(/\d{12}/);
    return first;
  };

  it('ends green as paused, and is continued by a later run', async () => {
    const simulation = await open(stage);
    const first = await pause(simulation);
    simulation.pass(120_000);
    const deployment = first.answer?.outputs.deployment ?? '';
    const word = { deployment, continue: 'continue', 'wait-for': stage.strategy === 'linear' ? 'paused' : 'stable' };
    const second = await runOne(simulation, runsOf(stage, 'B', word));
    const outcome = stage.strategy === 'linear' ? 'paused' : 'succeeded';
    expect({ outcome: outcomeOf(second), log: logOf(second) }).toMatchObject({ outcome });
    expect(second.answer?.exitCode).toBe(0);
    // Before every step of LINEAR it waits again: one word ends one pause.
    const continued = second.requests.filter(({ action }) => /Continue/.test(action));
    expect(continued).toHaveLength(1);
    if (stage.strategy !== 'linear') expect(await runningRevision(simulation)).toBe('shop-web:2');
  });

  it('is rolled back by a later run', async () => {
    const simulation = await open(stage);
    const first = await pause(simulation);
    const deployment = first.answer?.outputs.deployment ?? '';
    const second = await runOne(simulation, runsOf(stage, 'B', { deployment, continue: 'rollback' }));
    expect({ outcome: outcomeOf(second), log: logOf(second) }).toMatchObject({ outcome: 'rolled-back' });
    expect(second.answer?.exitCode).toBe(3);
    expect(await runningRevision(simulation)).toBe('shop-web:1');
  });

  it('is followed and left alone without a word', async () => {
    const simulation = await open(stage);
    const first = await pause(simulation);
    const deployment = first.answer?.outputs.deployment ?? '';
    const second = await runOne(simulation, runsOf(stage, 'B', { deployment, 'wait-for': 'paused' }));
    expect({ outcome: outcomeOf(second), log: logOf(second) }).toMatchObject({ outcome: 'paused' });
    expect(second.requests.filter(({ action }) => /Continue|Stop/.test(action))).toEqual([]);
  });
});

describe('a deployment whose runner was lost', () => {
  const places: readonly (readonly [string, GatedStage, string | undefined])[] = [
    ['rolling, good', { strategy: 'rolling' }, undefined],
    // Without a breaker, so that the reason does not depend on whether ECS or the run is faster.
    ['rolling, crash', { strategy: 'rolling' }, 'crash'],
    ['blue-green, good', { strategy: 'blue-green' }, undefined],
    ['canary, good', { strategy: 'canary' }, undefined],
    ['codedeploy, good', { strategy: 'codedeploy' }, undefined]
  ];
  /** So many requests after the one that began the deployment the run is killed. */
  const moments = [1, 2, 3, 4, 6, 8, 9, 10, 11, 12] as const;

  it.each(places)('ends as an undisturbed one, wherever the run is killed: %s', async (_name, stage, fate) => {
    const openIt = async (): Promise<Simulation> => {
      const opened = await open(stage);
      if (fate !== undefined) await switchBreakerOff(opened, 'rolling');
      return opened;
    };
    const whole = await runOne(await openIt(), runsOf(stage, 'A', {}, fate));
    expect(whole.answer).toBeDefined();
    for (const moment of moments) {
      const simulation = await openIt();
      let since: number | undefined;
      simulation.observer = {
        before: ({ run, number }) => {
          if (run.name === 'A' && since !== undefined && number === since + moment) simulation.kill(run);
          return undefined;
        },
        after: ({ action, number, status }) => {
          if (/UpdateService|CreateDeployment/.test(action) && status === 200) since ??= number;
        }
      };
      const lost = await runOne(simulation, runsOf(stage, 'A', { 'on-cancel': 'leave' }, fate));
      expect({ moment, isKilled: lost.isKilled }).toEqual({ moment, isKilled: true });
      // ECS lists a service deployment some seconds after it began.
      simulation.pass(10_000);
      const second = await runOne(simulation, runsOf(stage, 'B', { deployment: await nameOf(simulation, stage) }));
      expect({
        moment,
        outcome: outcomeOf(second),
        exitCode: second.answer?.exitCode,
        log: logOf(second)
      }).toMatchObject({
        moment,
        outcome: outcomeOf(whole),
        exitCode: whole.answer?.exitCode
      });
      expect(second.answer?.outputs['task-definition-arn']).toMatch(/shop-web:2$/);
      expect(normalize(reasonOf(second))).toBe(normalize(reasonOf(whole)));
      expect(second.machine.reporter.lines).toContainEqual(expect.stringMatching(/^ {2}(before|start|replace) /));
    }
  });

  async function nameOf(simulation: Simulation, { strategy }: GatedStage): Promise<string> {
    if (strategy === 'codedeploy') {
      const { deployments } = await simulation.call('codedeploy', 'ListDeployments', {
        applicationName: 'shop',
        deploymentGroupName: 'shop-web'
      });
      return (deployments as readonly string[])[0] ?? '';
    }
    const { serviceDeployments } = await simulation.call('ecs', 'ListServiceDeployments', {
      cluster: CLUSTER,
      service: 'web'
    });
    const [newest] = serviceDeployments as readonly { readonly serviceDeploymentArn: string }[];
    return newest?.serviceDeploymentArn.split(':service-deployment/')[1] ?? '';
  }

  /** Ids are of the deployment, and how many tasks have died by then is of the moment. */
  const normalize = (text: string): string =>
    (text.split('\n')[0] ?? '')
      .replace(/d-[A-Z0-9]{9}/g, 'd-')
      .replace(/ecs-svc\/\d+/g, 'ecs-svc/')
      .replace(/\d+ tasks/g, 'tasks');
});
