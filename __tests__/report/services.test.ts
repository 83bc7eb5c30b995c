import { describe, expect, it } from '@jest/globals';

import type { Reached, ReachedService } from '../../src/report/outputs.js';
import { listOutputs } from '../../src/report/outputs.js';
import { renderRun, tellRun } from '../../src/report/services.js';
import { fakeReporter } from '../rollout/fakes.js';
import { TARGET } from '../rollout/fake-ecs.js';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web:2';

function service(name: string, verdict: 'succeeded' | 'failed' | 'unchanged', reason: string): ReachedService {
  return {
    artifacts: undefined,
    target: { ...TARGET, serviceName: name },
    taskDefinitionArn: ARN,
    rollout: {
      verdict,
      reason,
      taskDefinitionArn: ARN,
      previousTaskDefinitionArn: undefined,
      timeline: verdict === 'unchanged' ? [] : [{ phase: 'start', startedAt: 0, endedAt: 65_000 }]
    }
  };
}

function reached(services: readonly ReachedService[]): Reached {
  const [first] = services as [ReachedService];
  return { ...first, region: 'eu-west-1', outcome: 'failed', images: [], services };
}

const SEVERAL = reached([
  service('web', 'succeeded', 'All is well.'),
  service('worker', 'failed', 'Three | tasks <died>.'),
  service('cron', 'unchanged', 'It runs already.')
]);

describe('the report of several services', () => {
  it('is a table, after what went wrong', async () => {
    const reporter = fakeReporter();
    await tellRun(SEVERAL, reporter);
    expect(reporter.lines.slice(-5)).toEqual([
      'Service      Outcome    Revision  Time       Reason',
      'shop/web     Succeeded  web:2     1 min 5 s  All is well.',
      'shop/worker  Failed     web:2     1 min 5 s  Three | tasks <died>.',
      'shop/cron    Unchanged  web:2                It runs already.',
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
    expect(summary).toContain('| shop/web | ✅ Succeeded | `web:2` | 1 min 5 s | All is well. |');
    expect(summary).toContain('| shop/worker | ❌ Failed | `web:2` | 1 min 5 s | Three \\| tasks &lt;died>. |');
    expect(summary.match(/^### .*$/gm)).toEqual(['### ❌ Failed: shop/worker']);
  });

  it('is that of a single service where there is one', async () => {
    const one = { ...SEVERAL, services: [] };
    const reporter = fakeReporter();
    await tellRun(one, reporter);
    expect(reporter.lines.some(line => line.startsWith('Service '))).toBe(false);
    expect(renderRun(one)).toMatch(/^## ❌ Failed: shop\/web\n/);
  });

  it('has an output for the tasks that ran before', () => {
    expect(listOutputs({ ...SEVERAL, runTaskArns: ['arn:1'] })['run-task-arn']).toBe('["arn:1"]');
    expect(listOutputs({ ...SEVERAL, runTaskArns: [] })).not.toHaveProperty('run-task-arn');
    expect(listOutputs(SEVERAL)).not.toHaveProperty('run-task-arn');
  });
});
