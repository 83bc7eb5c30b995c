import { integer, list, string, structure } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { tagsOf } from '../registry/repository.js';
import { findExpiring, readLifecycleRules } from './lifecycle-rules.js';
import { cutPage, findImage, getRepository, type EcrRepository } from './state.js';

/** How long a preview takes, and how long it is there, in virtual milliseconds. */
const PREVIEW_TIME = 5000;
const PREVIEW_LASTS = 24 * 60 * 60 * 1000;

const named = { registryId: string, repositoryName: string };

/** The lifecycle policy of a repository, and what it would do: nothing expires by itself here. */
export const lifecycleOperations: Readonly<Record<string, Operation>> = {
  PutLifecyclePolicy: operation(structure({ ...named, lifecyclePolicyText: string }), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const text = input.lifecyclePolicyText ?? '';
    readLifecycleRules(text);
    repository.lifecyclePolicy = text;
    return describePolicy(repository, context);
  }),

  GetLifecyclePolicy: operation(structure(named), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    return describePolicy(repository, context);
  }),

  DeleteLifecyclePolicy: operation(structure(named), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const answer = describePolicy(repository, context);
    repository.lifecyclePolicy = undefined;
    return answer;
  }),

  StartLifecyclePolicyPreview: operation(structure({ ...named, lifecyclePolicyText: string }), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    if (repository.preview !== undefined && context.now < repository.preview.startedAt + PREVIEW_TIME) {
      throw new AwsFault(
        'LifecyclePolicyPreviewInProgressException',
        `A lifecycle policy preview for the repository with name '${repository.images.name}' is in progress. Please wait for it to complete.`
      );
    }
    const text = input.lifecyclePolicyText ?? describePolicy(repository, context).lifecyclePolicyText;
    readLifecycleRules(text);
    repository.preview = { text, startedAt: context.now };
    return { ...nameOf(repository, context), lifecyclePolicyText: text, status: 'IN_PROGRESS' };
  }),

  GetLifecyclePolicyPreview: operation(
    structure({
      ...named,
      imageIds: list(structure({ imageDigest: string, imageTag: string })),
      filter: structure({ tagStatus: string }),
      nextToken: string,
      maxResults: integer
    }),
    (input, context) => {
      const repository = getRepository(context.region, input.repositoryName, input.registryId);
      const { preview, images } = repository;
      if (preview === undefined || context.now > preview.startedAt + PREVIEW_LASTS) {
        throw new AwsFault(
          'LifecyclePolicyPreviewNotFoundException',
          `There is no dry run for the repository with name '${images.name}' in the registry with id '${context.region.account}'`
        );
      }
      const answer = { ...nameOf(repository, context), lifecyclePolicyText: preview.text };
      if (context.now < preview.startedAt + PREVIEW_TIME) return { ...answer, status: 'IN_PROGRESS' };
      const all = [...images.manifests.values()].map(image => ({ image, tags: tagsOf(images, image.digest) }));
      const expiring = findExpiring(readLifecycleRules(preview.text), all, context.now);
      const wanted = input.imageIds?.map(id => findImage(repository, id)?.digest);
      const { tagStatus = 'ANY' } = input.filter ?? {};
      const chosen = expiring
        .filter(({ image }) => wanted === undefined || wanted.includes(image.digest))
        .filter(({ tags }) => tagStatus === 'ANY' || (tagStatus === 'TAGGED') === tags.length > 0);
      const { page, nextToken } = cutPage(chosen, input.nextToken, input.maxResults);
      return {
        ...answer,
        status: 'COMPLETE',
        nextToken,
        previewResults: page.map(({ image, tags, priority }) => ({
          imageTags: tags,
          imageDigest: image.digest,
          imagePushedAt: toEpochSeconds(image.pushedAt),
          action: { type: 'EXPIRE' },
          appliedRulePriority: priority
        })),
        summary: { expiringImageTotalCount: expiring.length }
      };
    }
  )
};

function nameOf({ images }: EcrRepository, { region }: RequestContext): object {
  return { registryId: region.account, repositoryName: images.name };
}

function describePolicy(repository: EcrRepository, context: RequestContext): { readonly lifecyclePolicyText: string } {
  if (repository.lifecyclePolicy === undefined) {
    throw new AwsFault(
      'LifecyclePolicyNotFoundException',
      `Lifecycle policy does not exist for the repository with name '${repository.images.name}' in the registry with id '${context.region.account}'`
    );
  }
  return { ...nameOf(repository, context), lifecyclePolicyText: repository.lifecyclePolicy };
}
