import { posix } from 'node:path';

import type { BuiltImage } from '../config/config.js';
import { ProblemsError, type Problem } from '../errors.js';
import { optionValues } from '../image/build/base-images.js';
import { readField } from '../image/docker/docker-args.js';
import { addressOf } from '../image/image-plan.js';
import { placeOfCache, type RepositoryPlace } from '../image/build/registry-cache.js';
import { isRemote } from '../image/reference.js';
import { quote } from '../text/format.js';
import { isRecord, own } from '../text/record.js';
import type { PipelineProject } from './project.js';

export function listBuiltImages({ config }: PipelineProject): readonly BuiltImage[] {
  return config.images.filter(image => image.kind === 'built');
}

/** Where the builds with `cache: registry` keep their caches, each once. */
export function listCachePlaces(project: PipelineProject): readonly RepositoryPlace[] {
  const cached = listBuiltImages(project).filter(({ build }) => build.cache === 'registry');
  return [...new Map(cached.map(image => [addressOf(placeOfCache(image)), placeOfCache(image)])).values()];
}

/** Nothing is said of a cache: whoever makes a file in which builds begin empty may propose one. */
export function saysNoCache(project: PipelineProject): boolean {
  const builds = listBuiltImages(project).map(({ build }) => build);
  const says = ({ cache, cacheFrom, cacheTo, buildOptions }: BuiltImage['build']): boolean =>
    cache !== 'none' ||
    cacheFrom.length + cacheTo.length > 0 ||
    buildOptions.some(option => /^--(?:no-)?cache(?:-|$|=)/.test(option));
  return builds.length > 0 && !project.saysCache && !builds.some(says);
}

/** What a build in CodeBuild makes of `cache` other than the settings say; for whoever makes its files, and in them. */
export function explainCache(project: PipelineProject): readonly string[] {
  const isGithub = listBuiltImages(project).some(({ build }) => build.cache === 'github');
  return isGithub
    ? [
        'cache is github, which is there in GitHub Actions alone: CodeBuild builds without it. cache: registry serves both.'
      ]
    : [];
}

/**
 * The environment variables that hold secrets of the builds, each once.
 *
 * @throws ProblemsError for a name that a shell would take for something else
 */
export function listSecretVariables(project: PipelineProject): readonly string[] {
  const problems = findBadVariables(project);
  if (problems.length > 0) throw new ProblemsError(problems);
  return listNamedVariables(project);
}

/** What is wrong with their names. */
export function findBadVariables(project: PipelineProject): readonly Problem[] {
  return listNamedVariables(project)
    .filter(name => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    .map(name => ({
      code: 'not-for-codebuild',
      place: { path: 'build-secrets' },
      what: `${quote(name)} is not a valid name of a shell variable.`,
      next: 'Use letters, digits and _.'
    }));
}

function listNamedVariables(project: PipelineProject): readonly string[] {
  const secrets = listBuiltImages(project).flatMap(({ build }) => build.buildSecrets);
  const variables = secrets.map(secret => {
    const source = readField(secret, 'type') === 'env' ? readField(secret, 'src', 'source') : undefined;
    return readField(secret, 'env') ?? source;
  });
  return [...new Set(variables.filter(name => name !== undefined))];
}

/** The processor that the images are built on: ARM where all of them are for it, so that nothing has to be emulated. */
export function buildArchitecture(project: PipelineProject): 'x86_64' | 'arm64' {
  const runtime = own(project.taskDefinition?.value.definition ?? {}, 'runtimePlatform');
  const ofTasks = isRecord(runtime) && own(runtime, 'cpuArchitecture') === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
  const platforms = listBuiltImages(project).flatMap(({ build }) =>
    build.platforms.length === 0 ? [ofTasks] : build.platforms
  );
  const isArm = platforms.length > 0 && platforms.every(platform => platform.startsWith('linux/arm64'));
  return isArm ? 'arm64' : 'x86_64';
}

/**
 * Installs QEMU's emulators for the processors that the platforms need beside the one that `buildArchitecture` names, until the machine is
 * gone; undefined where none is needed. The image is what Docker documents for it, at one version by its digest, since it gets all rights.
 * https://docs.docker.com/build/building/multi-platform/#install-qemu-manually
 */
export function installEmulators(project: PipelineProject): string | undefined {
  const native = buildArchitecture(project) === 'arm64' ? 'arm64' : 'amd64';
  const architectures = listBuiltImages(project)
    .flatMap(({ build }) => [...build.platforms, ...optionValues(build.buildOptions, '--platform')])
    .flatMap(platforms => platforms.split(',').flatMap(platform => platform.split('/')[1] ?? []));
  const emulated = [...new Set(architectures)].filter(architecture => architecture !== native);
  return emulated.length === 0 ? undefined : `docker run --rm --privileged ${BINFMT} --install ${emulated.join(',')}`;
}

const BINFMT = 'tonistiigi/binfmt:qemu-v10.2.3@sha256:400a4873b838d1b89194d982c45e5fb3cda4593fbfd7e08a02e76b03b21166f0';

/**
 * The files that decide what is shipped, as patterns from the repository's root, where they are not the whole repository: in a repository of
 * many projects a push to another one ships nothing. undefined where a build reads the root or something outside of the repository.
 */
export function listWatchedPaths(project: PipelineProject): readonly string[] | undefined {
  const builds = listBuiltImages(project).map(({ build }) => build);
  const folders = builds.map(({ context }) => posix.normalize(context).replace(/\/$/, ''));
  const isNarrow = builds.every(
    ({ context, buildOptions }, index) =>
      !isRemote(context) &&
      folders[index] !== '.' &&
      !/^(?:\.\.|\/)/.test(folders[index] ?? '') &&
      !buildOptions.some(option => option.startsWith('--build-context'))
  );
  if (builds.length === 0 || !isNarrow) return undefined;
  const files = [
    ...builds.map(({ dockerfile }) => dockerfile),
    ...[project, ...project.others].flatMap(({ taskDefinition, appspec }) => [taskDefinition?.path, appspec?.path]),
    project.settingsFile
  ].flatMap(path => (path === undefined || isRemote(path) ? [] : [posix.normalize(path)]));
  const outside = files.filter(path => !folders.some(folder => path.startsWith(`${folder}/`)));
  return [...new Set([...folders.map(folder => `${folder}/**`), ...outside])];
}
