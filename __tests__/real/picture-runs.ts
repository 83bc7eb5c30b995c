import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { DIST, REGION, SHA, withSandbox, type Sandbox } from '../dist/sandbox.js';
import { BLUE_GREEN, ROLLING, seed, taskDefinition } from '../dist/seed.js';

/** The blue/green deployments of which there are pictures: one that goes well, and one whose new tasks crash at start. */
const BLUE_GREENS = { good: undefined, failed: 'crash' } as const;

/** The runs of which there are pictures: those, and a rolling update whose old targets take AWS's 300 s to go. */
export const SHOWN = [...(Object.keys(BLUE_GREENS) as (keyof typeof BLUE_GREENS)[]), 'advised'] as const;

/** What the runs left. */
export interface PictureRuns {
  /** The job summaries, as they were written. */
  readonly summaries: ReadonlyMap<string, string>;
  /** What was printed on a terminal, escape sequences included. */
  readonly printed: ReadonlyMap<string, string>;
}

/**
 * Runs the bundle on the built-in AWS, as GitHub does and, where it is wanted, on a terminal.
 *
 * @param scale how many times as fast as the world; the machine's own time counts as many times over
 */
export async function runForPictures(scale: number, onTerminal: boolean): Promise<PictureRuns> {
  const summaries = new Map<string, string>();
  const printed = new Map<string, string>();
  const shipped = Object.entries(BLUE_GREENS).map(([name, behaviour]) =>
    withSandbox(
      async sandbox => {
        await prepare(sandbox, 'CODE_DEPLOY', behaviour);
        summaries.set(name, (await sandbox.ship(BLUE_GREEN)).summary);
        // Its image is there from the run before, so no Docker is needed.
        if (onTerminal && name === 'failed')
          printed.set('failed', await runOnTerminal(sandbox, 'ship', { ...BLUE_GREEN, tags: SHA }));
      },
      { scale }
    )
  );
  const others = withSandbox(
    async sandbox => {
      await prepare(sandbox, 'ECS');
      if (onTerminal) printed.set('plan', await runOnTerminal(sandbox, 'plan', { ...ROLLING, tags: 'v2' }));
      summaries.set('rolling', (await sandbox.ship(ROLLING)).summary);
      await deregisterSlowly(sandbox);
      summaries.set('advised', (await sandbox.ship({ ...ROLLING, tags: 'v2' })).summary);
      summaries.set('dry run', (await sandbox.ship({ ...ROLLING, 'dry-run': 'true' })).summary);
    },
    { scale }
  );
  await Promise.all([...shipped, others]);
  return { summaries, printed };
}

async function prepare(sandbox: Sandbox, controller: 'ECS' | 'CODE_DEPLOY', behaviour?: string): Promise<void> {
  await seed(sandbox, controller);
  await sandbox.call('logs', 'CreateLogGroup', { logGroupName: '/ecs/shop-web' });
  await sandbox.write('taskdefinition.json', taskDefinition({}, behaviour));
}

/** Gives the target group that is in use the deregistration delay of one that is made without settings. */
async function deregisterSlowly({ call }: Sandbox): Promise<void> {
  const found = await call.ask('elasticloadbalancing', 'DescribeTargetGroups', { 'Names.member.1': 'web-blue' });
  await call.ask('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
    TargetGroupArn: found['TargetGroupArn'] ?? '',
    'Attributes.member.1.Key': 'deregistration_delay.timeout_seconds',
    'Attributes.member.1.Value': '300'
  });
}

/** Runs the command on a pseudo-terminal, which util-linux's `script` makes; lines that are drawn anew are left out, as in CI. */
async function runOnTerminal(
  sandbox: Sandbox,
  command: string,
  settings: Readonly<Record<string, string>>
): Promise<string> {
  const { endpoint, timeline } = sandbox.cloud;
  const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const words = [process.execPath, join(DIST, 'cli', 'index.js'), command, ...flags];
  const env = {
    PATH: process.env['PATH'],
    HOME: sandbox.home,
    TERM: 'xterm',
    CI: 'true',
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_EC2_METADATA_DISABLED: 'true',
    SLIPWAY_CLOCK: `${timeline.scale}@${timeline.anchor}`
  };
  const args = ['--quiet', '--command', words.map(word => `'${word}'`).join(' '), '/dev/null'];
  return (await promisify(execFile)('script', args, { cwd: sandbox.workspace, env })).stdout;
}
