/** What was asked, decoded and complete: every default filled in, every list of settings turned into what it means. */

export interface Config {
  readonly region: string;
  /** The role to assume with GitHub's OIDC token; undefined leaves it to the SDK's default chain. */
  readonly role: RoleConfig | undefined;
  /** The name of the overlay of `slipway.yml` in force. */
  readonly environment: string | undefined;
  /** The images to ship, in the order of the settings; empty where nothing is built and none is given. */
  readonly images: readonly ImageConfig[];
  /** Further registries to log into: 12-digit account ids, hosts of ECR registries (in other regions), or `public` for ECR Public. */
  readonly registries: readonly string[];
  /** What ECR's scan of the images must not find, or worse; undefined: no scan is waited for. */
  readonly scanGate: 'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'INFORMATIONAL' | undefined;
  /** Those of the first entry of `rollouts`. */
  readonly files: FilesConfig;
  readonly rollout: RolloutConfig;
  /** What is rolled out: an entry for each of `services`; else a single one, whose `rollout.service` may be undefined. Never empty. */
  readonly rollouts: readonly ServiceConfig[];
  /** How many of `rollouts` go at the same time; undefined: all. */
  readonly maxParallel: number | undefined;
  /** The task before the rollout; undefined: none. */
  readonly runTask: RunTaskConfig | undefined;
  readonly report: ReportConfig;
  /** Only to be told what would be done. */
  readonly dryRun: boolean;
}

/** One service with what is said for it. With several, each has a folder of its own below `artifacts-directory`. */
export interface ServiceConfig {
  readonly files: FilesConfig;
  readonly rollout: RolloutConfig;
}

