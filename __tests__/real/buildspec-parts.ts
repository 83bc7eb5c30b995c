import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { GENERATE } from '../../src/commands/catalog/generate.js';
import { flagsOf } from '../../src/commands/flags.js';
import { generate } from '../../src/commands/generate.js';
import { systemFiles } from '../../src/host/files.js';
import type { Shape } from '../../src/emulator/client.js';
import { REGION, SHA, withSandbox, type Sandbox } from '../dist/sandbox.js';
import { runBuild, type BuildOptions, type BuildResult } from './codebuild.js';
import { installBuildx } from './buildkit-parts.js';
import { DOCKER, type Engine } from './docker-parts.js';

export const OTHER_ACCOUNT = '444455556666';

/** The AWS CLI v2, as in CodeBuild's images, whatever else is on the path. */
export const AWS = findAws();

function findAws(): string {
  const found = ['/usr/bin/aws', '/usr/local/bin/aws'].find(
    path => existsSync(path) && spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.startsWith('aws-cli/2.')
  );
  if (found === undefined) throw new Error('The AWS CLI v2 is needed (Debian: package awscli).');
  return found;
}

/** A project in a workspace, which can be shipped by the Action's bundle and by its generated buildspec. */
export interface Shop {
  readonly sandbox: Sandbox;
  /** Ships by the Action; the files that it wrote, its calls of docker and its log. Throws where it fails. */
  shipByAction(
    inputs?: Readonly<Record<string, string>>
  ): Promise<{ readonly files: Files; readonly docker: Calls; readonly log: string }>;
  /** Generates the buildspec into the workspace and returns its text. */
  generate(flags?: Readonly<Record<string, string>>): Promise<string>;
  /** Runs a buildspec in a fresh copy of the workspace, with the real Docker and the real AWS CLI. */
  build(buildspec: string, changes?: Changes): Promise<Built>;
  /** The images of this registry that the engine has by name, with the digest of their config. */
  listLocal(): Promise<readonly string[]>;
  /** Makes the engine forget their names. */
  forget(): Promise<void>;
  /** Runs docker against the engine. */
  docker(args: readonly string[]): Promise<string>;
  /** The images of a repository: digest and sorted tags. */
  listImages(repository: string): Promise<Readonly<Record<string, readonly string[]>>>;
  /** Empties a repository. */
  empty(repository: string): Promise<void>;
  /** From now on `docker buildx create` makes a builder of this BuildKit, which stands for the container that Docker would start. */
  useBuildKit(address: string): Promise<void>;
}

/** Calls of docker, the arguments of each. */
type Calls = readonly (readonly string[])[];

/** The four files by name, as far as they are there. */
export type Files = Readonly<Record<string, string>>;

export interface Changes extends Partial<Pick<BuildOptions, 'commit' | 'shell' | 'heedsAbort'>> {
  readonly environment?: Readonly<Record<string, string>>;
  /** Lines of sh before the real docker is called, with its arguments in `$@`. */
  readonly docker?: string;
  /** The same before the real AWS CLI. */
  readonly aws?: string;
  /** Changes the source before it is built. */
  readonly prepare?: (source: string) => Promise<void>;
}

export interface Built extends BuildResult {
  /** Every call of docker, its arguments. */
  readonly docker: Calls;
  readonly files: Files;
  /** The folder of the source, with what the build left in it. */
  readonly source: string;
}

/**
 * Runs `body` with the built-in AWS, where `repositories` are there, and a workspace with these files (what is no text is written as JSON).
 *
 * The AWS CLI that Debian has is older than AWS_ENDPOINT_URL, so `aws` is a script that adds `--endpoint-url` and hands on everything else;
 * the machine's own names and certificates stay as they are. Docker reaches the same registry by its own rule that loopback needs no TLS. The
 * one host name that is written in a buildspec, public.ecr.aws, is turned into the built-in registry's by the script `docker`.
 */
