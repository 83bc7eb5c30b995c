import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CLUSTER, setUp, taskDefinition } from '../search/stages.js';
import { ENVIRONMENT } from './machine.js';
import { Simulation, type Observer, type Request, type RunInput, type SimulatedRun } from './simulation.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-simulation-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function input(name = 'A', changes: Partial<RunInput> = {}): RunInput {
  return {
    name,
    inputs: {
      cluster: CLUSTER,
      service: 'web',
      'task-definition': 'web.json',
      image: `public.ecr.aws/docker/library/httpd:2.4.${name.charCodeAt(0)}`,
      'artifacts-directory': '/artifacts'
    },
    files: { 'web.json': JSON.stringify(taskDefinition('shop-web', '<IMAGE1_NAME>')) },
    ...changes
  };
}

async function run(
  inputs: readonly RunInput[],
  observe: (simulation: Simulation) => Observer = () => ({}),
  seed = 1
): Promise<{ readonly simulation: Simulation; readonly runs: readonly SimulatedRun[] }> {
  const simulation = await Simulation.open(seed, folder);
  await setUp({ call: simulation.call, pass: milliseconds => simulation.pass(milliseconds) }, 'rolling');
  simulation.observer = observe(simulation);
  return { simulation, runs: await simulation.run(inputs) };
}

const actionsOf = (of: SimulatedRun | undefined, step: Request['step']): readonly string[] =>
  (of?.requests ?? []).filter(request => request.step === step).map(({ action }) => action);

describe('a run of Slipway in virtual time', () => {
  it('takes a minute of it, and comes to its outcome', async () => {
    const { simulation, runs } = await run([input()]);
    expect(runs[0]?.answer).toMatchObject({ exitCode: 0, outputs: { outcome: 'succeeded' } });
    const [first, last] = [runs[0]?.requests[0]?.time ?? 0, simulation.time.now()];
    expect(last - first).toBeGreaterThan(50_000);
    expect(runs[0]?.isClean).toBe(true);
  });

  it('shares it with another: their requests come between one another', async () => {
    const { runs } = await run([input('A'), input('B', { delay: 2_000 })]);
    expect(runs.map(({ answer }) => answer?.outputs.outcome)).toEqual(['superseded', 'succeeded']);
  });

  it('is cancelled between two requests, and ends by itself', async () => {
    const { runs } = await run([input()], simulation => ({
      after: ({ run: of, number }) => {
        if (number === 10) simulation.cancelRun(of);
      }
    }));
    expect(runs[0]?.answer).toMatchObject({ exitCode: 6, outputs: { outcome: 'cancelled' } });
    expect(actionsOf(runs[0], 'main')).toContain('ecs:StopServiceDeployment');
  });

  it('is killed: nothing of it reaches AWS any more, and its post step does the rest', async () => {
    const { runs } = await run([input()], simulation => ({
      before: ({ run: of, number }) => {
        if (number === 10) simulation.kill(of);
        return undefined;
      }
    }));
    expect(runs[0]?.answer).toBeUndefined();
    expect(actionsOf(runs[0], 'main')).toHaveLength(10);
    expect(actionsOf(runs[0], 'post')).toContain('ecs:StopServiceDeployment');
  });

  it.each([
    ['throttled', 2, 1],
    ['answer-lost', 1, 1],
    ['reset', 2, 1],
    ['no-answer', 1, 1]
  ] as const)('meets trouble: %s', async (trouble, sent, made) => {
    let met = 0;
    const { simulation, runs } = await run([input()], () => ({
      before: ({ action }) => (action === 'ecs:UpdateService' && met++ === 0 ? trouble : undefined)
    }));
    expect(actionsOf(runs[0], 'main').filter(action => action === 'ecs:UpdateService')).toHaveLength(sent);
    const { serviceDeployments } = await simulation.call('ecs', 'ListServiceDeployments', {
      cluster: CLUSTER,
      service: 'web'
    });
    // One that began with the service.
    expect(serviceDeployments).toHaveLength(made + 1);
    expect(runs[0]?.answer?.outputs.outcome).toBe('succeeded');
  });

  it('goes the same way for the same seed, and another for another', async () => {
    const times = async (seed: number): Promise<readonly number[]> =>
      (await run([input('A'), input('B', { delay: 300 })], undefined, seed)).runs.flatMap(({ requests }) =>
        requests.map(({ time }) => time)
      );
    const first = await times(7);
    expect(await times(7)).toEqual(first);
    expect(await times(8)).not.toEqual(first);
  });
});
