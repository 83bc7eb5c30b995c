import { describe, expect, it } from '@jest/globals';

import type { RunReport, ServiceReport } from '../../src/report/outputs.js';
import { listOutputs } from '../../src/report/outputs.js';
import { reasonOf, renderRun, logRun } from '../../src/report/run-summary.js';
import { fakeReporter } from '../rollout/fakes.js';
import { TARGET } from '../rollout/fake-ecs.js';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2';
const BEFORE = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:1';

function service(name: string, verdict: 'succeeded' | 'failed' | 'unchanged', reason: string): ServiceReport {
  return {
    artifacts: undefined,
    target: { ...TARGET, serviceName: name },
    taskDefinitionArn: ARN,
    rollout: {
      verdict,
      reason,
      taskDefinitionArn: ARN,
      previousTaskDefinitionArn: verdict === 'unchanged' ? ARN : BEFORE,
      timeline: verdict === 'unchanged' ? [] : [{ phase: 'start', startedAt: 0, endedAt: 65_000 }]
    }
  };
}

function reached(services: readonly ServiceReport[]): RunReport {
  const [first] = services as [ServiceReport];
  return { ...first, region: 'eu-west-1', outcome: 'failed', images: [], phases: [], services };
}

const SEVERAL = reached([
  service('web', 'succeeded', 'All is well.'),
  service('worker', 'failed', 'Three | tasks <died>.'),
  service('cron', 'unchanged', 'It runs already.')
]);

describe('the report of several services', () => {
  it('is a table, after what went wrong', async () => {
    const reporter = fakeReporter();
    await logRun(SEVERAL, reporter);
    expect(reporter.lines.slice(-5)).toEqual([
      'Service      Outcome    Revision       Time       Reason',
      'shop/web     Succeeded  web:1 → web:2  1 min 5 s  All is well.',
      'shop/worker  Failed     web:1 → web:2  1 min 5 s  Three | tasks <died>.',
      'shop/cron    Unchanged  web:2                     It runs already.',
      'Failed: 2 of 3 services ended well.'
    ]);
    expect(reporter.lines.filter(line => line.startsWith('Failed shop/'))).toEqual([
      'Failed shop/worker: Three | tasks <died>.'
    ]);
  });

  it('is a table in the summary, and a part for each that went wrong', () => {
    const summary = renderRun(SEVERAL);
    expect(summary).toMatch(
      /^## ❌ Failed: 2 of 3 services ended well\n\n\| Service \| Outcome \| Revision \| Time \| Reason \|\n\| --- \|/
    );
    expect(summary).toContain(
      '| shop/web | ✅\u00a0Succeeded | `web:1` → `web:2` | 1\u00a0min\u00a05\u00a0s | All is well. |'
    );
    expect(summary).toContain(
      '| shop/worker | ❌\u00a0Failed | `web:1` → `web:2` | 1\u00a0min\u00a05\u00a0s | Three \\| tasks &lt;died&gt;. |'
    );
    expect(summary.match(/^### .*$/gm)).toEqual(['### ❌ Failed: shop/worker']);
  });

  it('has the images and one picture of all rollouts', () => {
    const image = {
      container: undefined,
      registry: 'r',
      repository: 'shop/web',
      tag: 'abc',
      digest: 'sha256:0',
      uri: 'r/shop/web:abc',
      digestUri: 'r/shop/web@sha256:0',
      built: true
    };
    const summary = renderRun({ ...SEVERAL, images: [image] });
    expect(summary.match(/<td>Image<.td>/g)).toHaveLength(1);
    expect(summary).toContain(
      '<tr><td>Image</td><td><code>r/shop/web:abc</code></td></tr>\n<tr><td>Digest</td><td><code>sha256:0</code></td></tr>\n'
    );
    expect(summary).toContain('  section shop/web\n  start (1 min 5 s) :0, 65000ms\n  section shop/worker\n');
    expect(summary).toContain('  section shop/worker\n  start (1 min 5 s) :done, 0, 65000ms\n');
    expect(summary).not.toContain('section shop/cron');
  });

  it.each([
    ['what went wrong first', SEVERAL, '2 of 3 services ended well. shop/worker: Three | tasks <died>.'],
    [
      'that all is well',
      reached([service('web', 'succeeded', 'x'), service('api', 'succeeded', 'y')]),
      '2 of 2 services ended well.'
    ],
    ["the one service's reason", { ...SEVERAL, services: [] }, 'All is well.']
  ])('says %s on one line', (_name, run, expected) => {
    expect(reasonOf({ ...run, rollout: service('web', 'succeeded', 'All is well.').rollout })).toBe(expected);
  });

  it('is that of a single service where there is one', async () => {
    const one = { ...SEVERAL, services: [] };
    const reporter = fakeReporter();
    await logRun(one, reporter);
    expect(reporter.lines.some(line => line.startsWith('Service '))).toBe(false);
    expect(renderRun(one)).toMatch(/^## ❌ Failed: shop\/web\n/);
  });

  it('has an output for the tasks that ran before', () => {
    expect(listOutputs({ ...SEVERAL, runTaskArns: ['arn:1'] })['run-task-arn']).toBe('["arn:1"]');
    expect(listOutputs({ ...SEVERAL, runTaskArns: [] })).not.toHaveProperty('run-task-arn');
    expect(listOutputs(SEVERAL)).not.toHaveProperty('run-task-arn');
  });
});
