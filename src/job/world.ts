import type { ImagePorts } from '../image/ports.js';
import type { RolloutPorts } from '../rollout/ports.js';

/** All that a run touches of the world. */
export interface World extends ImagePorts, RolloutPorts {
  /** Fires when the run is cancelled; its reason is an error that says by what. */
  readonly signal: AbortSignal;
}
