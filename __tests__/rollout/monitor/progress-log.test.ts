import { describe, expect, it } from '@jest/globals';

import { createProgressLog } from '../../../src/rollout/monitor/progress-log.js';
import type { StatusView } from '../../../src/rollout/result.js';
import { fakeClock, fakeReporter, START } from '../fakes.js';

const view = (line: string, ...notes: readonly string[]): StatusView => ({
  phase: 'start',
  line,
  notes,
  milestone: 'nothing',
  failing: undefined,
  ending: undefined
});

describe('a rollout, told', () => {
  it('says a state when it differs, and a note once, with the time since the start', async () => {
    const clock = fakeClock();
    const reporter = fakeReporter();
    const progress = createProgressLog(reporter, clock, START, []);
    progress.status(view('1 of 2', 'a hook waits'));
    await clock.sleep(65_000);
    progress.status(view('1 of 2', 'a hook waits'));
    progress.status(view('2 of 2', 'a hook waits'));
    expect(reporter.lines.map(line => line.replace(/\[ +/, '['))).toEqual([
      '[0 s] 1 of 2',
      '[0 s] a hook waits',
      '[1 min 05 s] 2 of 2'
    ]);
  });

  it('rewrites one line at every look where somebody watches; notes and events stay', async () => {
    const clock = fakeClock();
    const lines: string[] = [];
    const reporter = { ...fakeReporter(), progress: (line: string) => void lines.push(line) };
    const progress = createProgressLog(reporter, clock, START, []);
    progress.status(view('1 of 2', 'a hook waits'));
    await clock.sleep(5_000);
    progress.status(view('1 of 2'));
    progress.events([{ id: 'e', createdAt: new Date(START + 1_000), message: 'started 1 task' }]);
    expect(lines.map(line => line.replace(/\[ +/, '['))).toEqual(['[0 s] 1 of 2', '[5 s] 1 of 2']);
    expect(reporter.lines.map(line => line.replace(/\[ +/, '['))).toEqual([
      '[0 s] a hook waits',
      '[5 s]   started 1 task'
    ]);
  });
});
