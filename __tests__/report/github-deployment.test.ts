import { describe, expect, it } from '@jest/globals';

import { EXIT_CODES, type Outcome } from '../../src/outcome.js';
import type { GithubDeploymentStatus, GithubDeployments } from '../../src/ports.js';
import {
  closeInterruptedGithubDeployment,
  describeStatus,
  startGithubDeployment
} from '../../src/report/github-deployment.js';
import { styleOf } from '../../src/report/outcome-style.js';
import { fakeClock, fakeLedger, fakeReporter } from '../rollout/fakes.js';

const CONFIG = { token: 'ghs_x', environment: 'prod', environmentUrl: 'https://shop.example.com' };

interface Shown {
  readonly created: { readonly environment: string; readonly description: string; readonly mark: string }[];
  readonly statuses: { readonly id: number; readonly status: GithubDeploymentStatus }[];
}

function refuse(status: number, message: string): Error {
  return Object.assign(new Error(message), { status });
}

/** A board that has these deployments of others: mark and id. `lag`: so many looks do not show what was made. */
function fakeBoard(
  fail: { readonly create?: Error; readonly status?: Error } = {},
  listed: ReadonlyMap<string, number> = new Map(),
  lag = 0
): GithubDeployments & Shown {
  let looks = 0;
  const created: Shown['created'] = [];
  const statuses: Shown['statuses'] = [];
  return {
    created,
    statuses,
    create: async deployment => {
      if (fail.create !== undefined) throw fail.create;
      created.push(deployment);
      return 7;
    },
    find: async ({ mark }) => ((looks += 1) > lag ? listed.get(mark) : undefined),
    setStatus: async (id, status) => {
      if (fail.status !== undefined) throw fail.status;
      statuses.push({ id, status });
    }
  };
}

describe('what GitHub is told', () => {
  it.each<[Outcome, GithubDeploymentStatus['state']]>([
    ['succeeded', 'success'],
    ['unchanged', 'success'],
    ['started', 'in_progress'],
    ['planned', 'inactive'],
    ['registered', 'inactive'],
    ['pushed', 'inactive'],
    ['failed', 'failure'],
    ['rolled-back', 'failure'],
    ['timed-out', 'failure'],
    ['superseded', 'inactive'],
    ['cancelled', 'error']
  ])('%s is %s', (outcome, state) => {
    expect(describeStatus(outcome, undefined)).toEqual({ state, description: `${styleOf(outcome).word}.` });
  });

  it('is success for nothing that is red, and every outcome has its state', () => {
    for (const outcome of Object.keys(EXIT_CODES) as Outcome[]) {
      const { state } = describeStatus(outcome, undefined);
      expect(state).toBeDefined();
      if (state === 'success') expect(styleOf(outcome).green).toBe(true);
    }
  });

  it('has the reason on one line, of at most 140 characters', () => {
    expect(describeStatus('failed', ' The container web\nexits. ').description).toBe(
      'Failed: The container web exits.'
    );
    const { description } = describeStatus('failed', '😀'.repeat(200));
    expect(Array.from(description)).toHaveLength(140);
    expect(description.endsWith('😀…')).toBe(true);
  });
});

