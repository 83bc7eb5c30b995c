import type { TaskDefinition } from '../../aws/types.js';
import type { RolloutConfig } from '../../config/config.js';
import type { Clock, CleanupStore, Reporter } from '../../ports.js';
import type { RolloutPorts } from '../ports.js';
import type { Undoing } from '../result.js';
import type { TaskRequest } from './task-request.js';

/** What running the task before the rollout needs. */
export interface TaskRun {
  readonly plan: TaskRequest;
  readonly taskDefinitionArn: string;
  /** RegisterTaskDefinition's answer to this run named the revision, so that no other run can have started it before. */
  readonly isOwnRevision?: boolean | undefined;
  /** As it was registered, for its containers and their log settings. */
  readonly taskDefinition: TaskDefinition;
  readonly config: Pick<RolloutConfig, 'waitForMinutes' | 'onFailure' | 'onCancel'>;
  readonly region: string;
  readonly ports: RolloutPorts;
  readonly clock: Clock;
  readonly reporter: Reporter;
  readonly cleanupStore: CleanupStore;
  /** Fires when the run is cancelled. */
  readonly signal?: AbortSignal | undefined;
  /** As for a rollout. */
  readonly undoing?: Undoing | undefined;
}
