import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';

import { runAction } from '../../src/emulator/runner/actions-runner.js';
import { REGION, ROOT, SECRET_KEY, SHA, withSandbox } from './sandbox.js';
import { describeService, ROLLING, seed } from './seed.js';

/** What GitHub may have to fetch for a job that uses the Action, gzipped, in bytes. */
const MOST_ARCHIVE = 1_800_000;
/** What Node may have to read before the first call to AWS, in bytes. */
const MOST_READ = 3_400_000;

let folder: string;
/** Where the archive is unpacked: nothing else is there, and nothing beside it. */
let action: string;
let archive: Buffer;
let runs: { readonly main: string; readonly post: string };

beforeAll(async () => {
  archive = makeArchive();
  folder = await mkdtemp(join(tmpdir(), 'slipway-archive-'));
  action = join(folder, 'slipway');
  await mkdir(action);
  const { status, stderr } = spawnSync('tar', ['-x', '-f', '-'], { cwd: action, input: archive, encoding: 'utf8' });
  if (status !== 0) throw new Error(`tar is needed to unpack the archive, and cannot: ${stderr}`);
  ({ runs } = load(await readFile(join(action, 'action.yml'), 'utf8')) as { runs: typeof runs });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What GitHub makes for `uses: owner/slipway@tag`: the commit that is checked out, by the attributes that are in it. */
function makeArchive(): Buffer {
  const { error, status, stdout, stderr } = spawnSync('git', ['archive', '--format=tar', 'HEAD'], {
    cwd: ROOT,
    maxBuffer: 256 * 1024 * 1024
  });
  if (error !== undefined) throw new Error(`git is needed to make the archive that GitHub makes: ${error.message}`);
  if (status === 0) return stdout;
  throw new Error(
    `This test needs a clone of the repository with a commit: git archive HEAD says "${String(stderr).trim()}"`
  );
}

function environment(endpoint: string, home: string): Record<string, string | undefined> {
  return {
    PATH: process.env['PATH'],
    HOME: home,
    RUNNER_TEMP: home,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_EC2_METADATA_DISABLED: 'true'
  };
}

describe("GitHub's archive of the repository", () => {
  it('is small, and has what a run needs and the licences', async () => {
    expect((await readdir(action)).sort()).toEqual(['LICENSE', 'README.md', 'action.yml', 'dist', 'package.json']);
    expect(await readdir(join(action, 'dist'))).toContain('licenses.txt');
    expect(gzipSync(archive).length).toBeLessThan(MOST_ARCHIVE);
  });

  it('ships, main step and post step, with nothing around it', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const { scale, anchor } = sandbox.cloud.timeline;
      const run = await runAction({
        bundle: join(action, runs.main),
        post: join(action, runs.post),
        inputs: {
          cluster: ROLLING.cluster,
          service: ROLLING.service,
          'task-definition': ROLLING['task-definition'],
          image: 'public.ecr.aws/nginx/nginx:1.29'
        },
        env: { ...environment(sandbox.cloud.endpoint, sandbox.home), SLIPWAY_CLOCK: `${scale}@${anchor}` },
        workspace: sandbox.workspace,
        sha: SHA
      });
      expect(run).toMatchObject({ exitCode: 0, postExitCode: 0, outputs: { outcome: 'succeeded' } });
      expect(run.postLog).toContain('Nothing to clean up.');
      expect((await describeService(sandbox)).taskDefinition).toBe(run.outputs['task-definition-arn']);
    }));

  it('has a command that runs', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(action, 'dist', 'cli', 'index.js'), 'version'], {
      encoding: 'utf8'
    });
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^slipway \d+\.\d+\.\d+ \(Node /) });
  });

  it('has the first call to AWS behind no more than it needs', async () => {
    const read = await listReadBeforeFirstCall();
    expect(read).toContain(join(action, runs.main));
    const sizes = await Promise.all(read.map(async path => (await stat(path)).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_READ);
    expect((await stat(join(action, 'dist', 'index.js'))).size).toBeLessThan(MOST_READ);
  });
});

/** Notes the address of each module that Node loads. */
const NOTE_MODULES = `
import { appendFileSync } from 'node:fs';
export async function load(url, context, next) {
  appendFileSync(process.env.MODULES, url + '\\n');
  return next(url, context);
}`;
const REGISTER = `import { register } from 'node:module'; register(${JSON.stringify(asModule(NOTE_MODULES))});`;

function asModule(text: string): string {
  return `data:text/javascript,${encodeURIComponent(text)}`;
}

/** The files that the main step reads until its first request to AWS, which is never answered. */
async function listReadBeforeFirstCall(): Promise<readonly string[]> {
  const modules = join(folder, 'modules');
  const state = join(folder, 'state');
  await writeFile(modules, '');
  await writeFile(state, '');
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, ['--import', asModule(REGISTER), join(action, runs.main)], {
    cwd: workspace,
    stdio: 'ignore',
    env: {
      ...environment(`http://127.0.0.1:${port}`, folder),
      MODULES: modules,
      GITHUB_STATE: state,
      INPUT_IMAGE: 'public.ecr.aws/nginx/nginx:1.29',
      INPUT_CLUSTER: 'shop',
      INPUT_SERVICE: 'web',
      'INPUT_TASK-DEFINITION': 'service'
    }
  });
  const exited = once(child, 'exit');
  try {
    const first = await Promise.race([once(server, 'request').then(() => true), exited.then(() => false)]);
    if (!first) throw new Error('The main step ended without a call to AWS.');
    const urls = (await readFile(modules, 'utf8')).split('\n').filter(url => url.startsWith('file:'));
    return [...new Set(urls.map(url => fileURLToPath(url)))];
  } finally {
    child.kill('SIGKILL');
    await exited;
    server.closeAllConnections();
    server.close();
  }
}
