import { applicationOperations } from './applications.js';
import { configOperations } from './configs.js';
import { deploymentOperations } from './deployments.js';
import { groupOperations } from './groups.js';
import { tagOperations } from './tags.js';
import { targetOperations } from './targets.js';
import { refuseCodeDeployRequest } from './request-refusal.js';
import type { CloudModule, JsonService } from '../server/service.js';

const codedeploy: JsonService = {
  name: 'codedeploy',
  targetPrefix: 'CodeDeploy_20141006',
  operations: {
    ...applicationOperations,
    ...groupOperations,
    ...configOperations,
    ...deploymentOperations,
    ...targetOperations,
    ...tagOperations
  },
  refuse: refuseCodeDeployRequest,
  resource: (_operation, input, context) => {
    const { applicationName, deploymentGroupName } = (input ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof applicationName !== 'string') return '*';
    return typeof deploymentGroupName === 'string'
      ? context.region.arn('codedeploy', `deploymentgroup:${applicationName}/${deploymentGroupName}`)
      : context.region.arn('codedeploy', `application:${applicationName}`);
  }
};

/** CodeDeploy for ECS: blue/green deployments that move in virtual time over the task sets of ECS. */
export const codedeployModule: CloudModule = { json: [codedeploy] };
