import { AwsFault } from '../server/protocol.js';
import type { TaskSetRecord, ServiceRecord } from '../ecs/state.js';
import type { PartKey, RegionState } from '../server/state.js';
import type { AppSpec } from './appspec.js';
import { PREDEFINED_CONFIGS, type ConfigRecord } from './config-records.js';
import type { AlarmConfiguration, AutoRollbackConfiguration, GroupSettings, KeptMembers, Revision } from './shapes.js';

/** All times are virtual milliseconds since the epoch. */
export interface ApplicationRecord {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  readonly createTime: number;
  readonly groups: Map<string, GroupRecord>;
  /** By the sha256 of the AppSpec. */
  readonly revisions: Map<string, RevisionRecord>;
}

export interface RevisionRecord {
  readonly revision: Revision;
  readonly registerTime: number;
  description: string | undefined;
  firstUsedTime: number | undefined;
  lastUsedTime: number | undefined;
  readonly deploymentGroups: Set<string>;
}

export interface GroupRecord {
  readonly id: string;
  readonly application: ApplicationRecord;
  name: string;
  settings: GroupSettings;
  /** The revision that was deployed last with success. */
  targetRevision: Revision | undefined;
  lastSuccessful: DeploymentRecord | undefined;
  lastAttempted: DeploymentRecord | undefined;
}

export type DeploymentStatus = 'Created' | 'InProgress' | 'Ready' | 'Succeeded' | 'Failed' | 'Stopped';
export const ENDED: readonly DeploymentStatus[] = ['Succeeded', 'Failed', 'Stopped'];

type EventStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';

export interface LifecycleEventRecord {
  readonly name: string;
  status: EventStatus;
  startTime: number | undefined;
  endTime: number | undefined;
  diagnostics: { readonly errorCode: string; readonly message: string; readonly scriptName: string } | undefined;
}

/** A task set with its share of the production traffic. */
export interface TaskSetShare {
  readonly label: 'Blue' | 'Green';
  readonly record: TaskSetRecord;
  /** The target group's name. */
  readonly targetGroup: string;
  weight: number;
}

export interface DeploymentRecord {
  readonly id: string;
  readonly region: RegionState;
  readonly group: GroupRecord;
  /** The group's settings when the deployment was created. */
  readonly settings: GroupSettings;
  readonly config: ConfigRecord;
  readonly revision: Revision;
  readonly appSpec: AppSpec;
  readonly previousRevision: Revision | undefined;
  readonly description: string | undefined;
  readonly kept: KeptMembers;
  readonly creator: 'user' | 'codeDeployRollback';
  readonly autoRollback: AutoRollbackConfiguration | undefined;
  readonly alarms: AlarmConfiguration | undefined;
  readonly overrideAlarms: AlarmConfiguration | undefined;
  readonly createTime: number;
  readonly events: readonly LifecycleEventRecord[];
  service: ServiceRecord | undefined;
  blue: TaskSetShare | undefined;
  green: TaskSetShare | undefined;
  status: DeploymentStatus;
  startTime: number | undefined;
  completeTime: number | undefined;
  lastUpdated: number;
  error: { readonly code: string; readonly message: string } | undefined;
  rollback:
    | {
        readonly rollbackDeploymentId?: string;
        readonly rollbackTriggeringDeploymentId?: string;
        readonly rollbackMessage: string;
      }
    | undefined;
  terminationWaitStarted: boolean;
  /** Set by ContinueDeployment; the wait that is under way looks at it. */
  goOn: boolean;
}

interface CodeDeployState {
  readonly applications: Map<string, ApplicationRecord>;
  /** In the order of their creation. */
  readonly deployments: Map<string, DeploymentRecord>;
  readonly configs: Map<string, ConfigRecord>;
}

/** The key of CodeDeploy's part: `region.part(CODEDEPLOY)`. */
export const CODEDEPLOY: PartKey<CodeDeployState> = {
  create: () => ({
    applications: new Map(),
    deployments: new Map(),
    configs: new Map(PREDEFINED_CONFIGS.map(config => [config.name, config]))
  })
};

const NAME = /^[a-zA-Z0-9._+=,@-]{1,100}$/;

/** @throws AwsFault `<What>NameRequiredException` or `Invalid<What>NameException` */
export function checkName(
  what: 'Application' | 'DeploymentGroup' | 'DeploymentConfig',
  name: string | undefined
): string {
  if (name === undefined || name === '') {
    throw new AwsFault(`${what}NameRequiredException`, `The ${what} name is required`);
  }
  if (!NAME.test(name)) throw new AwsFault(`Invalid${what}NameException`, `The ${what} name '${name}' is not valid`);
  return name;
}

/** @throws AwsFault ApplicationDoesNotExistException */
export function getApplication(region: RegionState, name: string | undefined): ApplicationRecord {
  const checked = checkName('Application', name);
  const found = region.part(CODEDEPLOY).applications.get(checked);
  if (found !== undefined) return found;
  throw new AwsFault('ApplicationDoesNotExistException', `No application found for name: ${checked}`);
}

/** @throws AwsFault DeploymentGroupDoesNotExistException */
export function getGroup(application: ApplicationRecord, name: string | undefined): GroupRecord {
  const checked = checkName('DeploymentGroup', name);
  const found = application.groups.get(checked);
  if (found !== undefined) return found;
  throw new AwsFault('DeploymentGroupDoesNotExistException', `No Deployment Group found for name: ${checked}`);
}

/** @throws AwsFault DeploymentConfigDoesNotExistException */
export function getConfig(region: RegionState, name: string | undefined): ConfigRecord {
  const checked = checkName('DeploymentConfig', name);
  const found = region.part(CODEDEPLOY).configs.get(checked);
  if (found !== undefined) return found;
  throw new AwsFault('DeploymentConfigDoesNotExistException', `No Deployment Configuration found for name: ${checked}`);
}

/** @throws AwsFault DeploymentIdRequiredException, InvalidDeploymentIdException or DeploymentDoesNotExistException */
export function getDeployment(region: RegionState, id: string | undefined): DeploymentRecord {
  if (id === undefined || id === '') throw new AwsFault('DeploymentIdRequiredException', 'Deployment ID is required');
  if (!/^d-[A-Z0-9]{9}$/.test(id)) {
    throw new AwsFault('InvalidDeploymentIdException', `The deployment ID ${id} is not valid`);
  }
  const found = region.part(CODEDEPLOY).deployments.get(id);
  if (found !== undefined) return found;
  throw new AwsFault('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
}

/** The deployment of a group that has not ended, if there is one. */
export function findActive(region: RegionState, group: GroupRecord): DeploymentRecord | undefined {
  return [...region.part(CODEDEPLOY).deployments.values()].find(
    each => each.group === group && !ENDED.includes(each.status)
  );
}

/** Lists here are never cut into pages, so no token was ever given out. */
export function refuseToken(nextToken: string | undefined): void {
  if (nextToken !== undefined) throw new AwsFault('InvalidNextTokenException', 'The next token is not valid');
}
