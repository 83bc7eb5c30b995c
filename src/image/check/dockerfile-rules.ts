import type { BuildConfig } from '../../config/config.js';
import { RuleList, type Finding, type SourceLocation, type WarningRule } from '../../errors.js';
import { nearestName } from '../../text/suggest.js';
import { listNames, quote } from '../../text/format.js';
import { BUILDX_BUILD } from './build-inputs.js';
import { readField } from '../docker/docker-args.js';
import { findStage, listBases, type Dockerfile, type BuildStage } from '../build/dockerfile.js';

const REFERENCE = 'https://docs.docker.com/reference/dockerfile/';
const BUILD_CHECKS = 'https://docs.docker.com/reference/build-checks/';

export const DOCKERFILE_RULES = new RuleList();
const NO_FROM = DOCKERFILE_RULES.add('no-from', 'error', 'The Dockerfile has no FROM.', `${REFERENCE}#from`);
const UNKNOWN_TARGET = DOCKERFILE_RULES.add(
  'unknown-target',
  'error',
  'The target is not a stage of the Dockerfile.',
  `${BUILDX_BUILD}#target; Docker answers: “target stage … could not be found”`
);
const EXPOSED_PORT = DOCKERFILE_RULES.add(
  'exposed-port',
  'warning',
  'The image exposes a port that its container does not map. Ports with a variable are not checked.',
  `${REFERENCE}#expose`
);
const FROM_PLATFORM = DOCKERFILE_RULES.add(
  'from-platform',
  'warning',
  'FROM is pinned to a different platform than the image or the task.',
  `${BUILD_CHECKS}from-platform-flag-const-disallowed/`
);
const UNUSED_BUILD_ARG = DOCKERFILE_RULES.add(
  'unused-build-arg',
  'warning',
  'A build argument has no ARG in the Dockerfile.',
  `${REFERENCE}#arg; Docker answers: “One or more build-args … were not consumed”`
);
const SECRET_BUILD_ARG = DOCKERFILE_RULES.add(
  'secret-build-arg',
  'warning',
  'A build argument looks like a secret; anyone can read it from the image.',
  `${BUILD_CHECKS}secrets-used-in-arg-or-env/`
);
const UNUSED_BUILD_SECRET = DOCKERFILE_RULES.add(
  'unused-build-secret',
  'warning',
  'No RUN mounts the build secret.',
  `${REFERENCE}#run---mounttypesecret`
);
const MISSING_BUILD_SECRET = DOCKERFILE_RULES.add(
  'missing-build-secret',
  'error',
  'A RUN requires a secret that is not among the build secrets.',
  `${REFERENCE}#run---mounttypesecret`
);

/** Arguments that every Dockerfile has (https://docs.docker.com/build/building/variables/). */
const PREDEFINED = /^(?:(?:https?|ftp|no|all)_proxy|BUILDKIT_\w+|BUILDX_\w+|SOURCE_DATE_EPOCH|(?:TARGET|BUILD)\w+)$/i;
/** As Docker's own check SecretsUsedInArgOrEnv has them (https://docs.docker.com/reference/build-checks/). */
const SECRET_WORD =
  /(?:^|_)(?:apikey|api_key|auth|credentials?|password|pword|passwd|secret|token|(?:private|access|secret)_key)(?:$|_)/i;

/** What a container of a task definition has, as far as its image is concerned. */
export interface ContainerFacts {
  readonly name: string;
  /** The file that says it. */
  readonly file: string;
  readonly ports: readonly { readonly from: number; readonly to: number }[];
  /** `amd64` or `arm64`; undefined: not known. */
  readonly architecture: string | undefined;
}

/** What is wrong with the settings of a build, whatever its Dockerfile says. */
export function checkBuildArgs(build: BuildConfig, path: (setting: string) => string): readonly Finding[] {
  return build.buildArgs
    .filter(({ name, value }) => SECRET_WORD.test(name) && value !== '')
    .map(({ name }) => {
      const what = `The build argument ${name} looks like a secret, and build arguments can be read from the image.`;
      const next = `Pass it with build-secrets: id=${name.toLowerCase()},env=${name}, and read it with RUN --mount=type=secret.`;
      return warn(SECRET_BUILD_ARG, { path: path('build-args') }, what, next);
    });
}

/** Holds the settings of a build to its Dockerfile, and the Dockerfile to the containers that the image is for. */
export function checkDockerfile(
  dockerfile: Dockerfile,
  build: BuildConfig,
  path: (setting: string) => string,
  containers: readonly ContainerFacts[]
): readonly Finding[] {
  const { file, isForeign, stages } = dockerfile;
  if (isForeign) return [];
  if (stages.length === 0) {
    const what = 'The Dockerfile has no FROM, so there is nothing to build.';
    return [
      { severity: 'error', code: NO_FROM.name, place: { file, line: 1, column: 1 }, what, next: 'Start it with FROM.' }
    ];
  }
  // A build option may say another target, and further arguments and secrets.
  const hasOptions = build.buildOptions.length > 0;
  const stage = findStage(dockerfile, hasOptions ? undefined : build.target);
  if (stage === undefined) return [refuseTarget(dockerfile, build.target ?? '', path)];
  return [
    ...checkUnusedArgs(dockerfile, build, path),
    ...(hasOptions ? [] : checkSecrets(dockerfile, build, path)),
    ...(hasOptions ? [] : checkPlatform(dockerfile, stage, build, containers)),
    ...(hasOptions ? [] : containers.flatMap(container => checkPorts(dockerfile, stage, container)))
  ];
}

