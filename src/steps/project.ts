import { createHash } from 'node:crypto';

import type { Appspec } from '../appspec/appspec.js';
import type { TaskDefinitionFile } from '../task-definition/index.js';
import type { Config } from '../config/config.js';
import { dockerfilePath } from '../image/build/base-images.js';
import { readDockerfile, type Dockerfile } from '../image/build/dockerfile.js';
import { isRemote } from '../image/reference.js';
import { decodeAll, DEFAULT_CONFIG_FILE } from '../config/decode/decode.js';
import { placeProblems } from '../config/sources/source-locations.js';
import { type Problem, ProblemsError, SlipwayError, uniqueProblems } from '../errors.js';
import type { PipelineProject, SourceFile } from '../pipeline/project.js';
import type { Files } from '../ports.js';
import { isError } from './check-files.js';
import { checkServiceFiles, namedContainersOf, type CheckedService } from './prepare-service.js';
import { collect, readServices, readSettingsFile } from './read-sources.js';

/** What a project is read from: flags by name, this folder's files, AWS's own variables. */
interface ProjectRequest {
  readonly given: Readonly<Record<string, string>>;
  /** What is wrong already; told together with the rest. */
  readonly problems: readonly Problem[];
  readonly files: Files;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the project in the working directory as the generators see it: the same settings and files that a run would take, and checked like
 * for a run as far as that goes without AWS.
 *
 * @throws ProblemsError with all that is wrong
 */
export async function readProject({ given, problems, files, environment }: ProjectRequest): Promise<PipelineProject> {
  const all = [...problems];
  const file = await collect(ProblemsError, all, () => readSettingsFile(given['config'], files));
  if (all.length > problems.length) throw new ProblemsError(all);
  const source = { sha: undefined, keepTokens: true };
  const { config, problems: found, locate } = decodeAll({ given, givenFrom: 'flag', file, env: environment, source });
  all.push(...found);
  const read = await readServices(config.rollouts, files);
  all.push(...read.flatMap(({ sources }) => sources.problems));
  if (all.length > 0) throw placeProblems(new ProblemsError(uniqueProblems(all)), locate);
  const checked = read.map(service => checkServiceFiles(service, config));
  const errors = checked.flatMap(({ findings }) => findings.filter(isError));
  if (errors.length > 0) throw placeProblems(new ProblemsError(uniqueProblems(errors)), locate);
  const settingsFile = file === undefined ? undefined : (given['config'] ?? DEFAULT_CONFIG_FILE);
  const [first, ...others] = checked;
  if (first === undefined) {
    throw new SlipwayError({ code: 'bug', fault: 'slipway', what: 'The settings were decoded to nothing to deploy.' });
  }
  const saysCache = locate('cache') !== undefined;
  const shared = { settingsFile, saysCache, dockerfiles: await readDockerfiles(config, files) };
  const [project, ...further] = await Promise.all([
    makeProject(config, first, shared, files),
    // The task before the rollout is run once.
    ...others.map(service => makeProject({ ...config, runTask: undefined }, service, shared, files))
  ]);
  return { ...project, others: further };
}

async function makeProject(
  run: Config,
  service: CheckedService,
  shared: Pick<PipelineProject, 'settingsFile' | 'saysCache' | 'dockerfiles'>,
  files: Files
): Promise<PipelineProject> {
  const config = { ...run, ...service.config };
  const { assignments, sources } = service;
  const { taskDefinition, appspec } = sources;
  const isCodeDeploy = appspec !== undefined || config.rollout.codedeployApplication !== undefined;
  return {
    config,
    ...shared,
    environment: config.environment,
    prefix: config.environment === undefined ? '' : `${config.environment}.`,
    engine: isCodeDeploy ? 'CodeDeployToECS' : 'ECS',
    taskDefinition: await withText<TaskDefinitionFile>(taskDefinition, taskDefinition?.document.file, files),
    appspec: await withText<Appspec>(appspec, appspec?.file, files),
    assignments: config.images.map(image => ({
      image,
      containers: namedContainersOf({ assignments, taskDefinition }, image)
    })),
    others: []
  };
}

async function readDockerfiles({ images }: Config, files: Files): Promise<ReadonlyMap<string, Dockerfile>> {
  const builds = images.flatMap(image => (image.kind === 'built' ? image.build : []));
  const paths = builds.filter(({ context }) => !isRemote(context)).map(dockerfilePath);
  const read = await Promise.all(
    [...new Set(paths)]
      .filter(path => !isRemote(path))
      .map(async path => {
        const bytes = await files.read(path).catch(() => undefined);
        return bytes === undefined ? [] : [[path, readDockerfile(path, bytes)] as const];
      })
  );
  return new Map(read.flat());
}

async function withText<T>(
  value: T | undefined,
  path: string | undefined,
  files: Files
): Promise<SourceFile<T> | undefined> {
  if (value === undefined || path === undefined) return undefined;
  const bytes = (await files.read(path)) ?? new Uint8Array();
  return {
    path,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    value
  };
}
