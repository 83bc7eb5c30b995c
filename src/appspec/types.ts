import type { SourceLocation, RuleProblem } from '../errors.js';

/** CodeDeploy's AppSpec for Amazon ECS, read and checked for its structure. */
export interface Appspec {
  /** undefined: made from the service. */
  readonly file: string | undefined;
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion: string | undefined;
  readonly network: AppspecNetwork | undefined;
  readonly capacityProviderStrategy: readonly AppspecCapacityProvider[];
  /** In the order of the file. */
  readonly hooks: readonly AppspecHook[];
  /** What was mended on the way, or is doubtful, but does not stop the job. */
  readonly warnings: readonly RuleProblem[];
  readonly places: AppspecPlaces;
}

/** Where parts of it stand, as far as they must fit other files; undefined where it does not say them. */
interface AppspecPlaces {
  readonly containerName: SourceLocation;
  readonly containerPort: SourceLocation;
  readonly network: SourceLocation | undefined;
  readonly platformVersion: SourceLocation | undefined;
}

export interface AppspecNetwork {
  readonly subnets: readonly string[] | undefined;
  readonly securityGroups: readonly string[] | undefined;
  readonly assignPublicIp: string | undefined;
}

export interface AppspecCapacityProvider {
  readonly capacityProvider: string;
  readonly base: number | undefined;
  readonly weight: number | undefined;
}

/** A lifecycle event and the Lambda function, by name or ARN, that CodeDeploy calls at it. */
export interface AppspecHook {
  readonly event: string;
  readonly lambda: string;
}
