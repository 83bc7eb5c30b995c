import {
  buildxArgs,
  createBuilderArgs,
  exportedCaches,
  plainBuildArgs,
  settingsWithoutPlainArgument
} from '../../image/docker/docker-args.js';
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
  if (!builds.some(build => chooseWay(build) === 'builder')) return emulation;
  return [
    ...emulation,
    {
      comment: ['Several platforms, or a cache to be written, need a builder in a container of its own.'],
      script: writeWords(['docker', ...createBuilderArgs(BUILDER, false)], '').join(' ')
    }
  ];
}

/** Every build that leaves its image with the engine comes before the first push: a failed build leaves the registry as it was. */
export function buildAndPush(builds: readonly ShellBuild[]): readonly Step[] {
  return [
    ...builds.filter(build => chooseWay(build) !== 'builder').map(makeBuildStep),
    ...builds.flatMap(build => (chooseWay(build) === 'builder' ? pushFromBuilder(build) : pushFromEngine(build)))
  ];
}

function makeBuildStep(build: ShellBuild): Step {
  const { image, reusable, variables } = build;
  const command = writeCommand(build);
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
  const command = writeCommand(build);
  const digest = readDigest(build, false);
  return [
    {
      comment: [`The image ${image.repository}, built as the settings say; the builder pushes it.`],
      script: reusable ? unlessFound(variables, command) : command
    },
    { comment: [], script: digest }
  ];
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
function writeCommand(build: ShellBuild): string {
  const { build: plain } = build.image;
  const settings = { ...plain, buildArgs: markTokens(plain.buildArgs), labels: markTokens(plain.labels) };
  const way = chooseWay(build);
  const target = {
    reference: REFERENCE,
    builder: way === 'builder' ? BUILDER : undefined,
    to: way === 'builder' ? 'registry' : 'engine',
    metadataFile: undefined
  } as const;
  const args = way === 'docker' ? plainBuildArgs(settings, REFERENCE) : buildxArgs(settings, target);
  const words = writeWords(args, build.variables.image);
  const verbs = way === 'docker' ? 1 : 2;
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
function writeWords(args: readonly string[], image: string): readonly string[] {
  return args.map(word => (word === REFERENCE ? `"$${image}"` : writeMarked(word)));
}

function indent(script: string): string {
  return script
    .split('\n')
    .map(line => `  ${line}`)
    .join('\n');
}
