import type { BuildConfig } from '../../config/config.js';

interface BuildxTarget {
  /** The full reference that the image gets, as `host/shop/app:1.2`. */
  readonly reference: string;
  /** The builder to use; undefined: the one that is selected. */
  readonly builder: string | undefined;
  /** `engine` leaves the image with the Docker engine, `registry` lets the builder push it. */
  readonly to: 'engine' | 'registry';
  /** Where buildx writes the digest of what it pushed. */
  readonly metadataFile: string | undefined;
}

/** The arguments of `docker` for a build with buildx, in a fixed order. The build options come last, so that they have the last word. */
export function buildxArgs(build: BuildConfig, target: BuildxTarget): string[] {
  return [
    'buildx',
    'build',
    ...option('--builder', target.builder),
    ...option('--file', build.dockerfile),
    ...option('--target', build.target),
    ...option('--platform', build.platforms.length === 0 ? undefined : build.platforms.join(',')),
    ...build.buildArgs.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
    ...build.buildSecrets.flatMap(secret => ['--secret', secret]),
    ...build.ssh.flatMap(agent => ['--ssh', agent]),
    ...build.labels.flatMap(({ name, value }) => ['--label', `${name}=${value}`]),
    ...build.cacheFrom.flatMap(cache => ['--cache-from', cache]),
    ...build.cacheTo.flatMap(cache => ['--cache-to', cache]),
    ...option('--metadata-file', target.metadataFile),
    '--tag',
    target.reference,
    target.to === 'registry' ? '--push' : '--load',
    ...build.buildOptions,
    build.context
  ];
}

/**
 * The arguments of `docker` for a build without buildx. Settings that it has no argument for (see `settingsWithoutPlainArgument`) are
 * not in it; a cache in a registry is named as plain Docker names it, by its reference.
 */
export function plainBuildArgs(build: BuildConfig, reference: string): string[] {
  return [
    'build',
    ...option('--file', build.dockerfile),
    ...option('--target', build.target),
    ...option('--platform', build.platforms[0]),
    ...build.buildArgs.flatMap(({ name, value }) => ['--build-arg', `${name}=${value}`]),
    ...build.buildSecrets.flatMap(secret => ['--secret', secret]),
    ...build.ssh.flatMap(agent => ['--ssh', agent]),
    ...build.labels.flatMap(({ name, value }) => ['--label', `${name}=${value}`]),
    ...build.cacheFrom.flatMap(cache => option('--cache-from', registryCache(cache))),
    '--tag',
    reference,
    ...build.buildOptions,
    build.context
  ];
}

/**
 * The settings in use that `docker build` without buildx cannot serve.
 *
 * @param buildkit the build runs in BuildKit (an engine's own, as in Docker 18.09 to 22) and not in the old builder
 */
export function settingsWithoutPlainArgument(build: BuildConfig, buildkit: boolean): string[] {
  return [
    ...(build.platforms.length > 1 ? ['several platforms'] : []),
    ...(build.cacheTo.length > 0 ? ['cache-to'] : []),
    ...(build.cacheFrom.some(cache => registryCache(cache) === undefined) ? ['cache-from with this type'] : []),
    ...(build.buildSecrets.length > 0 && !buildkit ? ['build-secrets'] : []),
    ...(build.ssh.length > 0 && !buildkit ? ['ssh'] : [])
  ];
}

/** The type of a cache as Docker's `--cache-from` and `--cache-to` take them; a bare reference means a registry. */
export function cacheType(cache: string): string {
  return cache.includes('=') ? (readField(cache, 'type') ?? 'registry') : 'registry';
}

/** Caches that leave with the image itself need no builder that can export them. */
export function exportedCaches(build: BuildConfig): string[] {
  return build.cacheTo.filter(cache => cacheType(cache) !== 'inline');
}

/** The builder that the build options name, which then is the user's choice. */
export function builderInOptions(options: readonly string[]): string | undefined {
  const index = options.lastIndexOf('--builder');
  if (index >= 0) return options[index + 1];
  return options.findLast(word => word.startsWith('--builder='))?.slice('--builder='.length);
}

export function loginArgs(username: string, host: string): string[] {
  return ['login', '--username', username, '--password-stdin', host];
}

/**
 * A builder in a container of its own. Its network is its own too, so that a registry on this machine's loopback is out of its reach
 * unless it shares the machine's.
 */
export function createBuilderArgs(name: string, onHostNetwork: boolean): string[] {
  return [
    'buildx',
    'create',
    '--name',
    name,
    '--driver',
    'docker-container',
    ...(onHostNetwork ? ['--driver-opt', 'network=host'] : []),
    '--bootstrap'
  ];
}

/** The value of a field of Docker's comma-separated settings, as in `id=npm,env=NPM_TOKEN`. */
export function readField(setting: string, ...names: readonly string[]): string | undefined {
  for (const part of setting.split(',')) {
    const [name = '', ...value] = part.replace(/^"|"$/g, '').split('=');
    if (value.length > 0 && names.includes(name.trim())) return value.join('=');
  }
  return undefined;
}

function registryCache(cache: string): string | undefined {
  if (!cache.includes('=')) return cache;
  return cacheType(cache) === 'registry' ? readField(cache, 'ref') : undefined;
}

function option(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value];
}
