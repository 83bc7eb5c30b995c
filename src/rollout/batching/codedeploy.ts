import { isCredentialsError, isTransient } from '../../aws/errors.js';
import type { DeploymentInfo } from '../../aws/types.js';
import type { Clock } from '../../ports.js';
import { createBatch, batchWindow } from './batcher.js';
import type { CodeDeployPort } from '../ports.js';
import { BATCH_WINDOW_MS } from './ecs.js';
import { overridePort } from '../../memoize.js';

/** A CodeDeploy port behind which several rollouts look together. */
interface SharedDeployments {
  readonly codedeploy: CodeDeployPort;
  /** One more follows from now on; call what it gives when it has ended. */
  enter(): () => void;
  /** How many follow. */
  readonly concurrentRollouts: () => number;
}

/** So many deployments one request takes (BatchGetDeployments). */
const MAX = 25;

/**
 * Lets those who follow CodeDeploy's deployments at the same time look together: one BatchGetDeployments for 25. Where that is not
 * permitted, or fails for another reason that will not pass, each is asked for by itself (GetDeployment).
 */
export function batchCodeDeployReads(
  codedeploy: CodeDeployPort,
  clock: Clock,
  signal?: AbortSignal
): SharedDeployments {
  let following = 0;
  let apart = false;
  const getEach = (ids: readonly string[]): Promise<readonly DeploymentInfo[]> =>
    Promise.all(ids.map(id => codedeploy.getDeployment(id)));
  const send = async (ids: readonly string[]): Promise<readonly DeploymentInfo[]> => {
    if (apart || ids.length === 1) return getEach(ids);
    try {
      return await codedeploy.batchGetDeployments(ids);
    } catch (error) {
      if (isTransient(error) || isCredentialsError(error)) throw error;
      apart = true;
      return getEach(ids);
    }
  };
  const getDeployments = createBatch<readonly DeploymentInfo[]>({
    max: MAX,
    clock,
    wanted: () => Math.min(MAX, following),
    patience: batchWindow(BATCH_WINDOW_MS, signal),
    send,
    pick: (answer, asked) => answer.filter(({ deploymentId = '' }) => asked.includes(deploymentId))
  });
  const together: Partial<CodeDeployPort> = {
    // One that the answer leaves out has a reason of its own.
    getDeployment: async id => (await getDeployments([id]))[0] ?? codedeploy.getDeployment(id)
  };
  return {
    codedeploy: overridePort(codedeploy, together),
    concurrentRollouts: () => following,
    enter: () => {
      following += 1;
      return () => {
        following -= 1;
      };
    }
  };
}
