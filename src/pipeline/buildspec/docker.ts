import {
  buildxArgs,
  createBuilderArgs,
  exportedCaches,
  plainBuildArgs,
  settingsWithoutPlainArgument
} from '../../image/docker/docker-args.js';
import { STEP_FAILED } from '../../image/build/registry-cache.js';
import { cacheArguments, isCached } from './cache.js';
import { readDigest } from './ecr.js';
import type { ShellBuild } from './images.js';
import { markTokens, writeMarked } from './tokens.js';
import type { Step } from './yaml.js';

/** The builder that is made where the engine's own cannot do what is asked for. */
const BUILDER = 'slipway';
/** Stands for the image's name among Docker's arguments; no argument can hold it. */
const REFERENCE = '\0';
const LINE = 110;

/**
 * How an image is built: `docker build` does what it can; `buildx` does the rest with the engine; several platforms and a cache that is
 * written need a builder in a container, which pushes by itself.
 */
type Way = 'docker' | 'buildx' | 'builder';

function chooseWay({ image: { build } }: ShellBuild): Way {
  if (build.platforms.length > 1 || exportedCaches(build).length > 0) return 'builder';
  return settingsWithoutPlainArgument(build, true).length === 0 ? 'docker' : 'buildx';
}

/** The builder, where one is needed, and emulators for the processors that the build machine has not. */
export function makeBuilder(builds: readonly ShellBuild[], emulators: string | undefined): readonly Step[] {
  const emulation: readonly Step[] =
    emulators === undefined
      ? []
      : [
          {
            comment: ['Emulators, so that Docker can build for other processors than that of this machine.'],
            script: emulators
          }
        ];
  const create = writeWords(['docker', ...createBuilderArgs(BUILDER, false)], '').join(' ');
  if (builds.some(build => chooseWay(build) === 'builder')) {
    const comment = 'Several platforms, or a cache to be written, need a builder in a container of its own.';
    return [...emulation, { comment: [comment], script: isTried(builds) ? `${create}\nBUILDER=${BUILDER}` : create }];
  }
  return isTried(builds) ? [...emulation, tryBuilder(create)] : emulation;
}

/** Some build uses the builder for its cache, and can do without. */
function isTried(builds: readonly ShellBuild[]): boolean {
  return builds.some(build => isCached(build) && chooseWay(build) !== 'builder');
}

function tryBuilder(create: string): Step {
  const script = `if ${create}; then
  BUILDER=${BUILDER}
else
  BUILDER=
  echo "There is no builder in a container of its own here: this build is without its cache."
fi`;
  return { comment: ['The cache needs a builder in a container of its own, which is pulled from Docker Hub.'], script };
}

/** Every build that leaves its image with the engine comes before the first push: a failed build leaves the registry as it was. */
export function buildAndPush(builds: readonly ShellBuild[]): readonly Step[] {
  return [
    ...builds.filter(isLeftWithEngine).map(makeBuildStep),
    ...builds.flatMap(build => (isLeftWithEngine(build) ? pushFromEngine(build) : pushFromBuilder(build)))
  ];
}

function isLeftWithEngine(build: ShellBuild): boolean {
  return chooseWay(build) !== 'builder' && !isCached(build);
}

function makeBuildStep(build: ShellBuild): Step {
  const { image, reusable, variables } = build;
  const command = writeCommand(build, chooseWay(build));
  return {
    comment: [`The image ${image.repository}, built as the settings say.`],
    script: reusable ? unlessFound(variables, command) : command
  };
}

function pushFromEngine(build: ShellBuild): readonly Step[] {
  const { image, reusable, variables } = build;
  const push = `docker push "$${variables.image}"`;
  const digest = readDigest(build, true);
  const when = (script: string): string => (reusable ? whenBuilt(variables, script) : script);
  return [
    {
      comment: [`Push ${image.repository}. The digest is what ECR has under the tag then, and it must be ours.`],
      script: when(push)
    },
    { comment: [], script: when(digest) }
  ];
}

function pushFromBuilder(build: ShellBuild): readonly Step[] {
  const { image, reusable, variables } = build;
  const command = isCached(build) ? buildWithCache(build) : writeCommand(build, 'builder');
  const digest = readDigest(build, false);
  return [
    {
      comment: [`The image ${image.repository}, built as the settings say; the builder pushes it.`],
      script: reusable ? unlessFound(variables, command) : command
    },
    { comment: [], script: digest }
  ];
}

/**
 * A cache that cannot be read or written fails no build: BuildKit goes on by itself, but for a layer that the cache promises and does not have.
 * Then the image is built again without what is there, and the cache is written anew. What fails in the Dockerfile fails without it too.
 */
function buildWithCache(build: ShellBuild): string {
  const { image, number } = build.variables;
  const way = chooseWay(build);
  const name = `build_image${number}`;
  const cached = `${name}() {
${indent(writeCommand(build, 'builder', '"$@"'))}
}`;
  const attempt = `if ! (set -o pipefail && ${name} ${cacheArguments(build, false).join(' ')} 2>&1 | tee "$log"); then
  ! grep -q '${STEP_FAILED}' "$log" &&
    echo "$${image} is built again without its cache." &&
    ${name} ${cacheArguments(build, true).join(' ')}
fi`;
  const log = 'log="$(mktemp)"';
  if (way === 'builder') return `${cached}\n${log}\n${attempt}`;
  return `${cached}
${log}
if [ -z "$BUILDER" ]; then
${indent(writeCommand(build, way))} &&
    docker push "$${image}"
el${attempt}`;
}

function unlessFound({ digest, image }: ShellBuild['variables'], command: string): string {
  return `if [ -n "$${digest}" ]; then
  echo "$${image} is in the repository already ($${digest}): it is used, and not built again."
else
${indent(command)}
fi`;
}

function whenBuilt({ digest }: ShellBuild['variables'], script: string): string {
  return `if [ -z "$${digest}" ]; then\n${indent(script)}\nfi`;
}

/** One line where it is short, else one a setting. */
function writeCommand(build: ShellBuild, way: Way, more?: string): string {
  const { build: plain } = build.image;
  const settings = { ...plain, buildArgs: markTokens(plain.buildArgs), labels: markTokens(plain.labels) };
  const target = {
    reference: REFERENCE,
    builder: way === 'builder' ? BUILDER : undefined,
    to: way === 'builder' ? 'registry' : 'engine',
    metadataFile: undefined
  } as const;
  const args = way === 'docker' ? plainBuildArgs(settings, REFERENCE) : buildxArgs(settings, target);
  const words = writeWords(args, build.variables.image);
  const verbs = way === 'docker' ? 1 : 2;
  if (more !== undefined) {
    const place = args.indexOf(REFERENCE) - 1;
    words.splice(place, 0, more);
    args.splice(place, 0, '-');
  }
  const line = ['docker', ...words].join(' ');
  if (line.length <= LINE) return line;
  const parts = [['docker', ...words.slice(0, verbs)].join(' ')];
  for (const [index, word] of words.slice(verbs).entries()) {
    const isOption = args[verbs + index]?.startsWith('-') === true;
    const isValue = !isOption && args[verbs + index - 1]?.startsWith('-') === true && index < words.length - verbs - 1;
    if (isValue) parts.push(`${parts.pop() ?? ''} ${word}`);
    else parts.push(word);
  }
  return parts.join(' \\\n  ');
}

/** What cannot be quoted was refused before. */
function writeWords(args: readonly string[], image: string): string[] {
  return args.map(word => (word === REFERENCE ? `"$${image}"` : writeMarked(word)));
}

function indent(script: string): string {
  return script
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n');
}
