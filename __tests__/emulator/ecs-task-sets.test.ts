import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findService, findTaskDefinition } from '../../src/emulator/ecs/state.js';
import type { ServiceRecord, TaskDefinitionRecord } from '../../src/emulator/ecs/state.js';
import {
  createTaskSet,
  deleteTaskSet,
  findTaskSet,
  isSteady,
  primaryTaskSet,
  setPrimaryTaskSet
} from '../../src/emulator/ecs/task-sets.js';
import {
  LOAD_BALANCER,
  describeService,
  items,
  member,
  openService,
  openStage,
  taskDefinition
} from './core-support.js';
import type { Stage } from './core-support.js';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await openService(stage, { deploymentController: { type: 'CODE_DEPLOY' }, deploymentConfiguration: {} });
});
afterEach(() => stage.close());

function service(): ServiceRecord {
  return findService(stage.cloud.region('eu-west-1'), 'shop', 'api');
}

async function register(behaviour?: string): Promise<TaskDefinitionRecord> {
  await stage.ecs('RegisterTaskDefinition', taskDefinition(behaviour));
  return findTaskDefinition(stage.cloud.region('eu-west-1'), 'api');
}

describe('task sets, as CodeDeploy uses them', () => {
  it('go from green to PRIMARY while blue drains', async () => {
    const definition = await register();
    const loadBalancers = [{ ...LOAD_BALANCER, targetGroupArn: 'arn:green' }];
    const blue = primaryTaskSet(service());
    const green = createTaskSet(service(), {
      taskDefinition: definition,
      loadBalancers,
      startedBy: 'CODE_DEPLOY',
      externalId: 'd-1'
    });
    expect(isSteady(service(), green)).toBe(false);
    stage.pass(60);
    expect(isSteady(service(), green)).toBe(true);
    expect(await describeService(stage)).toMatchObject({
      runningCount: 4,
      taskSets: [
        {
          id: green.id,
          status: 'ACTIVE',
          startedBy: 'CODE_DEPLOY',
          externalId: 'd-1',
          computedDesiredCount: 2,
          loadBalancers
        },
        { id: blue?.id, status: 'PRIMARY' }
      ]
    });
    setPrimaryTaskSet(service(), green);
    expect(findTaskSet(service(), blue?.arn ?? '').status).toBe('ACTIVE');
    if (blue !== undefined) deleteTaskSet(service(), blue);
    stage.pass(30);
    const after = await describeService(stage);
    expect(items(member(after, 'taskSets'))).toMatchObject([
      { id: green.id, status: 'PRIMARY', stabilityStatus: 'STEADY_STATE' }
    ]);
    expect(after).toMatchObject({ taskDefinition: definition.arn, loadBalancers, runningCount: 2 });
  });

  it('count the tasks that fail', async () => {
    const green = createTaskSet(service(), { taskDefinition: await register('crash') });
    stage.pass(120);
    expect(green.failedTasks).toBeGreaterThanOrEqual(3);
    expect(isSteady(service(), green)).toBe(false);
  });

  it('cannot be deleted while PRIMARY, nor found where there is none', () => {
    const blue = primaryTaskSet(service());
    if (blue === undefined) throw new Error('no PRIMARY task set');
    expect(() => deleteTaskSet(service(), blue)).toThrow('it is the primary task set');
    expect(() => findTaskSet(service(), 'ecs-svc/1')).toThrow('could not be found');
  });
});
