import { boolean, integer, list, string, structure } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import type { ImageRepository } from '../registry/repository.js';
import { hostOf } from './host.js';
import { makeEcrRepository, setMutability, setTags } from './make-repository.js';
import { checkName, cutPage, ECR, getRepository, getRepositoryByArn } from './state.js';
import type { EcrRepository } from './state.js';

const readTags = list(structure({ Key: string, Value: string }));
const filters = list(structure({ filterType: string, filter: string }));
const scanning = structure({ scanOnPush: boolean });
const named = { registryId: string, repositoryName: string };

/** `host:port/name`, as `docker push` takes it. */
function repositoryUri(context: RequestContext, name: string): string {
  return `${new URL(hostOf(context.region).endpoint).host}/${name}`;
}

function describe(repository: EcrRepository, context: RequestContext): Readonly<Record<string, unknown>> {
  const { images } = repository;
  return {
    repositoryArn: repository.arn,
    registryId: context.region.account,
    repositoryName: images.name,
    repositoryUri: repositoryUri(context, images.name),
    createdAt: toEpochSeconds(repository.createdAt),
    ...describeMutability(images),
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: repository.encryption
  };
}

function describeMutability(images: ImageRepository): Readonly<Record<string, unknown>> {
  const { mutability, exclusionFilters } = images;
  return {
    imageTagMutability: mutability,
    ...(exclusionFilters.length === 0
      ? {}
      : {
          imageTagMutabilityExclusionFilters: exclusionFilters.map(filter => ({ filterType: 'WILDCARD', filter }))
        })
  };
}

/** The operations on repositories: create, describe, delete, their settings and their tags. */
export const repositoryOperations: Readonly<Record<string, Operation>> = {
  CreateRepository: operation(
    structure({
      ...named,
      tags: readTags,
      imageTagMutability: string,
      imageTagMutabilityExclusionFilters: filters,
      imageScanningConfiguration: scanning,
      encryptionConfiguration: structure({ encryptionType: string, kmsKey: string })
    }),
    (input, context) => {
      const name = checkName(input.repositoryName);
      const repositories = context.region.part(ECR);
      if (repositories.has(name)) {
        throw new AwsFault(
          'RepositoryAlreadyExistsException',
          `The repository with name '${name}' already exists in the registry with id '${context.region.account}'`
        );
      }
      const repository = makeEcrRepository(context.region, name, context.now, input);
      repositories.set(name, repository);
      return { repository: describe(repository, context) };
    }
  ),

  DescribeRepositories: operation(
    structure({ registryId: string, repositoryNames: list(string), nextToken: string, maxResults: integer }),
    (input, context) => {
      const { repositoryNames, registryId } = input;
      if (repositoryNames !== undefined && repositoryNames.length > 0) {
        const found = repositoryNames.map(name => getRepository(context.region, name, registryId));
        return { repositories: found.map(repository => describe(repository, context)) };
      }
      const all = [...context.region.part(ECR).values()];
      const { page, nextToken } = cutPage(all, input.nextToken, input.maxResults);
      return { repositories: page.map(repository => describe(repository, context)), nextToken };
    }
  ),

  DeleteRepository: operation(structure({ ...named, force: boolean }), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const { name, manifests } = repository.images;
    if (manifests.size > 0 && input.force !== true) {
      throw new AwsFault(
        'RepositoryNotEmptyException',
        `The repository with name '${name}' in registry with id '${context.region.account}' cannot be deleted because it still contains images`
      );
    }
    context.region.part(ECR).delete(name);
    void hostOf(context.region).blobs.forget(repository.images);
    return { repository: describe(repository, context) };
  }),

  PutImageTagMutability: operation(
    structure({ ...named, imageTagMutability: string, imageTagMutabilityExclusionFilters: filters }),
    (input, context) => {
      const { images } = getRepository(context.region, input.repositoryName, input.registryId);
      setMutability(images, input.imageTagMutability ?? '', input.imageTagMutabilityExclusionFilters ?? []);
      return { registryId: context.region.account, repositoryName: images.name, ...describeMutability(images) };
    }
  ),

  PutImageScanningConfiguration: operation(
    structure({ ...named, imageScanningConfiguration: scanning }),
    (input, context) => {
      const repository = getRepository(context.region, input.repositoryName, input.registryId);
      repository.scanOnPush = input.imageScanningConfiguration?.scanOnPush ?? false;
      return {
        registryId: context.region.account,
        repositoryName: repository.images.name,
        imageScanningConfiguration: { scanOnPush: repository.scanOnPush }
      };
    }
  ),

  ListTagsForResource: operation(structure({ resourceArn: string }), (input, context) => {
    const repository = getRepositoryByArn(context.region, input.resourceArn);
    return { tags: [...repository.tags].map(([Key, Value]) => ({ Key, Value })) };
  }),

  TagResource: operation(structure({ resourceArn: string, tags: readTags }), (input, context) => {
    setTags(getRepositoryByArn(context.region, input.resourceArn), input.tags ?? []);
    return {};
  }),

  UntagResource: operation(structure({ resourceArn: string, tagKeys: list(string) }), (input, context) => {
    const repository = getRepositoryByArn(context.region, input.resourceArn);
    for (const key of input.tagKeys ?? []) repository.tags.delete(key);
    return {};
  })
};
