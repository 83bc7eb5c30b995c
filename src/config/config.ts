import type { ApiValue } from './table/api-shapes.js';
import type {
  CAPACITY_PROVIDER,
  CONTAINER_OVERRIDE,
  PLACEMENT_CONSTRAINT,
  PLACEMENT_STRATEGY,
  TAG,
  TASK_OVERRIDES,
  VOLUME
} from './table/run-task-shapes.js';
import type { PipelineSettings } from './sources/pipeline-map.js';
import type { NameValue, ValuesAt } from './table/setting.js';
import type { BUILD_SETTINGS } from './table/build.js';
import type { FILES_SETTINGS } from './table/files.js';
import type { GATE_SETTINGS } from './table/gate.js';
import type { IMAGE_SETTINGS, PUBLISH_SETTINGS } from './table/image.js';
import type { REPORT_SETTINGS } from './table/report.js';
import type { ROLLOUT_SETTINGS } from './table/rollout.js';
import type { RUN_TASK_SETTINGS } from './table/run-task.js';
import type { WHERE_SETTINGS } from './table/where.js';

export type { NameValue };

/**
 * What was asked, decoded and complete: every default filled in, every list of settings turned into what it means.
 *
 * A setting that is used as it is stands in the table alone (`table/`), and its property here comes from there: its key, its type and
 * what its absence means. Only what several settings make together, or what has to be read further, is written here.
 */
export interface Config extends RunSettings {
  readonly region: string;
  /** The role to assume with GitHub's OIDC token; undefined leaves it to the SDK's default chain. */
  readonly role: RoleConfig | undefined;
  /** The four files are there already, and nothing is built or written: `slipway deploy`. */
  readonly deploysArtifacts: boolean;
  /** The images to ship, in the order of the settings; empty where nothing is built and none is given. */
  readonly images: readonly ImageConfig[];
  /** Those of the first entry of `rollouts`. */
  readonly files: FilesConfig;
  readonly rollout: RolloutConfig;
  readonly gate: GateConfig;
  /** What is rolled out: an entry for each of `services`; else a single one, whose `rollout.service` may be undefined. Never empty. */
  readonly rollouts: readonly ServiceConfig[];
  /** The task before the rollout; undefined: none. */
  readonly runTask: RunTaskConfig | undefined;
  /** What the settings file says of the generated pipeline. */
  readonly pipeline: PipelineSettings;
  readonly report: ReportConfig;
}

/** The settings that have one value for the run. */
type RunSettings = Omit<
  ValuesAt<'run', typeof WHERE_SETTINGS>,
  'region' | 'roleToAssume' | 'roleSessionName' | 'roleDurationSeconds'
> &
  ValuesAt<'run', typeof IMAGE_SETTINGS> &
  ValuesAt<'run', typeof PUBLISH_SETTINGS> &
  Omit<ValuesAt<'run', typeof FILES_SETTINGS>, 'artifactsDirectory'> &
  ValuesAt<'run', typeof ROLLOUT_SETTINGS> &
  ValuesAt<'run', typeof GATE_SETTINGS>;

/** One service with what is said for it. With several, each has a folder of its own below `artifacts-directory`. */
export interface ServiceConfig {
  readonly files: FilesConfig;
  readonly rollout: RolloutConfig;
  readonly gate: GateConfig;
}

export interface RoleConfig {
  readonly arn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
}

/** An image to build and push, or one that exists. */
export type ImageConfig = BuiltImage | ExistingImage;

export interface ExistingImage {
  readonly kind: 'existing';
  /** The container it is for; undefined: found from the task definition. */
  readonly container: string | undefined;
  /** A full reference, with tag or digest. */
  readonly image: string;
  /** What its tag named when the files were written; undefined: not known. */
  readonly expectedDigest?: string | undefined;
}

