import { posix } from 'node:path';

import type { BuildConfig, BuiltImage } from '../../config/config.js';
import type { Problem } from '../../errors.js';
import { builderInOptions, cacheType, plainBuildArgs } from '../../image/docker/docker-args.js';
import { isRemote, parseReference } from '../../image/reference.js';
import { quoteWord } from '../../text/shell.js';
import { findBadVariables } from '../build-facts.js';
import type { GenerateOptions, PipelineProject } from '../project.js';
import { findSeveralServices } from '../target.js';

/** What the settings ask for and a build in CodeBuild cannot do. */
export function findUncarried(project: PipelineProject, { directory }: GenerateOptions): readonly Problem[] {
  const { config } = project;
  return [
    ...findSeveralServices(project),
    ...checkTaskDefinition(project),
    ...checkAppspecGiven(project),
    ...checkPaths(project, directory),
    ...findBadVariables(project),
    ...config.images.flatMap((image, index) => {
      const path = (setting: string): string => (config.images.length === 1 ? setting : `images[${index}].${setting}`);
      return image.kind === 'built' ? checkBuild(image, path) : checkReference(image.image, path('image'));
    })
  ];
}

function checkTaskDefinition({ config }: PipelineProject): readonly Problem[] {
  const source = config.files.taskDefinition;
  if (source === undefined || source.kind === 'file') return [];
  const said = source.kind === 'service' ? 'service' : source.reference;
  return [
    problem(
      'task-definition',
      `task-definition is ${said}: a build in CodeBuild has only the files of the repository.`,
      'Keep the task definition in the repository and name its path; aws ecs describe-task-definition --query taskDefinition prints one.'
    )
  ];
}

function checkAppspecGiven({ engine, appspec }: PipelineProject): readonly Problem[] {
  if (engine === 'ECS' || appspec !== undefined) return [];
  const what =
    'The deployment goes through CodeDeploy, and there is no AppSpec: the one that Slipway makes from the service as it runs cannot be made in CodeBuild.';
  return [problem('appspec', what, 'Write an appspec.yml, or name one with appspec.')];
}

/** A build has the repository and nothing beside it. */
function checkPaths(project: PipelineProject, directory: string): readonly Problem[] {
  const { config, taskDefinition, appspec } = project;
  const { artifactsDirectory } = config.files;
  const outside = [
    ['task-definition', taskDefinition?.path],
    ['appspec', appspec?.path],
    ['artifacts-directory', artifactsDirectory],
    ['output', directory],
    ['environment', `${project.prefix}buildspec.yml`]
  ].flatMap(([setting = '', path]) => (path === undefined ? [] : checkPath(setting, path)));
  const isPattern = /[*?[\]{}]/.test(artifactsDirectory);
  const pattern = problem(
    'artifacts-directory',
    `artifacts-directory is ${artifactsDirectory}, and CodeBuild would take that for a pattern.`,
    'Name a folder without any of *?[]{}.'
  );
  return isPattern ? [...outside, pattern] : outside;
}

function checkPath(setting: string, path: string): readonly Problem[] {
  const normal = posix.normalize(path);
  if (posix.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) {
    const what = `${setting} is ${path}, which is outside of the repository: a build in CodeBuild has nothing else.`;
    return [problem(setting, what, 'Name a path from the root of the repository, in which this command is run.')];
  }
  // A name with a line break in it would end the comment that it stands in.
  return quoteWord(path)?.startsWith('$') === false ? [] : [unsafe(setting)];
}

function checkBuild({ build }: BuiltImage, path: (setting: string) => string): readonly Problem[] {
  const problems = [
    ...checkCaches(build, path),
    ...(isRemote(build.context) ? [] : checkPath(path('context'), build.context)),
    ...(build.dockerfile === undefined || isRemote(build.dockerfile)
      ? []
      : checkPath(path('dockerfile'), build.dockerfile))
  ];
  const builder = builderInOptions(build.buildOptions);
  if (builder !== undefined && builder !== 'default') {
    const what = `build-options names the builder ${builder}, which there is not in CodeBuild.`;
    const next = 'Leave it out: where a builder is needed, the buildspec makes one.';
    problems.push(problem(path('build-options'), what, next));
  }
  const isUnsafe = plainBuildArgs({ ...build, cacheFrom: [] }, 'image')
    .concat(build.cacheFrom, build.cacheTo)
    .some(word => quoteWord(word) === undefined);
  return isUnsafe ? [...problems, unsafe(path('build-args'))] : problems;
}

function checkCaches(build: BuildConfig, path: (setting: string) => string): Problem[] {
  const caches = [
    ['cache-from', build.cacheFrom],
    ['cache-to', build.cacheTo]
  ] as const;
  return caches.flatMap(([setting, values]) =>
    values
      .filter(cache => cacheType(cache) === 'gha')
      .map(cache =>
        problem(
          path(setting),
          `${setting} is ${cache}: GitHub's cache is there in GitHub Actions only.`,
          'Use type=registry,ref=… , which both have, or leave it out for this environment.'
        )
      )
  );
}

function checkReference(image: string, path: string): readonly Problem[] {
  if (parseReference(image) !== undefined) return [];
  const next = 'Expected host/repository:tag or host/repository@sha256:…, with the repository in lower case.';
  return [problem(path, `"${image}" is not a valid image reference.`, next)];
}

function unsafe(path: string): Problem {
  const what = `${path} or a setting beside it contains a character that cannot be passed on: a NUL, half a character, or in a path a control character.`;
  return problem(path, what, 'Leave it out.');
}

function problem(path: string, what: string, next: string): Problem {
  return { code: 'not-for-codebuild', place: { path }, what, next };
}
