import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { SHA, withSandbox, type Sandbox, type Shipped } from '../dist/sandbox.js';
import { ROLLING, seed } from '../dist/seed.js';
import { BUSYBOX, DOCKER, startEngine, startRegistry, type Engine, type Registry } from './docker-parts.js';
import { withHostName } from './host-name.js';
import { tapWire, type Rewrite } from './wire.js';

let engine: Engine;
let registry: Registry;

beforeAll(async () => {
  engine = await startEngine();
  registry = await startRegistry();
}, 60_000);

afterAll(async () => {
  await registry.close();
  await engine.close();
}, 60_000);

describe('the bundle with a real Docker engine', () => {
  it(
    'builds, pushes to the built-in registry, and what was pushed runs',
    () =>
      withSandbox(
        async sandbox => {
          const { run, argv } = await shipBusybox(sandbox, sandbox.cloud.endpoint);
          const passwords = await sandbox.readPasswords();
          expect(passwords).toHaveLength(1);
          await expectNoSecret(sandbox, run, argv, passwords);
          await expectToRun(run, passwords[0] ?? '');
        },
        { docker: DOCKER }
      ),
    120_000
  );

  it("builds, pushes to Debian's docker-registry, and what was pushed runs", () => shipToRegistry(registry), 120_000);

  it("does so under a name of ECR's, behind TLS", async () => {
    await withHostName(ECR_HOST, async identity => {
      const named = await startRegistry({ host: ECR_HOST, identity });
      try {
        await shipToRegistry(named);
      } finally {
        await named.close();
      }
    });
    expect(await readFile('/etc/hosts', 'utf8')).not.toContain(ECR_HOST);
  }, 120_000);
});

/** Another account's: of its own account's images the built-in AWS knows which are there. */
const ECR_HOST = '210987654321.dkr.ecr.us-east-1.amazonaws.com';

/** Ships where ECR's registry is this one, and has what was pushed run. */
function shipToRegistry(to: Registry): Promise<void> {
  return withSandbox(
    async sandbox => {
      const wire = await tapWire(sandbox.cloud.endpoint, pretendEcr(to));
      try {
        const { run, argv } = await shipBusybox(sandbox, wire.endpoint);
        expect(run.outputs['image']).toBe(`${to.host}/shop/web:${SHA}`);
        expect(await sandbox.readPasswords()).toEqual([to.password]);
        await expectNoSecret(sandbox, run, argv, [to.password]);
        await expectToRun(run, to.password);
      } finally {
        await wire.close();
      }
    },
    { docker: DOCKER }
  );
}

/** Ships an image FROM scratch that says `shipped`, while the arguments of all processes are looked at. */
async function shipBusybox(sandbox: Sandbox, endpoint: string): Promise<{ run: Shipped; argv: readonly string[] }> {
  await seed(sandbox, 'ECS');
  await copyFile(BUSYBOX, join(sandbox.workspace, 'busybox'));
  await sandbox.write(
    'Dockerfile',
    'FROM scratch\nCOPY busybox /bin/busybox\nCMD ["/bin/busybox", "echo", "shipped"]\n'
  );
  const sampler = spawn(process.execPath, [fileURLToPath(new URL('sample-argv.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  let said = '';
  sampler.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(sampler.stdout, 'data');
  const run = await sandbox.ship(ROLLING, { env: { ...engine.env, AWS_ENDPOINT_URL: endpoint } });
  const ended = once(sampler, 'close');
  sampler.kill('SIGTERM');
  await ended;
  expect(run.errors).toBe('');
  expect(run.outputs['outcome']).toBe('succeeded');
  return { run, argv: JSON.parse(said) as string[] };
}

async function expectNoSecret(
  sandbox: Sandbox,
  run: Shipped,
  argv: readonly string[],
  passwords: readonly string[]
): Promise<void> {
  // The sampler must have seen what it is there to see.
  expect(argv.some(line => /docker .*login .*--password-stdin/.test(line))).toBe(true);
  const places = {
    argv: argv.join('\n'),
    docker: run.docker.join('\n'),
    log: run.log.replace(/^::add-mask::.*$/gm, ''),
    outputs: JSON.stringify(run.outputs),
    state: JSON.stringify(run.state),
    summary: run.summary,
    workspace: await readAll(sandbox.workspace),
    home: await readAll(sandbox.home)
  };
  const secrets = passwords.flatMap(password => [password, Buffer.from(`AWS:${password}`).toString('base64')]);
  const hits = Object.entries(places).filter(([, text]) => secrets.some(secret => text.includes(secret)));
  expect(hits.map(([place]) => place)).toEqual([]);
  expect(run.leftInTemporary).toEqual([]);
}

async function readAll(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => entry.isFile());
  return (await Promise.all(files.map(entry => readFile(join(entry.parentPath, entry.name), 'latin1')))).join('\n');
}

/** Forgets the image, pulls it back by its digest, and runs it. */
async function expectToRun(run: Shipped, password: string): Promise<void> {
  const { image = '', 'image-digest': digest = '' } = run.outputs;
  const [host = '', ...path] = image.slice(0, image.lastIndexOf(':')).split('/');
  const byDigest = `${[host, ...path].join('/')}@${digest}`;
  const config = mkdtempSync(join(tmpdir(), 'slipway-docker-config-'));
  try {
    await engine.docker(['rmi', '--force', image]);
    await engine.docker(['login', '--username', 'AWS', '--password-stdin', host], { config, input: password });
    await engine.docker(['pull', byDigest], { config });
    expect(await engine.docker(['run', '--rm', '--network', 'none', byDigest])).toBe('shipped\n');
    await engine.docker(['rmi', '--force', byDigest]);
  } finally {
    rmSync(config, { recursive: true, force: true });
  }
}

/** An ECR whose registry is Debian's: its own answers about logins, repositories and images, the built-in AWS's for all else. */
function pretendEcr(behind: Registry): Rewrite {
  const authorizationToken = Buffer.from(`AWS:${behind.password}`).toString('base64');
  const withUri = (repository: Repository): Repository => ({
    ...repository,
    repositoryUri: `${behind.host}/${repository.repositoryName}`
  });
  return async ({ operation, input, status, output }) => {
    if (operation === 'GetAuthorizationToken') {
      const expiresAt = Date.now() / 1000 + 43_200;
      return {
        status,
        output: { authorizationData: [{ authorizationToken, expiresAt, proxyEndpoint: behind.endpoint }] }
      };
    }
    if (operation === 'DescribeRepositories' && status === 200) {
      return { status, output: { repositories: (output as { repositories: Repository[] }).repositories.map(withUri) } };
    }
    if (operation !== 'DescribeImages') return undefined;
    const { repositoryName, imageIds } = input as {
      repositoryName: string;
      imageIds: { imageTag?: string; imageDigest?: string }[];
    };
    const { imageTag, imageDigest } = imageIds[0] ?? {};
    const digest = await behind.findDigest(repositoryName, imageDigest ?? imageTag ?? 'latest');
    return digest === undefined
      ? { status: 400, output: { __type: 'ImageNotFoundException', message: 'The image does not exist.' } }
      : { status: 200, output: { imageDetails: [{ repositoryName, imageDigest: digest }] } };
  };
}

interface Repository {
  readonly repositoryName: string;
  readonly repositoryUri: string;
}
