import { integer, list, string, structure } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { issuePassword } from '../registry/credentials.js';
import { RegistryError } from '../registry/errors.js';
import { isDigest, readManifest, type Manifest } from '../registry/manifest.js';
import {
  describeImmutableTag,
  describeMissing,
  findMissing,
  isTag,
  storeManifest,
  tagsOf
} from '../registry/repository.js';
import type { StoredManifest } from '../registry/repository.js';
import { hostOf } from './host.js';
import { holderOf } from './tokens.js';
import { describeScan } from './scans.js';
import { cutPage, findImage, getImage, getRepository, invalidParameter } from './state.js';
import type { EcrRepository, ImageId } from './state.js';

const imageId = structure({ imageDigest: string, imageTag: string });
const named = { registryId: string, repositoryName: string };
const filter = structure({ tagStatus: string, imageStatus: string });

interface ImageFilter {
  readonly tagStatus?: string | undefined;
  readonly imageStatus?: string | undefined;
}

/** Whether an image passes `filter`; nothing here is ever archived. */
function passes(repository: EcrRepository, image: StoredManifest, wanted: ImageFilter | undefined): boolean {
  const tagged = tagsOf(repository.images, image.digest).length > 0;
  if (wanted?.tagStatus === 'TAGGED' && !tagged) return false;
  if (wanted?.tagStatus === 'UNTAGGED' && tagged) return false;
  return wanted?.imageStatus === undefined || ['ACTIVE', 'ANY'].includes(wanted.imageStatus);
}

function describeImage(repository: EcrRepository, image: StoredManifest, context: RequestContext): object {
  const tags = tagsOf(repository.images, image.digest);
  return {
    registryId: context.region.account,
    repositoryName: repository.images.name,
    imageDigest: image.digest,
    imageTags: tags.length > 0 ? tags : undefined,
    imageSizeInBytes: sizeOf(repository, image),
    imagePushedAt: toEpochSeconds(image.pushedAt),
    ...describeScan(repository, image.digest, context),
    imageManifestMediaType: image.mediaType,
    artifactMediaType: image.artifactType,
    lastRecordedPullTime: image.lastPulledAt === undefined ? undefined : toEpochSeconds(image.lastPulledAt),
    subjectManifestDigest: image.subject,
    imageStatus: 'ACTIVE'
  };
}

/** Of a list: the size of its largest image, as ECR's documentation of `imageSizeInBytes` says. */
function sizeOf(repository: EcrRepository, image: StoredManifest): number {
  const children = image.children.map(digest => repository.images.manifests.get(digest)?.size ?? 0);
  return Math.max(image.size, ...children);
}

function describeManifest(
  repository: EcrRepository,
  image: Manifest,
  tag: string | undefined,
  account: string
): object {
  return {
    registryId: account,
    repositoryName: repository.images.name,
    imageId: { imageDigest: image.digest, ...(tag === undefined ? {} : { imageTag: tag }) },
    imageManifest: image.bytes.toString('utf8'),
    imageManifestMediaType: image.mediaType
  };
}

/** Why an image id names no image, as the batch operations report it; undefined where it names one. */
function findFailure(repository: EcrRepository, id: ImageId): object | undefined {
  const fail = (failureCode: string, failureReason: string): object => ({ imageId: id, failureCode, failureReason });
  if (id.imageDigest === undefined && id.imageTag === undefined) {
    return fail('MissingDigestAndTag', 'Invalid request parameters: both tag and digest cannot be null');
  }
  if (id.imageDigest !== undefined && !isDigest(id.imageDigest)) {
    return fail(
      'InvalidImageDigest',
      "Invalid request parameters: image digest should satisfy the regex '[a-zA-Z0-9-_+.]+:[a-fA-F0-9]+'"
    );
  }
  const tagged = id.imageTag === undefined ? undefined : repository.images.tags.get(id.imageTag);
  if (id.imageDigest !== undefined && tagged !== undefined && tagged !== id.imageDigest) {
    return fail('ImageTagDoesNotMatchDigest', 'Requested tag does not belong to the requested digest');
  }
  return findImage(repository, id) === undefined ? fail('ImageNotFound', 'Requested image not found') : undefined;
}

function deleteImage(repository: EcrRepository, id: ImageId): readonly ImageId[] {
  const { tags, manifests } = repository.images;
  const digest = findImage(repository, id)?.digest ?? '';
  const all = tagsOf(repository.images, digest);
  const gone = id.imageTag === undefined || id.imageDigest !== undefined ? all : [id.imageTag];
  for (const tag of gone) tags.delete(tag);
  if (gone.length === all.length) manifests.delete(digest);
  return gone.length === 0 ? [{ imageDigest: digest }] : gone.map(tag => ({ imageDigest: digest, imageTag: tag }));
}

