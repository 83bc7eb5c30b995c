import { ProblemsError } from '../../errors.js';
import { addressOf } from '../../image/image-plan.js';
import { listNames } from '../../text/format.js';
import { explainCache, installEmulators, listSecretVariables } from '../build-facts.js';
import { explainUnknownReads } from '../build-reads.js';
import { findCaches } from './cache.js';
import { buildAndPush, makeBuilder } from './docker.js';
import { addTags, logIn, describeExistingImages, findReusableImages, nameInEcr } from './ecr.js';
import { makeFiles } from './files.js';
import { listBuilds, nameImages, type ShellBuild } from './images.js';
import { splitBuildspec } from './kept.js';
import { findUncarried } from './problems.js';
import { passScanGate } from './scan-gate.js';
import { checkTokens } from './tokens.js';
import { writeBuildspec, type Step } from './yaml.js';
import { DEFAULT_BRANCH, type PipelineOptions } from '../flags.js';
import type { GeneratedFile, GenerateOptions, PipelineProject } from '../project.js';
import { inDirectory } from '../target.js';

/** The path of the buildspec from the repository's root. */
export function buildspecPath(
  project: Pick<PipelineProject, 'prefix'>,
  options: Pick<GenerateOptions, 'directory'>
): string {
  return inDirectory(options, `${project.prefix}buildspec.yml`);
}

/**
 * The buildspec, and the templates that it needs beside it. What it builds, pushes and writes is what a run of the Action with the same
 * settings does: same arguments of Docker, same tags, the same bytes in the four files. It needs bash, Docker and the AWS CLI v2 (CodeBuild's
 * standard images have them) and leaves account and region to its environment.
 *
 * Every command stands by itself: between two of them only variables and the folder are sure to be kept.
 * https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
 *
 * @throws ProblemsError with everything that a build in CodeBuild cannot do
 */
export function renderBuildspec(
  project: PipelineProject,
  options: GenerateOptions & Partial<Pick<PipelineOptions, 'parts' | 'branch'>>
): readonly GeneratedFile[] {
  const problems = findUncarried(project, options);
  if (problems.length > 0) throw new ProblemsError(problems);
  const { config } = project;
  const images = nameImages(project.assignments);
  const builds = listBuilds(images);
  const command = `slipway generate buildspec${options.flags}`;
  const files = makeFiles(project, images, { ...options, command });
  const text = writeBuildspec({
    header: describe(project, builds, command),
    variables: builds.length === 0 ? [] : VARIABLES,
    phases: [
      {
        name: 'pre_build',
        abort: true,
        steps: [
          ...checkTokens(images),
          ...checkSecrets(project),
          ...files.checks,
          ...(builds.length === 0 ? [] : VERSIONS),
          ...explainCache(project).map(sentence => ({ comment: [], script: `echo '${sentence}'` })),
          ...nameInEcr(builds),
          ...logIn(builds, project, options.parts?.includes('docker-hub') === true),
          ...describeExistingImages(images),
          ...findReusableImages(builds),
          ...findCaches(builds, options.branch ?? DEFAULT_BRANCH),
          ...makeBuilder(builds, installEmulators(project))
        ]
      },
      {
        name: 'build',
        abort: true,
        steps: [...buildAndPush(builds), ...builds.flatMap(addTags), ...passScanGate(images, config.scanGate)]
      },
      { name: 'post_build', abort: false, steps: [GUARD, ...files.steps] }
    ],
    artifacts: { directory: config.files.artifactsDirectory, files: files.names },
    kept: splitBuildspec(options.present ?? '').kept
  });
  const path = buildspecPath(project, options);
  return [{ path, text, listOwnLines }, ...files.templates.map(template => ({ ...template, checksumIn: path }))];
}

function listOwnLines(text: string): readonly string[] {
  return splitBuildspec(text).ownLines;
}

const VARIABLES = [
  { name: 'DOCKER_BUILDKIT', value: '1', comment: 'Builds run in BuildKit, in older versions of Docker too.' },
  {
    name: 'BUILDX_NO_DEFAULT_ATTESTATIONS',
    value: '1',
    comment: 'One image, one manifest: a record of its origin would make another digest of it.'
  }
] as const;

const VERSIONS: readonly Step[] = [
  { comment: ['What this build runs with.'], script: 'aws --version' },
  { comment: [], script: 'docker --version' }
];

const GUARD: Step = {
  comment: ['CodeBuild comes here after a failed build too: then there is nothing to deploy, and no file says so.'],
  script: '[ "$CODEBUILD_BUILD_SUCCEEDING" = 1 ]'
};

function describe(project: PipelineProject, builds: readonly ShellBuild[], command: string): readonly string[] {
  const { config, environment, settingsFile, engine } = project;
  const repositories = [...new Set(builds.map(({ image }) => addressOf(image)))];
  const does = repositories.length === 0 ? 'Writes' : `Builds and pushes ${listNames(repositories)}, and writes`;
  const from = settingsFile ?? 'the settings';
  const which = environment === undefined ? '' : ` (environment ${environment})`;
  const isElsewhere = builds.some(({ image }) => image.registry !== undefined);
  const secrets = [
    ...new Set(config.images.flatMap(image => (image.kind === 'built' ? image.build.buildSecrets : [])))
  ];
  return [
    `${does} the files for CodePipeline's deploy action "${engine === 'ECS' ? 'Amazon ECS' : 'Amazon ECS (Blue/Green)'}".`,
    `Made by Slipway from ${from}${which}: edit that and make this again,`,
    `    ${command}`,
    'or edit this by hand: variables, secrets, phases, reports and other parts that are added stay when it is made again.',
    `CodeBuild: a standard image (bash, Docker, AWS CLI v2) in privileged mode. Account and region are those of the project${isElsewhere ? ', but for the registries that are named' : ''}.`,
    ...(secrets.length === 0
      ? []
      : ['The secrets of the build come from variables of the project or files of the repository.']),
    ...(builds.length === 0 ? [] : [...explainCache(project), ...explainUnknownReads(project)])
  ];
}

/** An empty secret would make an image that fails later, and elsewhere. */
function checkSecrets(project: PipelineProject): readonly Step[] {
  return listSecretVariables(project).map(name => ({
    comment: [
      'A secret of the build, from a variable of the CodeBuild project (type SECRETS_MANAGER or PARAMETER_STORE).'
    ],
    script: `[[ -v ${name} ]] || {
  echo "The build takes a secret from the variable ${name}, which is not set in this CodeBuild project."
  false
}`
  }));
}
