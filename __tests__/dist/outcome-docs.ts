import type { OutcomeRow, RowRun } from './outcome-rows.js';

interface Told {
  readonly row: OutcomeRow;
  readonly run: RowRun | undefined;
}

/** The page `docs/outcomes.md`: the table, and below it what each row's run printed last. */
export function renderOutcomes(told: readonly Told[]): string {
  const lines = told.map(
    ({ row, run }) =>
      `| ${row.strategy} | ${row.outcome} | \`${run?.verdict ?? '?'}\` | ${String(run?.exitCode ?? '?')} | ${firstSentence(run?.says ?? '')} |`
  );
  const parts = told.map(
    ({ row, run }) => `### ${row.strategy}: ${row.outcome}\n\n\`\`\`text\n${run?.says ?? ''}\n\`\`\`\n`
  );
  return `# How a rollout can end

Every strategy with everything that may happen to it. Each row is a run of the bundle on the built-in AWS; this page is written from those runs
by \`npm run docs:outcomes\`, and a test holds it to the table. In the Action the verdict is the output \`outcome\`; the exit code is that of the step and of the command.

| what happens | how it is brought about |
| --- | --- |
| steady | nothing goes wrong |
| crash | the container exits with 1 three seconds after its start; \`fail-after: 2\` |
| cannot pull | the image is not in the registry; \`fail-after: 2\` |
| no capacity | ECS finds no room for the tasks; \`wait-for-minutes: 3\`. ECS counts each attempt as a failure, and its circuit breaker acts; CodeDeploy has none |
| unhealthy | the load balancer's health checks fail; \`fail-after: 2\` |
| hang | the tasks stay PENDING; \`wait-for-minutes: 3\` |
| alarm | a CloudWatch alarm of the service or the deployment group goes off |
| superseded | somebody else deploys to the same service meanwhile |
| stopped by hand | somebody stops the deployment with a rollback |
| credentials expire midway | AWS answers ExpiredTokenException from then on; the deployment goes on, and so says the post step |
| throttled hard | AWS throttles six calls of ten |

| strategy | what happens | verdict | exit code | the sentence |
| --- | --- | --- | --- | --- |
${lines.join('\n')}

## What each prints

The error annotation; where the run ends green, its last line.

${parts.join('\n')}`;
}

function firstSentence(text: string): string {
  const [line = ''] = text.split('\n');
  const end = /[.!?](?= [A-Z])/.exec(line);
  return (end === null ? line : line.slice(0, end.index + 1)).replaceAll('|', '\\|');
}
