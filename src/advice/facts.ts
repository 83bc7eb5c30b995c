import type { DeploymentGroupInfo, Service, Task, TaskDefinition } from '../aws/types.js';
import type { TimelineEntry } from '../rollout/result.js';

/** A piece of advice: what to change so that the next deployment takes fewer seconds. */
export interface Advice {
  /** The setting by AWS's name, as `HealthCheckIntervalSeconds`. */
  readonly setting: string;
  /** What to change, of which resource, from what to what, and what that costs. */
  readonly sentence: string;
  /** The AWS CLI's commands that make the change, where it is one of a resource. */
  readonly commands?: readonly string[] | undefined;
  /** So many seconds less would this very run have taken, with the advice before it followed too. */
  readonly seconds: number;
}

/** The times of a target group (DescribeTargetGroups, DescribeTargetGroupAttributes), in seconds and counts. */
export interface TargetGroupTimes {
  readonly arn: string;
  readonly interval: number;
  readonly timeout: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** undefined: it may not be read. */
  readonly deregistrationDelay: number | undefined;
}

/** What this run has seen of a service whose rollout succeeded and was followed to its end. */
export interface AdviceFacts {
  /** The rollout's phases. */
  readonly timeline: readonly TimelineEntry[];
  /** DescribeServices, before the rollout. */
  readonly service: Service;
  /** How many tasks it was to have. */
  readonly desiredCount: number;
  /** What was deployed. */
  readonly taskDefinition: TaskDefinition;
  /** The tasks of the new version that run. */
  readonly newTasks: readonly Task[];
  /** The tasks of the version before that this rollout stopped. */
  readonly oldTasks: readonly Task[];
  /** Those that tasks of this service are registered with; CodeDeploy's two, and ECS's alternate one, too. */
  readonly targetGroups: readonly TargetGroupTimes[];
  /** Where CodeDeploy deploys it. */
  readonly codedeploy?: CodeDeployFacts | undefined;
  /** Compressed bytes of the image that is pulled, where they are known. */
  readonly imageBytes?: number | undefined;
}

interface CodeDeployFacts {
  readonly group: DeploymentGroupInfo;
  /** The deployment configuration that was used. */
  readonly configName: string | undefined;
  /** The AppSpec has hooks, which may look at the new version for as long as the deployment waits. */
  readonly hasHooks: boolean;
}
