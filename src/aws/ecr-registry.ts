import {
  DescribeImageSigningStatusCommand,
  DescribePullThroughCacheRulesCommand,
  DescribeRegistryCommand,
  DescribeRepositoryCreationTemplatesCommand,
  GetSigningConfigurationCommand,
  type ECRClient,
  type PullThroughCacheRule,
  type RepositoryCreationTemplate
} from '@aws-sdk/client-ecr';

import type { CreationTemplate, EcrPort, ImageLocation, ImageSigning, PullThroughRule } from '../image/ports.js';
import { matchesWildcard } from '../text/wildcard.js';
import { awsErrorName, explainAwsError, isUnavailable } from './errors.js';

/** The rule or template for every repository that no other one is for. */
const ROOT = 'ROOT';

/** What is set for a registry as a whole, with the client of each region. An endpoint that does not know of it, or does not tell, has none. */
export function connectRegistrySettings(
  clientFor: (region: string | undefined) => ECRClient
): Pick<
  EcrPort,
  'findPullThroughRule' | 'isReplicatedTo' | 'findCreationTemplate' | 'listSigningProfiles' | 'describeSignings'
> {
  return {
    findPullThroughRule: location => findPullThroughRule(clientFor(location.region), location),
    isReplicatedTo: location => isReplicatedTo(clientFor, location),
    findCreationTemplate: async name => {
      const { registryId, template } = await findTemplate(clientFor(undefined), name);
      return template === undefined || registryId === undefined ? undefined : readTemplate(template, registryId);
    },
    listSigningProfiles: name => listSigningProfiles(clientFor(undefined), name),
    describeSignings: location => describeSignings(clientFor(location.region), location)
  };
}

/** Rules and templates by their prefixes; a prefix ends at a slash. */
function findByPrefix<T>(all: readonly T[], name: string, prefixOf: (one: T) => string): T | undefined {
  const fitting = all.filter(one => name.startsWith(`${prefixOf(one)}/`));
  const [longest] = fitting.sort((one, other) => prefixOf(other).length - prefixOf(one).length);
  return longest ?? all.find(one => prefixOf(one) === ROOT);
}

async function findPullThroughRule(
  client: ECRClient,
  { registryId, repository }: ImageLocation
): Promise<PullThroughRule | undefined> {
  const rules: PullThroughCacheRule[] = [];
  const where = registryId === undefined ? {} : { registryId };
  await unlessUnavailable('Reading the pull-through cache rules of ECR', async () => {
    let nextToken: string | undefined;
    do {
      const answer = await client.send(new DescribePullThroughCacheRulesCommand({ ...where, nextToken }));
      rules.push(...(answer.pullThroughCacheRules ?? []));
      nextToken = answer.nextToken;
    } while (nextToken !== undefined);
  });
  const rule = findByPrefix(rules, repository, ({ ecrRepositoryPrefix = '' }) => ecrRepositoryPrefix);
  return rule === undefined
    ? undefined
    : { prefix: rule.ecrRepositoryPrefix ?? '', upstream: rule.upstreamRegistryUrl ?? 'its upstream registry' };
}

async function isReplicatedTo(
  clientFor: (region: string | undefined) => ECRClient,
  { region, registryId, repository }: ImageLocation
): Promise<boolean> {
  const own = await unlessUnavailable('Reading the replication configuration of ECR', () =>
    clientFor(undefined).send(new DescribeRegistryCommand({}))
  );
  const isSent = (own?.replicationConfiguration?.rules ?? []).some(
    ({ destinations = [], repositoryFilters = [] }) =>
      destinations.some(to => to.region === region && to.registryId === registryId) &&
      (repositoryFilters.length === 0 || repositoryFilters.some(({ filter = '' }) => repository.startsWith(filter)))
  );
  if (isSent) return true;
  // Who sends to a registry is not told there; but a template for what comes by replication says that it does.
  const { registryId: owner, template } = await findTemplate(clientFor(region), repository);
  return owner === registryId && template?.appliedFor?.includes('REPLICATION') === true;
}

/** Only the caller's own registry tells its templates. */
async function findTemplate(
  client: ECRClient,
  name: string
): Promise<{ readonly registryId: string | undefined; readonly template: RepositoryCreationTemplate | undefined }> {
  const templates: RepositoryCreationTemplate[] = [];
  let registryId: string | undefined;
  await unlessUnavailable('Reading the repository creation templates of ECR', async () => {
    let nextToken: string | undefined;
    do {
      const answer = await client.send(new DescribeRepositoryCreationTemplatesCommand({ nextToken }));
      registryId = answer.registryId;
      templates.push(...(answer.repositoryCreationTemplates ?? []));
      nextToken = answer.nextToken;
    } while (nextToken !== undefined);
  });
  return { registryId, template: findByPrefix(templates, name, ({ prefix = '' }) => prefix) };
}

function readTemplate(template: RepositoryCreationTemplate, registryId: string): CreationTemplate {
  return {
    prefix: template.prefix ?? '',
    registryId,
    createsOnPush: template.appliedFor?.includes('CREATE_ON_PUSH') === true,
    mutability: template.imageTagMutability ?? 'MUTABLE',
    exclusions: (template.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? [])
  };
}

async function listSigningProfiles(client: ECRClient, name: string): Promise<readonly string[]> {
  const answer = await unlessUnavailable('Reading the signing configuration of ECR', async () => {
    try {
      return await client.send(new GetSigningConfigurationCommand({}));
    } catch (error) {
      if (awsErrorName(error) === 'SigningConfigurationNotFoundException') return undefined;
      throw error;
    }
  });
  const rules = answer?.signingConfiguration?.rules ?? [];
  return rules.flatMap(({ signingProfileArn, repositoryFilters = [] }) => {
    const isCovered =
      repositoryFilters.length === 0 || repositoryFilters.some(({ filter = '' }) => matchesWildcard(filter, name));
    return isCovered && signingProfileArn !== undefined ? [signingProfileArn] : [];
  });
}

async function describeSignings(
  client: ECRClient,
  { registryId, repository, tag, digest }: ImageLocation
): Promise<readonly ImageSigning[]> {
  const answer = await unlessUnavailable(`Reading the signing status of ${repository}`, () =>
    client.send(
      new DescribeImageSigningStatusCommand({
        ...(registryId === undefined ? {} : { registryId }),
        repositoryName: repository,
        imageId: digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }
      })
    )
  );
  return (answer?.signingStatuses ?? []).map(({ signingProfileArn = '', status = 'IN_PROGRESS', failureReason }) => ({
    profile: signingProfileArn,
    status,
    reason: failureReason
  }));
}

async function unlessUnavailable<T>(doing: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (isUnavailable(error)) return undefined;
    throw explainAwsError(error, doing);
  }
}
