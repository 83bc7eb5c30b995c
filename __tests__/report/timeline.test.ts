import { describe, expect, it } from '@jest/globals';

import { formatPhases, sortPhases, type TimedRun } from '../../src/report/phases.js';
import { describeTimeline, renderTimeline } from '../../src/report/timeline.js';
import type { JobEntry, TimelineEntry } from '../../src/timeline.js';
import { TARGET } from '../rollout/fake-ecs.js';

const T = Date.UTC(2026, 2, 1, 10);

/** A stretch from one second to another. */
function span(phase: string, from: number, to: number, image?: string): JobEntry {
  const entry = { phase, startedAt: T + from * 1000, endedAt: T + to * 1000 };
  return image === undefined ? entry : { ...entry, image };
}

function rollout(timeline: readonly TimelineEntry[], tasks: readonly TimelineEntry[] = []) {
  return { verdict: 'succeeded' as const, timeline, tasks };
}

const JOB = [span('check', 0, 2), span('build', 2, 102), span('push', 102, 110), span('register', 110, 111)];
const BUILDS = [
  span('build', 3, 60, 'shop/api:1'),
  span('build', 3, 102, 'shop/web:1'),
  span('push', 102, 110, 'shop/web:1')
];
const ONE: TimedRun = {
  target: TARGET,
  phases: [...JOB, ...BUILDS, span('deploy', 111, 230)],
  rollout: rollout(
    [span('start', 113, 120), span('replace', 120, 180), span('drain', 180, 229.5)],
    [span('pull', 115, 118)]
  )
};
const SEVERAL: TimedRun = {
  ...ONE,
  rollout: undefined,
  services: [
    { target: TARGET, rollout: rollout([span('start', 112, 130)], [span('pull', 113, 114)]) },
    {
      target: { ...TARGET, serviceName: 'worker' },
      rollout: { ...rollout([span('start', 112, 228)]), verdict: 'failed' }
    },
    { target: { ...TARGET, serviceName: 'cron' }, rollout: { ...rollout([]), verdict: 'unchanged' } }
  ]
};

const shown = (entries: readonly TimelineEntry[]): readonly string[] =>
  entries.map(({ phase, startedAt, endedAt }) => `${phase} ${(startedAt - T) / 1000}-${(endedAt - T) / 1000}`);

describe('the phases of a run', () => {
  const job = ['check 0-2', 'build 2-102', 'push 102-110', 'register 110-111'];
  const nothing = { target: undefined, rollout: undefined };
  const replaced = ['start 111-120', 'replace 120-180', 'drain 180-229.5'];

  it.each<[name: string, run: TimedRun, sequence: readonly string[]]>([
    ['nothing where nothing was begun', { ...nothing, phases: [] }, []],
    ['the job, where there is no service', { ...nothing, phases: JOB }, job],
    ['that of its deployment from the request on, in the place of deploy', ONE, [...job, ...replaced]],
    ['deploy, where several services are deployed', SEVERAL, [...job, 'deploy 111-230']],
    ['deploy, where a deployment is not followed', { ...ONE, rollout: rollout([]) }, [...job, 'deploy 111-230']],
    ['deploy, where AWS refused it', { ...ONE, rollout: undefined }, [...job, 'deploy 111-230']],
    ['the deployment alone, where only that is known', { ...ONE, phases: [] }, ['start 113-120', ...replaced.slice(1)]],
    [
      'what was before a deployment was followed, up to the begin of the job',
      {
        ...ONE,
        phases: [span('check', 0, 2), span('deploy', 2, 50)],
        rollout: rollout([span('before', -300, 3), span('replace', 3, 50)])
      },
      ['before -300-0', 'check 0-2', 'replace 2-50']
    ],
    [
      'what was before a deployment was followed that had ended',
      {
        ...ONE,
        phases: [span('check', 0, 2), span('deploy', 2, 3)],
        rollout: rollout([span('before', -300, -100)])
      },
      ['before -300--100', 'check 0-2', 'deploy 2-3']
    ]
  ])('are %s', (_name, run, sequence) => {
    expect(shown(sortPhases(run).sequence)).toEqual(sequence);
  });

  it('are an output of one line, in the order of their begin, with whose each is', () => {
    const of = (run: TimedRun): readonly string[] =>
      (JSON.parse(formatPhases(run) ?? '[]') as readonly Readonly<Record<string, unknown>>[]).map(
        ({ phase, 'started-at': startedAt, seconds, ...whose }) =>
          [phase, startedAt, seconds, ...Object.entries(whose).flat()].join(' ')
      );
    expect(formatPhases({ ...ONE, phases: [span('check', 0, 1.2345)], rollout: undefined })).toBe(
      '[{"phase":"check","started-at":"2026-03-01T10:00:00.000Z","seconds":1.235}]'
    );
    expect(formatPhases({ ...ONE, phases: [], rollout: undefined })).toBeUndefined();
    expect(of(ONE)).toEqual([
      'check 2026-03-01T10:00:00.000Z 2',
      'build 2026-03-01T10:00:02.000Z 100',
      'build 2026-03-01T10:00:03.000Z 57 image shop/api:1',
      'build 2026-03-01T10:00:03.000Z 99 image shop/web:1',
      'push 2026-03-01T10:01:42.000Z 8',
      'push 2026-03-01T10:01:42.000Z 8 image shop/web:1',
      'register 2026-03-01T10:01:50.000Z 1',
      'start 2026-03-01T10:01:51.000Z 9',
      'pull 2026-03-01T10:01:55.000Z 3 tasks true',
      'replace 2026-03-01T10:02:00.000Z 60',
      'drain 2026-03-01T10:03:00.000Z 49.5'
    ]);
    expect(of(SEVERAL).slice(-4)).toEqual([
      'deploy 2026-03-01T10:01:51.000Z 119',
      'start 2026-03-01T10:01:52.000Z 18 service shop/web',
      'start 2026-03-01T10:01:52.000Z 116 service shop/worker',
      'pull 2026-03-01T10:01:53.000Z 1 service shop/web tasks true'
    ]);
  });
});

