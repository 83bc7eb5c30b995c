import type { ImagePorts } from './image/ports.js';
import type { Processes } from './ports.js';
import type { GatePorts } from './rollout/gate/ports.js';
import type { RolloutPorts } from './rollout/ports.js';
import type { Undoing } from './rollout/result.js';
import type { TargetGroupsPort } from './advice/ports.js';

/** All that a run touches of the world. */
export interface RunContext extends ImagePorts, RolloutPorts {
  /** Fires when the run is cancelled; its reason is an error that says by what. */
  readonly signal: AbortSignal;
  /** What a gate runs and looks at. */
  readonly gates: GatePorts;
  /** What advice looks up; undefined: nothing is known of target groups. */
  readonly targetGroups?: TargetGroupsPort | undefined;
  /** What is taken back with after a cancellation. undefined: all of the above, which no cancellation ends then. */
  readonly undoing?: (Undoing & { readonly processes: Processes }) | undefined;
}
