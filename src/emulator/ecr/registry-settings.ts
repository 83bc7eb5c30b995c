import { document, integer, list, string, structure, withoutMembers } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { cutPage, getImage, getRepository, REGISTRY, type EcrRepository } from './state.js';
import { matchesPattern } from '../server/faults.js';
import { covers, REPLICATION_TIME } from './replication.js';

/** How long signing an image takes, in virtual milliseconds. */
const SIGNING_TIME = 4000;

const filters = list(structure({ filter: string, filterType: string }));
const imageOf = {
  registryId: string,
  repositoryName: string,
  imageId: structure({ imageDigest: string, imageTag: string })
};

/** Pull-through cache rules, managed signing and replication: what is set for a registry as a whole. */
export const settingsOperations: Readonly<Record<string, Operation>> = {
  CreatePullThroughCacheRule: operation(
    structure({
      ecrRepositoryPrefix: string,
      upstreamRegistryUrl: string,
      upstreamRegistry: string,
      upstreamRepositoryPrefix: string,
      credentialArn: string,
      customRoleArn: string
    }),
    (input, { region, now }) => {
      const { pullThroughRules } = region.part(REGISTRY);
      const { ecrRepositoryPrefix: prefix = '' } = input;
      if (pullThroughRules.has(prefix)) {
        throw new AwsFault(
          'PullThroughCacheRuleAlreadyExistsException',
          `A rule with the prefix '${prefix}' already exists in the registry with id '${region.account}'`
        );
      }
      const rule = { ...input, registryId: region.account, createdAt: toEpochSeconds(now) };
      pullThroughRules.set(prefix, { ...rule, updatedAt: rule.createdAt });
      return rule;
    }
  ),

  DescribePullThroughCacheRules: operation(
    structure({ registryId: string, ecrRepositoryPrefixes: list(string), nextToken: string, maxResults: integer }),
    (input, { region }) => {
      const { pullThroughRules } = region.part(REGISTRY);
      const wanted = (input.ecrRepositoryPrefixes ?? []).map(prefix => {
        const found = pullThroughRules.get(prefix);
        if (found !== undefined) return found;
        throw missingRule(region, prefix);
      });
      const all = wanted.length === 0 ? [...pullThroughRules.values()] : wanted;
      const { page, nextToken } = cutPage(all, input.nextToken, input.maxResults);
      return { pullThroughCacheRules: page, nextToken };
    }
  ),

  DeletePullThroughCacheRule: operation(
    structure({ registryId: string, ecrRepositoryPrefix: string }),
    (input, { region }) => {
      const { ecrRepositoryPrefix: prefix = '' } = input;
      const { pullThroughRules } = region.part(REGISTRY);
      const rule = pullThroughRules.get(prefix);
      if (rule === undefined) throw missingRule(region, prefix);
      pullThroughRules.delete(prefix);
      return withoutMembers(rule, 'upstreamRegistry', 'updatedAt');
    }
  ),

  PutSigningConfiguration: operation(
    structure({
      signingConfiguration: structure({
        rules: list(structure({ signingProfileArn: string, repositoryFilters: filters }))
      })
    }),
    (input, { region }) => {
      const rules = input.signingConfiguration?.rules ?? [];
      region.part(REGISTRY).signing = rules;
      return { signingConfiguration: { rules } };
    }
  ),

  GetSigningConfiguration: operation(structure({}), (_input, { region }) => describeSigning(region)),

  DeleteSigningConfiguration: operation(structure({}), (_input, { region }) => {
    const answer = describeSigning(region);
    region.part(REGISTRY).signing = undefined;
    return answer;
  }),

  DescribeImageSigningStatus: operation(structure(imageOf), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const image = getImage(context.region, repository, input.imageId ?? {});
    return {
      registryId: context.region.account,
      repositoryName: repository.images.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      signingStatuses: describeSignings(repository, image.pushedAt, context)
    };
  }),

  PutReplicationConfiguration: operation(
    structure({
      replicationConfiguration: structure({
        rules: list(
          structure({
            destinations: list(structure({ region: string, registryId: string })),
            repositoryFilters: filters,
            deleteReplication: document
          })
        )
      })
    }),
    (input, { region, cloud, now }) => {
      const rules = input.replicationConfiguration?.rules ?? [];
      region.part(REGISTRY).replication = rules;
      region.part(REGISTRY).replicatesSince = now;
      for (const { region: name, registryId } of rules.flatMap(({ destinations = [] }) => destinations)) {
        if (name !== undefined) cloud.region(name, registryId).part(REGISTRY).replicatedFrom.add(region);
      }
      return { replicationConfiguration: { rules } };
    }
  ),

  DescribeImageReplicationStatus: operation(structure(imageOf), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const image = getImage(context.region, repository, input.imageId ?? {});
    const { replication, replicatesSince } = context.region.part(REGISTRY);
    const destinations = replication
      .filter(rule => image.pushedAt >= replicatesSince && covers(rule, repository.images.name))
      .flatMap(rule => rule.destinations ?? []);
    return {
      repositoryName: repository.images.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      replicationStatuses: destinations.map(destination => ({
        ...destination,
        status: context.now < image.pushedAt + REPLICATION_TIME ? 'IN_PROGRESS' : 'COMPLETE'
      }))
    };
  }),

  DescribeRegistry: operation(structure({}), (_input, { region }) => ({
    registryId: region.account,
    replicationConfiguration: { rules: region.part(REGISTRY).replication }
  }))
};

function describeSigning(region: RegionState): object {
  const { signing } = region.part(REGISTRY);
  if (signing !== undefined) return { registryId: region.account, signingConfiguration: { rules: signing } };
  throw new AwsFault(
    'SigningConfigurationNotFoundException',
    `Signing configuration does not exist in the registry with id '${region.account}'`
  );
}

function missingRule(region: RegionState, prefix: string): AwsFault {
  return new AwsFault(
    'PullThroughCacheRuleNotFoundException',
    `The pull through cache rule with prefix '${prefix}' does not exist in the registry with id '${region.account}'`
  );
}

/** A rule without filters is for every repository. Who pushes is who signs: whoever asks here stands for that. */
function describeSignings(repository: EcrRepository, pushedAt: number, context: RequestContext): readonly object[] {
  const { signing = [] } = context.region.part(REGISTRY);
  return signing
    .filter(
      ({ repositoryFilters = [] }) =>
        repositoryFilters.length === 0 ||
        repositoryFilters.some(({ filter = '' }) => matchesPattern(filter, repository.images.name))
    )
    .map(({ signingProfileArn }) => {
      if (context.now < pushedAt + SIGNING_TIME) return { signingProfileArn, status: 'IN_PROGRESS' };
      if (!context.cloud.faults.denies('signer:SignPayload')) return { signingProfileArn, status: 'COMPLETE' };
      return {
        signingProfileArn,
        status: 'FAILED',
        failureCode: 'AccessDeniedException',
        failureReason: `User: ${context.principal} is not authorized to perform: signer:SignPayload on resource: ${signingProfileArn ?? '*'}`
      };
    });
}
