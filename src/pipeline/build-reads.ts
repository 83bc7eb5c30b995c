import type { BuiltImage } from '../config/config.js';
import { cacheType, readField } from '../image/docker/docker-args.js';
import { dockerfilePath, listBaseImages, optionValues, type BaseImage } from '../image/build/base-images.js';
import { parseReference } from '../image/reference.js';
import { parseEcrHost } from '../text/ecr-host.js';
import { listNames } from '../text/format.js';
import { partitionOf } from '../text/arn.js';
import { buildArchitecture, listBuiltImages, listCachePlaces } from './build-facts.js';
import type { PipelineProject } from './project.js';

/** A repository of a private ECR registry. */
interface EcrRepositoryName {
  readonly host: string;
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

/** BuildKit's cache in a bucket. https://docs.docker.com/build/cache/backends/s3/ */
export interface S3Cache {
  readonly bucket: string;
  /** Keys below the bucket that it reads and writes, with `*` for what varies. */
  readonly keys: readonly string[];
}

/** What the builds of a project read from registries and keep there, beside the images that they push. */
export interface BuildReads {
  readonly pulled: readonly EcrRepositoryName[];
  /** Repositories that a cache is written to. */
  readonly caches: readonly EcrRepositoryName[];
  readonly s3: { readonly from: readonly S3Cache[]; readonly to: readonly S3Cache[] };
  /** Something comes from `public.ecr.aws`. */
  readonly fromEcrPublic: boolean;
  /** What could not be made an image: a sentence each, with file and line. */
  readonly unknown: readonly string[];
}

const ECR_PUBLIC = 'public.ecr.aws';

/** Out of the Dockerfiles and the settings of the builds; nothing is asked of a registry. */
export function listBuildReads(project: PipelineProject): BuildReads {
  const images = listBuiltImages(project);
  const bases = images.map(image => readBases(project, image));
  const from = images.flatMap(({ build }) => [...build.cacheFrom, ...optionValues(build.buildOptions, '--cache-from')]);
  const to = images.flatMap(({ build }) => [...build.cacheTo, ...optionValues(build.buildOptions, '--cache-to')]);
  const read = [...bases.flatMap(({ images: found }) => found), ...from.flatMap(registryOf)];
  const pulled = unique(read.flatMap(locateInEcr));
  const caches = unique(to.flatMap(registryOf).flatMap(locateInEcr));
  const partition = partitionOf(project.config.region);
  const isWithin = ({ region }: EcrRepositoryName): boolean => partitionOf(region) === partition;
  const outside = [...pulled, ...caches].filter(place => !isWithin(place));
  return {
    pulled: pulled.filter(isWithin),
    caches: caches.filter(isWithin),
    s3: { from: unique(listS3(from)), to: unique(listS3(to)) },
    fromEcrPublic: read.some(reference => parseReference(reference)?.registry === ECR_PUBLIC),
    unknown: [
      ...new Set([
        ...bases.flatMap(({ unknown }) => unknown),
        ...outside.map(({ host }) => `${host} is in another partition, where roles of this one have no rights.`),
        ...[...from, ...to].flatMap(findPatterns)
      ])
    ]
  };
}

/** What is not known of the reads, for whoever uses the files: the policies and logins do not have it. */
export function explainUnknownReads(project: PipelineProject): readonly string[] {
  return listBuildReads(project).unknown.map(
    reason => `${reason} If that is in ECR, the policies and logins do not include it.`
  );
}

/**
 * The ECR hosts that have to be logged into for what is read, beside those that images are pushed to and `registries` names. The own registry
 * may be among them: which account that is, nothing says here.
 */
export function listReadHosts(project: PipelineProject): readonly string[] {
  const { registries } = project.config;
  const pushed = listBuiltImages(project).flatMap(({ registry }) => registry?.host ?? []);
  const { pulled, caches } = listBuildReads(project);
  const kept = listCachePlaces(project).flatMap(({ registry }) => registry?.host ?? []);
  const hosts = new Set([...[...pulled, ...caches].map(({ host }) => host), ...kept]);
  return [...hosts].filter(host => {
    const place = parseEcrHost(host);
    const isNamed = registries.some(
      registry => registry === host || (registry === place?.account && place.region === project.config.region)
    );
    return !isNamed && !pushed.includes(host);
  });
}

/** ECR Public is logged into without being named where it is read: its limits are higher then. China and GovCloud have no logins for it. */
export function readsEcrPublic(project: PipelineProject): boolean {
  const { config } = project;
  const isNamed = config.registries.includes('public');
  return !isNamed && partitionOf(config.region) === 'aws' && listBuildReads(project).fromEcrPublic;
}

function readBases(
  project: PipelineProject,
  { build }: BuiltImage
): { readonly images: readonly string[]; readonly unknown: readonly string[] } {
  const path = dockerfilePath(build);
  const dockerfile = project.dockerfiles.get(path);
  if (dockerfile === undefined) {
    return { images: [], unknown: [`${path} cannot be read here, and what it is built from is not known.`] };
  }
  const native = `linux/${buildArchitecture(project) === 'arm64' ? 'arm64' : 'amd64'}`;
  const bases = listBaseImages(dockerfile, build, native);
  return {
    images: bases.flatMap(({ image }) => (image !== undefined && parseReference(image) !== undefined ? image : [])),
    unknown: bases
      .filter(({ image }) => image === undefined || parseReference(image) === undefined)
      .map(base => explain(path, base))
  };
}

function explain(path: string, { written, line, image, missing }: BaseImage): string {
  return `${path}:${line}: ${written}: ${explainWhy(image, missing)}.`;
}

function explainWhy(image: string | undefined, missing: readonly string[]): string {
  if (image !== undefined) return `${image} is no image reference`;
  if (missing.length === 0) return 'it is not known here';
  return `${listNames(missing)} ${missing.length === 1 ? 'has' : 'have'} no value here`;
}

/** A cache in a registry, by its reference. */
function registryOf(cache: string): readonly string[] {
  if (cacheType(cache) !== 'registry') return [];
  const reference = cache.includes('=') ? readField(cache, 'ref') : cache;
  return reference === undefined ? [] : [reference];
}

function locateInEcr(reference: string): readonly EcrRepositoryName[] {
  const { registry = '', repository = '' } = parseReference(reference) ?? {};
  const place = parseEcrHost(registry);
  return place === undefined ? [] : [{ host: registry, ...place, repository }];
}

function listS3(caches: readonly string[]): readonly S3Cache[] {
  return caches.filter(cache => findPatterns(cache).length === 0).flatMap(readS3);
}

/** The objects are `<prefix><blobs_prefix><digest>` and `<prefix><manifests_prefix><name>`; another endpoint is no bucket of AWS. */
function readS3(cache: string): readonly S3Cache[] {
  if (cacheType(cache) !== 's3' || readField(cache, 'endpoint_url') !== undefined) return [];
  const bucket = readField(cache, 'bucket');
  if (bucket === undefined) return [];
  const prefix = readField(cache, 'prefix') ?? '';
  const blobs = readField(cache, 'blobs_prefix') ?? 'blobs/';
  const manifests = readField(cache, 'manifests_prefix') ?? 'manifests/';
  const names = (readField(cache, 'name') ?? 'buildkit').split(';');
  return [{ bucket, keys: [`${prefix}${blobs}*`, ...names.map(name => `${prefix}${manifests}${name}`)] }];
}

/** A policy would take these for a pattern or a variable. */
function findPatterns(cache: string): readonly string[] {
  const named = readS3(cache).flatMap(({ bucket, keys }) => [bucket, ...keys.map(key => key.replace(/\*$/, ''))]);
  return cacheType(cache) === 's3' && named.some(isPattern)
    ? ['The bucket of a cache or a key in it holds *, ? or $, which a policy would take for a pattern.']
    : [];
}

function isPattern(text: string): boolean {
  return /[*?$]/.test(text);
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map(value => [JSON.stringify(value), value])).values()];
}
