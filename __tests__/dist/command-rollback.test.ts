import { describe, expect, it } from '@jest/globals';

import { waitUntilSteady } from '../../src/rehearsal/stage.js';
import { withBench, type Bench } from './run-bundle.js';
import { slipway, slipwayKilled } from './run-command.js';
import { addWorker, BLUE_GREEN, deployByHand, describeService, ROLLING, seed, taskDefinition } from './seed.js';

const WEB = ['--cluster=shop', '--service=web'];
const GROUP = [...WEB, '--codedeploy-application=shop', '--codedeploy-deployment-group=shop-web'];

async function primary(bench: Bench): Promise<string | undefined> {
  const { taskSets = [], taskDefinition: own } = await describeService(bench);
  const arn = taskSets.length === 0 ? own : taskSets.find(set => set.status === 'PRIMARY')?.taskDefinition;
  return arn?.slice(arn.lastIndexOf('/') + 1);
}

describe('slipway rollback', () => {
  it.concurrent('goes back to the revision that was live before, and forth again', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      await bench.ship(ROLLING);
      expect(await primary(bench)).toBe('shop-web:2');
      // A revision that never was live is none to go back to.
      await bench.write('taskdefinition.json', taskDefinition({ cpu: '512', memory: '1024' }, 'crash'));
      await bench.ship(ROLLING);
      const back = await slipway(bench, 'rollback', ...WEB);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.stdout).toContain('Going back from shop-web:2 to shop-web:1.');
      expect(back.stdout).toContain('Succeeded shop/web');
      expect(back.changes).toEqual(['UpdateService']);
      expect(await primary(bench)).toBe('shop-web:1');
      const forth = await slipway(bench, 'rollback', ...WEB);
      expect(forth.exitCode).toBe(0);
      expect(await primary(bench)).toBe('shop-web:2');
    })
  );

  it.concurrent('stops a deployment that is under way, and follows its rollback', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      await bench.write('taskdefinition.json', taskDefinition({}, 'hang'));
      await bench.ship({ ...ROLLING, 'wait-for': 'nothing' });
      const back = await slipway(bench, 'rollback', ...WEB);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.changes).toEqual(['StopServiceDeployment']);
      expect(await primary(bench)).toBe('shop-web:1');
    })
  );

  it.concurrent.each([
    ['is under way', 'hang', 'IN_PROGRESS'],
    ['has ended', undefined, 'COMPLETED']
  ])('refuses, and changes nothing, where the first deployment of a service %s', (_name, behaviour, rolloutState) =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      const containers = [
        {
          name: 'worker',
          image: 'public.ecr.aws/docker/library/busybox:1.37',
          environment: behaviour === undefined ? [] : [{ name: 'SLIPWAY_REHEARSAL', value: behaviour }]
        }
      ];
      const definition = taskDefinition({ family: 'shop-worker', containerDefinitions: containers });
      await bench.call('ecs', 'RegisterTaskDefinition', definition);
      await addWorker(bench, 'shop-worker');
      if (behaviour === undefined) await waitUntilSteady('shop', 'worker', bench.call);
      const { services } = await bench.call('ecs', 'DescribeServices', { cluster: 'shop', services: ['worker'] });
      expect(services).toMatchObject([{ deployments: [{ rolloutState }] }]);
      const said = await slipway(bench, 'rollback', '--cluster=shop', '--service=worker');

      expect(said.stderr).toMatch(
        /What was live on shop\/worker before shop-worker:1 is not known: ECS lists no .*--to=family:revision/
      );
      expect(said.exitCode).toBe(2);
      expect(said.changes).toEqual([]);
    })
  );

  it.concurrent('goes where --to says, and says what cannot be', () =>
    withBench(async bench => {
      await seed(bench, 'ECS');
      const nothing = await slipway(bench, 'rollback', ...WEB);
      expect(nothing.exitCode).toBe(2);
      expect(nothing.stderr).toMatch(/before shop-web:1 is not known.*--to=family:revision/);
      await bench.ship({ ...ROLLING, service: '', cluster: '' });
      const to = await slipway(bench, 'rollback', ...WEB, '--to=shop-web:2');
      expect(to.exitCode).toBe(0);
      expect(await primary(bench)).toBe('shop-web:2');
      const wrong = await slipway(bench, 'rollback', ...WEB, '--to=shop-web:9');
      expect(wrong.exitCode).toBe(2);
      expect(wrong.stderr).toMatch(/shop-web:9 does not exist/);
      expect(wrong.changes).toEqual([]);
    })
  );

  it.concurrent('CodeDeploy: sends the AppSpec of the revision that was live before', () =>
    withBench(async bench => {
      await seed(bench, 'CODE_DEPLOY');
      const second = await bench.ship(BLUE_GREEN);
      await bench.write('taskdefinition.json', taskDefinition({ cpu: '512', memory: '1024' }));
      const third = await bench.ship(BLUE_GREEN);
      expect([second.outputs['outcome'], third.outputs['outcome']]).toEqual(['succeeded', 'succeeded']);
      const back = await slipway(bench, 'rollback', ...GROUP);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.stdout).toContain('Going back from shop-web:3 to shop-web:2.');
      expect(back.changes).toEqual(['CreateDeployment']);
      expect(await primary(bench)).toBe('shop-web:2');
      const to = await slipway(bench, 'rollback', ...GROUP, '--to=shop-web:1');
      expect(to.exitCode).toBe(0);
      expect(await primary(bench)).toBe('shop-web:1');
    })
  );

  it.concurrent('CodeDeploy: stops an active deployment with a rollback, also when its traffic has moved', () =>
    withBench(async bench => {
      await seed(bench, 'CODE_DEPLOY', { terminationWaitMinutes: 600 });
      await bench.ship({ ...BLUE_GREEN, 'wait-for': 'live' });
      expect(await primary(bench)).toBe('shop-web:2');
      const back = await slipway(bench, 'rollback', ...GROUP);

      expect(back.stderr).toBe('');
      expect(back.exitCode).toBe(0);
      expect(back.changes).toEqual(['StopDeployment']);
      expect(await primary(bench)).toBe('shop-web:1');
    })
  );
});

