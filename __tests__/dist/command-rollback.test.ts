import { describe, expect, it } from '@jest/globals';

import { waitUntilSteady } from '../../src/emulator/seed/service.js';
import { withSandbox, type Sandbox } from './sandbox.js';
import { slipway, slipwayKilled } from './run-command.js';
import { addWorker, BLUE_GREEN, deployByHand, describeService, ROLLING, seed, taskDefinition } from './seed.js';

const WEB = ['--cluster=shop', '--service=web'];
const GROUP = [...WEB, '--codedeploy-application=shop', '--codedeploy-deployment-group=shop-web'];

async function primary(sandbox: Sandbox): Promise<string | undefined> {
  const { taskSets = [], taskDefinition: own } = await describeService(sandbox);
  const arn = taskSets.length === 0 ? own : taskSets.find(set => set.status === 'PRIMARY')?.taskDefinition;
  return arn?.slice(arn.lastIndexOf('/') + 1);
}

describe('slipway rollback', () => {
  it.concurrent('goes back to the revision that was live before, and forth again', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.ship(ROLLING);
      expect(await primary(sandbox)).toBe('shop-web:2');
      // A revision that never was live is none to go back to.
      await sandbox.write('taskdefinition.json', taskDefinition({ cpu: '512', memory: '1024' }, 'crash'));
      await sandbox.ship(ROLLING);
      const back = await slipway(sandbox, 'rollback', ...WEB);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.stdout).toContain('Going back from shop-web:2 to shop-web:1.');
      expect(back.stdout).toContain('Succeeded shop/web');
      expect(back.changes).toEqual(['UpdateService']);
      expect(await primary(sandbox)).toBe('shop-web:1');
      const forth = await slipway(sandbox, 'rollback', ...WEB);
      expect(forth.exitCode).toBe(0);
      expect(await primary(sandbox)).toBe('shop-web:2');
    })
  );

  it.concurrent('refuses to go back to a revision whose image is gone, and changes nothing', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      for (const tag of ['v1', 'v2']) expect((await sandbox.ship({ ...ROLLING, tags: tag })).exitCode).toBe(0);
      const gone = { repositoryName: 'shop/web', imageIds: [{ imageTag: 'v1' }] };
      await sandbox.call('ecr', 'BatchDeleteImage', gone);
      for (const to of [[], ['--to=shop-web:2']]) {
        const back = await slipway(sandbox, 'rollback', ...WEB, ...to);
        expect(back.stderr).toMatch(/shop-web:2 cannot be pulled any more: ECR has no \S+\/shop\/web:v1/);
        expect(back.exitCode).toBe(2);
        expect(back.changes).toEqual([]);
      }
      const further = await slipway(sandbox, 'rollback', ...WEB, '--to=shop-web:1');
      expect(further.exitCode).toBe(0);
    })
  );

  it.concurrent('stops a deployment that is under way, and follows its rollback', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      await sandbox.ship({ ...ROLLING, 'wait-for': 'nothing' });
      const back = await slipway(sandbox, 'rollback', ...WEB);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.changes).toEqual(['StopServiceDeployment']);
      expect(await primary(sandbox)).toBe('shop-web:1');
    })
  );

  it.concurrent.each([
    ['is under way', 'hang', 'IN_PROGRESS'],
    ['has ended', undefined, 'COMPLETED']
  ])('refuses, and changes nothing, where the first deployment of a service %s', (_name, behaviour, rolloutState) =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const containers = [
        {
          name: 'worker',
          image: 'public.ecr.aws/docker/library/busybox:1.37',
          environment: behaviour === undefined ? [] : [{ name: 'SLIPWAY_REHEARSAL', value: behaviour }]
        }
      ];
      const definition = taskDefinition({ family: 'shop-worker', containerDefinitions: containers });
      await sandbox.call('ecs', 'RegisterTaskDefinition', definition);
      await addWorker(sandbox, 'shop-worker');
      if (behaviour === undefined) await waitUntilSteady('shop', 'worker', sandbox.call);
      const { services } = await sandbox.call('ecs', 'DescribeServices', { cluster: 'shop', services: ['worker'] });
      expect(services).toMatchObject([{ deployments: [{ rolloutState }] }]);
      const said = await slipway(sandbox, 'rollback', '--cluster=shop', '--service=worker');

      expect(said.stderr).toMatch(
        /What was live on shop\/worker before shop-worker:1 is not known: ECS lists no .*--to=family:revision/
      );
      expect(said.exitCode).toBe(2);
      expect(said.changes).toEqual([]);
    })
  );

  it.concurrent('goes where --to says, and says what cannot be', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const nothing = await slipway(sandbox, 'rollback', ...WEB);
      expect(nothing.exitCode).toBe(2);
      expect(nothing.stderr).toMatch(/before shop-web:1 is not known.*--to=family:revision/);
      await sandbox.ship({ ...ROLLING, service: '', cluster: '' });
      const to = await slipway(sandbox, 'rollback', ...WEB, '--to=shop-web:2');
      expect(to.exitCode).toBe(0);
      expect(await primary(sandbox)).toBe('shop-web:2');
      const wrong = await slipway(sandbox, 'rollback', ...WEB, '--to=shop-web:9');
      expect(wrong.exitCode).toBe(2);
      expect(wrong.stderr).toMatch(/shop-web:9 does not exist/);
      expect(wrong.changes).toEqual([]);
      // AWS would take the newest revision of a family.
      for (const name of ['shop-web', 'shop-web:', 'shop-web:x', 'shop-web:0', ':2']) {
        const refused = await slipway(sandbox, 'rollback', ...WEB, `--to=${name}`);
        expect(refused.exitCode).toBe(2);
        expect(refused.stderr).toContain(
          `expected a revision as family:revision such as shop-web:41, or its ARN, got "${name}"`
        );
        expect(refused.changes).toEqual([]);
      }
    })
  );

  it.concurrent('CodeDeploy: sends the AppSpec of the revision that was live before', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const second = await sandbox.ship(BLUE_GREEN);
      await sandbox.write('taskdefinition.json', taskDefinition({ cpu: '512', memory: '1024' }));
      const third = await sandbox.ship(BLUE_GREEN);
      expect([second.outputs['outcome'], third.outputs['outcome']]).toEqual(['succeeded', 'succeeded']);
      const back = await slipway(sandbox, 'rollback', ...GROUP);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.stdout).toContain('Going back from shop-web:3 to shop-web:2.');
      expect(back.changes).toEqual(['CreateDeployment']);
      expect(await primary(sandbox)).toBe('shop-web:2');
      const to = await slipway(sandbox, 'rollback', ...GROUP, '--to=shop-web:1');
      expect(to.exitCode).toBe(0);
      expect(await primary(sandbox)).toBe('shop-web:1');
    })
  );

  it.concurrent('CodeDeploy: stops an active deployment with a rollback, also when its traffic has moved', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      await sandbox.ship({ ...BLUE_GREEN, 'wait-for': 'live' });
      expect(await primary(sandbox)).toBe('shop-web:2');
      const back = await slipway(sandbox, 'rollback', ...GROUP);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.changes).toEqual(['StopDeployment']);
      expect(await primary(sandbox)).toBe('shop-web:1');
    })
  );
});

