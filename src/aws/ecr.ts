import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  PutImageCommand,
  type AuthorizationData,
  type CreateRepositoryCommandInput,
  type Repository
} from '@aws-sdk/client-ecr';
import {
  ECRPUBLICClient,
  GetAuthorizationTokenCommand as GetPublicAuthorizationTokenCommand
} from '@aws-sdk/client-ecr-public';

import type { EcrRegistry } from '../config/config.js';
import { SlipwayError } from '../errors.js';
import type {
  CreationTemplate,
  EcrImage,
  EcrPort,
  EcrRepository,
  ImageLocation,
  RegistryAuthorization
} from '../image/ports.js';
import { adviseOnRegistry } from '../text/registry-refusal.js';
import type { Connection } from './connection.js';
import { connectRegistrySettings } from './ecr-registry.js';
import { connectScans } from './ecr-scans.js';
import { awsErrorName, explainAwsError, required } from './errors.js';
import { connectManifests, MANIFEST_TYPES } from './manifests.js';

/** ECR Public answers in this region only, and its answer names no endpoint (ECR Public API, GetAuthorizationToken). */
const PUBLIC_REGION = 'us-east-1';
const PUBLIC_ENDPOINT = 'https://public.ecr.aws';
const GET_TOKEN = 'GetAuthorizationToken';
/** GetAuthorizationToken takes so many registry ids at once. */
const ACCOUNTS_A_CALL = 10;

/** Amazon ECR in the connection's region, and in another where an image location names one. */
export function connectEcr(connection: Connection): EcrPort {
  const clients = new Map<string, ECRClient>();
  const clientFor = (region: string = connection.region): ECRClient => {
    const client = clients.get(region) ?? new ECRClient({ ...connection.clientConfig, region });
    clients.set(region, client);
    return client;
  };
  return {
    getAuthorization: (accounts, region) => getAuthorization(clientFor(region), accounts),
    getPublicAuthorization: () => getPublicAuthorization(connection),
    describeRepository: (name, registry) => describeRepository(clientFor(registry?.region), name, registry),
    createRepository: (name, registry, template) =>
      createRepository(clientFor(registry?.region), name, registry, template),
    describeImage: location => describeImage(clientFor(location.region), location),
    addTag: (repository, digest, tag) => addTag(clientFor(repository.region), repository, digest, tag),
    ...connectManifests(clientFor),
    ...connectScans(clientFor),
    ...connectRegistrySettings(clientFor)
  };
}

async function getAuthorization(
  client: ECRClient,
  accounts: readonly string[]
): Promise<readonly RegistryAuthorization[]> {
  const inputs: object[] = accounts.length === 0 ? [{}] : [];
  for (let start = 0; start < accounts.length; start += ACCOUNTS_A_CALL) {
    // The model calls registryIds deprecated, since one token opens every registry. Where another account's registry is, ECR says
    // only to those who still ask this way.
    inputs.push({ registryIds: accounts.slice(start, start + ACCOUNTS_A_CALL) });
  }
  const answers = await explained('Getting a login for ECR', () =>
    Promise.all(inputs.map(input => client.send(new GetAuthorizationTokenCommand(input))))
  );
  return answers.flatMap(answer => answer.authorizationData ?? []).map(readAuthorization);
}

function readAuthorization(data: AuthorizationData): RegistryAuthorization {
  return {
    endpoint: required(data.proxyEndpoint, GET_TOKEN, 'proxyEndpoint'),
    token: required(data.authorizationToken, GET_TOKEN, 'authorizationToken')
  };
}

async function getPublicAuthorization(connection: Connection): Promise<RegistryAuthorization> {
  const client = new ECRPUBLICClient({ ...connection.clientConfig, region: PUBLIC_REGION });
  const answer = await explained(`Getting a login for ECR Public (${PUBLIC_REGION})`, () =>
    client.send(new GetPublicAuthorizationTokenCommand({}))
  );
  const token = answer.authorizationData?.authorizationToken;
  return { endpoint: PUBLIC_ENDPOINT, token: required(token, `${GET_TOKEN} of ECR Public`, 'authorizationToken') };
}

async function describeRepository(
  client: ECRClient,
  name: string,
  registry: EcrRegistry | undefined
): Promise<EcrRepository | undefined> {
  const doing = `Describing the ECR repository ${name}${whereIs(registry)}`;
  const answer = await unlessMissing(doing, ['RepositoryNotFoundException'], () =>
    client.send(new DescribeRepositoriesCommand({ ...idOf(registry), repositoryNames: [name] }))
  );
  const repository = answer?.repositories?.[0];
  return repository === undefined ? undefined : readRepository(repository, registry);
}