export async function withShop(
  engine: Engine,
  {
    files,
    repositories
  }: { readonly files: Readonly<Record<string, unknown>>; readonly repositories: readonly Shape[] },
  body: (shop: Shop) => Promise<void>
): Promise<void> {
  const scripts = await mkdirTemporary();
  try {
    const docker = join(scripts, 'docker');
    await withSandbox(
      async sandbox => {
        await writeDocker(docker, sandbox, engine, noteCall(join(scripts, 'action-calls')) + useBuildKit(scripts));
        for (const [path, content] of Object.entries(files)) await sandbox.write(path, content);
        for (const repository of repositories) await sandbox.call('ecr', 'CreateRepository', repository);
        await forgetImages(sandbox, engine);
        try {
          await body(makeShop(sandbox, engine, scripts));
        } finally {
          await forgetImages(sandbox, engine);
        }
      },
      { docker }
    );
  } finally {
    await rm(scripts, { recursive: true, force: true });
  }
}

function makeShop(sandbox: Sandbox, engine: Engine, scripts: string): Shop {
  const listImages = async (repositoryName: string): Promise<Record<string, readonly string[]>> => {
    const { imageDetails } = await sandbox.call('ecr', 'DescribeImages', { repositoryName });
    const details = imageDetails as readonly { imageDigest: string; imageTags?: readonly string[] }[];
    return Object.fromEntries(
      details.map(({ imageDigest, imageTags }) => [imageDigest, [...(imageTags ?? [])].sort()])
    );
  };
  let runs = 0;
  return {
    sandbox,
    useBuildKit: async address => {
      await writeFile(join(scripts, 'buildkit'), address);
      if (!existsSync(join(sandbox.home, '.docker', 'cli-plugins'))) await installBuildx(sandbox.home);
    },
    docker: args => engine.docker(args),
    listLocal: () => listLocalImages(sandbox, engine),
    forget: () => forgetImages(sandbox, engine),
    listImages,
    empty: async repositoryName => {
      const imageIds = Object.keys(await listImages(repositoryName)).map(imageDigest => ({ imageDigest }));
      if (imageIds.length > 0) await sandbox.call('ecr', 'BatchDeleteImage', { repositoryName, imageIds });
    },
    shipByAction: async (inputs = {}) => {
      const run = await sandbox.ship(inputs, { env: { ...engine.env, NPM_TOKEN: 'not-a-secret' } });
      if (run.errors !== '' || run.exitCode !== 0) throw new Error(`The Action failed: ${run.errors}\n${run.log}`);
      const directory = join(sandbox.workspace, run.outputs['artifacts-directory'] ?? 'slipway-artifacts');
      const files = await readFiles(directory);
      await rm(directory, { recursive: true });
      const docker = readCalls(await readFile(join(scripts, 'action-calls'), 'utf8').catch(() => ''));
      await rm(join(scripts, 'action-calls'), { force: true });
      return { files, docker, log: run.log };
    },
    generate: async (flags = {}) => {
      const printed: string[] = [];
      const exitCode = await generate({
        command: { own: GENERATE.flags, all: flagsOf(GENERATE) },
        arguments: { flags, positionals: ['buildspec'], problems: [] },
        files: systemFiles(undefined, sandbox.workspace),
        environment: {},
        write: text => void printed.push(text),
        warn: () => undefined
      });
      if (exitCode !== 0) throw new Error(printed.join(''));
      const path =
        printed
          .find(line => /buildspec\.yml/.test(line))
          ?.split(' ')[0]
          ?.trim() ?? '';
      return sandbox.read(path);
    },
    build: async (buildspec, changes = {}) => {
      const folder = join(scripts, `run-${(runs += 1)}`);
      const source = join(folder, 'src');
      const bin = join(folder, 'bin');
      const calls = join(folder, 'docker-calls');
      await mkdir(bin, { recursive: true });
      await cp(sandbox.workspace, source, { recursive: true });
      await changes.prepare?.(source);
      const before = noteCall(calls) + useBuildKit(scripts);
      await writeDocker(join(bin, 'docker'), sandbox, engine, `${before}\n${changes.docker ?? ''}`);
      if (existsSync(join(scripts, 'buildkit'))) await installBuildx(folder);
      await writeScript(
        join(bin, 'aws'),
        `${changes.aws ?? ''}\nexec '${AWS}' --endpoint-url '${sandbox.cloud.endpoint}' "$@"`
      );
      const result = await runBuild(buildspec, {
        directory: source,
        region: REGION,
        commit: 'commit' in changes ? changes.commit : SHA,
        ...(changes.shell === undefined ? {} : { shell: changes.shell }),
        ...(changes.heedsAbort === undefined ? {} : { heedsAbort: changes.heedsAbort }),
        environment: {
          ...engine.env,
          PATH: [bin, '/usr/bin', '/bin'].join(delimiter),
          HOME: folder,
          AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'not-a-secret',
          AWS_EC2_METADATA_DISABLED: 'true',
          NPM_TOKEN: 'not-a-secret',
          ...changes.environment
        }
      });
      const docker = existsSync(calls) ? readCalls(await readFile(calls, 'utf8')) : [];
      return { ...result, docker, source, files: Object.fromEntries(result.artifacts) };
    }
  };
}

