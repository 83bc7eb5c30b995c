import { describe, expect, it } from '@jest/globals';

import type { ServiceDeployment } from '../../../src/aws/types.js';
import { answerPause } from '../../../src/rollout/ecs/pauses.js';
import { readPause } from '../../../src/rollout/ecs/status.js';
import { awsError, fakeClock, fakePorts, START } from '../fakes.js';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012:service-deployment/shop/web/abc';

/** A deployment whose hook waits before a step of the shift. One hook pauses before every step, with the same id. */
function waiting(step: number, status: ServiceDeployment['status'] = 'IN_PROGRESS'): ServiceDeployment {
  return {
    serviceDeploymentArn: ARN,
    status,
    lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT',
    lifecycleHookDetails: [
      { hookId: 'hook-1', targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: new Date(START + step * 600_000) }
    ]
  };
}

function answer(looks: readonly ServiceDeployment[], sends: readonly (Error | undefined)[] = []) {
  const [left, errors] = [[...looks], [...sends]];
  const ports = fakePorts({
    ecs: {
      describeServiceDeployments: async () => [(left.length > 1 ? left.shift() : left[0]) ?? waiting(1)],
      continueServiceDeployment: async () => {
        const error = errors.shift();
        if (error !== undefined) throw error;
      }
    }
  });
  const pause = readPause(waiting(1));
  if (pause === undefined) throw new Error('It does not wait.');
  const answered = answerPause({ arn: ARN, pause, action: 'CONTINUE' }, ports.ecs, fakeClock());
  return { answered, sent: () => ports.of('continueServiceDeployment') };
}

const lost = (): Error => Object.assign(awsError('TimeoutError', 'socket hang up'), { code: 'ECONNRESET' });

describe('the answer to a pause', () => {
  it('is sent to the pause that waits', async () => {
    const { answered, sent } = answer([waiting(1)]);
    expect(await answered).toBe(true);
    expect(sent()).toEqual([[ARN, 'hook-1', 'CONTINUE']]);
  });

  it.each<[string, ServiceDeployment]>([
    ['the same hook waits before the next step', waiting(2)],
    ['the deployment goes back', waiting(1, 'ROLLBACK_IN_PROGRESS')],
    ['the deployment has ended', waiting(1, 'SUCCESSFUL')],
    ['nothing waits', { ...waiting(1), lifecycleHookDetails: [] }]
  ])('is not sent where %s by now', async (_name, deployment) => {
    const { answered, sent } = answer([deployment]);
    expect(await answered).toBe(false);
    expect(sent()).toEqual([]);
  });

  it('is not sent to the next pause where the first answer was lost', async () => {
    const { answered, sent } = answer([waiting(1), waiting(2)], [lost()]);
    expect(await answered).toBe(true);
    expect(sent()).toHaveLength(1);
  });

  it('is sent again where the first did not arrive', async () => {
    const { answered, sent } = answer([waiting(1)], [lost()]);
    expect(await answered).toBe(true);
    expect(sent()).toHaveLength(2);
  });

  it('is nothing to be told where somebody was faster, and an error where it is not permitted', async () => {
    const refused = awsError('InvalidParameterException', 'The lifecycle hook is not awaiting an action.');
    const faster = answer([waiting(1), waiting(2)], [refused]);
    expect(await faster.answered).toBe(false);
    const denied = answer(
      [waiting(1)],
      [awsError('AccessDeniedException', 'not authorized to perform: ecs:ContinueServiceDeployment')]
    );
    await expect(denied.answered).rejects.toThrow(/ContinueServiceDeployment/);
  });
});
