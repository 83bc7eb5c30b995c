import type { CreateDeploymentInput, UpdateServiceRequest } from '../aws/types.js';
import type { RolloutConfig } from '../config/config.js';
import { markDescription } from './codedeploy/identity.js';
import type { CodeDeployTarget, EcsTarget } from './target.js';

/** What UpdateService gets to roll a revision out: what was asked for and nothing else. */
export function updateServiceInput(
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

/**
 * What CreateDeployment gets.
 *
 * @param appSpecContent the AppSpec's text and its sha256, or what stands for them
 * @param mark what the deployment is recognized by
 */
export function createDeploymentInput<Content>(
  { application, deploymentGroup }: CodeDeployTarget,
  appSpecContent: Content,
  config: RolloutConfig,
  mark: string
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
    description: markDescription(description, mark)
  };
}

function describeTagging({ propagateTags, enableEcsManagedTags }: RolloutConfig) {
  return {
    ...(propagateTags === undefined ? {} : { propagateTags }),
    ...(enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: enableEcsManagedTags })
  };
}
