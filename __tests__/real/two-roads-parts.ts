import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { systemFiles } from '../../src/host/files.js';
import type { RequestLogEntry } from '../../src/emulator/server/request-log.js';
import { renderBuildspec } from '../../src/pipeline/buildspec/buildspec.js';
import { readPipelineOptions, type PipelineOptions } from '../../src/pipeline/flags.js';
import { renderPipelineTemplate } from '../../src/pipeline/template/template.js';
import { deploymentTarget } from '../../src/pipeline/target.js';
import { readProject } from '../../src/steps/project.js';
import { ROOT, REGION, SHA, type Sandbox } from '../dist/sandbox.js';
import { killWhenSeen, type KillAfter } from '../dist/signals.js';
import { allows, type PolicyDocument } from '../pipeline/iam-evaluator.js';
import { wishesOf } from '../pipeline/journal-to-iam.js';
import { listActions, makeStack, type Shape, type Stack } from '../pipeline/load-template.js';
import { AWS } from './buildspec-parts.js';
import { runBuild, type BuildResult } from './codebuild.js';
import { DOCKER, type Engine } from './docker-parts.js';

/** This package behind a registry of npm. */
export interface Npm {
  /** What `--slipway` says of it. */
  readonly pinned: string;
  readonly url: string;
  close(): Promise<void>;
}

/** Packs this working copy, and serves it as npm's registry does. */
export async function servePackage(): Promise<Npm> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-npm-'));
  const env = { ...process.env, npm_config_update_notifier: 'false', npm_config_cache: join(folder, 'cache') };
  const packed = spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    env
  });
  const tarball = readdirSync(folder).find(name => name.endsWith('.tgz'));
  if (packed.status !== 0 || tarball === undefined) throw new Error(packed.stderr);
  const bytes = readFileSync(join(folder, tarball));
  await rm(folder, { recursive: true });
  const [, name = '', version = ''] = /^(.+)-(\d.*)\.tgz$/.exec(tarball) ?? [];
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz') === true) return void response.end(bytes);
    const url = `http://${request.headers.host ?? ''}/${tarball}`;
    const versions = { [version]: { name, version, dist: { tarball: url, integrity } } };
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    pinned: `${name}@${version}#${integrity}`,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      })
  };
}

/** What the deploy project came to. */
export interface Piped extends BuildResult {
  /** Requests that the role of the deploy project would be refused. */
  readonly refused: readonly string[];
  /** The calls of docker in the build project. */
  readonly docker: readonly string[];
}

export interface PipelineRun {
  readonly sandbox: Sandbox;
  readonly engine: Engine;
  readonly npm: Npm;
  /** Sent to the shell of the deploy project with the answer of an operation: how a build is stopped. */
  readonly stopAfter?: KillAfter;
  /** The same for the deployment's own process. */
  readonly killAfter?: KillAfter;
  /** What somebody else does while the deployment runs, told how to send a signal to its process. */
  readonly meanwhile?: (signal: (name: NodeJS.Signals) => void) => Promise<void> | undefined;
  /** Lines of sh before the AWS CLI of the deploy project is called. */
  readonly aws?: string;
  /** Given to the generator in the place of what npm has. */
  readonly pinned?: string;
}

/**
 * Generates buildspec and pipeline from the workspace's slipway.yml, and executes both projects: the build by bash, Docker and the AWS CLI, the
 * deployment by bash, npm and the command of that package. Between the two there is nothing but the artifact.
 */