function findParents(repository: EcrRepository, id: ImageId): readonly string[] {
  const digest = findImage(repository, id)?.digest ?? '';
  const isWhole = id.imageDigest !== undefined || tagsOf(repository.images, digest).length === 1;
  if (!isWhole) return [];
  return [...repository.images.manifests.values()]
    .filter(each => each.children.includes(digest))
    .map(each => each.digest);
}

/** The operations on images. */
export const imageOperations: Readonly<Record<string, Operation>> = {
  DescribeImages: operation(
    structure({ ...named, imageIds: list(imageId), nextToken: string, maxResults: integer, filter }),
    (input, context) => {
      const repository = getRepository(context.region, input.repositoryName, input.registryId);
      if (input.imageIds !== undefined && input.imageIds.length > 0) {
        if (input.nextToken !== undefined || input.maxResults !== undefined) {
          throw invalidParameter(
            "Invalid parameter: 'nextToken' and 'maxResults' cannot be used together with 'imageIds'"
          );
        }
        const found = new Set(input.imageIds.map(id => getImage(context.region, repository, id)));
        return { imageDetails: [...found].map(image => describeImage(repository, image, context)) };
      }
      const all = [...repository.images.manifests.values()].filter(image => passes(repository, image, input.filter));
      const { page, nextToken } = cutPage(all, input.nextToken, input.maxResults);
      return { imageDetails: page.map(image => describeImage(repository, image, context)), nextToken };
    }
  ),

  ListImageReferrers: operation(
    structure({
      ...named,
      subjectId: structure({ imageDigest: string }),
      filter: structure({ artifactTypes: list(string), artifactStatus: string }),
      nextToken: string,
      maxResults: integer
    }),
    (input, context) => {
      const { images } = getRepository(context.region, input.repositoryName, input.registryId);
      const { artifactTypes = [], artifactStatus = 'ACTIVE' } = input.filter ?? {};
      // Nothing is ever archived here.
      const isAsked = artifactStatus === 'ACTIVE' || artifactStatus === 'ANY';
      const found = [...images.manifests.values()]
        .filter(({ subject }) => isAsked && subject === input.subjectId?.imageDigest)
        .filter(({ artifactType = '' }) => artifactTypes.length === 0 || artifactTypes.includes(artifactType));
      const { page, nextToken } = cutPage(found, input.nextToken, input.maxResults);
      return {
        referrers: page.map(({ digest, mediaType, artifactType, bytes, annotations }) => ({
          digest,
          mediaType,
          artifactType,
          size: bytes.length,
          annotations,
          artifactStatus: 'ACTIVE'
        })),
        nextToken
      };
    }
  ),

  ListImages: operation(structure({ ...named, nextToken: string, maxResults: integer, filter }), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const ids = [...repository.images.manifests.values()]
      .filter(image => passes(repository, image, input.filter))
      .flatMap((image): ImageId[] => {
        const tags = tagsOf(repository.images, image.digest);
        if (tags.length === 0) return [{ imageDigest: image.digest }];
        return tags.map(imageTag => ({ imageDigest: image.digest, imageTag }));
      });
    const { page, nextToken } = cutPage(ids, input.nextToken, input.maxResults);
    return { imageIds: page, nextToken };
  }),

  BatchGetImage: operation(
    structure({ ...named, imageIds: list(imageId), acceptedMediaTypes: list(string) }),
    (input, context) => {
      const repository = getRepository(context.region, input.repositoryName, input.registryId);
      const ids = input.imageIds ?? [];
      const failures = ids.map(id => findFailure(repository, id)).filter(failure => failure !== undefined);
      const images = ids.flatMap(id => {
        const image = findFailure(repository, id) === undefined ? findImage(repository, id) : undefined;
        return image === undefined ? [] : [describeManifest(repository, image, id.imageTag, context.region.account)];
      });
      return { images, failures };
    }
  ),

  BatchCheckLayerAvailability: operation(structure({ ...named, layerDigests: list(string) }), (input, context) => {
    const { images } = getRepository(context.region, input.repositoryName, input.registryId);
    const digests = input.layerDigests ?? [];
    const failures = digests
      .filter(digest => !isDigest(digest))
      .map(layerDigest => ({
        layerDigest,
        failureCode: 'InvalidLayerDigest',
        failureReason: 'Invalid request parameters: layer digest is not valid'
      }));
    const layers = digests.filter(isDigest).map(layerDigest => {
      const layerSize = images.blobs.get(layerDigest);
      return layerSize === undefined
        ? { layerDigest, layerAvailability: 'UNAVAILABLE' }
        : {
            layerDigest,
            layerAvailability: 'AVAILABLE',
            layerSize,
            mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip'
          };
    });
    return { layers, failures };
  }),

  GetDownloadUrlForLayer: operation(structure({ ...named, layerDigest: string }), (input, context) => {
    const { images } = getRepository(context.region, input.repositoryName, input.registryId);
    const layerDigest = input.layerDigest ?? '';
    if (images.blobs.get(layerDigest) === undefined) {
      throw new AwsFault(
        'LayersNotFoundException',
        `The layers with digests '[${layerDigest}]' required for pulling from the repository with name '${images.name}' in the registry with id '${context.region.account}' could not be found`
      );
    }
    const { region, now } = context;
    const host = hostOf(region);
    const { password } = issuePassword(host.signingKey, holderOf(context), now);
    // As S3's: whoever has the address gets the layer.
    const query = new URLSearchParams({ 'X-Amz-Signature': password });
    return { downloadUrl: `${host.endpoint}/v2/${images.name}/blobs/${layerDigest}?${query.toString()}`, layerDigest };
  }),

  PutImage: operation(
    structure({
      ...named,
      imageManifest: string,
      imageManifestMediaType: string,
      imageTag: string,
      imageDigest: string
    }),
    (input, context) => {
      const repository = getRepository(context.region, input.repositoryName, input.registryId);
      const manifest = parseManifest(input.imageManifest ?? '', input.imageManifestMediaType);
      if (input.imageTag !== undefined && !isTag(input.imageTag)) {
        throw invalidParameter(`Invalid parameter at 'imageTag': '${input.imageTag}' is not a tag`);
      }
      if (input.imageDigest !== undefined && input.imageDigest !== manifest.digest) {
        throw new AwsFault(
          'ImageDigestDoesNotMatchException',
          `The specified image digest '${input.imageDigest}' does not match the digest '${manifest.digest}' of the image manifest`
        );
      }
      putImage(repository, manifest, input.imageTag, context);
      return { image: describeManifest(repository, manifest, input.imageTag, context.region.account) };
    }
  ),

  BatchDeleteImage: operation(structure({ ...named, imageIds: list(imageId) }), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const failures: object[] = [];
    const imageIds = (input.imageIds ?? []).flatMap(id => {
      const failure = findFailure(repository, id);
      const parents = failure === undefined ? findParents(repository, id) : [];
      if (failure === undefined && parents.length === 0) return deleteImage(repository, id);
      failures.push(
        failure ?? {
          imageId: id,
          failureCode: 'ImageReferencedByManifestList',
          failureReason: `Requested image referenced by manifest list: [${parents.join(', ')}]`
        }
      );
      return [];
    });
    return { imageIds, failures };
  })
};

