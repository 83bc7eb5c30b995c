import type { EcrPort } from '../image/ports.js';
import type { Clock } from '../ports.js';
import type { CodeDeployPort, EcsPort } from '../rollout/ports.js';

/** What is asked of AWS to describe a service that is there. Nothing is changed. */
export interface InitPorts {
  readonly ecs: EcsPort;
  readonly codedeploy: CodeDeployPort;
  readonly ecr: Pick<EcrPort, 'describeRepository'>;
  /** ListClusters: ARNs. */
  readonly listClusters: () => Promise<readonly string[]>;
  readonly clock: Clock;
}
