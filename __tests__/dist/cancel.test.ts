import { describe, expect, it } from '@jest/globals';

import { cancelIn, type Cancelling } from './cancelling.js';
import { changes, withBench } from './run-bundle.js';

/** Where each of the ways to wait is met once; `__tests__/real/cancel.test.ts` has every operation. */
const ROWS: readonly (readonly [string, Cancelling, readonly string[]])[] = [
  ['refused RegisterTaskDefinition', { operation: 'RegisterTaskDefinition', trouble: 'throttled' }, []],
  ['refused UpdateService', { operation: 'UpdateService', trouble: 'throttled' }, []],
  ["UpdateService's outstanding answer", { operation: 'UpdateService', trouble: 'unanswered' }, ['Stop or go back']],
  ['a request of UpdateService that hangs', { operation: 'UpdateService', trouble: 'hangs' }, []],
  ['a first look that hangs', { operation: 'DescribeServices', trouble: 'hangs' }, []],
  ['a login that ECR throttles', { operation: 'GetAuthorizationToken', trouble: 'throttled' }, []],
  ["RunTask's outstanding answer", { operation: 'RunTask', trouble: 'unanswered', road: 'task' }, ['StopTask']],
  ["CreateDeployment's outstanding answer", { operation: 'CreateDeployment', trouble: 'unanswered', road: 'codedeploy' }, ['StopDeployment']],
  ['looks before the undo that hang', { operation: 'DescribeServiceDeployments', trouble: 'hangs' }, ['Stop or go back']],
  ['an AWS that is gone', { operation: 'UpdateService', trouble: 'refused' }, []]
];

describe('a cancellation is heard, and the step ends by itself with outcome, outputs and summary, while it waits for', () => {
  it.each(ROWS)('%s', (_name, cancelling, undone) =>
    withBench(async bench => {
      const run = await cancelIn(bench, cancelling);

      expect([run.signal, run.exitCode]).toEqual([null, 6]);
      expect(run.outputs).toMatchObject({ outcome: 'cancelled' });
      expect(run.summary).toMatch(/cancelled/i);
      // What was known to be there before is told all the same.
      if (changes(run.journal).includes('RegisterTaskDefinition')) {
        expect(run.outputs['task-definition-arn']).toMatch(/shop-web:2$/);
      }
      const after = changes(run.postJournal).map(name =>
        /^(StopServiceDeployment|UpdateService)$/.test(name) ? 'Stop or go back' : name
      );
      expect(after).toEqual(undone);
      expect(run.postExitCode).toBe(0);
    })
  );
});
