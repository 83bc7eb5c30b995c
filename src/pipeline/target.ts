import type { Config } from '../config/config.js';
import type { GenerateOptions, PipelineProject } from './project.js';

/** What is deployed to, by names alone: ARNs in the settings are cut down to them. */
export interface DeploymentTarget {
  readonly cluster: string;
  readonly service: string;
  readonly application: string;
  readonly deploymentGroup: string;
}

/**
 * Cluster and service, and CodeDeploy's names for them: those of the settings, else those that the ECS console gives (`AppECS-…`,
 * `DgpECS-…`, each part cut to 46 characters). undefined: nothing is deployed.
 */
export function deploymentTarget({ config }: PipelineProject): DeploymentTarget | undefined {
  const { rollout } = config;
  if (rollout.service === undefined) return undefined;
  const cluster = clusterName(config);
  const service = lastSegment(rollout.service);
  const suffix = `${cluster.slice(0, 46)}-${service.slice(0, 46)}`;
  return {
    cluster,
    service,
    application: rollout.codedeployApplication ?? `AppECS-${suffix}`,
    deploymentGroup: rollout.codedeployDeploymentGroup ?? `DgpECS-${suffix}`
  };
}

/** The cluster's name, also where only a task is run in it. */
export function clusterName({ rollout }: Config): string {
  return lastSegment(rollout.cluster);
}

function lastSegment(nameOrArn: string): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}

/** The path of a generated file from the repository's root. */
export function inDirectory({ directory }: Pick<GenerateOptions, 'directory'>, path: string): string {
  return directory === '' ? path : `${directory.replace(/\/+$/, '')}/${path}`;
}
