import type { RegionState } from '../server/state.js';
import type { TaskPlan } from './behaviour.js';
import type { LaunchSettings, Tag, TaskOverride } from './shapes.js';
import type { ClusterRecord, TaskDefinitionRecord, TaskRecord } from './state.js';

/** Who is told what becomes of a task. */
export interface TaskWatcher {
  /** Something about the task is different: its status, its health. */
  readonly changed: (task: TaskRecord) => void;
  /** The task is STOPPED; `failed`: nobody had asked for that. */
  readonly stopped: (task: TaskRecord, failed: boolean) => void;
  /** It is in service: running, registered, past its health checks. */
  readonly healthy: (task: TaskRecord) => void;
  /** Its health checks fail, and what its load balancer says of that; the scheduler stops it next. */
  readonly unhealthy: (task: TaskRecord, why: string) => void;
}

export interface LaunchRequest {
  readonly region: RegionState;
  readonly cluster: ClusterRecord;
  readonly taskDefinition: TaskDefinitionRecord;
  readonly plan: TaskPlan;
  readonly group: string;
  readonly startedBy: string | undefined;
  readonly owner: string | undefined;
  readonly launch: LaunchSettings;
  /** Whether the service's tasks are registered with its alternate target groups. */
  readonly usesAlternates: boolean;
  readonly overrides: TaskOverride;
  readonly tags: readonly Tag[];
  readonly enableExecuteCommand: boolean;
  readonly watcher: TaskWatcher | undefined;
}

/** What stopping needs to know; RunTask's tasks have no watcher. */
export type StopRequest = Pick<LaunchRequest, 'region' | 'watcher'>;