async function createRepository(
  client: ECRClient,
  name: string,
  registry: EcrRegistry | undefined,
  template: CreationTemplate | undefined
): Promise<EcrRepository> {
  const doing = `Creating the ECR repository ${name}${whereIs(registry)}`;
  const answer = await unlessMissing(doing, ['RepositoryAlreadyExistsException'], () =>
    client.send(
      new CreateRepositoryCommand({
        ...idOf(registry),
        repositoryName: name,
        imageScanningConfiguration: { scanOnPush: true },
        ...(template === undefined ? {} : writeMutability(template))
      })
    )
  );
  if (answer?.repository !== undefined) return readRepository(answer.repository, registry);
  return required(await describeRepository(client, name, registry), 'CreateRepository', 'repository');
}

function writeMutability({
  mutability,
  exclusions
}: CreationTemplate): Pick<CreateRepositoryCommandInput, 'imageTagMutability' | 'imageTagMutabilityExclusionFilters'> {
  return {
    imageTagMutability: mutability,
    ...(exclusions.length === 0
      ? {}
      : { imageTagMutabilityExclusionFilters: exclusions.map(filter => ({ filterType: 'WILDCARD', filter })) })
  };
}

function idOf(registry: EcrRegistry | undefined): { readonly registryId?: string } {
  return registry === undefined ? {} : { registryId: registry.account };
}

function whereIs(registry: EcrRegistry | undefined): string {
  return registry === undefined ? '' : ` of the account ${registry.account} in ${registry.region}`;
}

function readRepository(repository: Repository, registry: EcrRegistry | undefined): EcrRepository {
  const has = (value: string | undefined, member: string): string => required(value, 'DescribeRepositories', member);
  return {
    name: has(repository.repositoryName, 'repositoryName'),
    uri: has(repository.repositoryUri, 'repositoryUri'),
    registryId: has(repository.registryId, 'registryId'),
    region: registry?.region,
    mutability: repository.imageTagMutability ?? 'MUTABLE',
    exclusions: (repository.imageTagMutabilityExclusionFilters ?? []).flatMap(({ filter }) => filter ?? [])
  };
}

async function describeImage(client: ECRClient, location: ImageLocation): Promise<EcrImage | undefined> {
  const { registryId, repository, tag, digest } = location;
  const named = digest === undefined ? `${repository}:${tag ?? 'latest'}` : `${repository}@${digest}`;
  const answer = await unlessMissing(
    `Looking for the image ${named} in ECR`,
    ['ImageNotFoundException', 'RepositoryNotFoundException'],
    () =>
      client.send(
        new DescribeImagesCommand({
          ...(registryId === undefined ? {} : { registryId }),
          repositoryName: repository,
          imageIds: [digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }]
        })
      )
  );
  const image = answer?.imageDetails?.[0];
  if (image?.imageDigest === undefined) return undefined;
  return { digest: image.imageDigest, archived: image.imageStatus === 'ARCHIVED', bytes: image.imageSizeInBytes };
}

async function addTag(client: ECRClient, repository: EcrRepository, digest: string, tag: string): Promise<void> {
  const where = { registryId: repository.registryId, repositoryName: repository.name };
  const doing = `Tagging ${repository.name}@${digest} as ${tag}`;
  const answer = await explained(doing, () =>
    client.send(
      new BatchGetImageCommand({ ...where, imageIds: [{ imageDigest: digest }], acceptedMediaTypes: MANIFEST_TYPES })
    )
  );
  const image = answer.images?.[0];
  if (image?.imageManifest === undefined) {
    const reason = answer.failures?.[0]?.failureReason ?? 'ECR answered without a manifest';
    const what = `${doing}: ${reason.replace(/[.\s]+$/, '')}.`;
    const next = 'Run it again: another run, or a lifecycle policy, may have removed the image meanwhile.';
    throw new SlipwayError({ code: 'image-manifest', fault: 'aws', what, next });
  }
  const { imageManifest, imageManifestMediaType } = image;
  await unlessMissing(doing, ['ImageAlreadyExistsException'], () =>
    client.send(
      new PutImageCommand({
        ...where,
        imageManifest,
        ...(imageManifestMediaType === undefined ? {} : { imageManifestMediaType }),
        imageTag: tag,
        imageDigest: digest
      })
    )
  );
}

async function explained<T>(doing: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw adviseOnRegistry(explainAwsError(error, doing));
  }
}

/** The answer, or undefined where ECR says one of the errors that are an answer to us. */
async function unlessMissing<T>(
  doing: string,
  names: readonly string[],
  call: () => Promise<T>
): Promise<T | undefined> {
  return explained(doing, async () => {
    try {
      return await call();
    } catch (error) {
      if (names.includes(awsErrorName(error) ?? '')) return undefined;
      throw error;
    }
  });
}
