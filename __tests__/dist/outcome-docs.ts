import type { OutcomeRow, RowRun } from './outcome-rows.js';

interface Told {
  readonly row: OutcomeRow;
  readonly run: RowRun | undefined;
}

/** Renders `docs/outcomes.md`: the table, then the last output of each run. */
export function renderOutcomes(told: readonly Told[]): string {
  const lines = told.map(
    ({ row, run }) =>
      `| ${row.strategy} | ${row.outcome} | \`${run?.verdict ?? '?'}\` | ${String(run?.exitCode ?? '?')} | ${firstSentence(run?.says ?? '')} |`
  );
  const parts = told.map(
    ({ row, run }) => `### ${row.strategy}: ${row.outcome}\n\n\`\`\`text\n${run?.says ?? ''}\n\`\`\`\n`
  );
  return `# How a rollout can end

Every deployment strategy with every event that can end it. Each row is a run of the bundle on the built-in AWS. \`npm run docs:outcomes\` writes this page from those runs,
and a test compares it with the expected results. The outcome is the Action's output \`outcome\`; the exit code is that of the step and of the command.

| event | how the run causes it |
| --- | --- |
| steady | nothing goes wrong |
| crash | the container exits with code 1 three seconds after it starts; \`fail-after: 2\` |
| cannot pull | the image is not in the registry; \`fail-after: 2\` |
| no capacity | there is no capacity for the tasks; \`wait-for-minutes: 3\`. ECS counts each attempt as a failure, so its circuit breaker acts; CodeDeploy has no circuit breaker |
| unhealthy | the load balancer's health checks fail; \`fail-after: 2\` |
| hang | the tasks stay PENDING; \`wait-for-minutes: 3\` |
| alarm | a CloudWatch alarm of the service or the deployment group enters the ALARM state |
| superseded | someone else deploys to the same service during the run |
| stopped by hand | someone stops the deployment with a rollback |
| credentials expire midway | AWS answers every later call with ExpiredTokenException; the deployment continues, and the post step says so |
| throttled hard | AWS throttles six of ten calls |
| early success | the service has \`earlySuccessCriteria\` (50 %, \`DEFERRED\`), and one of two new tasks is slow; \`wait-for: live\` |
| threshold | the container crashes, and the circuit breaker's \`thresholdConfiguration\` is 5 failures |
| failures set back | five tasks crash a second after they became healthy; the threshold is 4 failures, with \`resetOnHealthyTask\` |
| breaker without effect | there is no capacity, and the circuit breaker does not act with the native strategies (\`breakerInNativeStrategies: false\`); \`wait-for-minutes: 3\` |
| workers finish | four tasks exit with code 0 after ten seconds of work; \`fail-after: 2\` |

| strategy | event | outcome | exit code | first sentence |
| --- | --- | --- | --- | --- |
${lines.join('\n')}

## Output of each run

The error annotation or, for a successful run, its last log line.

${parts.join('\n')}`;
}

function firstSentence(text: string): string {
  const [line = ''] = text.split('\n');
  const end = /[.!?](?= [A-Z])/.exec(line);
  return (end === null ? line : line.slice(0, end.index + 1)).replaceAll('|', '\\|');
}