export interface BuiltImage
  extends
    Omit<ValuesAt<'images', typeof IMAGE_SETTINGS>, 'image' | 'repository'>,
    ValuesAt<'images', typeof PUBLISH_SETTINGS> {
  readonly kind: 'built';
  readonly container: string | undefined;
  /** The ECR repository's name, without the registry's host. */
  readonly repository: string;
  /** The registry that the repository is in, where the settings name it; undefined: that of the run's own account and region. */
  readonly registry: EcrRegistry | undefined;
  readonly build: BuildConfig;
  /** At least one, expanded; the first is the one that files and outputs name. */
  readonly tags: readonly string[];
}

/** An ECR registry: an account's, in a region. */
export interface EcrRegistry {
  /** As it is written: `210987654321.dkr.ecr.eu-west-1.amazonaws.com`, or a dual-stack or FIPS host. */
  readonly host: string;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
}

export type BuildConfig = ValuesAt<'images', typeof BUILD_SETTINGS>;

/** The files that come in and what is changed in them. */
export interface FilesConfig extends Omit<ValuesAt<'services', typeof FILES_SETTINGS>, 'taskDefinition'> {
  readonly taskDefinition: TaskDefinitionSource | undefined;
  /** With several services, each has its own. */
  readonly artifactsDirectory: string;
}

export type TaskDefinitionSource =
  | { readonly kind: 'file'; readonly path: string }
  /** `family`, `family:revision` or an ARN, as DescribeTaskDefinition takes it. */
  | { readonly kind: 'registered'; readonly reference: string }
  /** The one that the service runs now. */
  | { readonly kind: 'service' };

export type RolloutConfig = ValuesAt<'services', typeof ROLLOUT_SETTINGS>;
/** How the new version is tested before it gets the production traffic. */
export type GateConfig = ValuesAt<'services', typeof GATE_SETTINGS>;
export type WaitFor = RolloutConfig['waitFor'];
/** What happens to a deployment that failed, took too long or was cancelled. */
export type UndoPolicy = RolloutConfig['onFailure'];

type RunTaskSettings = ValuesAt<'run', typeof RUN_TASK_SETTINGS>;

/** A task that runs to its end before the rollout. What is undefined is the service's, or AWS's default. */
export interface RunTaskConfig extends Omit<
  RunTaskSettings,
  | 'runTask'
  | 'containerOverrides'
  | 'overrides'
  | 'capacityProviderStrategy'
  | 'placementConstraints'
  | 'placementStrategy'
  | 'tags'
  | 'volumeName'
  | 'volume'
> {
  readonly containerOverrides: readonly ApiValue<typeof CONTAINER_OVERRIDE>[];
  /** What overrides the task as a whole. */
  readonly taskOverrides: ApiValue<typeof TASK_OVERRIDES>;
  readonly capacityProviderStrategy: readonly ApiValue<typeof CAPACITY_PROVIDER>[] | undefined;
  readonly placementConstraints: readonly ApiValue<typeof PLACEMENT_CONSTRAINT>[] | undefined;
  readonly placementStrategy: readonly ApiValue<typeof PLACEMENT_STRATEGY>[] | undefined;
  readonly tags: readonly ApiValue<typeof TAG>[];
  /** An EBS volume that ECS makes for the task, by its name in the task definition. */
  readonly volume: { readonly name: string; readonly managedEBSVolume: ApiValue<typeof VOLUME> } | undefined;
}

type ReportSettings = ValuesAt<'run', typeof REPORT_SETTINGS>;

interface ReportConfig extends Omit<ReportSettings, 'githubToken' | 'githubEnvironment' | 'environmentUrl'> {
  readonly github: GithubConfig;
}

/** How the deployment is shown on GitHub. */
export interface GithubConfig extends Pick<ReportSettings, 'environmentUrl'> {
  /** undefined: it is not shown. */
  readonly token: string | undefined;
  /** The environment's name on GitHub; undefined: neither `github-environment` nor `environment` says it. */
  readonly environment: string | undefined;
}
