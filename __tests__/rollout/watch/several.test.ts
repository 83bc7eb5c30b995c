import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { watchStatus } from '../../../src/commands/watch-status.js';
import { CLUSTER, setUp } from '../../search/stages.js';
import { ENVIRONMENT, type VirtualMachine } from '../../simulation/machine.js';
import { Simulation } from '../../simulation/simulation.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-watch-several-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SETTINGS = `region: eu-west-1
cluster: ${CLUSTER}
services:
  - { service: web }
  - { service: worker }
  - { service: wep }
  - { service: shop, codedeploy-application: shop, codedeploy-deployment-group: shop-shop }
`;

it('shows a block for each of several services behind one look for all; one that is refused holds up no other', async () => {
  const simulation = await Simulation.open(1, folder);
  await setUp({ call: simulation.call, pass: milliseconds => simulation.pass(milliseconds) }, 'several');
  simulation.pass(600_000);
  const shown: string[] = [];
  const output = {
    write: () => undefined,
    openScreen: () => ({
      columns: 100,
      rows: 40,
      show: (lines: readonly string[]) => void shown.push(lines.join('\n')),
      onChange: () => undefined,
      close: () => undefined
    }),
    paint: (_code: number, text: string) => text,
    lost: new AbortController().signal
  };
  const command = (machine: VirtualMachine): Promise<number> => {
    simulation.time.after(30_000, () => {
      void simulation.call('ecs', 'UpdateService', { cluster: CLUSTER, service: 'worker', forceNewDeployment: true });
    });
    simulation.time.after(150_000, () => {
      for (const run of simulation.runs) simulation.cancelRun(run);
    });
    return watchStatus({ flags: {}, problems: [] }, machine, output);
  };
  const [watch] = await simulation.run([{ name: 'A', inputs: {}, files: { 'slipway.yml': SETTINGS }, command }]);
  expect(watch?.answer?.exitCode).toBe(0);
  const moving = shown.find(frame => frame.includes('[replace'))?.split('\n') ?? [];
  expect(moving.filter(line => /^\S.* \(/.test(line)).map(line => line.replace(/,? ?\d.*/, ''))).toEqual([
    expect.stringMatching(/^shop\/web \(ECS, ROLLING\): Succeeded/),
    expect.stringMatching(/^shop\/worker \(ECS, ROLLING\): replace/),
    expect.stringMatching(/^shop\/shop \(CodeDeploy\)/)
  ]);
  expect(moving.join('\n')).toMatch(
    /^shop\/wep\n {2}There is no service wep in the cluster shop\. Did you mean web\?$/m
  );
  expect(shown.at(-1)).toMatch(/^shop\/worker \(ECS, ROLLING\): Succeeded after/m);
  // One DescribeServices asks for all.
  const asked = watch?.requests.filter(({ action }) => action === 'ecs:DescribeServices') ?? [];
  expect(Math.max(...asked.map(({ input }) => (input['services'] as readonly string[]).length))).toBeGreaterThanOrEqual(
    3
  );
});
