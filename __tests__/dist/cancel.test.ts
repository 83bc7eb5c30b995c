import { expect, it } from '@jest/globals';

import { cancelIn, type Cancelling } from './cancelling.js';
import { withFront } from './front.js';
import { changes, withSandbox } from './sandbox.js';
import { findWrongPhases, readPhases } from '../phases.js';
import { BLUE_GREEN, ROLLING, seed, taskDefinition } from './seed.js';

/** Where each of the ways to wait is met once; `__tests__/real/cancel.test.ts` has every operation. */
const ROWS: readonly (readonly [string, Cancelling, readonly string[]])[] = [
  ['refused RegisterTaskDefinition', { operation: 'RegisterTaskDefinition', trouble: 'throttled' }, []],
  ['refused UpdateService', { operation: 'UpdateService', trouble: 'throttled' }, []],
  ["UpdateService's outstanding answer", { operation: 'UpdateService', trouble: 'unanswered' }, ['Stop or go back']],
  ['a request of UpdateService that hangs', { operation: 'UpdateService', trouble: 'hangs' }, []],
  ['a first look that hangs', { operation: 'DescribeServices', trouble: 'hangs' }, []],
  ['a login that ECR throttles', { operation: 'GetAuthorizationToken', trouble: 'throttled' }, []],
  ["RunTask's outstanding answer", { operation: 'RunTask', trouble: 'unanswered', road: 'task' }, ['StopTask']],
  [
    "CreateDeployment's outstanding answer",
    { operation: 'CreateDeployment', trouble: 'unanswered', road: 'codedeploy' },
    ['StopDeployment']
  ],
  [
    'looks before the undo that hang',
    { operation: 'DescribeServiceDeployments', trouble: 'hangs' },
    ['Stop or go back']
  ],
  ['an AWS that is gone', { operation: 'UpdateService', trouble: 'refused' }, []]
];

it.concurrent.each(ROWS)(
  'a cancellation is heard, and the step ends by itself with outcome, outputs and summary, while it waits for %s',
  (_name, cancelling, stopResult) =>
    withSandbox(async sandbox => {
      const run = await cancelIn(sandbox, cancelling);

      expect([run.signal, run.exitCode]).toEqual([null, 6]);
      expect(run.outputs).toMatchObject({ outcome: 'cancelled' });
      expect(run.summary).toMatch(/cancelled/i);
      // What was under way ends there.
      const phases = readPhases(run.outputs['phases']);
      expect(phases[0]?.phase).toBe('check');
      expect(findWrongPhases(phases, { startedAt: 0, endedAt: Infinity })).toEqual([]);
      // What was known to be there before is told all the same.
      if (changes(run.requestLog).includes('RegisterTaskDefinition')) {
        expect(run.outputs['task-definition-arn']).toMatch(/shop-web:2$/);
      }
      const after = changes(run.postJournal).map(name =>
        /^(StopServiceDeployment|UpdateService)$/.test(name) ? 'Stop or go back' : name
      );
      expect(after).toEqual(stopResult);
      expect(run.postExitCode).toBe(0);
    })
);

it.concurrent('a cancellation is one, whatever signals follow the first', () =>
  withSandbox(async sandbox => {
    const run = await cancelIn(sandbox, {
      operation: 'UpdateService',
      trouble: 'unanswered',
      andThen: [
        ['SIGINT', 50],
        ['SIGTERM', 100],
        ['SIGINT', 1_500]
      ]
    });
    expect([run.signal, run.exitCode]).toEqual([null, 6]);
    expect(run.outputs).toMatchObject({ outcome: 'cancelled' });
    expect(run.postExitCode).toBe(0);
  })
);

it.concurrent('a cancellation while a failed deployment is taken back leaves the rest of that to the post step', () =>
  withSandbox(async sandbox => {
    const run = await cancelIn(sandbox, {
      operation: 'StopServiceDeployment',
      trouble: 'hangs',
      behaviour: 'crash',
      road: 'failing'
    });
    expect([run.signal, run.exitCode]).toEqual([null, 1]);
    expect(run.outputs).toMatchObject({ outcome: 'failed' });
    expect(run.summary).toMatch(/failed/i);
    expect(changes(run.postJournal)).toEqual(['StopServiceDeployment']);
    expect(run.postExitCode).toBe(0);
  })
);

it.concurrent('a cancellation that may not be carried out is said by the main step, and makes the post step red', () =>
  withSandbox(async sandbox => {
    await seed(sandbox, 'CODE_DEPLOY');
    await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
    sandbox.cloud.setFaults({ deny: ['codedeploy:StopDeployment'] });
    const run = await sandbox.ship(BLUE_GREEN, { killAfter: { operation: 'GetDeployment', signal: 'SIGINT' } });

    expect(run.exitCode).toBe(6);
    expect(run.summary).toContain('allow codedeploy:StopDeployment. It is noted for the post step.');
    expect(run.postExitCode).toBe(1);
    expect(run.errors).toContain('Something of this run is left behind');
  })
);

it.concurrent.each([
  [
    'ECS',
    'ecs',
    ROLLING,
    'DescribeServiceDeployments',
    /ecs-svc\/\d+ of shop\/web runs on.*ecs:StopServiceDeployment.*By hand: aws ecs .*stop-service-deployment/
  ],
  [
    'CODE_DEPLOY',
    'codedeploy',
    BLUE_GREEN,
    'GetDeployment',
    /d-\w+ of shop\/web runs on.*codedeploy:StopDeployment.* aws deploy stop-deployment .*--deployment-id d-/
  ]
] as const)(
  'the post step is red where it may not stop (%s), and names deployment, permission and command',
  (controller, service, inputs, operation, told) =>
    withSandbox(async sandbox => {
      await seed(sandbox, controller);
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      sandbox.cloud.setFaults({ deny: [`${service}:Stop*`] });
      const run = await sandbox.ship(
        { ...inputs, 'on-cancel': 'stop' },
        { killAfter: { operation, signal: 'SIGKILL' } }
      );

      expect(run.postExitCode).toBe(1);
      const warnings = run.postLog.split('\n').filter(line => line.startsWith('::warning::'));
      expect(warnings).toEqual([expect.stringMatching(told)]);
      expect(run.errors).toContain('Something of this run is left behind');
    })
);

it.concurrent(
  'the post step that is cancelled itself ends by itself, and is red with what it could not take back',
  () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      await withFront(sandbox.cloud.endpoint, 'StopServiceDeployment', 'hangs', 0, async front => {
        const run = await sandbox.ship(ROLLING, {
          env: { AWS_ENDPOINT_URL: front.url },
          killAfter: { operation: 'DescribeServiceDeployments', signal: 'SIGKILL' },
          cancelPostWhen: () => front.met() > 0
        });
        expect(run.postExitCode).toBe(1);
        expect(run.postLog).toMatch(
          /::warning::.*shop\/web: There was no answer .* By hand: (slipway rollback|aws ecs stop-service-deployment) /
        );
        expect(run.errors).toContain('Something of this run is left behind');
      });
    })
);
