import type { CreateDeploymentInput, UpdateServiceRequest } from '../aws/shapes.js';
import type { RolloutConfig } from '../config/config.js';
import type { CodeDeployTarget, EcsTarget } from './target.js';

/**
 * So many characters a description may have, by CodeDeploy's quotas (https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html);
 * more are refused with DescriptionTooLongException. The service model has no number, and AWS's own action cuts at 512.
 */
const DESCRIPTION_LIMIT = 256;

/** What UpdateService gets to roll a revision out: what was asked for and nothing else. */
export function describeUpdate(
  target: EcsTarget,
  taskDefinition: string,
  config: RolloutConfig
): UpdateServiceRequest & { readonly cluster: string; readonly service: string } {
  return {
    cluster: target.clusterArn,
    service: target.serviceName,
    taskDefinition,
    ...(config.desiredCount === undefined ? {} : { desiredCount: config.desiredCount }),
    ...(config.forceNewDeployment ? { forceNewDeployment: true } : {}),
    ...describeTagging(config)
  };
}

/** What UpdateService still takes for a service that CodeDeploy rolls out; undefined where nothing of it was asked for. */
export function describeSettings(target: CodeDeployTarget, config: RolloutConfig): UpdateServiceRequest | undefined {
  const settings = {
    ...(config.desiredCount === undefined ? {} : { desiredCount: config.desiredCount }),
    ...describeTagging(config)
  };
  if (Object.keys(settings).length === 0) return undefined;
  return { cluster: target.clusterArn, service: target.serviceName, ...settings };
}

/** What CreateDeployment gets. @param appSpecContent the AppSpec's text and its sha256, or what stands for them */
export function describeDeployment<Content>(
  { application, deploymentGroup }: CodeDeployTarget,
  appSpecContent: Content,
  config: RolloutConfig
): Omit<CreateDeploymentInput, 'revision'> & {
  readonly applicationName: string;
  readonly revision: { readonly revisionType: 'AppSpecContent'; readonly appSpecContent: Content };
} {
  const { codedeployDeploymentConfig, codedeployDeploymentDescription: description } = config;
  return {
    applicationName: application,
    deploymentGroupName: deploymentGroup,
    revision: { revisionType: 'AppSpecContent', appSpecContent },
    ...(codedeployDeploymentConfig === undefined ? {} : { deploymentConfigName: codedeployDeploymentConfig }),
    ...(description === undefined ? {} : { description: cutDescription(description) })
  };
}

function describeTagging({ propagateTags, enableEcsManagedTags }: RolloutConfig) {
  return {
    ...(propagateTags === undefined ? {} : { propagateTags }),
    ...(enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: enableEcsManagedTags })
  };
}

/** At most 256 characters, counted as UTF-16 does, the cut marked; a character of two code units is not torn apart. */
function cutDescription(description: string): string {
  if (description.length <= DESCRIPTION_LIMIT) return description;
  const kept = description.slice(0, DESCRIPTION_LIMIT - 1);
  return `${kept.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
