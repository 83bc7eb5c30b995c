import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runStandInDocker } from '../../src/emulator/docker/docker.js';
import { openStage, type Stage } from './core-support.js';
import { logIn } from './registry-support.js';

let stage: Stage;
let folder: string;
let context: string;
let host: string;

beforeEach(async () => {
  stage = await openStage();
  await stage.send('ecr', 'CreateRepository', { repositoryName: 'shop/app' });
  folder = await mkdtemp(join(tmpdir(), 'slipway-stand-in-'));
  host = new URL(stage.cloud.endpoint).host;
  context = join(folder, 'context');
  await mkdir(context);
  await writeFile(join(context, 'Dockerfile'), 'FROM scratch\nCOPY server /server\nCMD ["/server"]\n');
  await writeFile(join(context, 'server'), 'one');
});
afterEach(async () => {
  await stage.close();
  await rm(folder, { recursive: true, force: true });
});

interface Result {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

async function docker(argv: readonly string[], input = ''): Promise<Result> {
  const texts = { out: '', error: '' };
  const env = { DOCKER_CONFIG: join(folder, 'config'), SLIPWAY_STAND_IN_STATE: join(folder, 'state') };
  const stdin = (async function* () {
    yield input;
  })();
  const code = await runStandInDocker(argv, stdin, env, {
    out: text => (texts.out += text),
    error: text => (texts.error += text)
  });
  return { code, ...texts };
}

async function login(): Promise<Result> {
  const user = await logIn(stage);
  const text = Buffer.from(user.authorization.replace('Basic ', ''), 'base64').toString();
  return docker(['login', '--username', 'AWS', '--password-stdin', stage.cloud.endpoint], text.slice(4) + '\n');
}

const build = (...more: string[]): Promise<Result> =>
  docker(['build', '--tag', `${host}/shop/app:v1`, ...more, context]);

describe('login', () => {
  it('is tried and stored as Docker stores it, for the owner only', async () => {
    const result = await login();
    expect(result).toMatchObject({ code: 0, out: 'Login Succeeded\n' });
    const path = join(folder, 'config', 'config.json');
    const { auths } = JSON.parse(await readFile(path, 'utf8')) as { auths: Record<string, { auth: string }> };
    expect(Buffer.from(auths[host]?.auth ?? '', 'base64').toString()).toMatch(/^AWS:/);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await docker(['logout', host])).out).toBe(`Removing login credentials for ${host}\n`);
    expect(await readFile(path, 'utf8')).not.toContain(host);
  });

  it('fails with a wrong password, and nothing is stored', async () => {
    const result = await docker(['login', '-u', 'AWS', '--password-stdin', host], 'wrong');
    expect(result.code).toBe(1);
    expect(result.error).toContain(`login attempt to http://${host}/v2/ failed with status: 401 Unauthorized`);
    await expect(stat(join(folder, 'config'))).rejects.toThrow('ENOENT');
  });
});

describe('build', () => {
  it('says that nothing is built', async () => {
    const result = await build();
    expect(result.error).toContain('stand-in docker: no image is built');
    expect(result.out).toMatch(/^Successfully built [0-9a-f]{12}\nSuccessfully tagged /);
  });

  it('gives the same image for the same input, another for any other', async () => {
    const ids = new Set<string>();
    const idOf = async (...more: string[]): Promise<string> => (await build('--quiet', ...more)).out.trim();
    const first = await idOf();
    expect(await idOf()).toBe(first);
    ids.add(first);
    ids.add(await idOf('--label', 'a=b'));
    ids.add(await idOf('--build-arg', 'A=1'));
    ids.add(await idOf('--build-arg', 'A=2'));
    ids.add(await idOf('--platform', 'linux/arm64'));
    await writeFile(join(context, 'server'), 'two');
    ids.add(await idOf());
    expect(ids.size).toBe(6);
  });

  it('does not give build arguments away', async () => {
    await build('--build-arg', 'TOKEN=hunter2');
    const result = await docker(['image', 'inspect', `${host}/shop/app:v1`]);
    expect(result.out).not.toContain('hunter2');
  });

  it.each([
    ['no Dockerfile', ['-f', 'none'], 1, 'unable to evaluate symlinks in Dockerfile path'],
    ['an unknown flag', ['--metadata-file', 'x'], 125, 'unknown flag: --metadata-file'],
    ['an unknown stage', ['--target', 'prod'], 1, 'failed to reach build target prod in Dockerfile']
  ])('fails as Docker does over %s', async (_what, more, code, sentence) => {
    const result = await build(...more);
    expect(result.code).toBe(code);
    expect(result.error).toContain(sentence);
  });

  it.each([
    ['FROM scratch\nCOPPY a b\n', 'dockerfile parse error line 2: unknown instruction: COPPY'],
    ['# nothing\n', 'the Dockerfile (Dockerfile) cannot be empty'],
    ['RUN true\n', 'no build stage in current context']
  ])('refuses the Dockerfile %j', async (text, sentence) => {
    await writeFile(join(context, 'Dockerfile'), text);
    const result = await build();
    expect(result).toMatchObject({ code: 1, error: `Error response from daemon: ${sentence}\n` });
  });

  it('takes continued lines and here-documents', async () => {
    const text = 'ARG V=1\nFROM scratch AS base\nRUN a && \\\n  # note\n  b\nRUN <<EOF\nanything\nEOF\nFROM base\n';
    await writeFile(join(context, 'Dockerfile'), text);
    expect((await build('--target', 'base')).code).toBe(0);
  });
});