export interface RoleConfig {
  readonly arn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

type ImageReference = 'tag' | 'digest';

/** An image to build and push, or one that exists. */
export type ImageConfig = BuiltImage | ExistingImage;

export interface ExistingImage {
  readonly kind: 'existing';
  /** The container it is for; undefined: found from the task definition. */
  readonly container: string | undefined;
  /** A full reference, with tag or digest. */
  readonly image: string;
}

export interface BuiltImage {
  readonly kind: 'built';
  readonly container: string | undefined;
  /** The ECR repository's name, without the registry's host. */
  readonly repository: string;
  readonly createRepository: boolean;
  readonly build: BuildConfig;
  /** At least one, expanded; the first is the one that files and outputs name. */
  readonly tags: readonly string[];
  /** Use an image that is already there under the first tag; undefined: exactly when that tag is immutable. */
  readonly reuseImage: boolean | undefined;
  readonly reference: ImageReference;
}

export interface BuildConfig {
  /** A folder (relative to the working directory), or a Git or HTTP URL. */
  readonly context: string;
  /** Relative to the working directory; undefined: `Dockerfile` in the context. */
  readonly dockerfile: string | undefined;
  readonly target: string | undefined;
  readonly buildArgs: readonly NameValue[];
  /** As Docker's `--secret` takes them: `id=npm,env=NPM_TOKEN` or `id=npmrc,src=.npmrc`. */
  readonly buildSecrets: readonly string[];
  /** As Docker's `--ssh` takes them: `default` or `id=path`. */
  readonly ssh: readonly string[];
  readonly platforms: readonly string[];
  readonly labels: readonly NameValue[];
  readonly cacheFrom: readonly string[];
  readonly cacheTo: readonly string[];
  /** Further arguments for the build, one each, handed on as they are. */
  readonly buildOptions: readonly string[];
}

export interface NameValue {
  readonly name: string;
  readonly value: string;
}

export interface FilesConfig {
  readonly taskDefinition: TaskDefinitionSource | undefined;
  /** The AppSpec's path; undefined: the usual names are looked for, else it is made from the service. */
  readonly appspec: string | undefined;
  /** The container that a single image, the environment and the other changes below are for. */
  readonly containerName: string | undefined;
  readonly environmentVariables: readonly NameValue[];
  /** Name, and the ARN or parameter name as `valueFrom` takes it. */
  readonly secrets: readonly NameValue[];
  readonly dockerLabels: readonly NameValue[];
  readonly logConfigurationLogDriver: string | undefined;
  readonly logConfigurationOptions: readonly NameValue[];
  /** The container's command, one word an entry; undefined: as in the file. */
  readonly command: readonly string[] | undefined;
  readonly taskRoleArn: string | undefined;
  readonly executionRoleArn: string | undefined;
  readonly unknownFields: 'error' | 'send';
  readonly artifactsDirectory: string;
}

export type TaskDefinitionSource =
  | { readonly kind: 'file'; readonly path: string }
  /** `family`, `family:revision` or an ARN, as DescribeTaskDefinition takes it. */
  | { readonly kind: 'registered'; readonly reference: string }
  /** The one that the service runs now. */
  | { readonly kind: 'service' };

export type WaitFor = 'nothing' | 'started' | 'live' | 'stable';
export type UndoPolicy = 'rollback' | 'stop' | 'leave';
type PropagateTags = 'TASK_DEFINITION' | 'SERVICE' | 'NONE';

export interface RolloutConfig {
  /** Name or ARN; AWS's own `default` where not given. */
  readonly cluster: string;
  /** Name or ARN; undefined: the job ends after registering. */
  readonly service: string | undefined;
  readonly desiredCount: number | undefined;
  readonly forceNewDeployment: boolean;
  /** undefined: not sent. */
  readonly propagateTags: PropagateTags | undefined;
  readonly enableEcsManagedTags: boolean | undefined;
  readonly codedeployApplication: string | undefined;
  readonly codedeployDeploymentGroup: string | undefined;
  readonly codedeployDeploymentConfig: string | undefined;
  readonly codedeployDeploymentDescription: string | undefined;
  readonly waitFor: WaitFor;
  readonly waitForMinutes: number;
  readonly onFailure: UndoPolicy;
  readonly onCancel: UndoPolicy;
  /** Another deployment of the service is under way: `fail` refuses before any change; undefined: what AWS does. */
  readonly onConflict?: 'fail' | 'wait' | 'replace' | undefined;
  /**
   * So many tasks of the new version may die of the same cause, while it has not come up, before the deployment is called failed. undefined: as
   * many as the service's circuit breaker takes, else 3.
   */
  readonly failAfter: number | undefined;
  /** What runs already is not registered and deployed again. */
  readonly skipUnchanged?: boolean | undefined;
}

/** A task that runs to its end before the rollout. What is undefined is the service's, or AWS's default. */
export interface RunTaskConfig {
  /** In the shapes of the RunTask API (ContainerOverride, CapacityProviderStrategyItem, Tag); each was checked against them. */
  readonly containerOverrides: readonly ContainerOverride[];
  readonly capacityProviderStrategy: readonly CapacityProvider[] | undefined;
  readonly launchType: LaunchType | undefined;
  readonly subnets: readonly string[] | undefined;
  readonly securityGroups: readonly string[] | undefined;
  readonly assignPublicIp: 'ENABLED' | 'DISABLED' | undefined;
  readonly startedBy: string | undefined;
  readonly tags: readonly TaskTag[];
  /** An EBS volume that ECS makes for the task: its name in the task definition, and a TaskManagedEBSVolumeConfiguration. */
  readonly volume: { readonly name: string; readonly managedEBSVolume: ManagedVolume } | undefined;
  /** Whether the rollout waits until it has succeeded. */
  readonly waitForStopped: boolean;
}

type LaunchType = 'FARGATE' | 'EC2' | 'EXTERNAL' | 'MANAGED_INSTANCES';

export interface ContainerOverride {
  readonly name: string;
  readonly command?: string[];
  readonly [member: string]: unknown;
}

export interface CapacityProvider {
  readonly capacityProvider: string;
  readonly weight?: number;
  readonly base?: number;
}

export interface TaskTag {
  readonly key: string;
  readonly value?: string;
}

export interface ManagedVolume {
  readonly roleArn: string;
  readonly [member: string]: unknown;
}

interface ReportConfig {
  readonly summary: boolean;
  readonly github: GithubConfig;
}

/** How the deployment is shown on GitHub. */
export interface GithubConfig {
  /** undefined: it is not shown. */
  readonly token: string | undefined;
  readonly environment: string;
  readonly environmentUrl: string | undefined;
}
