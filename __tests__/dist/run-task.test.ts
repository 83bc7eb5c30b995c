import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import { changes, count, withSandbox, type Sandbox } from './sandbox.js';
import { countRevisions, describeService, ROLLING, seed, taskDefinition } from './seed.js';

const MIGRATE = '[{"name":"web","command":["npm","run","migrate"]}]';
const WITH_TASK = { ...ROLLING, 'run-task': 'true', 'run-task-container-overrides': MIGRATE };

interface TaskView {
  readonly taskArn: string;
  readonly lastStatus: string;
  readonly desiredStatus: string;
  readonly stoppedReason?: string;
}

async function describeTask(sandbox: Sandbox, arn: string): Promise<TaskView> {
  const { tasks } = await sandbox.call('ecs', 'DescribeTasks', { cluster: 'shop', tasks: [arn] });
  return (tasks as readonly TaskView[])[0] as TaskView;
}

/** What the revision before has: the service was not touched. */
async function expectUntouched(sandbox: Sandbox): Promise<void> {
  expect((await describeService(sandbox)).taskDefinition).toMatch(/shop-web:1$/);
}

describe('the bundle and a task before the rollout', () => {
  it('runs it where the service runs, shows what it logs, and rolls out when it has succeeded', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setScenarios({
        tasks: [
          { family: 'shop-web', behaviour: 'good', exitCode: 0, log: ['migrating', 'two tables altered'], times: 1 }
        ]
      });
      const run = await sandbox.ship(WITH_TASK);

      expect(run.errors).toBe('');
      expect(run.exitCode).toBe(0);
      expect(run.outputs['outcome']).toBe('succeeded');
      expect(JSON.parse(run.outputs['run-task-arn'] ?? '')).toEqual([
        expect.stringMatching(/:task\/shop\/[0-9a-f]{32}$/)
      ]);
      expect(changes(run.requestLog).filter(operation => operation !== 'PutImage')).toEqual([
        'RegisterTaskDefinition',
        'RunTask',
        'UpdateService'
      ]);
      expect(run.requestLog.find(entry => entry.operation === 'RunTask')?.input).toMatchObject({
        cluster: expect.stringMatching(/:cluster\/shop$/),
        taskDefinition: expect.stringMatching(/shop-web:2$/),
        launchType: 'FARGATE',
        networkConfiguration: {
          awsvpcConfiguration: {
            subnets: ['subnet-0a1b2c3d4e5f60718'],
            securityGroups: ['sg-0a1b2c3d4e5f60718'],
            assignPublicIp: 'DISABLED'
          }
        },
        overrides: { containerOverrides: [{ name: 'web', command: ['npm', 'run', 'migrate'] }] },
        startedBy: expect.stringMatching(/^slipway-/),
        clientToken: expect.stringMatching(/^slipway-[0-9a-f]{16}$/)
      });
      expect(run.log).toMatch(/web \| migrating\n.*web \| two tables altered/);
      expect(run.log).toMatch(/The task succeeded: the container web exited with code 0\./);
    }));

  it('touches no service where it fails, and says with which code and what it logged', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setScenarios({
        tasks: [{ family: 'shop-web', behaviour: 'good', exitCode: 3, log: ['migrating', 'column "sku" exists'] }]
      });
      const run = await sandbox.ship(WITH_TASK);

      expect(run.exitCode).toBe(1);
      expect(run.outputs['outcome']).toBe('failed');
      expect(run.errors).toMatch(
        /The task failed: the container web exited with code 3\. The service was not touched\./
      );
      expect(run.errors).toMatch(/column "sku" exists/);
      expect(run.summary).toMatch(/exited with code 3/);
      expect(count(run.requestLog, 'UpdateService')).toBe(0);
      await expectUntouched(sandbox);
    }));

  it('sees an image that cannot be pulled: the task is STOPPED and was never RUNNING', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const environment = '[{"name":"web","environment":[{"name":"SLIPWAY_REHEARSAL","value":"cannot-pull"}]}]';
      const run = await sandbox.ship({ ...WITH_TASK, 'run-task-container-overrides': environment });
      expect(run.exitCode).toBe(1);
      expect(run.errors).toMatch(/The task failed: it did not start: CannotPullContainerError/);
      expect(run.log).not.toMatch(/\] RUNNING/);
      await expectUntouched(sandbox);
    }));

  it.concurrent('starts nothing twice where the answer is lost', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setFaults({ resetAfter: 1, only: ['ecs:RunTask'], times: 3 });
      const run = await sandbox.ship(WITH_TASK);
      expect(run.outputs['outcome']).toBe('succeeded');
      const [arn = ''] = JSON.parse(run.outputs['run-task-arn'] ?? '[]') as readonly string[];
      const { taskArns } = await sandbox.call('ecs', 'ListTasks', {
        cluster: 'shop',
        family: 'shop-web',
        desiredStatus: 'STOPPED'
      });
      const ran = (await Promise.all((taskArns as readonly string[]).map(task => describeTask(sandbox, task)))).filter(
        task => (task as TaskView & { readonly startedBy?: string }).startedBy?.startsWith('slipway-') === true
      );
      expect(ran.map(task => task.taskArn)).toEqual([arn]);
    })
  );

  it.concurrent('stops it when the run is cancelled', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setScenarios({
        tasks: [{ family: 'shop-web', behaviour: 'good', exitCode: 0, afterSeconds: 3000 }]
      });
      const run = await sandbox.ship(WITH_TASK, { killAfter: { operation: 'RunTask', signal: 'SIGINT' } });
      expect(run.exitCode).toBe(6);
      expect(run.outputs['outcome']).toBe('cancelled');
      expect(count(run.requestLog, 'UpdateService')).toBe(0);
      const stops = run.requestLog.filter(entry => entry.operation === 'StopTask');
      expect(stops).toHaveLength(1);
      expect(run.postJournal.filter(entry => entry.operation === 'StopTask')).toEqual([]);
      await expectUntouched(sandbox);
    })
  );

  it.concurrent('stops it in the post step when the run is killed', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setScenarios({
        tasks: [{ family: 'shop-web', behaviour: 'good', exitCode: 0, afterSeconds: 3000 }]
      });
      const run = await sandbox.ship(WITH_TASK, { killAfter: { operation: 'RunTask', signal: 'SIGKILL' } });
      expect(run.postJournal.filter(entry => entry.operation === 'StopTask')).toHaveLength(1);
      expect(run.postExitCode).toBe(0);
      const { taskArns } = await sandbox.call('ecs', 'ListTasks', { cluster: 'shop', family: 'shop-web' });
      const startedBy = run.requestLog.find(entry => entry.operation === 'RunTask')?.input as {
        readonly startedBy: string;
      };
      const { taskArns: left } = await sandbox.call('ecs', 'ListTasks', {
        cluster: 'shop',
        startedBy: startedBy.startedBy
      });
      expect(left).toEqual([]);
      expect((taskArns as readonly string[]).length).toBe(2);
    })
  );

  it('needs no service', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship({ ...WITH_TASK, service: '', 'run-task-subnets': 'subnet-1, subnet-2' });
      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('registered');
      expect(run.requestLog.find(entry => entry.operation === 'RunTask')?.input).toMatchObject({
        cluster: 'shop',
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'] } }
      });
    }));

  it.each([
    [
      'an unknown container',
      { 'run-task-container-overrides': '[{"name":"wbe"}]' },
      /There is no container "wbe".*Did you mean "web"\?/
    ],
    ['a launch type that the task definition is not for', { 'run-task-launch-type': 'EC2' }, /is for FARGATE only/],
    [
      'a misspelt member',
      { 'run-task-container-overrides': '[{"name":"web","comand":["x"]}]' },
      /Did you mean command\?/
    ]
  ])('finds %s before it changes anything', (_name, inputs, expected) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship({ ...WITH_TASK, ...inputs });
      expect(run.exitCode).toBe(2);
      expect(run.errors).toMatch(expected);
      expect(changes(run.requestLog)).toEqual([]);
      expect(await countRevisions(sandbox)).toBe(1);
    })
  );

  it('is a task of the blue/green service too, with the network of its task set', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      await sandbox.write('taskdefinition.json', taskDefinition());
      const run = await sandbox.ship({
        ...WITH_TASK,
        appspec: 'appspec.yml',
        'codedeploy-application': 'shop',
        'codedeploy-deployment-group': 'shop-web',
        'wait-for': 'live'
      });
      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('succeeded');
      expect(changes(run.requestLog).filter(operation => operation !== 'PutImage')).toEqual([
        'RegisterTaskDefinition',
        'RunTask',
        'CreateDeployment'
      ]);
    }));
});
