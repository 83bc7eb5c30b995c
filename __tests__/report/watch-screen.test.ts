import { describe, expect, it } from '@jest/globals';

import { renderWatchScreen } from '../../src/report/watch-screen.js';
import { openWatchState, type DeploymentState, type WatchState } from '../../src/rollout/watch/state.js';
import { displayWidth } from '../../src/text/width.js';
import { TARGET } from '../rollout/fake-ecs.js';
import { NEW, OLD, START } from '../rollout/fakes.js';

const at = (seconds: number): number => START + seconds * 1_000;
const DEPLOYMENT: DeploymentState = {
  name: 'shop/web/abc',
  taskDefinitionArn: NEW,
  begunAt: at(0),
  line: 'IN_PROGRESS',
  phases: [
    { phase: 'start', state: 'done', startedAt: at(0), endedAt: at(22) },
    { phase: 'replace', state: 'now', startedAt: at(22), endedAt: undefined },
    { phase: 'drain', state: 'next', startedAt: undefined, endedAt: undefined }
  ],
  waitsFor: '1 of 4 new tasks to run',
  failing: undefined,
  stoppedTasks: [],
  ending: undefined,
  endedAt: undefined,
  diagnosis: undefined
};
const STATE: WatchState = {
  ...openWatchState('shop', 'web'),
  target: TARGET,
  deployment: DEPLOYMENT,
  versions: [
    { role: 'new', taskDefinitionArn: NEW, desired: 4, running: 3, pending: 1, failed: 2, traffic: 50 },
    { role: 'old', taskDefinitionArn: OLD, desired: 1, running: 1, pending: 0, failed: 0, traffic: undefined }
  ],
  events: [
    { createdAt: new Date(at(1)), message: '(service web) has started 4 tasks.' },
    { createdAt: new Date(at(30)), message: '(service web) has stopped 3 running tasks.' }
  ],
  lookedAt: at(40)
};
const plain = (_code: number, text: string): string => text;

function draw(states: readonly WatchState[], columns = 80, rows = 24, now = at(40)): readonly string[] {
  return renderWatchScreen(states, { columns, rows, now, paint: plain });
}

describe('the live view', () => {
  it('has the phases, what is waited for, the tasks of each version and the newest events', () => {
    expect(draw([STATE])).toEqual([
      'shop/web (ECS, ROLLING): replace, 40 s',
      '  deployment shop/web/abc of web:2',
      '  start 22 s > [replace 18 s] > drain',
      '  waits for 1 of 4 new tasks to run',
      '  new  web:2  [===============     ]  3 of 4 running  1 pending  2 failed  tra…',
      '  old  web:1  [====================]  1 of 1 running',
      '  10:00:30  has stopped 3 running tasks.',
      '  10:00:01  has started 4 tasks.',
      '2026-03-01 10:00:40 UTC  Ctrl-C ends the view; the deployment continues.'
    ]);
  });

  it('leaves out the least important where rows are few', () => {
    expect(draw([STATE], 80, 6)).toEqual([
      'shop/web (ECS, ROLLING): replace, 40 s',
      '  start 22 s > [replace 18 s] > drain',
      '  waits for 1 of 4 new tasks to run',
      '  new  web:2  [===============     ]  3 of 4 running  1 pending  2 failed  tra…',
      '  old  web:1  [====================]  1 of 1 running',
      '2026-03-01 10:00:40 UTC  Ctrl-C ends the view; the deployment continues.'
    ]);
    expect(draw([STATE], 80, 2)).toEqual([
      'shop/web (ECS, ROLLING): replace, 40 s',
      '  start 22 s > [replace 18 s] > drain'
    ]);
    expect(draw([STATE], 20, 1)).toEqual(['shop/web (ECS, ROL…']);
  });

  it('gives each of several services a block, then a line, then says how many are not shown', () => {
    const states = ['web', 'worker', 'cron'].map(service => ({
      ...STATE,
      target: { ...TARGET, serviceName: service },
      events: []
    }));
    expect(draw(states, 80, 30).filter(line => line === '')).toHaveLength(2);
    expect(draw(states, 80, 4)).toEqual([
      'shop/web (ECS, ROLLING): replace, 40 s',
      'shop/worker (ECS, ROLLING): replace, 40 s',
      'shop/cron (ECS, ROLLING): replace, 40 s',
      '2026-03-01 10:00:40 UTC  Ctrl-C ends the view; the deployment continues.'
    ]);
    expect(draw(states, 80, 2)).toEqual(['shop/web (ECS, ROLLING): replace, 40 s', 'and 2 services more']);
  });

  it('has as many lines as rows at most, and none as wide as the terminal, whatever others wrote', () => {
    const hostile = '\u001b[2J\u001b]0;title\u0007\u009b1A\r\n결제 서비스 🚀👩‍💻 \u202eabc\ttail'.repeat(20);
    const states = Array.from({ length: 5 }, (_, index) => ({
      ...STATE,
      events: [{ createdAt: new Date(at(1)), message: hostile }],
      warnings: [hostile],
      deployment: { ...DEPLOYMENT, failing: hostile, waitsFor: index === 0 ? hostile : 'x' }
    }));
    for (let columns = 1; columns <= 90; columns += 11) {
      for (let rows = 1; rows <= 40; rows += 6) {
        const lines = draw(states, columns, rows);
        expect(lines.length).toBeLessThanOrEqual(rows);
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(Math.max(1, columns - 1));
        expect(lines.join('')).not.toMatch(/\p{Cc}|\u202e/u);
      }
    }
  });

  it('says so while AWS does not answer', () => {
    expect(draw([STATE], 80, 24, at(60)).join('\n')).not.toContain('does not answer');
    expect(draw([STATE], 80, 24, at(100))[1]).toBe('  AWS last answered 1 min ago; still trying.');
  });

  it('tells the end with its reason and what was found out, in its colour', () => {
    const ending = { verdict: 'rolled-back', reason: 'Rolled back. Tasks failed to start.' } as const;
    const diagnosis: DeploymentState['diagnosis'] = {
      stopReason: 'Tasks failed to start.',
      stoppedTasks: [],
      events: [{ at: at(1), message: 'has started 4 tasks.' }],
      alarms: [],
      logs: [{ container: 'web', stream: 'ecs/web/1', lines: ['Error: no database'] }],
      gaps: []
    } as unknown as NonNullable<DeploymentState['diagnosis']>;
    const ended = { ...DEPLOYMENT, ending, diagnosis, endedAt: at(38), waitsFor: undefined };
    const lines = renderWatchScreen([{ ...STATE, deployment: ended, events: [] }], {
      columns: 80,
      rows: 24,
      now: at(40),
      paint: (code, text) => `<${code}>${text}`
    });
    expect(lines[0]).toBe('<31>shop/web (ECS, ROLLING): Rolled back after 38 s, 2 s ago');
    expect(lines).toContain('<31>  Rolled back. Tasks failed to start.');
    expect(lines).toContain('  Last lines of web (ecs/web/1):');
    expect(lines).toContain('    Error: no database');
    expect(lines.join('\n')).not.toContain('Service events');
    expect(lines.at(-1)).toBe('<2>2026-03-01 10:00:40 UTC  Ctrl-C ends the view.');
  });

  it('says what it does before anything is known, and why nothing more comes', () => {
    expect(draw([openWatchState('shop', 'web')])[0]).toBe('shop/web: looking …');
    expect(draw([{ ...STATE, over: 'The service shop/web was deleted.' }])[1]).toBe(
      '  The service shop/web was deleted.'
    );
  });
});