/** The rows of the picture with their bars, as `shop/web: start, replace`. */
function rowsOf(summary: string): readonly string[] {
  return summary.split('\n').reduce<string[]>((rows, line) => {
    const section = /^ {2}section (.*)$/.exec(line)?.[1];
    const [, bar, tag = ''] = /^ {2}(.*?) \(.*?\) :((?:done|crit), )?/.exec(line) ?? [];
    if (section !== undefined) rows.push(`${section}:`);
    else if (bar !== undefined) rows.push(`${rows.pop() ?? ''} ${tag}${bar}`);
    return rows;
  }, []);
}

describe('the timeline in the summary', () => {
  it('is the whole job in a line, and a picture of job, images, deployment and tasks', () => {
    const text = renderTimeline({ ...ONE, outcome: 'succeeded' });
    expect(text.split('\n')[0]).toBe(
      '**3 min 50 s**: check 2 s → build 1 min 40 s → push 8 s → register 1 s → start 9 s → replace 1 min → drain 50 s'
    );
    expect(rowsOf(text)).toEqual([
      'Job: check build push register',
      'shop/api 1: build',
      'shop/web 1: build push',
      'shop/web: start replace drain',
      'Tasks: pull'
    ]);
  });

  it('has of several services the job once, and a row for each that was rolled out, grey where it failed', () => {
    const text = renderTimeline({ ...SEVERAL, outcome: 'failed' });
    expect(text).toMatch(/^\*\*3 min 50 s\*\*: check 2 s → .* → register 1 s → deploy 1 min 59 s\n/);
    expect(rowsOf(text).slice(-2)).toEqual(['shop/web: start', 'shop/worker: done, start']);
    expect(text).not.toContain('Tasks');
  });

  it.each([
    ['nothing', [], ''],
    ['one stretch, whose length is that of the whole', [span('check', 0, 2)], 'check 2 s']
  ])('of %s says no more than there is', (_name, phases, line) => {
    const text = renderTimeline({ target: undefined, rollout: undefined, phases, outcome: 'failed' });
    expect(text.split('\n')[0]).toBe(line);
  });

  it('leaves out the last rows of a picture that Mermaid would not draw, and says so', () => {
    const services = Array.from({ length: 1_500 }, (_each, index) => ({
      target: { ...TARGET, serviceName: `worker-${index}` },
      rollout: rollout([span('start', 112, 130)])
    }));
    const text = renderTimeline({ ...SEVERAL, services, outcome: 'succeeded' });
    const picture = text.slice(text.indexOf('```mermaid'), text.lastIndexOf('```'));
    expect(picture.length).toBeLessThan(50_000);
    const drawn = rowsOf(picture).length;
    expect(drawn).toBeGreaterThan(300);
    expect(text).toMatch(new RegExp(`_The picture has the first ${drawn} of 1503 rows: Mermaid draws no more\\._$`));
  });
});

describe('the timeline in the log', () => {
  it('is a table with seconds and the share of the whole, images and tasks below', () => {
    expect(describeTimeline(ONE)).toEqual([
      'Where the time went, in seconds:',
      '  check                 2.0   1 %',
      '  build               100.0  44 %',
      '    build shop/api:1   57.0',
      '    build shop/web:1   99.0',
      '  push                  8.0   3 %',
      '    push shop/web:1     8.0',
      '  register              1.0  <1 %',
      '  start                 9.0   4 %',
      '  replace              60.0  26 %',
      '  drain                49.5  22 %',
      '  tasks: pull           3.0',
      '  in all              229.5'
    ]);
  });

  it('has of several services the job alone', () => {
    expect(describeTimeline({ ...SEVERAL, phases: [...JOB, span('deploy', 111, 230)] }).slice(-2)).toEqual([
      '  deploy    119.0  52 %',
      '  in all    230.0'
    ]);
  });

  it.each([
    ['nothing', []],
    ['one stretch', [span('check', 0, 2)]]
  ])('of %s is none', (_name, phases) => {
    expect(describeTimeline({ target: undefined, rollout: undefined, phases })).toEqual([]);
  });
});
