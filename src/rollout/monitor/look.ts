import type { CodeDeploySnapshot } from '../codedeploy/status.js';
import type { DeploymentRef, EcsSnapshot } from '../ecs/status.js';
import type { StatusView } from '../result.js';
import type { StoppedTask } from './stop-reasons.js';

/** One look at a deployment: what AWS answered, and what the reducers read from it. */
export type Look = {
  readonly view: StatusView;
  /** Those of the new version so far. */
  readonly stoppedTasks: readonly StoppedTask[];
} & (
  | { readonly engine: 'ecs'; readonly ref: DeploymentRef; readonly snapshot: EcsSnapshot }
  | { readonly engine: 'codedeploy'; readonly snapshot: CodeDeploySnapshot }
);