export async function runPipeline(run: PipelineRun): Promise<Piped> {
  const { sandbox, npm } = run;
  const folder = await mkdtemp(join(tmpdir(), 'slipway-roads-'));
  try {
    const source = join(folder, 'src');
    await cp(sandbox.workspace, source, { recursive: true });
    const files = systemFiles(undefined, source);
    const project = await readProject({ given: {}, problems: [], files, environment: {} });
    const given = { deploy: 'slipway', slipway: run.pinned ?? npm.pinned };
    const options: PipelineOptions = readPipelineOptions(given, { directory: '', flags: '' });
    const [buildspec, ...templates] = renderBuildspec(project, options);
    for (const { path, text } of templates) await writeFile(join(source, path), text);
    const stack = makeStack(renderPipelineTemplate(project, options)[0]?.text ?? '');
    const built = await build(buildspec?.text ?? '', source, folder, run);
    if (built.status !== 'SUCCEEDED') throw new Error(`The build failed: ${built.log}`);
    const artifact = join(folder, 'artifact');
    await mkdir(artifact);
    for (const [path, text] of built.artifacts) await writeFile(join(artifact, path), text);
    const mark = sandbox.cloud.requestLog.entries().at(-1)?.sequence ?? 0;
    const deployed = await deploy(stack, source, artifact, folder, run);
    const docker = await readFile(join(folder, 'docker-calls'), 'utf8').catch(() => '');
    const refused = findRefused(sandbox.cloud.requestLog.entries(mark), stack, deploymentTarget(project));
    return { ...deployed, refused, docker: docker.split('\n').filter(line => line !== '') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function build(
  text: string,
  source: string,
  folder: string,
  { sandbox, engine }: PipelineRun
): Promise<BuildResult> {
  const bin = join(folder, 'build-bin');
  const variables = Object.entries(engine.env).map(([name, value]) => `export ${name}='${value}'\n`);
  const note = `echo "$*" >> '${join(folder, 'docker-calls')}'\n`;
  await writeScript(join(bin, 'docker'), `${variables.join('')}${note}exec '${DOCKER}' "$@"`);
  await writeScript(join(bin, 'aws'), `exec '${AWS}' --endpoint-url '${sandbox.cloud.endpoint}' "$@"`);
  return runBuild(text, {
    directory: source,
    region: REGION,
    commit: SHA,
    environment: { ...CREDENTIALS, HOME: folder, PATH: [bin, '/usr/bin', '/bin'].join(delimiter) }
  });
}

async function deploy(
  stack: Stack,
  source: string,
  artifact: string,
  folder: string,
  { sandbox, npm, stopAfter, killAfter, meanwhile, aws = '' }: PipelineRun
): Promise<BuildResult> {
  const { cloud } = sandbox;
  const action = listActions(resourceOf(stack, 'Pipeline')).at(-1);
  const [primary, secondary = ''] = action?.inputs ?? [];
  if (primary !== action?.configuration['PrimarySource']) throw new Error('The first artifact is not the primary one.');
  const source_ = resourceOf(stack, 'DeployProject')['Source'] as Shape;
  const bin = join(folder, 'deploy-bin');
  // CodePipeline is not in the built-in AWS.
  await writeScript(join(bin, 'aws'), `${aws}\nexec '${AWS}' --endpoint-url '${cloud.endpoint}' "$@"`);
  const watch = new AbortController();
  const signalDeployment = (name: NodeJS.Signals): void => {
    for (const pid of findProcesses(artifact)) process.kill(pid, name);
  };
  if (killAfter !== undefined) killWhenSeen(cloud, killAfter, signalDeployment, watch.signal);
  try {
    const [result] = await Promise.all([
      runBuild(String(source_['BuildSpec']), {
        directory: source,
        region: REGION,
        commit: SHA,
        artifacts: { [secondary]: artifact },
        onStart: kill => {
          if (stopAfter !== undefined) killWhenSeen(cloud, stopAfter, kill, watch.signal);
        },
        environment: {
          ...CREDENTIALS,
          HOME: folder,
          PATH: [bin, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
          AWS_ENDPOINT_URL: cloud.endpoint,
          SLIPWAY_CLOCK: `${cloud.timeline.scale}@${cloud.timeline.anchor}`,
          npm_config_registry: npm.url,
          npm_config_update_notifier: 'false'
        }
      }),
      meanwhile?.(signalDeployment)
    ]);
    return result;
  } finally {
    watch.abort();
  }
}

const CREDENTIALS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'not-a-secret',
  AWS_EC2_METADATA_DISABLED: 'true'
};

/** The Node processes that deploy this folder. */
function findProcesses(artifact: string): readonly number[] {
  return readdirSync('/proc').flatMap(name => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').split('\0');
      return words[0]?.endsWith('node') === true && words.includes(artifact) ? [Number(name)] : [];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

function findRefused(
  entries: readonly RequestLogEntry[],
  stack: Stack,
  target: ReturnType<typeof deploymentTarget>
): readonly string[] {
  const policies = resourceOf(stack, 'DeployRole')['Policies'] as readonly {
    readonly PolicyDocument: PolicyDocument;
  }[];
  const { application = '', deploymentGroup = '' } = target ?? {};
  const place = { region: REGION, account: '123456789012', application, deploymentGroup };
  return (
    entries
      .filter(({ userAgent }) => userAgent?.includes('slipway') === true)
      // Whether a host with a port is a registry of AWS's, only the built-in AWS is asked: ECR's own hosts are known by their names.
      .filter(({ operation }) => operation !== 'DescribeRepositories')
      .flatMap(entry => wishesOf(entry, place))
      .filter(wish => !policies.some(({ PolicyDocument }) => allows(PolicyDocument, wish)))
      .map(({ action, resource }) => `${action} on ${resource}`)
  );
}

function resourceOf(stack: Stack, name: string): Shape {
  return stack.resources[name]?.properties ?? {};
}

async function writeScript(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${text}\n`);
  await chmod(path, 0o755);
}