/** After this `shop-web:3` is live, and before it `shop-web:2` was: the first version of a service was not deployed by CodeDeploy. */
async function deployTwice(sandbox: Sandbox, controller: 'ECS' | 'CODE_DEPLOY'): Promise<void> {
  for (const changes of [{}, { cpu: '512', memory: '1024' }]) {
    const arn = await deployByHand(sandbox, controller, changes);
    await waitUntil(sandbox, async () => arn.endsWith(`/${await primary(sandbox)}`) && !(await isUnderWay(sandbox)));
  }
  expect(await primary(sandbox)).toBe('shop-web:3');
}

describe('slipway rollback that is cancelled', () => {
  it.concurrent.each([
    ['ECS', 'SIGINT', WEB, 'UpdateService'],
    ['CODE_DEPLOY', 'SIGTERM', GROUP, 'CreateDeployment']
  ] as const)('leaves its own deployment to go on (%s, %s)', (controller, signal, args, operation) =>
    withSandbox(async sandbox => {
      await seed(sandbox, controller);
      await deployTwice(sandbox, controller);
      const run = await slipwayKilled(sandbox, { operation, signal }, 'rollback', ...args);

      expect(run.stdout).toContain('Going back from shop-web:3 to shop-web:2.');
      expect(run.stderr).toContain('Cancelled shop/web: The deployment was left running (leave).');
      expect(run.exitCode).toBe(6);
      expect(run.changes).toEqual([operation]);
      await waitUntil(sandbox, async () => (await primary(sandbox)) === 'shop-web:2' && !(await isUnderWay(sandbox)));
    })
  );

  it.concurrent.each([
    ['ECS', 'SIGTERM', WEB, 'StopServiceDeployment', 'Asked ECS to roll back.'],
    ['CODE_DEPLOY', 'SIGINT', GROUP, 'StopDeployment', 'Asked CodeDeploy to stop and roll back.']
  ] as const)('leaves the rollback that it asked for to go on (%s, %s)', (controller, signal, args, operation, said) =>
    withSandbox(async sandbox => {
      await seed(sandbox, controller);
      await deployByHand(sandbox, controller, {}, 'hang');
      const run = await slipwayKilled(sandbox, { operation, signal }, 'rollback', ...args);

      expect(run.stderr).toContain(`${said} It continues; this run no longer follows it.`);
      expect(run.exitCode).toBe(6);
      expect(run.changes).toEqual([operation]);
      await waitUntil(sandbox, async () => (await primary(sandbox)) === 'shop-web:1' && !(await isUnderWay(sandbox)));
    })
  );

  it.concurrent.each([
    ['ECS', 'settled', WEB],
    ['ECS', 'under way', WEB],
    ['CODE_DEPLOY', 'settled', GROUP],
    ['CODE_DEPLOY', 'under way', GROUP]
  ] as const)('changes nothing where it is early enough (%s, %s)', (controller, state, args) =>
    withSandbox(async sandbox => {
      await seed(sandbox, controller);
      await deployTwice(sandbox, controller);
      if (state === 'under way') await deployByHand(sandbox, controller, {}, 'hang');
      const early = {
        operation: 'DescribeServices',
        signal: 'SIGINT',
        // The signal is there before the next answer.
        and: () => {
          sandbox.cloud.setFaults({ latencyMs: 2_000 });
          return true;
        }
      } as const;
      const run = await slipwayKilled(sandbox, early, 'rollback', ...args);

      expect(run.stderr).toMatch(/Cancelled/);
      expect(run.exitCode).toBe(6);
      expect(run.changes).toEqual([]);
    })
  );
});

/** Whether a deployment of the service `web` is under way. */
async function isUnderWay(sandbox: Sandbox): Promise<boolean> {
  const { deployments = [], taskSets = [] } = await describeService(sandbox);
  return deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS') || taskSets.length > 1;
}

/** Resolves when it is so; rejects when an hour of AWS's is over. */
async function waitUntil(sandbox: Sandbox, isSo: () => Promise<boolean>): Promise<void> {
  for (let seconds = 0; seconds < 3_600; seconds += 2) {
    if (await isSo()) return;
    await sandbox.pass(2);
  }
  throw new Error('It did not come to that.');
}
