import { shortName } from '../server/arn.js';
import { isStructure } from '../server/decode.js';
import { accountSettingOperations } from './account-settings.js';
import { capacityProviderOperations } from './capacity-providers.js';
import { clusterOperations } from './clusters.js';
import { namespaceOperations } from './namespaces.js';
import { serviceDeploymentOperations } from './service-deployments.js';
import { serviceArnFor, serviceOperations } from './services.js';
import { tagOperations } from './tags.js';
import { taskDefinitionOperations } from './task-definitions.js';
import { taskOperations } from './task-operations.js';
import { taskProtectionOperations } from './task-protection.js';
import { taskSetOperations } from './task-set-operations.js';
import { ECS_TARGETS } from './traffic.js';
import { checkEcsLimits } from './request-limits.js';
import { refuseEcsRequest } from './request-refusal.js';
import type { CloudModule, JsonService, RequestContext } from '../server/service.js';

/** The ARN that IAM names when it denies an operation. */
function resourceOf(operation: string, input: unknown, { region }: RequestContext): string {
  if (!isStructure(input)) return '*';
  if (operation === 'RegisterTaskDefinition') return region.arn('ecs', `task-definition/${String(input['family'])}:*`);
  if (operation === 'RunTask') {
    const reference = String(input['taskDefinition']);
    return reference.startsWith('arn:') ? reference : region.arn('ecs', `task-definition/${reference}`);
  }
  if (Array.isArray(input['services'])) return serviceArnFor(region, input['cluster'], input['services'][0]);
  if (input['service'] !== undefined) return serviceArnFor(region, input['cluster'], input['service']);
  if (typeof input['serviceDeploymentArn'] === 'string') return input['serviceDeploymentArn'];
  if (Array.isArray(input['serviceDeploymentArns'])) return String(input['serviceDeploymentArns'][0]);
  if (typeof input['cluster'] === 'string') return region.arn('ecs', `cluster/${shortName(input['cluster'])}`);
  return '*';
}

/** Amazon ECS: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Operations.html, the part that shipping needs. */
const ecs: JsonService = {
  name: 'ecs',
  targetPrefix: 'AmazonEC2ContainerServiceV20141113',
  serverError: 'ServerException',
  operations: {
    ...clusterOperations,
    ...capacityProviderOperations,
    ...taskDefinitionOperations,
    ...serviceOperations,
    ...namespaceOperations,
    ...taskOperations,
    ...serviceDeploymentOperations,
    ...taskSetOperations,
    ...tagOperations,
    ...accountSettingOperations,
    ...taskProtectionOperations
  },
  refuse: refuseEcsRequest,
  checkLimits: checkEcsLimits,
  resource: resourceOf
};

export const ecsModule: CloudModule = {
  json: [ecs],
  install: cloud => {
    cloud.targets = ECS_TARGETS;
  }
};