/** After this `shop-web:3` is live, and before it `shop-web:2` was: the first version of a service was not deployed by CodeDeploy. */
async function deployTwice(bench: Bench, controller: 'ECS' | 'CODE_DEPLOY'): Promise<void> {
  for (const changes of [{}, { cpu: '512', memory: '1024' }]) {
    const arn = await deployByHand(bench, controller, changes);
    await waitUntil(bench, async () => arn.endsWith(`/${await primary(bench)}`) && !(await isUnderWay(bench)));
  }
  expect(await primary(bench)).toBe('shop-web:3');
}

describe('slipway rollback that is cancelled', () => {
  it.concurrent.each([
    ['ECS', 'SIGINT', WEB, 'UpdateService'],
    ['CODE_DEPLOY', 'SIGTERM', GROUP, 'CreateDeployment']
  ] as const)('leaves its own deployment to go on (%s, %s)', (controller, signal, args, operation) =>
    withBench(async bench => {
      await seed(bench, controller);
      await deployTwice(bench, controller);
      const run = await slipwayKilled(bench, { operation, signal }, 'rollback', ...args);

      expect(run.stdout).toContain('Going back from shop-web:3 to shop-web:2.');
      expect(run.stderr).toContain('Cancelled shop/web: The deployment goes on by itself (leave).');
      expect(run.exitCode).toBe(6);
      expect(run.changes).toEqual([operation]);
      await waitUntil(bench, async () => (await primary(bench)) === 'shop-web:2' && !(await isUnderWay(bench)));
    })
  );

  it.concurrent.each([
    ['ECS', 'SIGTERM', WEB, 'StopServiceDeployment', 'Asked ECS to roll back.'],
    ['CODE_DEPLOY', 'SIGINT', GROUP, 'StopDeployment', 'Asked CodeDeploy to stop and roll back.']
  ] as const)('leaves the rollback that it asked for to go on (%s, %s)', (controller, signal, args, operation, said) =>
    withBench(async bench => {
      await seed(bench, controller);
      await deployByHand(bench, controller, {}, 'hang');
      const run = await slipwayKilled(bench, { operation, signal }, 'rollback', ...args);

      expect(run.stderr).toContain(`${said} It goes on by itself; this run no longer follows it.`);
      expect(run.exitCode).toBe(6);
      expect(run.changes).toEqual([operation]);
      await waitUntil(bench, async () => (await primary(bench)) === 'shop-web:1' && !(await isUnderWay(bench)));
    })
  );

  it.concurrent.each([
    ['ECS', 'settled', WEB],
    ['ECS', 'under way', WEB],
    ['CODE_DEPLOY', 'settled', GROUP],
    ['CODE_DEPLOY', 'under way', GROUP]
  ] as const)('changes nothing where it is early enough (%s, %s)', (controller, state, args) =>
    withBench(async bench => {
      await seed(bench, controller);
      await deployTwice(bench, controller);
      if (state === 'under way') await deployByHand(bench, controller, {}, 'hang');
      const early = {
        operation: 'DescribeServices',
        signal: 'SIGINT',
        // The signal is there before the next answer.
        and: () => {
          bench.cloud.setFaults({ latencyMs: 2_000 });
          return true;
        }
      } as const;
      const run = await slipwayKilled(bench, early, 'rollback', ...args);

      expect(run.stderr).toMatch(/Cancelled/);
      expect(run.exitCode).toBe(6);
      expect(run.changes).toEqual([]);
    })
  );
});

/** Whether a deployment of the service `web` is under way. */
async function isUnderWay(bench: Bench): Promise<boolean> {
  const { deployments = [], taskSets = [] } = await describeService(bench);
  return deployments.some(({ rolloutState }) => rolloutState === 'IN_PROGRESS') || taskSets.length > 1;
}

/** Resolves when it is so; rejects when an hour of AWS's is over. */
async function waitUntil(bench: Bench, isSo: () => Promise<boolean>): Promise<void> {
  for (let seconds = 0; seconds < 3_600; seconds += 2) {
    if (await isSo()) return;
    await bench.pass(2);
  }
  throw new Error('It did not come to that.');
}
