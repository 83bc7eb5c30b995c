import type { BuildConfig } from '../../config/config.js';
import { listTokens } from '../../text/tokens.js';
import { dockerfileOf } from '../check/build-inputs.js';
import { findStage, type BuildStage, type Dockerfile, type GlobalArg } from './dockerfile.js';

/** Something that a build pulls. */
export interface BaseImage {
  /** As it is written: `FROM $REGISTRY/node:22`. */
  readonly written: string;
  readonly line: number;
  /** The image's reference with all variables replaced; undefined where that cannot be known. */
  readonly image: string | undefined;
  /** The variables that have no value here, as `REGISTRY`. */
  readonly missing: readonly string[];
}

type Values = ReadonlyMap<string, string | undefined>;

/**
 * The images that BuildKit pulls to build the target, each once: those of `FROM`, `COPY --from` and `RUN --mount=…,from=` in the target's
 * stage and in the stages that it needs, the frontend of `# syntax=`, and named contexts (`docker-image://`) in place of what they override.
 * https://docs.docker.com/reference/dockerfile/, https://docs.docker.com/reference/cli/docker/buildx/build/#build-context
 *
 * @param native the platform that builds, `linux/amd64`: what `BUILDPLATFORM` is, and what is built for where `platforms` is empty
 */
export function listBaseImages(dockerfile: Dockerfile, build: BuildConfig, native: string): readonly BaseImage[] {
  const platforms = build.platforms.length === 0 ? [native] : build.platforms;
  const found = platforms.flatMap(platform => {
    const values = listValues(dockerfile.globals, build, native, platform);
    return [...listFrontend(dockerfile, values), ...walkStages(dockerfile, build, values)];
  });
  return [...new Map(found.map(base => [JSON.stringify([base.image ?? base.written, base.missing]), base])).values()];
}

/** The values of an option among the build options, as `--target x` or `--target=x`. */
export function optionValues(options: readonly string[], ...names: readonly string[]): readonly string[] {
  return options.flatMap((word, index) => {
    const name = names.find(each => word === each || word.startsWith(`${each}=`));
    if (name === undefined) return [];
    return word === name ? (options[index + 1] ?? []) : word.slice(name.length + 1);
  });
}

/** The path of the build's Dockerfile, or its address; a build option has the last word. */
export function dockerfilePath(build: BuildConfig): string {
  return optionValues(build.buildOptions, '--file', '-f').at(-1) ?? dockerfileOf(build);
}

/** A frontend of another make may read images that cannot be known here; its own is pulled in any case. */
function listFrontend({ syntax, isForeign }: Dockerfile, values: Values): readonly BaseImage[] {
  const image = values.get('BUILDKIT_SYNTAX') ?? syntax;
  if (image === undefined) return [];
  const frontend = { written: `# syntax=${image}`, line: 1, image, missing: [] };
  return isForeign
    ? [frontend, { written: `what ${image} reads`, line: 1, image: undefined, missing: [] }]
    : [frontend];
}

function walkStages(dockerfile: Dockerfile, build: BuildConfig, values: Values): readonly BaseImage[] {
  const { stages } = dockerfile;
  const target = optionValues(build.buildOptions, '--target').at(-1) ?? build.target;
  const contexts = listContexts(build.buildOptions);
  const last = findStage(dockerfile, target);
  if (dockerfile.isForeign || last === undefined) return [];
  const found: BaseImage[] = [];
  const seen = new Set<BuildStage>();
  const waiting: BuildStage[] = [last];
  const read = (
    written: string,
    line: number,
    name: string | undefined,
    missing: readonly string[],
    stage?: BuildStage
  ) => {
    const context = name === undefined ? undefined : contexts.get(normalize(name));
    if (context === undefined && stage !== undefined) waiting.push(stage);
    else if (context === undefined) {
      if (name?.toLowerCase() !== 'scratch') found.push({ written, line, image: name, missing });
    } else if (context.startsWith('docker-image://')) {
      const image = context.slice('docker-image://'.length);
      found.push({ written: `--build-context ${name ?? ''}=${context}`, line, image, missing: [] });
    }
  };
  for (let stage = waiting.pop(); stage !== undefined; stage = waiting.pop()) {
    if (seen.has(stage)) continue;
    seen.add(stage);
    const own = stage.name === undefined ? undefined : contexts.get(stage.name);
    if (own !== undefined) {
      // A context of a stage's name takes the place of the whole stage.
      read('', stage.line, stage.name, []);
      continue;
    }
    const earlier = stages.slice(0, stages.indexOf(stage));
    const byName = (name: string): BuildStage | undefined => earlier.find(each => each.name === name.toLowerCase());
    const { value, missing } = expand(stage.base, values);
    read(`FROM ${stage.base}`, stage.line, value, missing, value === undefined ? undefined : byName(value));
    for (const { line, from } of stage.sources) {
      // Docker puts no variables in here.
      const isKnown = !from.includes('$');
      const numbered = /^\d+$/.test(from) ? earlier[Number(from)] : undefined;
      read(`--from=${from}`, line, isKnown ? from : undefined, isKnown ? [] : [from], byName(from) ?? numbered);
    }
  }
  return found;
}