function parseManifest(text: string, mediaType: string | undefined): Manifest {
  try {
    return readManifest(Buffer.from(text), mediaType);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    throw invalidParameter(`Invalid parameter at 'ImageManifest' failed to satisfy constraint: '${error.message}'`);
  }
}

function putImage(
  repository: EcrRepository,
  manifest: Manifest,
  tag: string | undefined,
  context: RequestContext
): void {
  const { images } = repository;
  const { account } = context.region;
  const missing = findMissing(images, manifest);
  if (missing.blobs.length > 0) {
    throw new AwsFault('LayersNotFoundException', describeMissing(images, missing, account));
  }
  if (missing.manifests.length > 0) {
    throw new AwsFault('ReferencedImagesNotFoundException', describeMissing(images, missing, account));
  }
  const taken = tag === undefined ? undefined : images.tags.get(tag);
  if (images.manifests.has(manifest.digest) && (tag === undefined || taken === manifest.digest)) {
    throw new AwsFault(
      'ImageAlreadyExistsException',
      `Image with digest '${manifest.digest}' and tag '${tag ?? 'null'}' already exists in the repository with name '${images.name}' in registry with id '${account}'`
    );
  }
  try {
    storeManifest(images, manifest, tag, account, context.now);
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    throw new AwsFault('ImageTagAlreadyExistsException', describeImmutableTag(images.name, tag ?? ''));
  }
}
