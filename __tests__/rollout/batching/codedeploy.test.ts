import { describe, expect, it } from '@jest/globals';

import type { CodeDeployPort } from '../../../src/rollout/ports.js';
import { batchCodeDeployReads } from '../../../src/rollout/batching/codedeploy.js';
import { awsError, fakeClock, fakePorts } from '../fakes.js';

const IDS = Array.from({ length: 30 }, (_, index) => `d-${index + 1}`);

function setUp(codedeploy: Partial<CodeDeployPort> = {}, count = IDS.length) {
  const ports = fakePorts({
    codedeploy: {
      getDeployment: async deploymentId => ({ deploymentId, description: 'alone' }),
      batchGetDeployments: async ids => ids.map(deploymentId => ({ deploymentId, description: 'together' })),
      ...codedeploy
    }
  });
  const shared = batchCodeDeployReads(ports.codedeploy, fakeClock());
  const leave = IDS.slice(0, count).map(() => shared.enter());
  const askAll = (ids: readonly string[] = IDS.slice(0, count)) =>
    Promise.all(ids.map(id => shared.codedeploy.getDeployment(id)));
  const sizes = () => ports.of('batchGetDeployments').map(([ids]) => (ids as readonly string[]).length);
  return { ports, shared, leave, askAll, sizes };
}

describe('deployments of CodeDeploy that are followed at the same time', () => {
  it('are asked for together, 25 in a request, each with its own answer', async () => {
    const { askAll, sizes, ports } = setUp();
    const answers = await askAll();
    expect(answers.map(({ deploymentId }) => deploymentId)).toEqual(IDS);
    expect(sizes()).toEqual([25, 5]);
    expect(ports.of('getDeployment')).toEqual([]);
  });

  it('counts who follows', () => {
    const { shared, leave } = setUp({}, 3);
    expect(shared.concurrentRollouts()).toBe(3);
    leave[0]?.();
    expect(shared.concurrentRollouts()).toBe(2);
  });

  it('is asked for by itself where it is the only one', async () => {
    const { askAll, sizes, ports } = setUp({}, 1);
    expect(await askAll()).toEqual([{ deploymentId: 'd-1', description: 'alone' }]);
    expect([sizes(), ports.of('getDeployment')]).toEqual([[], [['d-1']]]);
  });

  it('are asked for one by one from then on where the role may not ask for them together', async () => {
    const batchGetDeployments = async () => {
      throw awsError('AccessDeniedException', 'not authorized to perform: codedeploy:BatchGetDeployments');
    };
    const { askAll, sizes, ports } = setUp({ batchGetDeployments }, 3);
    expect((await askAll()).map(({ description }) => description)).toEqual(['alone', 'alone', 'alone']);
    await askAll();
    expect(sizes()).toEqual([3]);
    expect(ports.of('getDeployment')).toHaveLength(6);
  });

  it.each(['ThrottlingException', 'ExpiredTokenException'])('tells all of them of %s', async name => {
    const batchGetDeployments = async () => {
      throw awsError(name);
    };
    const { askAll, ports } = setUp({ batchGetDeployments }, 3);
    await expect(askAll()).rejects.toThrow(name);
    expect(ports.of('getDeployment')).toEqual([]);
  });

  it('asks again for one that the answer leaves out: it has a reason of its own', async () => {
    const { askAll } = setUp(
      {
        batchGetDeployments: async () => [{ deploymentId: 'd-1' }],
        getDeployment: async id => {
          throw awsError('DeploymentDoesNotExistException', `There is no ${id}`);
        }
      },
      2
    );
    await expect(askAll()).rejects.toThrow('There is no d-2');
  });
});
