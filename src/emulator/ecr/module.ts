import { accountOf } from '../sts/module.js';
import { isStructure } from '../server/decode.js';
import { AwsFault, readSignature, type WireRequest } from '../server/protocol.js';
import type { Cloud } from '../server/state.js';
import type { CloudModule, JsonService, Operation, RequestContext } from '../server/service.js';
import { findRefusal } from './access.js';
import { accountSettingOperations } from './account-settings.js';
import { templateOperations } from './creation-templates.js';
import { closeRegistries, hostOf, makeImageSource, openRegistry, serve } from './host.js';
import { imageOperations } from './images.js';
import { lifecycleOperations } from './lifecycle.js';
import { policyOperations } from './policies.js';
import { scanningSettingsOperations } from './scanning-settings.js';
import { settingsOperations } from './registry-settings.js';
import { receiveReplicas } from './replication.js';
import { repositoryOperations } from './repositories.js';
import { scanOperations } from './scans.js';
import { ECR } from './state.js';
import { getAuthorizationToken, getPublicAuthorizationToken } from './tokens.js';
import { checkEcrLimits } from './request-limits.js';
import { refuseEcrRequest } from './request-refusal.js';

const TARGET = 'AmazonEC2ContainerRegistry_V20150921';
const ACCOUNT = /^\d{12}$/;

const ecr: JsonService = {
  name: 'ecr',
  targetPrefix: TARGET,
  serverError: 'ServerException',
  operations: {
    GetAuthorizationToken: getAuthorizationToken,
    ...Object.fromEntries(
      Object.entries({
        ...repositoryOperations,
        ...imageOperations,
        ...scanOperations,
        ...lifecycleOperations,
        ...policyOperations,
        ...templateOperations,
        ...settingsOperations,
        ...scanningSettingsOperations,
        ...accountSettingOperations
      }).map(([name, run]) => [name, inRegistry(name, run)])
    )
  },
  refuse: refuseEcrRequest,
  checkLimits: checkEcrLimits,
  resource: (_operation, input, context) => {
    const name = (input as { readonly repositoryName?: unknown } | null)?.repositoryName;
    return typeof name === 'string' ? context.region.arn('ecr', `repository/${name}`) : '*';
  }
};

/** Runs an operation in the registry that its input names by `registryId`, as far as that one's policies allow it. */
function inRegistry(name: string, run: Operation): Operation {
  return (input, context) => {
    const registryId = isStructure(input) ? input['registryId'] : undefined;
    const account = typeof registryId === 'string' && ACCOUNT.test(registryId) ? registryId : context.caller;
    const registry = context.cloud.region(context.region.name, account);
    receiveReplicas(registry, context.now);
    for (const repository of listRepositoryNames(input)) {
      // What is not there is said to be so before anybody's rights are looked at, but for what makes it.
      const isKnown = repository === undefined || registry.part(ECR).has(repository);
      if (isKnown || name === 'CreateRepository') refuse(name, repository, { ...context, region: registry });
    }
    return run(input, { ...context, region: registry });
  };
}

function refuse(name: string, repository: string | undefined, { region, caller, principal }: RequestContext): void {
  const refusal = findRefusal(region, { account: caller, principal }, `ecr:${name}`, repository);
  if (refusal !== undefined) throw new AwsFault('AccessDeniedException', refusal);
}

/** The repositories that an input names; one that is undefined where it names none. */
function listRepositoryNames(input: unknown): readonly (string | undefined)[] {
  const { repositoryName, repositoryNames } = isStructure(input) ? input : {};
  const names = Array.isArray(repositoryNames) && repositoryNames.length > 0 ? repositoryNames : [repositoryName];
  return names.map(each => (typeof each === 'string' ? each : undefined));
}

const ecrPublic: JsonService = {
  name: 'ecr-public',
  targetPrefix: 'SpencerFrontendService',
  serverError: 'ServerException',
  operations: { GetAuthorizationToken: getPublicAuthorizationToken }
};

/** ECR, ECR Public's login, and the registry under `/v2/` that Docker pushes to. */
export const ecrModule: CloudModule = {
  json: [ecr, ecrPublic],
  routes: [
    {
      prefix: '/v2/',
      hasOwnLogin: true,
      handle: (request, response, cloud) => serve(cloud, hostOf(cloud.region('us-east-1')), request, response)
    }
  ],
  prepare: openNamedRegistries,
  install: cloud => {
    cloud.images = makeImageSource(cloud);
  },
  uninstall: closeRegistries
};

/** The registries of other accounts that a request of ECR's names, or is made in. */
async function openNamedRegistries({ headers, body }: WireRequest, cloud: Cloud): Promise<void> {
  if (headers['x-amz-target']?.startsWith(`${TARGET}.`) !== true) return;
  const signature = readSignature(headers['authorization']);
  const accounts = [accountOf(cloud, signature?.accessKeyId), ...listAccounts(body)];
  for (const account of new Set(accounts)) {
    await openRegistry(cloud.region(signature?.region ?? 'us-east-1', account));
  }
}

function listAccounts(body: Buffer): readonly string[] {
  let input: unknown;
  try {
    input = JSON.parse(body.toString('utf8'));
  } catch {
    // The answer tells it.
  }
  const { registryId, registryIds } = isStructure(input) ? input : {};
  return [registryId, ...(Array.isArray(registryIds) ? (registryIds as unknown[]) : [])].filter(
    (each): each is string => typeof each === 'string' && ACCOUNT.test(each)
  );
}
