import { describe, expect, it } from '@jest/globals';

import { cancelIn, type Cancelling, type CancelledRun } from '../dist/cancelling.js';
import { TROUBLES } from '../dist/front.js';
import { withSandbox } from '../dist/sandbox.js';

/** Every operation that a run makes, on the road where it makes it: `from` so many have gone through. */
const OPERATIONS: readonly Omit<Cancelling, 'trouble'>[] = [
  { operation: 'DescribeClusters' },
  { operation: 'DescribeServices' },
  { operation: 'DescribeRepositories' },
  { operation: 'DescribeImages' },
  { operation: 'GetAuthorizationToken' },
  { operation: 'DescribeImageScanFindings', road: 'gate' },
  { operation: 'DescribeTaskDefinition', road: 'unchanged' },
  { operation: 'DescribeServices', road: 'conflict', from: 1 },
  { operation: 'RegisterTaskDefinition' },
  { operation: 'RunTask', road: 'task' },
  { operation: 'DescribeTasks', road: 'task' },
  { operation: 'UpdateService' },
  { operation: 'DescribeServices', from: 1 },
  { operation: 'DescribeServiceDeployments' },
  { operation: 'GetDeploymentGroup', road: 'codedeploy' },
  { operation: 'ListDeployments', road: 'codedeploy' },
  { operation: 'UpdateService', road: 'settings' },
  { operation: 'CreateDeployment', road: 'codedeploy' },
  { operation: 'GetDeployment', road: 'codedeploy' },
  { operation: 'BatchGetDeploymentTargets', road: 'codedeploy' },
  { operation: 'GetRole', road: 'plan' },
  { operation: 'DescribeServices', road: 'plan' }
];
const ROWS = OPERATIONS.flatMap(of => TROUBLES.map(trouble => ({ ...of, trouble })));
/** Each is some three processes, one after the other. */
const AT_ONCE = 3;
/** GitHub sends SIGTERM after so many milliseconds. */
const LIMIT = 7_500;

describe('a run of the bundle that is cancelled while an operation is in trouble', () => {
  it(
    'ends by itself within 7.5 s, with outcome, outputs and summary, whichever it is',
    async () => {
      const wrong: string[] = [];
      const took: number[] = [];
      const queue = [...ROWS];
      const work = async (): Promise<void> => {
        for (let row = queue.shift(); row !== undefined; row = queue.shift()) {
          const cancelling = row;
          await withSandbox(async sandbox => {
            const run = await cancelIn(sandbox, cancelling);
            took.push(run.took);
            const told = judge(run);
            if (told !== undefined) wrong.push(`${JSON.stringify(cancelling)}: ${told}`);
          });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, work));
      took.sort((one, other) => one - other);
      const middle = took[Math.floor(took.length / 2)] ?? 0;
      process.stdout.write(`${took.length} cancelled runs: median ${middle} ms, longest ${took.at(-1) ?? 0} ms\n`);
      expect(wrong).toEqual([]);
      expect(took).toHaveLength(ROWS.length);
    },
    30 * 60_000
  );
});

/** What is wrong with a cancelled run; undefined: nothing. */
function judge({ signal, exitCode, outputs, summary, took, postExitCode, log }: CancelledRun): string | undefined {
  if (signal !== null || exitCode !== 6) return `it ended by ${signal ?? exitCode}: ${log.slice(-500)}`;
  if (took >= LIMIT) return `it took ${took} ms`;
  if (outputs['outcome'] !== 'cancelled') return `its outcome is ${outputs['outcome'] ?? 'missing'}`;
  if (!/cancelled/i.test(summary)) return `its summary is ${summary}`;
  return postExitCode === 0 ? undefined : `the post step ended with ${postExitCode ?? 'a signal'}: ${log.slice(-500)}`;
}