/** `--build-context name=value`, by the name as images are compared. */
function listContexts(options: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    optionValues(options, '--build-context').map(option => {
      const [name = '', ...value] = option.split('=');
      return [normalize(name), value.join('=')];
    })
  );
}

/** `alpine`, `alpine:latest` and `docker.io/library/alpine` are one image to BuildKit. */
function normalize(name: string): string {
  const short = name.toLowerCase().replace(/^docker\.io\/(?:library\/)?/, '');
  return /:latest$/.test(short) ? short.slice(0, -':latest'.length) : short;
}

/** What the variables of a `FROM` are: the `ARG`s before it, as the build arguments set them, and what BuildKit sets itself. */
function listValues(globals: readonly GlobalArg[], build: BuildConfig, native: string, platform: string): Values {
  const given = new Map<string, string | undefined>(
    // What a token stands for is not known where one is left.
    build.buildArgs.map(({ name, value }) => [name, listTokens(value).length === 0 ? value : undefined])
  );
  for (const option of optionValues(build.buildOptions, '--build-arg')) {
    const [name = '', ...value] = option.split('=');
    // Without a value Docker takes that of a variable of its environment, which is not known here.
    given.set(name, option.includes('=') ? value.join('=') : undefined);
  }
  const values = new Map<string, string | undefined>([
    ...describePlatform('BUILD', native),
    ...describePlatform('TARGET', platform),
    ['BUILDKIT_SYNTAX', given.get('BUILDKIT_SYNTAX')]
  ]);
  for (const { name, value } of globals) {
    if (given.has(name)) values.set(name, given.get(name));
    else if (value !== undefined) values.set(name, expand(value, values).value);
    else if (!values.has(name)) values.set(name, undefined);
  }
  return values;
}

function describePlatform(prefix: 'BUILD' | 'TARGET', platform: string): readonly (readonly [string, string])[] {
  const [os = '', architecture = '', variant = ''] = platform.split('/');
  return [
    [`${prefix}PLATFORM`, platform],
    [`${prefix}OS`, os],
    [`${prefix}ARCH`, architecture],
    [`${prefix}VARIANT`, variant]
  ];
}

/**
 * Puts values in for `$NAME`, `${NAME}`, `${NAME:-word}`, `${NAME-word}`, `${NAME:+word}` and `${NAME+word}`; any other form is not known.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
function expand(
  text: string,
  values: Values
): { readonly value: string | undefined; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const value = text.replace(
    /\\(.)|\$(?:(\w+)|\{(\w+)(?:(:?[-+])((?:[^{}]|\{[^{}]*\})*)|([^}]*))\})/g,
    (_, escaped?: string, bare?: string, braced?: string, operator?: string, word?: string, other?: string) => {
      if (escaped !== undefined) return escaped;
      const name = bare ?? braced ?? '';
      const known = values.get(name);
      const isSet = known !== undefined && (operator?.startsWith(':') !== true || known !== '');
      const expanded = (): string => {
        const inner = expand(word ?? '', values);
        missing.push(...inner.missing);
        return inner.value ?? '';
      };
      if (operator?.endsWith('-') === true) return isSet ? known : expanded();
      if (operator?.endsWith('+') === true) return isSet ? expanded() : '';
      if (known === undefined || (other ?? '') !== '') missing.push(name);
      return known ?? '';
    }
  );
  return missing.length === 0 && value !== '' ? { value, missing } : { value: undefined, missing };
}
