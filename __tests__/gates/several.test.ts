import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import type { Shell } from '../../src/ports.js';
import { APPSPEC, CLUSTER, setUp, taskDefinition } from '../search/stages.js';
import { ENVIRONMENT } from '../simulation/machine.js';
import { Simulation } from '../simulation/simulation.js';
import { NO_GATES } from '../no-gates.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-several-gates-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('gives each of several services its own gate: one that fails takes back its own service alone', async () => {
  const simulation = await Simulation.open(1, folder);
  await setUp({ call: simulation.call, pass: milliseconds => simulation.pass(milliseconds) }, 'several');
  const ran: string[] = [];
  const shell: Shell = {
    run: async (line, { env }) => {
      ran.push(`${line} ${env['GATE_TASK_DEFINITION']?.split('/')[1] ?? ''}`);
      return { exitCode: line === 'bad' ? 1 : 0 };
    }
  };
  const services = [
    { service: 'web', 'task-definition': 'web.json', 'gate-command': 'good' },
    { service: 'worker', 'task-definition': 'worker.json', 'gate-command': 'bad' },
    {
      service: 'shop',
      'task-definition': 'shop.json',
      'gate-command': 'good',
      'gate-at': 'live',
      'codedeploy-application': 'shop',
      'codedeploy-deployment-group': 'shop-shop'
    }
  ];
  const files = services.map(({ service }): [string, string] => [
    `${service}.json`,
    JSON.stringify(taskDefinition(`shop-${service}`, '<IMAGE1_NAME>'))
  ]);
  const [run] = await simulation.run([
    {
      name: 'A',
      gates: { ...NO_GATES, shell },
      inputs: {
        cluster: CLUSTER,
        services: JSON.stringify(services),
        image: 'public.ecr.aws/docker/library/httpd:2.4.65',
        'artifacts-directory': '/artifacts'
      },
      files: { 'appspec.yml': APPSPEC, ...Object.fromEntries(files) }
    }
  ]);
  const log = run?.machine.reporter.lines.join('\n') ?? '';
  expect({ outcome: run?.answer?.outputs.outcome, log }).toMatchObject({ outcome: 'rolled-back' });
  expect(run?.answer?.exitCode).toBe(3);
  expect([...ran].sort()).toEqual(['bad shop-worker:2', 'good shop-shop:2', 'good shop-web:2']);
  expect(log).toMatch(/Rolled back: 2 of 3 services ended well\./);
  expect(run?.answer?.outputs.deployment?.split('\n')).toEqual([
    expect.stringMatching(/^shop\/web\//),
    expect.stringMatching(/^shop\/worker\//),
    expect.stringMatching(/^d-/)
  ]);
});
