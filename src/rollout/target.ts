import type { DeploymentGroupInfo, EcsDeployment } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import { SlipwayError } from '../errors.js';
import type { Clock } from '../ports.js';
import { findDeploymentGroup } from './codedeploy/deployment-group.js';
import type { RolloutPorts } from './ports.js';
import { findService, type ServiceTarget } from './service.js';
import { resourceName } from '../text/arn.js';

/** A service that ECS itself rolls out. */
export interface EcsTarget extends ServiceTarget {
  readonly controller: 'ECS';
  /** ROLLING, BLUE_GREEN, LINEAR, CANARY, or one that is newer than this release. */
  readonly strategy: string;
  /** The PRIMARY deployment before ours. */
  readonly primary: EcsDeployment | undefined;
}

/** A service that CodeDeploy rolls out. */
export interface CodeDeployTarget extends ServiceTarget {
  readonly controller: 'CODE_DEPLOY';
  readonly application: string;
  readonly deploymentGroup: string;
  readonly group: DeploymentGroupInfo;
}

export type RolloutTarget = EcsTarget | CodeDeployTarget;

/**
 * Looks at what is to be rolled out to, without changing anything: the cluster, the service, its controller and, for
 * CodeDeploy, the application, the deployment group and a deployment that may be in the way.
 *
 * Rests on DescribeClusters (left out where it is not permitted: DescribeServices tells a missing cluster too),
 * DescribeServices, GetDeploymentGroup and ListDeployments.
 *
 * @throws SlipwayError one sentence on what is missing or in the way
 */
export async function findTarget(
  rollout: RolloutConfig,
  ports: RolloutPorts & { readonly clock: Clock }
): Promise<RolloutTarget> {
  const { cluster, service: wanted } = rollout;
  if (wanted === undefined) {
    throw new SlipwayError({ code: 'no-service', fault: 'slipway', what: 'There is no service to look for.' });
  }
  const base = await findService(cluster, wanted, ports);
  const { service } = base;
  const controller = service.deploymentController?.type ?? 'ECS';
  if (controller === 'CODE_DEPLOY') {
    const found = await findDeploymentGroup(rollout, base, ports.codedeploy);
    return { ...base, ...found, controller, warnings: [...base.warnings, ...found.warnings] };
  }
  if (controller !== 'ECS') throw explainController(controller, base);
  const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
  const primary = service.deployments?.find(deployment => deployment.status === 'PRIMARY');
  return {
    ...base,
    controller,
    strategy,
    primary,
    warnings: [...base.warnings, ...warnOfDeployment(primary, rollout)]
  };
}

/** Of a controller that is neither ECS nor CODE_DEPLOY. */
export function explainController(controller: string, target: ServiceTarget): SlipwayError {
  return new SlipwayError({
    code: 'unsupported-controller',
    fault: 'user',
    what:
      `The service ${target.serviceName} has the deployment controller ${controller}, whose task sets another system makes; ` +
      'Slipway rolls out services with the controllers ECS and CODE_DEPLOY.',
    next: 'Roll it out with that system, or change its controller with UpdateService.'
  });
}

function warnOfDeployment(primary: EcsDeployment | undefined, { onConflict }: RolloutConfig): readonly string[] {
  if (primary?.rolloutState !== 'IN_PROGRESS') return [];
  const then = onConflict === 'wait' ? 'ours waits for its end (on-conflict: wait)' : 'ECS replaces it by ours';
  return [
    `The deployment ${primary.id ?? ''} of ${resourceName(primary.taskDefinition ?? 'another revision')} is still in progress; ${then}.`
  ];
}
