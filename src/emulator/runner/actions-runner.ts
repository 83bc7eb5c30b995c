import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How an Action's bundle is run: as GitHub's runner does it, main and then post, with files for what it says back. */
interface ActionRun {
  /** The program to run, as `dist/index.js`. */
  readonly bundle: string;
  /** The Node to run it with. Default: this one. */
  readonly node?: string | undefined;
  /** `with:`, by the names of action.yml. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Set on top of `PATH`, `HOME` and the runner's own variables; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** The workspace: where the job's files are. */
  readonly workspace: string;
  readonly sha: string;
  /** Every line that the step prints, commands (`::group::…`) included, as it comes. */
  readonly onLine?: ((line: string, stream: 'stdout' | 'stderr') => void) | undefined;
  /** Called when the main step's process runs; what a cancelled workflow does is up to the caller. */
  readonly onStart?: ((kill: (signal: NodeJS.Signals) => void) => void) | undefined;
  /** Called when the main step has ended; the post step waits for it. */
  readonly onMainEnd?: (() => Promise<void>) | undefined;
  /** As `onStart`, of the post step. */
  readonly onPostStart?: ((kill: (signal: NodeJS.Signals) => void) => void) | undefined;
  /** The program of the post step, as `dist/post.js`; without it there is none. */
  readonly post?: string | undefined;
  /** Leaves the post step out where the main step's state is not such; default: it always runs, as on GitHub. */
  readonly needsPost?: ((state: Readonly<Record<string, string>>) => boolean) | undefined;
}

export interface ActionResult {
  /** The main step's exit code; null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly postExitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Everything printed, main and post, as it came. */
  readonly log: string;
  readonly postLog: string;
  /** When the main step's process ended, milliseconds since the epoch. */
  readonly endedAt: number;
}

/** Runs an Action's bundle as GitHub's runner does: `INPUT_…`, the command files, main, then post with the saved state. */
export async function runAction(run: ActionRun): Promise<ActionResult> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-runner-'));
  try {
    const files = Object.fromEntries(
      ['OUTPUT', 'STATE', 'STEP_SUMMARY', 'ENV', 'PATH'].map(name => [`GITHUB_${name}`, join(folder, name)])
    );
    await Promise.all(Object.values(files).map(path => writeFile(path, '')));
    const env = stepEnvironment(run, folder, files);
    const main = await runStep(run, run.bundle, env, run.onStart);
    await run.onMainEnd?.();
    const state = parseCommandFile(await readFile(join(folder, 'STATE'), 'utf8'));
    const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
    const hasPost = run.post !== undefined && (run.needsPost?.(state) ?? true);
    const post = hasPost ? await runStep(run, run.post, { ...env, ...saved }, run.onPostStart) : undefined;
    return {
      exitCode: main.exitCode,
      signal: main.signal,
      postExitCode: post?.exitCode ?? null,
      outputs: parseCommandFile(await readFile(join(folder, 'OUTPUT'), 'utf8')),
      state,
      summary: await readFile(join(folder, 'STEP_SUMMARY'), 'utf8'),
      log: main.log + (post?.log ?? ''),
      postLog: post?.log ?? '',
      endedAt: main.endedAt
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The environment of a step, as GitHub's runner makes it.
 *
 * @param folder the runner's temporary folder
 * @param files the command files, by the variables that name them
 */
export function stepEnvironment(
  run: Pick<ActionRun, 'inputs' | 'env' | 'workspace' | 'sha'>,
  folder: string,
  files: Readonly<Record<string, string>>
): Record<string, string> {
  return withoutUndefined({
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    ...runnerVariables(run, folder),
    ...files,
    ...Object.fromEntries(
      Object.entries(run.inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])
    ),
    ...run.env
  });
}

function runnerVariables(run: Pick<ActionRun, 'workspace' | 'sha'>, folder: string): Record<string, string> {
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: run.workspace,
    GITHUB_SHA: run.sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'example/shop',
    GITHUB_REPOSITORY_OWNER: 'example',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_JOB: 'deploy',
    GITHUB_ACTOR: 'octocat',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: folder,
    RUNNER_OS: 'Linux'
  };
}

interface Step {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly log: string;
  readonly endedAt: number;
}

function runStep(
  run: ActionRun,
  program: string,
  env: Record<string, string>,
  onStart: ActionRun['onStart']
): Promise<Step> {
  return new Promise((resolve, reject) => {
    const child = spawn(run.node ?? process.execPath, [program], {
      cwd: run.workspace,
      env,
      stdio: ['ignore', 'pipe', 'pipe']
    });
    let log = '';
    for (const stream of ['stdout', 'stderr'] as const) {
      createInterface({ input: child[stream] }).on('line', line => {
        log += `${line}\n`;
        run.onLine?.(line, stream);
      });
    }
    let endedAt = 0;
    child.on('exit', () => (endedAt = Date.now()));
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, log, endedAt }));
    onStart?.(signal => void child.kill(signal));
  });
}

/** Reads `name=value` and `name<<delimiter` entries, as the runner does; of two entries of one name the later one counts. */
export function parseCommandFile(text: string): Record<string, string> {
  const entries: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const block = /^([^=]+?)<<(.+)$/.exec(line);
    if (block !== null) {
      const end = lines.indexOf(block[2] ?? '', index + 1);
      entries[block[1] ?? ''] = lines.slice(index + 1, end).join('\n');
      index = end;
    } else if (line.includes('=')) {
      entries[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1);
    }
  }
  return entries;
}

function withoutUndefined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