/** Notes the arguments, each ended by a NUL, each call by an empty one more. */
function noteCall(calls: string): string {
  return `printf '%s\\0' "$@" '' >> '${calls}'`;
}

/** `docker buildx create` with the driver of the BuildKit that the file names, where there is one. */
function useBuildKit(scripts: string): string {
  const file = join(scripts, 'buildkit');
  return `
if [ "$1 $2 $5" = 'buildx create --driver' ] && [ -e '${file}' ]; then
  set -- buildx create --name "$4" --driver remote --bootstrap "$(cat '${file}')"
fi`;
}

function readCalls(text: string): Calls {
  return text
    .split('\0\0')
    .map(call => call.split('\0'))
    .filter(([first]) => first !== '' && first !== undefined);
}

async function writeDocker(path: string, sandbox: Sandbox, engine: Engine, before: string): Promise<void> {
  // Another name for the same registry, so that the one login does not take the place of the other.
  const host = `localhost:${sandbox.cloud.port}`;
  const env = Object.entries(engine.env).map(([name, value]) => `export ${name}='${value}'`);
  await writeScript(
    path,
    `${env.join('\n')}
${before}
for word; do
  shift
  if [ "$word" = public.ecr.aws ]; then word='${host}'; fi
  set -- "$@" "$word"
done
exec '${DOCKER}' "$@"`
  );
}

async function writeScript(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}

/** The names in the engine of images of this registry, each with the digest of its config. Ports come again: a name may be an older test's. */
async function listLocalImages({ cloud }: Sandbox, engine: Engine): Promise<readonly string[]> {
  const format = '{{.Repository}}:{{.Tag}} {{.ID}}';
  const lines = (await engine.docker(['image', 'ls', '--no-trunc', '--format', format])).split('\n');
  return lines.filter(line => line.startsWith(`127.0.0.1:${cloud.port}/`)).sort();
}

/** Takes the names of this registry's images out of the engine. */
async function forgetImages(sandbox: Sandbox, engine: Engine): Promise<void> {
  for (const line of await listLocalImages(sandbox, engine)) {
    const [name = ''] = line.split(' ');
    if (!name.endsWith(':<none>')) await engine.docker(['rmi', '--force', name]);
  }
}

async function readFiles(directory: string): Promise<Files> {
  const names = existsSync(directory) ? await readdir(directory) : [];
  return Object.fromEntries(
    await Promise.all(names.map(async name => [name, await readFile(join(directory, name), 'utf8')] as const))
  );
}

async function mkdirTemporary(): Promise<string> {
  return systemFiles().makeTemporaryDirectory('slipway-shop-');
}
