import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';

import { changes, DIST, REGION, type Sandbox } from './sandbox.js';
import { killWhenSeen, type KillAfter } from './signals.js';

export interface Said {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What was changed at AWS. */
  readonly changes: readonly string[];
}

/** Runs the command as a process in the workspace of the bench. */
export function slipway(sandbox: Sandbox, ...args: readonly string[]): Promise<Said> {
  return runOn(sandbox, args);
}

/** The same, with other variables in the environment: undefined leaves a variable as the bench has it. */
export function slipwayWith(
  sandbox: Sandbox,
  variables: Readonly<Record<string, string | undefined>>,
  ...args: readonly string[]
): Promise<Said> {
  return runOn(sandbox, args, undefined, variables);
}

/** The same, told how to send it a signal once it is started. */
export function slipwayStarted(
  sandbox: Sandbox,
  onStart: (kill: (signal: NodeJS.Signals) => void) => void,
  ...args: readonly string[]
): Promise<Said> {
  return runOn(sandbox, args, undefined, {}, onStart);
}

interface Kill extends KillAfter {
  /** The same signal once more, so many milliseconds later. */
  readonly again?: number;
}

/** The same, with a signal that reaches it on its way. */
export function slipwayKilled(sandbox: Sandbox, killAfter: Kill, ...args: readonly string[]): Promise<Said> {
  return runOn(sandbox, args, killAfter);
}

async function runOn(
  sandbox: Sandbox,
  args: readonly string[],
  killAfter?: Kill,
  variables: Readonly<Record<string, string | undefined>> = {},
  onStart: (kill: (signal: NodeJS.Signals) => void) => void = () => undefined
): Promise<Said> {
  const { requestLog, timeline, endpoint } = sandbox.cloud;
  const mark = requestLog.entries().at(-1)?.sequence ?? 0;
  const env = {
    PATH: `${dirname(process.execPath)}:/usr/bin:/bin`,
    HOME: sandbox.home,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
    AWS_EC2_METADATA_DISABLED: 'true',
    SLIPWAY_CLOCK: `${timeline.scale}@${timeline.anchor}`,
    ...Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined))
  } as Readonly<Record<string, string>>;
  const watch = new AbortController();
  const said = await runCommand(args, env, sandbox.workspace, kill => {
    onStart(kill);
    if (killAfter === undefined) return;
    const { again } = killAfter;
    const send = (signal: NodeJS.Signals): void => {
      kill(signal);
      if (again !== undefined) setTimeout(() => kill(signal), again);
    };
    killWhenSeen(sandbox.cloud, killAfter, send, watch.signal);
  });
  watch.abort();
  return { ...said, changes: changes(requestLog.entries(mark)) };
}

const { SLIPWAY_WRITE_ANSWERS } = process.env;
/** What a process of the command needs to write down what its built-in AWS answers, where the tests are told to: __tests__/answers/. */
const RECORDING: Readonly<Record<string, string>> =
  SLIPWAY_WRITE_ANSWERS === undefined
    ? {}
    : {
        NODE_OPTIONS: `--import ${new URL('../answers/recorder.mjs', import.meta.url).href}`,
        SLIPWAY_WRITE_ANSWERS,
        SLIPWAY_RECORD_HTTP: 'true'
      };

/** Runs the command as a process in a folder, with this environment and no more. */
export async function runCommand(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
  onStart?: (kill: (signal: NodeJS.Signals) => void) => void
): Promise<Omit<Said, 'changes'>> {
  const child = spawn(process.execPath, [join(DIST, 'cli', 'index.js'), ...args], {
    cwd,
    env: { ...env, ...RECORDING },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  onStart?.(signal => void child.kill(signal));
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => (stdout += String(chunk)));
  child.stderr.on('data', chunk => (stderr += String(chunk)));
  const exitCode = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { exitCode, stdout, stderr };
}
