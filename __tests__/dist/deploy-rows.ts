import { evenOut, ROW_IMAGE, setUpRow, type OutcomeRow, type Signal } from './outcome-rows.js';
import { slipway, slipwayStarted, type Said } from './run-command.js';
import type { Sandbox } from './sandbox.js';

/** What `slipway deploy` came to. */
export interface DeployRun extends Said {
  readonly outputs: Readonly<Record<string, string>>;
  /** The error, or the last line of the log where it ends green; ids and times evened out. */
  readonly says: string;
}

/** What is said of the first half of the job, and not of the second. */
const FIRST_HALF = ['repository', 'image', 'task-definition', 'appspec'];

/** The four files as a run with these settings writes them, in the workspace's `slipway-artifacts`. */
export async function writeFiles(sandbox: Sandbox, settings: Readonly<Record<string, string>>): Promise<void> {
  const flags = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const run = await slipway(sandbox, 'render', ...flags);
  if (run.exitCode !== 0) throw new Error(run.stderr);
}

/** Flags for what the second half has to be told. */
export function deployFlags(settings: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(settings)
    .filter(([name]) => !FIRST_HALF.includes(name))
    .map(([name, value]) => `--${name}=${value}`);
}

/** Sets the stage of a row, writes the files and deploys them by the command. */
export async function deployRow(row: OutcomeRow, sandbox: Sandbox): Promise<DeployRun> {
  const settings = await setUpRow(row, sandbox);
  await writeFiles(sandbox, { ...settings, image: ROW_IMAGE });
  let signal: Signal = () => undefined;
  const [said] = await Promise.all([
    slipwayStarted(sandbox, kill => (signal = kill), 'deploy', ...deployFlags(settings)),
    row.meanwhile?.(sandbox, row.strategy, name => signal(name))
  ]);
  return readRun(said);
}

export function readRun(said: Said): DeployRun {
  const lines = said.stdout.trimEnd().split('\n');
  const isOutput = (line: string): boolean => /^[a-z-]+=/.test(line);
  const outputs = Object.fromEntries(
    lines.filter(isOutput).map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  );
  const errors = said.stderr.slice(said.stderr.indexOf('error: ') + 'error: '.length);
  const says = said.stderr.includes('error: ')
    ? errors.trimEnd()
    : (lines.filter(line => !isOutput(line)).at(-1) ?? '');
  return { ...said, outputs, says: evenOut(says) };
}
