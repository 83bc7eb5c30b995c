import { boolean, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { getRepository, invalidParameter, REGISTRY, type EcrRepository } from './state.js';

const named = { registryId: string, repositoryName: string };

function readPolicy(text: string | undefined): string {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (typeof value === 'object' && value !== null && 'Statement' in value) return text ?? '';
  } catch {
    // Told below.
  }
  throw invalidParameter(
    "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'"
  );
}

function describeRepositoryPolicy({ images, policy }: EcrRepository, { region }: RequestContext): object {
  if (policy === undefined) {
    throw new AwsFault(
      'RepositoryPolicyNotFoundException',
      `Repository policy does not exist for the repository with name '${images.name}' in the registry with id '${region.account}'`
    );
  }
  return { registryId: region.account, repositoryName: images.name, policyText: policy };
}

function describeRegistryPolicy({ region }: RequestContext): object {
  const { policy } = region.part(REGISTRY);
  if (policy === undefined) {
    throw new AwsFault(
      'RegistryPolicyNotFoundException',
      `Registry policy does not exist in the registry with id '${region.account}'`
    );
  }
  return { registryId: region.account, policyText: policy };
}

/** The policies of repositories and of the registry: who of other accounts may do what. */
export const policyOperations: Readonly<Record<string, Operation>> = {
  SetRepositoryPolicy: operation(structure({ ...named, policyText: string, force: boolean }), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    repository.policy = readPolicy(input.policyText);
    return describeRepositoryPolicy(repository, context);
  }),

  GetRepositoryPolicy: operation(structure(named), (input, context) =>
    describeRepositoryPolicy(getRepository(context.region, input.repositoryName, input.registryId), context)
  ),

  DeleteRepositoryPolicy: operation(structure(named), (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const answer = describeRepositoryPolicy(repository, context);
    repository.policy = undefined;
    return answer;
  }),

  PutRegistryPolicy: operation(structure({ policyText: string }), (input, context) => {
    context.region.part(REGISTRY).policy = readPolicy(input.policyText);
    return describeRegistryPolicy(context);
  }),

  GetRegistryPolicy: operation(structure({}), (_input, context) => describeRegistryPolicy(context)),

  DeleteRegistryPolicy: operation(structure({}), (_input, context) => {
    const answer = describeRegistryPolicy(context);
    context.region.part(REGISTRY).policy = undefined;
    return answer;
  })
};
