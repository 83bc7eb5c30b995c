import type { PreflightPorts } from '../preflight/ports.js';
import { createCallerPort } from './caller-identity.js';
import type { Connection } from './connection.js';
import { createRolesPort } from './iam.js';
import { createImagePlatformsPort } from './image-platforms.js';
import { createLoadBalancersPort } from './load-balancers.js';
import { createLogGroupsPort } from './logs.js';
import { createNetworkPort } from './ec2.js';
import { createParametersPort } from './parameters.js';
import { createSecretsPort } from './secrets.js';

/** All that a preflight looks at. Nothing is loaded before the first call. */
export function createPreflightPorts(connection: Connection): PreflightPorts {
  return {
    ...createCallerPort(connection),
    ...createRolesPort(connection),
    ...createSecretsPort(connection),
    ...createParametersPort(connection),
    ...createLoadBalancersPort(connection),
    ...createNetworkPort(connection),
    ...createLogGroupsPort(connection),
    ...createImagePlatformsPort(connection)
  };
}
