import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CLUSTER } from '../../search/stages.js';
import { ENVIRONMENT } from '../../simulation/machine.js';
import type { SimulatedRun } from '../../simulation/simulation.js';
import { displayWidth } from '../../../src/text/width.js';
import { simulateWatch } from './simulate-watch.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-watch-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const STRATEGIES = ['rolling', 'blue-green', 'linear', 'canary', 'codedeploy'] as const;

describe('slipway status --watch, in virtual time', () => {
  it.each(STRATEGIES)(
    'adds the lines of a follow log where there is no terminal, and ends with Ctrl-C (%s)',
    async strategy => {
      const { run, watch, lines, error } = await simulateWatch({ stage: { strategy } }, folder);
      expect({ error, exitCode: watch.answer?.exitCode }).toEqual({ error: undefined, exitCode: 0 });
      expect(run.answer?.outputs.outcome).toBe('succeeded');
      const log = lines.join('\n');
      expect(log).toMatch(/^shop\/web: no deployment is in progress\./);
      expect(log).toMatch(/^shop\/web: \S+ of shop-web:2 is in progress\.$/m);
      expect(log).toMatch(/^Succeeded shop\/web: \S+ reports the deployment (SUCCESSFUL|Succeeded)\.$/m);
      // After its end the watch goes on.
      expect(log).toMatch(/\nshop\/web runs shop-web:2: 2 of 2 running$/);
      // Only what has changed is a line.
      const states = lines
        .filter(line => / new tasks |; green /.test(line))
        .map(line => line.replace(/^\[[^\]]*\] /, ''));
      expect(states.length).toBeGreaterThan(2);
      expect(states.filter((state, index) => state === states[index - 1])).toEqual([]);
      // It never changes anything.
      expect(
        watch.requests.map(({ action }) => action).filter(action => !/:(Describe|List|Get|BatchGet)/.test(action))
      ).toEqual([]);
    }
  );

  it('tells why a deployment failed, and that it went back', async () => {
    const { lines, watch } = await simulateWatch({ stage: { strategy: 'rolling' }, behaviour: 'crash' }, folder);
    const log = lines.join('\n');
    expect(log).toMatch(/^Rolled back shop\/web: Rolled back\. Service deployment rolled back/m);
    expect(log).toMatch(/^ {2}Stopped tasks:\n {4}4 × web: Essential container in task exited \(exit code 1\)$/m);
    expect(log).toContain('    Error: DATABASE_URL is not set');
    expect(watch.answer?.exitCode).toBe(0);
  });

  // Both look by the same pollers; what differs are the jitter of the pauses, and what it takes to find a deployment that somebody else began.
  it('asks AWS no more than the run does while it waits', async () => {
    const calls = { run: 0, watch: 0 };
    for (const strategy of STRATEGIES) {
      const { run, watch } = await simulateWatch({ stage: { strategy } }, folder);
      const during = (of: SimulatedRun): readonly number[] => listCalls(of, run);
      calls.run += during(run).length;
      calls.watch += during(watch).length;
      expect(busiestMinute(during(watch))).toBeLessThanOrEqual(30);
    }
    expect(calls.run).toBeGreaterThan(200);
    expect(calls.watch / calls.run).toBeLessThanOrEqual(1.05);
  });

  it('draws a screen that never has more lines than rows, nor wider ones than columns', async () => {
    for (const size of [
      { columns: 100, rows: 24 },
      { columns: 40, rows: 6 },
      { columns: 12, rows: 1 }
    ]) {
      const { shown, left } = await simulateWatch({ stage: { strategy: 'canary' }, shows: 'screen', size }, folder);
      for (const frame of shown) {
        const lines = frame.split('\n');
        expect(lines.length).toBeLessThanOrEqual(size.rows);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThan(size.columns);
      }
      expect(left?.[0]).toMatch(/^shop\/web/);
    }
  });

  it('shows phases, tasks by version, traffic and what is waited for', async () => {
    const { shown } = await simulateWatch({ stage: { strategy: 'canary' }, shows: 'screen' }, folder);
    const shifting = shown.find(frame => frame.includes('traffic 20 %'))?.split('\n');
    expect(shifting?.slice(0, 6)).toEqual([
      expect.stringMatching(/^shop\/web \(ECS, CANARY\): shift, \d+ s$/),
      expect.stringMatching(/^ {2}deployment shop\/web\/\S+ of shop-web:2$/),
      expect.stringMatching(/^ {2}start \d+ s > test \d+ s > \[shift \d+ m?s\] > bake > drain$/),
      '  waits for the production traffic to move',
      '  new  shop-web:2  [====================]  2 of 2 running  traffic 20 %',
      '  old  shop-web:1  [====================]  2 of 2 running  traffic 80 %'
    ]);
    const last = shown.at(-1)?.split('\n');
    expect(last?.slice(0, 5)).toEqual([
      expect.stringMatching(/^shop\/web \(ECS, CANARY\): Succeeded after 4 min \d+ s, \d+ s ago$/),
      expect.stringMatching(/^ {2}deployment shop\/web\/\S+ of shop-web:2$/),
      expect.stringMatching(
        /^ {2}start \d+ s > test \d+ s > shift 1 min \d+ s > bake (2 min|1 min \d+ s) ?\S* ?\S* > drain \d+ s$/
      ),
      '  ECS reports the deployment SUCCESSFUL.',
      '  current  shop-web:2  [====================]  2 of 2 running'
    ]);
    expect(last?.at(-1)).toMatch(/UTC {2}Ctrl-C ends the view\.$/);
  });

  it('names the command that ends a pause', async () => {
    const { shown } = await simulateWatch(
      {
        stage: { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' },
        inputs: { 'wait-for': 'paused' },
        shows: 'screen',
        size: { columns: 200, rows: 30 }
      },
      folder
    );
    expect(shown.at(-1)).toMatch(
      /^ {2}waits for POST_TEST_TRAFFIC_SHIFT until \S+ \S+ UTC for slipway continue shop\/web\/\S+ \(with --rollback it goes back\)\.$/m
    );
  });

  it('writes one JSON object a line, only where something changed', async () => {
    const { shown } = await simulateWatch({ stage: { strategy: 'codedeploy' }, shows: 'json' }, folder);
    const states = shown.map(line => JSON.parse(line) as Record<string, unknown>);
    expect(shown.every(line => line.endsWith('\n') && !line.slice(0, -1).includes('\n'))).toBe(true);
    expect(shown.filter((line, index) => line === shown[index - 1])).toEqual([]);
    expect(states.at(-1)).toMatchObject({
      cluster: CLUSTER,
      service: 'web',
      deployment: { outcome: 'succeeded', deployment: expect.stringMatching(/^d-/) },
      versions: [{ role: 'current', desiredCount: 2, runningCount: 2 }]
    });
    const phases = states.flatMap(({ deployment }) => (deployment as { phase?: string } | undefined)?.phase ?? []);
    expect([...new Set(phases)]).toEqual(expect.arrayContaining(['start', 'shift', 'drain']));
  });

  it('goes on where AWS does not answer for a while, and says so as long as it lasts', async () => {
    const { shown, watch, error } = await simulateWatch(
      {
        stage: { strategy: 'blue-green' },
        shows: 'screen',
        observe: simulation => ({
          before: request => {
            const begun = simulation.runs[0]?.requests.find(({ action }) => action === 'ecs:UpdateService')?.time;
            const since = begun === undefined ? 0 : request.time - begun;
            if (request.run.name !== 'B' || since < 20_000 || since > 120_000) return undefined;
            return request.number % 2 === 0 ? 'throttled' : 'reset';
          }
        })
      },
      folder
    );
    expect({ error, exitCode: watch.answer?.exitCode }).toEqual({ error: undefined, exitCode: 0 });
    expect(shown.some(frame => /^ {2}AWS last answered \d+ (s|min) ago; still trying\.$/m.test(frame))).toBe(true);
    expect(shown.at(-1)).toMatch(/Succeeded after/);
    expect(shown.at(-1)).not.toContain('does not answer');
  });

  it.each(['lines', 'screen'] as const)('ends in one sentence where the service is deleted (%s)', async shows => {
    const { lines, left, watch, error } = await simulateWatch(
      {
        stage: { strategy: 'rolling' },
        shows,
        observe: simulation => ({
          ended: ({ name }) => {
            if (name !== 'A') return;
            const input = { cluster: CLUSTER, service: 'web', force: true };
            simulation.time.after(20_000, () => void simulation.call('ecs', 'DeleteService', input));
          }
        })
      },
      folder
    );
    expect({ error, exitCode: watch.answer?.exitCode }).toEqual({ error: undefined, exitCode: 1 });
    const said = shows === 'lines' ? lines : (left ?? []);
    expect(said.map(line => line.trim())).toContain('The service shop/web was deleted.');
  });

  it.each([
    ['expired credentials', 'ExpiredTokenException', /token.*expired/i],
    ['a missing permission', 'AccessDeniedException', /ecs:DescribeServices/]
  ])('ends in one sentence with %s', async (_name, type, message) => {
    const { error, left } = await simulateWatch(
      {
        stage: { strategy: 'rolling' },
        shows: 'screen',
        observe: simulation => {
          const text =
            type === 'ExpiredTokenException'
              ? 'The security token included in the request is expired'
              : 'User: arn:aws:sts::123456789012:assumed-role/deploy/B is not authorized to perform: ecs:DescribeServices on resource: *';
          return {
            refuse: request =>
              request.run.name === 'B' && simulation.runs[0]?.step !== 'main' ? { type, message: text } : undefined
          };
        }
      },
      folder
    );
    expect((error as Error).message).toMatch(message);
    expect(left?.[0]).toMatch(/^shop\/web/);
  });
});

/** When it asked AWS, from the request that began the deployment until the run's end. */
function listCalls({ requests }: SimulatedRun, run: SimulatedRun): readonly number[] {
  const begun = run.requests.find(({ action }) => /UpdateService|CreateDeployment$/.test(action))?.time ?? NaN;
  const ended = run.endedAt ?? NaN;
  return requests.map(({ time }) => time).filter(time => time > begun && time <= ended);
}

function busiestMinute(times: readonly number[]): number {
  return Math.max(...times.map(from => times.filter(at => at >= from && at < from + 60_000).length));
}
