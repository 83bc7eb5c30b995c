import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join, resolve } from 'node:path';

import type { Config } from '../config/config.js';
import { decodeSettings } from '../config/decode/decode.js';
import { SlipwayError } from '../errors.js';
import { systemFiles } from '../host/files.js';
import { readServices, readSettingsFile } from '../steps/read-sources.js';
import type { Processes } from '../ports.js';
import { connectToCloud } from '../emulator/client.js';
import { ID_TOKEN_PATH } from '../emulator/runner/id-token.js';
import { seedServices, type ServiceFixture } from '../emulator/seed/service.js';
import type { Cloud } from '../emulator/server/state.js';
import { planSeed } from './rehearsal-plan.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the examples are, from the program's own file. */
export function examplesOf(program: string): string {
  return resolve(dirname(program), '..', '..', 'examples');
}

/** The folder of a project: one with a `slipway.yml`, or an example's name. @throws SlipwayError where there is no such thing */
export async function findProject(project: string, program: string): Promise<string> {
  const files = systemFiles();
  for (const folder of [resolve(project), join(examplesOf(program), project)]) {
    if (await files.isFile(join(folder, 'slipway.yml'))) return folder;
  }
  throw new SlipwayError({
    code: 'no-project',
    fault: 'user',
    what: `There is no slipway.yml in ${project}, and no example of that name.`,
    next: 'Name a folder with a slipway.yml, or one of the examples: rolling, blue-green, native-canary, gated, two-containers, several-services, monorepo.'
  });
}

/** A project whose services are set up in the built-in AWS. */
export interface SeededProject {
  readonly folder: string;
  /** Settings given as flags. */
  readonly given: Readonly<Record<string, string>>;
  /** A folder for what nobody looks at. */
  readonly backstage: string;
  readonly environment: Environment;
}

/**
 * Sets the stage for a project from its own settings and files: see planStages. Resolves when the earlier version of each service runs.
 *
 * @throws ProblemsError where the project's settings or files are wrong
 */
export async function seedProject(
  { folder, given, backstage, environment }: SeededProject,
  cloud: Cloud
): Promise<readonly ServiceFixture[]> {
  const files = systemFiles(backstage, folder);
  const file = await readSettingsFile(given['config'], files);
  // Only its length counts here: what is shipped gets the commit's own.
  const source = { sha: '0'.repeat(40) };
  const { config } = decodeSettings({ given, givenFrom: 'flag', file, env: environment, source });
  const stages = planSeed(config, await readServices(config.rollouts, files), cloud.account);
  await seedServices(stages, connectToCloud(cloud.endpoint, config.region));
  await seedRegistries(config, cloud);
  return stages;
}

/** The registries of other accounts and regions that the settings name: with the repositories, and with policies that let this account in. */
async function seedRegistries({ images }: Config, { endpoint, account }: Cloud): Promise<void> {
  for (const image of images) {
    if (image.kind === 'existing' || image.registry === undefined) continue;
    const call = connectToCloud(endpoint, image.registry.region, image.registry.account);
    const allow = { Effect: 'Allow', Principal: { AWS: account }, Action: 'ecr:*' };
    const policyText = JSON.stringify({ Version: '2012-10-17', Statement: [allow] });
    if (image.createRepository) {
      const ofRegistry = { ...allow, Resource: '*' };
      await call('ecr', 'PutRegistryPolicy', {
        policyText: JSON.stringify({ Version: '2012-10-17', Statement: [ofRegistry] })
      });
      continue;
    }
    const repository = { repositoryName: image.repository };
    const known = await call('ecr', 'DescribeRepositories', { repositoryNames: [image.repository] }).catch(
      () => undefined
    );
    if (known === undefined) await call('ecr', 'CreateRepository', { ...repository, imageTagMutability: 'IMMUTABLE' });
    await call('ecr', 'SetRepositoryPolicy', { ...repository, policyText });
  }
}