describe('a run on the board', () => {
  it('is in progress, then what it came to, under one id, and is settled', async () => {
    const githubDeployments = fakeBoard();
    const cleanupStore = fakeLedger();
    const entry = startGithubDeployment(githubDeployments, CONFIG, {
      reporter: fakeReporter(),
      cleanupStore,
      clock: fakeClock()
    });
    entry.begin();
    entry.begin();
    await entry.end('succeeded', 'ECS reports the deployment SUCCESSFUL.');
    expect(githubDeployments.created).toEqual([
      { environment: 'prod', description: 'Deployed by Slipway', mark: expect.stringMatching(/^[0-9a-z]+-[0-9a-z]+$/) }
    ]);
    expect(githubDeployments.statuses.map(({ id, status }) => [id, status.state, status.environmentUrl])).toEqual([
      [7, 'in_progress', CONFIG.environmentUrl],
      [7, 'success', CONFIG.environmentUrl]
    ]);
    expect(cleanupStore.open.size).toBe(0);
  });

  it('is noted for the post step as long as its end is not told', async () => {
    const cleanupStore = fakeLedger();
    const entry = startGithubDeployment(fakeBoard(), CONFIG, {
      reporter: fakeReporter(),
      cleanupStore,
      clock: fakeClock()
    });
    entry.begin();
    await new Promise(resolve => setImmediate(resolve));
    expect([...cleanupStore.open.values()]).toEqual([
      { kind: 'github-deployment', id: 7, environment: 'prod', mark: expect.any(String) }
    ]);
  });

  it.each([
    ['without a board', undefined, true],
    ['when it never began', fakeBoard(), false]
  ])('says nothing %s', async (_name, githubDeployments, begins) => {
    const reporter = fakeReporter();
    const cleanupStore = fakeLedger();
    const entry = startGithubDeployment(githubDeployments, CONFIG, { reporter, cleanupStore, clock: fakeClock() });
    if (begins) entry.begin();
    await entry.end('failed', 'x');
    expect(githubDeployments?.statuses ?? []).toEqual([]);
    expect(reporter.warnings).toEqual([]);
    expect(cleanupStore.history).toEqual([]);
  });

  it('costs one warning where GitHub refuses, and names the permission', async () => {
    const reporter = fakeReporter();
    const githubDeployments = fakeBoard({ create: refuse(403, 'Resource not accessible by integration') });
    const entry = startGithubDeployment(githubDeployments, CONFIG, {
      reporter,
      cleanupStore: fakeLedger(),
      clock: fakeClock()
    });
    entry.begin();
    await entry.end('succeeded', undefined);
    expect(reporter.warnings).toEqual([
      "The deployment is not shown on GitHub: Resource not accessible by integration. Give the job `permissions: deployments: write`, and github-token that job's token."
    ]);
  });

  it.each<[string, Error, boolean]>([
    ['stays noted where no answer came: it may have been made', refuse(504, 'Gateway Timeout'), true],
    ['stays noted where the connection broke', new Error('socket hang up'), true],
    ['is none where GitHub refused it', refuse(422, 'Validation Failed'), false]
  ])('%s', async (_name, error, isNoted) => {
    const cleanupStore = fakeLedger();
    const entry = startGithubDeployment(fakeBoard({ create: error }), CONFIG, {
      reporter: fakeReporter(),
      cleanupStore,
      clock: fakeClock()
    });
    entry.begin();
    // Before the request is sent: a run that is killed then leaves it to the post step.
    const [noted] = [...cleanupStore.open.values()];
    expect(noted).toEqual({ kind: 'github-deployment', environment: 'prod', mark: expect.any(String) });
    await entry.end('cancelled', undefined);
    expect([...cleanupStore.open.values()]).toEqual(isNoted ? [noted] : []);
  });

  const LEFT = { kind: 'github-deployment', environment: 'prod', mark: 'ours' } as const;

  it('is told by the post step after a crash', async () => {
    const githubDeployments = fakeBoard();
    const left = { ...LEFT, id: 9 };
    await expect(closeInterruptedGithubDeployment(left, githubDeployments, fakeClock())).resolves.toBeUndefined();
    expect(githubDeployments.statuses).toMatchObject([{ id: 9, status: { state: 'error' } }]);
    const broken = fakeBoard({ status: refuse(500, 'Server Error') });
    await expect(closeInterruptedGithubDeployment(left, broken, fakeClock())).resolves.toContain('Server Error.');
  });

  it.each([
    [
      'by its mark where GitHub had not answered',
      new Map([
        ['theirs', 1],
        ['ours', 2]
      ]),
      0,
      [2]
    ],
    ['also where the list lags behind', new Map([['ours', 2]]), 2, [2]],
    ["and leaves another's alone where ours was never made", new Map([['theirs', 1]]), 0, []]
  ])('the post step finds it %s', async (_name, listed, lag, closed) => {
    const githubDeployments = fakeBoard({}, listed, lag);
    await expect(closeInterruptedGithubDeployment(LEFT, githubDeployments, fakeClock())).resolves.toBeUndefined();
    expect(githubDeployments.statuses.map(({ id }) => id)).toEqual(closed);
  });

  it('is told as left behind where there is no token to close it with', async () => {
    await expect(closeInterruptedGithubDeployment(LEFT, undefined, fakeClock())).resolves.toContain('no github-token');
  });
});
