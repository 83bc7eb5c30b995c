import type { Service } from '../../aws/types.js';
import type { Clock, Reporter } from '../../ports.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { DeploymentRef } from '../ecs/status.js';
import type { LastDeployment } from '../history/last-deployment.js';
import type { Look } from '../monitor/look.js';
import type { RolloutPorts } from '../ports.js';
import type { Ending } from '../result.js';
import type { RolloutTarget } from '../target.js';

/** What is told of a service that is watched. */
export type WatchEvent =
  /** It is there; `last` is its last deployment, where none is under way. */
  | { readonly kind: 'found'; readonly target: RolloutTarget; readonly last: LastDeployment | undefined }
  /** A look at it between deployments. */
  | { readonly kind: 'rest'; readonly target: RolloutTarget; readonly service: Service }
  | { readonly kind: 'began'; readonly target: RolloutTarget; readonly deployment: WatchedDeployment }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'ended'; readonly ending: Ending; readonly diagnosis: Diagnosis | undefined }
  /** It was deleted: nothing more will come. */
  | { readonly kind: 'deleted' };

/** A deployment that is under way, whoever began it. */
export type WatchedDeployment = {
  /** Milliseconds since the epoch, by AWS's clock. */
  readonly begunAt: number;
  readonly taskDefinitionArn: string;
} & (
  | { readonly engine: 'ecs'; readonly ref: DeploymentRef; readonly serviceDeploymentArn: string | undefined }
  | { readonly engine: 'codedeploy'; readonly id: string }
);

export interface WatchContext extends RolloutPorts {
  readonly clock: Clock;
  /** Gets the lines of a follow log. */
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly region: string;
  /** How many services are watched at the same time; undefined: one. */
  readonly concurrentRollouts?: (() => number) | undefined;
}