/** "target stage "x" could not be found" */
function refuseTarget({ file, stages }: Dockerfile, target: string, path: (setting: string) => string): Finding {
  const names = stages.flatMap(({ name }) => name ?? []);
  const near = nearestName(target, names);
  const what = `There is no stage ${quote(target)} in ${file}; it has ${listNames(names)}.`;
  const next = near === undefined ? '' : `Did you mean ${near}?`;
  return { severity: 'error', code: UNKNOWN_TARGET.name, place: { path: path('target') }, what, next };
}

/** "One or more build-args were not consumed" */
function checkUnusedArgs(
  { file, args }: Dockerfile,
  { buildArgs }: BuildConfig,
  path: (setting: string) => string
): readonly Finding[] {
  return buildArgs
    .filter(({ name }) => !args.has(name) && !PREDEFINED.test(name))
    .map(({ name }) => {
      const near = nearestName(name, args);
      const next = near === undefined ? `Write ARG ${name} there, or leave it out.` : `Did you mean ${near}?`;
      return warn(
        UNUSED_BUILD_ARG,
        { path: path('build-args') },
        `${file} has no ARG ${name}, so the argument does nothing.`,
        next
      );
    });
}

function checkSecrets(
  { file, secrets }: Dockerfile,
  { buildSecrets }: BuildConfig,
  path: (setting: string) => string
): readonly Finding[] {
  const given = new Set(buildSecrets.flatMap(secret => readField(secret, 'id') ?? []));
  const mounted = new Set(secrets.map(({ id }) => id));
  const unused = [...given].filter(id => !mounted.has(id));
  const missing = secrets.filter(({ id, required }) => required && !given.has(id));
  return [
    ...unused.map(id => {
      const near = nearestName(id, mounted);
      const next =
        near === undefined
          ? `Read it with RUN --mount=type=secret,id=${id}, or leave it out.`
          : `Did you mean ${near}?`;
      return warn(
        UNUSED_BUILD_SECRET,
        { path: path('build-secrets') },
        `No RUN of ${file} mounts the secret ${id}.`,
        next
      );
    }),
    ...missing.map(({ id, line }): Finding => {
      const what = `The build needs the secret ${id}, and build-secrets has none of this id.`;
      const next = `Add id=${id},env=<VARIABLE> or id=${id},src=<file> to build-secrets.`;
      return { severity: 'error', code: MISSING_BUILD_SECRET.name, place: at(file, line), what, next };
    })
  ];
}

/** A platform that FROM pins is what the image is for, whatever is asked for; variables leave that open. */
function checkPlatform(
  dockerfile: Dockerfile,
  stage: BuildStage,
  { platforms }: BuildConfig,
  containers: readonly ContainerFacts[]
): readonly Finding[] {
  const pinned = listBases(dockerfile, stage).find(({ platform }) => platform !== undefined);
  if (pinned?.platform === undefined || pinned.platform.includes('$')) return [];
  const { platform, line } = pinned;
  const place = at(dockerfile.file, line);
  const next = 'Leave --platform out of FROM, and say it in platforms.';
  if (platforms.some(wanted => !isSame(wanted, platform))) {
    return [
      warn(
        FROM_PLATFORM,
        place,
        `FROM is pinned to ${platform}, and the image is to be built for ${listNames(platforms)}.`,
        next
      )
    ];
  }
  const architecture = platform.split('/')[1];
  return containers
    .filter(container => container.architecture !== undefined && architecture !== container.architecture)
    .map(({ name, file, architecture: wanted = '' }) =>
      warn(
        FROM_PLATFORM,
        place,
        `FROM is pinned to ${platform}, and the container ${quote(name)} of ${file} runs on ${wanted}.`,
        next
      )
    );
}

function isSame(one: string, other: string): boolean {
  return one.split('/').slice(0, 2).join('/') === other.split('/').slice(0, 2).join('/');
}

/** ECS does not read EXPOSE; it says which port the program was meant to have. What holds a variable says nothing. */
function checkPorts(dockerfile: Dockerfile, stage: BuildStage, container: ContainerFacts): readonly Finding[] {
  const exposed = listBases(dockerfile, stage).flatMap(({ ports }) => ports);
  const [first] = exposed;
  const ranges = exposed.map(({ text }) => readRange(text));
  if (first === undefined || container.ports.length === 0 || ranges.includes(undefined)) return [];
  const meet = ranges.some(range =>
    container.ports.some(({ from, to }) => range !== undefined && range.from <= to && from <= range.to)
  );
  if (meet) return [];
  const mapped = container.ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  const what = `The image exposes ${listNames(exposed.map(({ text }) => text))}, and the container ${quote(container.name)} of ${container.file} maps ${listNames(mapped)}.`;
  const next = 'Correct containerPort there to the port that the program listens on, or EXPOSE here.';
  return [warn(EXPOSED_PORT, at(dockerfile.file, first.line), what, next)];
}

function readRange(text: string): { readonly from: number; readonly to: number } | undefined {
  const [, from, to] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text) ?? [];
  return from === undefined ? undefined : { from: Number(from), to: Number(to ?? from) };
}

function at(file: string, line: number): SourceLocation {
  return { file, line, column: 1 };
}

function warn(rule: WarningRule, place: SourceLocation, what: string, next: string): Finding {
  return { severity: 'warning', code: rule.name, place, what, next };
}
