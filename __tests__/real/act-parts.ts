import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import { DIST, ROOT } from '../dist/sandbox.js';
import { DOCKER, type Engine } from './docker-parts.js';

/** The Nodes that the Action must run on, by major version: this one, and those of `SLIPWAY_NODES` (paths, with colons between). Throws where one is missing. */
export function findNodes(): readonly (readonly [major: string, path: string])[] {
  const paths = [process.execPath, ...(process.env['SLIPWAY_NODES'] ?? '').split(':').filter(path => path !== '')];
  const found = new Map(paths.map(path => [/^v(\d+)/.exec(askVersion(path, '--version'))?.[1] ?? '', path]));
  return ['20', '24'].map(major => {
    const path = found.get(major);
    if (path !== undefined) return [major, path] as const;
    throw new Error(`Node ${major} is needed. Name it in SLIPWAY_NODES: paths, with colons between; .ci/run does so.`);
  });
}

/** What a program says of its version. Throws where there is none. */
export function askVersion(program: string, ...args: readonly string[]): string {
  const said = spawnSync(program, args, { encoding: 'utf8' });
  if (said.status !== 0)
    throw new Error(`${program} is needed; .ci/run installs it. ${said.error?.message ?? said.stderr}`);
  return said.stdout.trim();
}

/** A machine as a person has it who tries the workflow: act, Docker, one Node, `slipway` on the path, and a project in a folder. */
export interface Workshop {
  /** The home folder: act keeps its cache in there. */
  readonly home: string;
  /** The project. */
  readonly workspace: string;
  /** Runs a line of shell in the project. */
  run(
    line: string,
    env?: Readonly<Record<string, string>>
  ): Promise<{ readonly exitCode: number; readonly log: string }>;
  /** Keeps `slipway cloud` open; `exports` is what it says to export. */
  openCloud(
    ...args: readonly string[]
  ): Promise<{ readonly endpoint: string; readonly exports: Readonly<Record<string, string>> }>;
  close(): Promise<void>;
}

/**
 * @param node the Node on the path
 * @param fill puts the project into the folder; the copy of this repository, as git has it, is in the other one
 */
export async function openWorkshop(
  node: string,
  engine: Engine,
  fill: (workspace: string, slipway: string) => Promise<void>,
  branch = 'main'
): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-act-'));
  const [bin, home, workspace, slipway] = ['bin', 'home', 'workspace', 'slipway'].map(name => join(folder, name)) as [
    string,
    string,
    string,
    string,
    string
  ];
  for (const path of [bin, home, workspace, slipway]) await mkdir(path);
  for (const name of ['action.yml', 'examples']) await cp(join(ROOT, name), join(slipway, name), { recursive: true });
  await cp(DIST, join(slipway, 'dist'), { recursive: true });
  await writeFile(join(home, '.actrc'), `--local-repository=example/slipway@v1=${slipway}\n`);
  await symlink(node, join(bin, 'node'));
  const program = join(slipway, 'dist', 'cli', 'index.js');
  await writeFile(join(bin, 'slipway'), `#!/bin/sh\nexec '${node}' '${program}' "$@"\n`, { mode: 0o755 });
  await symlink(DOCKER, join(bin, 'docker'));
  await symlink(findOnPath('act'), join(bin, 'act'));
  const env = { PATH: `${bin}:/usr/bin:/bin`, HOME: home, LANG: 'C.UTF-8', ...engine.env };
  await fill(workspace, slipway);
  const git = ['-c', 'user.name=Octocat', '-c', 'user.email=octocat@example.com'];
  for (const args of [
    ['init', '--quiet', '--initial-branch', branch],
    ['add', '--all'],
    [...git, 'commit', '--quiet', '--message', 'Shop']
  ]) {
    const done = spawnSync('git', args, { cwd: workspace, env, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
  }

  const clouds: ChildProcess[] = [];
  return {
    home,
    workspace,
    run: (line, more = {}) =>
      new Promise(resolve => {
        const options = { cwd: workspace, env: { ...env, ...more }, maxBuffer: 64 * 1024 * 1024 };
        const child = execFile('bash', ['--norc', '-c', line], options, (_, stdout, stderr) =>
          resolve({ exitCode: child.exitCode ?? -1, log: stdout + stderr })
        );
      }),
    openCloud: async (...args) => {
      const cloud = spawn(join(bin, 'slipway'), ['cloud', ...args], {
        cwd: workspace,
        env,
        stdio: ['ignore', 'pipe', 'inherit']
      });
      clouds.push(cloud);
      const exports: Record<string, string> = {};
      for await (const line of createInterface({ input: cloud.stdout })) {
        if (line.startsWith('Ctrl-C')) return { endpoint: exports['AWS_ENDPOINT_URL'] ?? '', exports };
        const words = /^ *export ([^#]*)/.exec(line)?.[1]?.trim().split(' ') ?? [];
        for (const word of words) exports[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
      }
      throw new Error('slipway cloud ended before it served.');
    },
    close: async () => {
      for (const cloud of clouds) {
        const ended = once(cloud, 'exit');
        cloud.kill('SIGTERM');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** All requests to a `slipway cloud`, in the order in which they came. */
export async function readJournal(endpoint: string): Promise<readonly RequestLogEntry[]> {
  return (await (await fetch(`${endpoint}/_slipway/journal`)).json()) as RequestLogEntry[];
}

/** Where a program of this name is. Throws where there is none. */
export function findOnPath(program: string): string {
  const said = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  if (said.status === 0) return said.stdout.trim();
  throw new Error(`${program} is needed; .ci/run installs it.`);
}