/** A line for each service. */
export function describeSeed(stages: readonly ServiceFixture[]): string {
  const lines = stages.map(({ controller, cluster, service, region, desiredCount }) => {
    const engine = controller === 'ECS' ? 'rolled out by ECS' : 'rolled out by CodeDeploy';
    const tasks = desiredCount === 1 ? '1 task' : `${desiredCount} tasks`;
    return `Set up: the service ${cluster}/${service} in ${region} runs an earlier version in ${tasks}, ${engine}.\n`;
  });
  return lines.join('');
}

/** Variables by which the SDKs and the AWS CLI go to another endpoint than AWS_ENDPOINT_URL, or refuse it (SDKs and Tools Reference Guide, "Settings"). */
const OTHER_ENDPOINTS =
  /^AWS_(?:ENDPOINT_URL_\w+|IGNORE_CONFIGURED_ENDPOINT_URLS|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT|CA_BUNDLE)$/;
/** What GitHub's runner tells the step that it runs. */
const OF_A_JOB = /^(?:GITHUB|RUNNER|ACTIONS|INPUT|STATE)_/i;

/** The environment without the job in which a rehearsal may run: its inputs are not the rehearsal's, and its outputs and summary are to stay its own. */
export function leaveJob(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !OF_A_JOB.test(name)));
}

/**
 * What a program needs in its environment to talk to the built-in AWS and to no other, and to be in its time; undefined takes a variable away.
 *
 * @param environment what is set already
 */
export function cloudVariables(cloud: Cloud, environment: Environment): Environment {
  const { scale, anchor } = cloud.timeline;
  const elsewhere = Object.keys(environment).filter(name => OTHER_ENDPOINTS.test(name));
  return {
    ...Object.fromEntries(elsewhere.map(name => [name, undefined])),
    AWS_ENDPOINT_URL: cloud.endpoint,
    AWS_ACCESS_KEY_ID: 'REHEARSAL',
    AWS_SECRET_ACCESS_KEY: 'rehearsal',
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    ...idTokenVariables(cloud.endpoint),
    SLIPWAY_CLOCK: `${scale}@${anchor}`
  };
}

/** What a job asks for GitHub's token with; the question mark is there because `&audience=…` is appended. */
export function idTokenVariables(endpoint: string): Readonly<Record<string, string>> {
  return {
    ACTIONS_ID_TOKEN_REQUEST_URL: `${endpoint}${ID_TOKEN_PATH}?`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'rehearsal'
  };
}

/** The version of the Docker engine; undefined where there is no Docker, or none that answers. */
export async function findEngine(processes: Processes): Promise<string | undefined> {
  const result = await processes.run('docker', ['version', '--format', '{{.Server.Version}}']).catch(() => undefined);
  return result?.exitCode === 0 ? result.stdout.trim() : undefined;
}

/** Whether a script can stand in for `docker`: Windows starts no script where a program is named without its ending. */
export function canStandIn(platform: NodeJS.Platform = process.platform): boolean {
  return platform !== 'win32';
}

/**
 * A folder with a program named `docker`, which is this command's stand-in.
 *
 * @throws SlipwayError on Windows, where there can be none
 */
export async function makeStandIn(backstage: string, program: string, platform?: NodeJS.Platform): Promise<string> {
  if (!canStandIn(platform)) {
    throw new SlipwayError({
      code: 'no-docker-on-windows',
      fault: 'user',
      what: 'No Docker engine answers, and on Windows nothing can stand in for it.',
      next: 'Start Docker Desktop with Linux containers, or run slipway in WSL.'
    });
  }
  const folder = join(backstage, 'bin');
  await mkdir(folder);
  const script = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(program)} stand-in-docker "$@"\n`;
  await writeFile(join(folder, 'docker'), script);
  await chmod(join(folder, 'docker'), 0o755);
  return folder;
}

/** What puts the stand-in before any other Docker. */
export function standInVariables(folder: string, environment: Environment): Record<string, string> {
  return {
    PATH: `${folder}${delimiter}${environment['PATH'] ?? ''}`,
    SLIPWAY_STAND_IN_STATE: join(dirname(folder), 'stand-in'),
    // A context of the user's could name an engine that is not there.
    DOCKER_CONFIG: join(dirname(folder), 'docker-config')
  };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