describe('push', () => {
  it('needs a login', async () => {
    await build();
    const result = await docker(['push', `${host}/shop/app:v1`]);
    expect(result).toMatchObject({ code: 1, error: 'no basic auth credentials\n' });
  });

  it('brings a valid image to the registry and says its digest', async () => {
    await login();
    await build('--label', 'revision=1');
    const result = await docker(['push', `${host}/shop/app:v1`]);
    const [, digest = '', size = ''] = /^v1: digest: (sha256:[0-9a-f]{64}) size: (\d+)$/m.exec(result.out) ?? [];
    const described = await stage.send('ecr', 'DescribeImages', { repositoryName: 'shop/app' });
    expect(described.body).toMatchObject({ imageDetails: [{ imageDigest: digest, imageTags: ['v1'] }] });
    const user = await logIn(stage);
    const manifest = await (await user.send('GET', `/v2/shop/app/manifests/${digest}`)).text();
    expect(manifest.length).toBe(Number(size));
    const { config } = JSON.parse(manifest) as { config: { digest: string } };
    const blob = await (await user.send('GET', `/v2/shop/app/blobs/${config.digest}`)).json();
    expect(blob).toMatchObject({ config: { Labels: { revision: '1', 'slipway.stand-in': 'true' } } });
    const inspected = await docker(['image', 'inspect', '--format', '{{index .RepoDigests 0}}', `${host}/shop/app:v1`]);
    expect(inspected.out).toBe(`${host}/shop/app@${digest}\n`);
  });

  it('fails in the registry’s words', async () => {
    await login();
    await build();
    await docker(['tag', `${host}/shop/app:v1`, `${host}/shop/none:v1`]);
    const result = await docker(['push', `${host}/shop/none:v1`]);
    expect(result.code).toBe(1);
    expect(result.error).toBe(
      "name unknown: The repository with name 'shop/none' does not exist in the registry with id '123456789012'\n"
    );
    expect((await docker(['push', `${host}/shop/app:v9`])).error).toContain(
      'An image does not exist locally with the tag'
    );
  });

  it('can be pulled back where the image is not known', async () => {
    await login();
    await build();
    await docker(['push', `${host}/shop/app:v1`]);
    await docker(['rmi', `${host}/shop/app:v1`]);
    expect((await docker(['image', 'inspect', `${host}/shop/app:v1`])).code).toBe(1);
    expect((await docker(['pull', `${host}/shop/app:v1`])).code).toBe(0);
    expect((await docker(['image', 'inspect', `${host}/shop/app:v1`])).code).toBe(0);
  });
});

describe('what it does not do', () => {
  it.each([
    [['buildx', 'version'], 1, "docker: 'buildx' is not a docker command.\nSee 'docker --help'\n"],
    [
      ['run', 'x'],
      125,
      "stand-in docker: no image is built, and nothing can be run: 'docker run' needs a Docker engine\n"
    ]
  ])('%j', async (argv, code, error) => {
    expect(await docker(argv)).toMatchObject({ code, error });
  });

  it('says what it is', async () => {
    expect((await docker(['version', '--format', '{{.Server.Version}}'])).out).toBe('20.10.24+stand-in\n');
    expect((await docker(['info', '--format', '{{json .OperatingSystem}}'])).out).toBe(
      '"stand-in docker: no image is built"\n'
    );
  });
});
