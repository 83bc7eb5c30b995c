import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import { changes, count, REGION, withSandbox, type Sandbox } from './sandbox.js';
import { countRevisions, openStage, seed, taskDefinition } from './seed.js';

const INPUTS = { repository: 'shop/web', cluster: 'shop', 'task-definition': 'taskdefinition.json' };

/** Further services without a load balancer beside the one that `seed` makes. */
async function addServices(
  sandbox: Sandbox,
  names: readonly string[],
  controller: 'ECS' | 'CODE_DEPLOY' = 'ECS'
): Promise<void> {
  for (const service of names) {
    const containers = [
      {
        name: 'web',
        image: 'public.ecr.aws/docker/library/httpd:2.4',
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }]
      }
    ];
    await openStage(sandbox, {
      cluster: 'shop',
      service,
      controller,
      desiredCount: 1,
      taskDefinition: taskDefinition({ family: `shop-${service}`, containerDefinitions: containers }),
      target: controller === 'ECS' ? undefined : { containerName: 'web', containerPort: 8080 },
      network: { subnets: ['subnet-0a1b2c3d4e5f60718'], securityGroups: ['sg-0a1b2c3d4e5f60718'] },
      repositories: [],
      codedeploy:
        controller === 'ECS' ? undefined : { application: 'AppECS-shop', deploymentGroup: `DgpECS-${service}` },
      terminationWaitMinutes: 0,
      account: '123456789012',
      region: REGION
    });
  }
}

interface ServiceView {
  readonly serviceName: string;
  readonly taskDefinition: string;
  readonly taskSets?: readonly { readonly taskDefinition: string }[];
}

async function listRevisions(sandbox: Sandbox, names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const { services } = await sandbox.call('ecs', 'DescribeServices', { cluster: 'shop', services: names });
  return Object.fromEntries(
    (services as readonly ServiceView[]).map(({ serviceName, taskDefinition: own, taskSets }) => [
      serviceName,
      (taskSets?.[0]?.taskDefinition ?? own).replace(/^.*\//, '')
    ])
  );
}

describe('the bundle and several services', () => {
  it('registers what they share once, follows each to its end and tells all in a table', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker', 'cron']);
      const run = await sandbox.ship({
        ...INPUTS,
        services: '[{ service: web }, { service: worker }, { service: cron }]'
      });

      expect(run.errors).toBe('');
      expect(run.exitCode).toBe(0);
      expect(run.outputs['outcome']).toBe('succeeded');
      expect(run.outputs['task-definition-arn']).toMatch(/shop-web:2$/);
      expect(count(run.requestLog, 'RegisterTaskDefinition')).toBe(1);
      expect(count(run.requestLog, 'UpdateService')).toBe(3);
      expect(await listRevisions(sandbox, ['web', 'worker', 'cron'])).toEqual({
        web: 'shop-web:2',
        worker: 'shop-web:2',
        cron: 'shop-web:2'
      });
      expect(run.log).toMatch(/^Service +Outcome +Revision +Time +Reason$/m);
      for (const name of ['web', 'worker', 'cron']) {
        expect(run.log).toMatch(new RegExp(`^shop/${name} +Succeeded +shop-${name}:1 → shop-web:2 +\\S`, 'm'));
        expect(run.log).toMatch(new RegExp(`^${name} +\\[ *\\d+ s\\]`, 'm'));
      }
      expect(run.log).toMatch(/^Succeeded: 3 of 3 services ended well\.$/m);
      expect(run.summary).toMatch(/\| shop\/worker \| ✅.Succeeded \|/);
      const folder = run.outputs['artifacts-directory'] ?? '';
      expect(folder).toMatch(/slipway-artifacts$/);
      expect(await sandbox.read('slipway-artifacts/worker/taskdefinition.json')).toBe(
        await sandbox.read('slipway-artifacts/web/taskdefinition.json')
      );
    }));

  it('has a verdict for each, and ends as the worst of them', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker']);
      await sandbox.write('worker.json', taskDefinition({ family: 'shop-worker' }, 'crash'));
      const services = '- { service: web }\n- { service: worker, task-definition: worker.json, fail-after: 1 }\n';
      const run = await sandbox.ship({ ...INPUTS, services });

      expect(run.exitCode).toBe(3);
      expect(run.outputs['outcome']).toBe('rolled-back');
      expect(count(run.requestLog, 'RegisterTaskDefinition')).toBe(2);
      expect(run.log).toMatch(/^shop\/web +Succeeded /m);
      expect(run.log).toMatch(/^shop\/worker +Rolled back /m);
      expect(run.errors).toMatch(/Rolled back shop\/worker: .*exit code 1/);
      expect(run.errors).not.toMatch(/shop\/web/);
      expect(run.summary).toMatch(
        /## ❌ Rolled back: 1 of 2 services ended well[\s\S]*### ❌ Rolled back: shop\/worker/
      );
      expect(await listRevisions(sandbox, ['web', 'worker'])).toEqual({ web: 'shop-web:2', worker: 'shop-worker:1' });
    }));

  it('deploys by both engines in one run', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['api'], 'CODE_DEPLOY');
      const services =
        '- { service: web }\n- { service: api, codedeploy-application: AppECS-shop, codedeploy-deployment-group: DgpECS-api }\n';
      const run = await sandbox.ship({ ...INPUTS, services });
      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('succeeded');
      expect(
        changes(run.requestLog)
          .filter(operation => operation !== 'PutImage')
          .sort()
      ).toEqual(['CreateDeployment', 'RegisterTaskDefinition', 'UpdateService']);
      expect(await listRevisions(sandbox, ['web', 'api'])).toEqual({ web: 'shop-web:2', api: 'shop-web:2' });
    }));

  it('looks at many with one look, ten at a time', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const names = Array.from({ length: 23 }, (_item, index) => `s${index}`);
      await addServices(sandbox, names);
      const run = await sandbox.ship({ ...INPUTS, services: JSON.stringify(names.map(service => ({ service }))) });

      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('succeeded');
      const looks = run.requestLog
        .filter(entry => entry.operation === 'DescribeServices')
        .map(entry => (entry.input as { readonly services: readonly string[] }).services.length);
      expect(Math.max(...looks)).toBe(10);
      expect(looks.slice(0, 3).sort()).toEqual([10, 10, 3]);
      expect(looks.reduce((sum, length) => sum + length, 0) / looks.length).toBeGreaterThan(5);
      expect(count(run.requestLog, 'RegisterTaskDefinition')).toBe(1);
      expect(count(run.requestLog, 'DescribeClusters')).toBe(1);
    }));

  it('deploys no more at a time than max-parallel says', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker']);
      const run = await sandbox.ship({
        ...INPUTS,
        services: '[{ service: web }, { service: worker }]',
        'max-parallel': '1'
      });
      expect(run.outputs['outcome']).toBe('succeeded');
      const updates = run.requestLog
        .filter(entry => entry.operation === 'UpdateService')
        .map(entry => Date.parse(entry.time));
      expect((updates[1] ?? 0) - (updates[0] ?? 0)).toBeGreaterThan(20_000);
    }));

  it.concurrent('takes each back when the run is cancelled', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker']);
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'hang'));
      const run = await sandbox.ship(
        { ...INPUTS, services: '[{ service: web }, { service: worker }]' },
        { killAfter: { operation: 'DescribeServiceDeployments', signal: 'SIGINT' } }
      );
      expect(run.exitCode).toBe(6);
      expect(run.outputs['outcome']).toBe('cancelled');
      const stopResult = run.requestLog.filter(
        entry => entry.operation === 'StopServiceDeployment' || entry.operation === 'UpdateService'
      );
      expect(stopResult.filter(entry => entry.status === 200)).toHaveLength(4);
      expect(run.postJournal).toEqual([]);
    })
  );

  it('tells everything that is wrong with them at once, and changes nothing', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const services = '- { service: wep }\n- { service: woker }\n- { service: web }\n';
      const run = await sandbox.ship({ ...INPUTS, services });
      expect(run.exitCode).toBe(2);
      expect(run.errors).toMatch(/There is no service wep in the cluster shop\. Did you mean web\?/);
      expect(run.errors).toMatch(/There is no service woker in the cluster shop\./);
      expect(changes(run.requestLog)).toEqual([]);
      expect(await countRevisions(sandbox)).toBe(1);
    }));

  it('gives an image to the services that have its container', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['proxy']);
      const containers = [{ name: 'proxy', image: 'public.ecr.aws/nginx/nginx:1.29', essential: true }];
      await sandbox.write('proxy.json', taskDefinition({ family: 'shop-proxy', containerDefinitions: containers }));
      const { repository, ...rest } = INPUTS;
      const run = await sandbox.ship({
        ...rest,
        images: `- { container: web, repository: ${repository} }\n`,
        services: '- { service: web }\n- { service: proxy, task-definition: proxy.json }\n'
      });
      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('succeeded');
      expect(await sandbox.read('slipway-artifacts/web/imagedefinitions.json')).toMatch(/"name": "web"/);
      await expect(sandbox.read('slipway-artifacts/proxy/imagedefinitions.json')).rejects.toThrow(/ENOENT/);
      const { taskDefinition: proxy } = await sandbox.call('ecs', 'DescribeTaskDefinition', {
        taskDefinition: 'shop-proxy'
      });
      expect(proxy).toMatchObject({ containerDefinitions: [{ image: 'public.ecr.aws/nginx/nginx:1.29' }] });

      const wrong = await sandbox.ship({
        ...rest,
        images: `- { container: wbe, repository: ${repository} }\n`,
        services: '- { service: web }\n- { service: proxy, task-definition: proxy.json }\n'
      });
      expect(wrong.exitCode).toBe(2);
    }));

  it('gives each service those of several images that are for it', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker', 'proxy']);
      const container = (name: string) => ({ name, image: `<${name}>`, essential: true });
      const write = (file: string, family: string, names: readonly string[]): Promise<void> =>
        sandbox.write(file, taskDefinition({ family, containerDefinitions: names.map(container) }));
      await write('worker.json', 'shop-worker', ['log', 'web']);
      await write('proxy.json', 'shop-proxy', ['log']);
      const run = await sandbox.ship({
        cluster: 'shop',
        'task-definition': 'taskdefinition.json',
        images: [
          '- { container: web, repository: shop/web, tags: one }',
          '- { container: log, repository: shop/web, tags: two }'
        ].join('\n'),
        services: [
          '- { service: proxy, task-definition: proxy.json }',
          '- { service: web }',
          '- { service: worker, task-definition: worker.json }'
        ].join('\n')
      });
      expect(run.errors).toBe('');
      expect(run.outputs['outcome']).toBe('succeeded');
      const shipped = async (service: string): Promise<readonly string[]> => {
        const text = await sandbox.read(`slipway-artifacts/${service}/imagedefinitions.json`);
        const images = JSON.parse(text) as readonly { readonly name: string; readonly imageUri: string }[];
        return images.map(({ name, imageUri }) => `${name} ${imageUri.replace(/^.*:/, '')}`);
      };
      expect(await shipped('proxy')).toEqual(['log two']);
      expect(await shipped('web')).toEqual(['web one']);
      expect(await shipped('worker')).toEqual(['web one', 'log two']);
      const { taskDefinition: worker } = await sandbox.call('ecs', 'DescribeTaskDefinition', {
        taskDefinition: 'shop-worker'
      });
      expect(worker).toMatchObject({
        containerDefinitions: [
          { name: 'log', image: expect.stringMatching(/shop\/web:two$/) },
          { name: 'web', image: expect.stringMatching(/shop\/web:one$/) }
        ]
      });
    }));

  it('tells of each its own end where one between the others keeps what it runs', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker', 'cron']);
      const write = (service: string, memory: string, behaviour?: string): Promise<void> =>
        sandbox.write(`${service}.json`, taskDefinition({ family: `shop-${service}`, memory }, behaviour));
      const names = ['web', 'worker', 'cron'];
      for (const name of names) await write(name, '512');
      const inputs = {
        repository: 'shop/web',
        cluster: 'shop',
        'skip-unchanged': 'true',
        'wait-for': 'stable',
        services: names.map(name => `- { service: ${name}, task-definition: ${name}.json, fail-after: 1 }`).join('\n')
      };
      expect((await sandbox.ship(inputs)).outputs['outcome']).toBe('succeeded');

      await write('web', '1024');
      await write('cron', '1024', 'crash');
      const planned = await sandbox.ship({ ...inputs, 'dry-run': 'true' });
      expect(planned.log.match(/it runs already/g)).toHaveLength(1);
      expect(planned.log).toMatch(/shop\/worker.*\n(?:.*\n)?.*it runs already/);

      const run = await sandbox.ship(inputs);
      expect(run.outputs['outcome']).toBe('rolled-back');
      expect(run.log).toMatch(/^shop\/web +Succeeded +shop-web:2 → shop-web:3 +\S/m);
      expect(run.log).toMatch(/^shop\/worker +Unchanged +shop-worker:2 +shop-worker:2 runs already/m);
      expect(run.log).toMatch(/^shop\/cron +Rolled back +shop-cron:2 → shop-cron:3 +\S/m);
      expect(run.log).toMatch(/Rolled back: 2 of 3 services ended well\./);
      expect(run.outputs['task-definition-arn']).toMatch(/shop-web:3$/);
      expect(await listRevisions(sandbox, names)).toEqual({
        web: 'shop-web:3',
        worker: 'shop-worker:2',
        cron: 'shop-cron:2'
      });
    }));

  it('touches none of them where the task before the rollout fails, and tells what was reached', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker']);
      sandbox.cloud.setScenarios({ tasks: [{ family: 'shop-web', behaviour: 'good', exitCode: 3, log: [] }] });
      const services = '- { service: web }\n- { service: worker }\n';
      const run = await sandbox.ship({ ...INPUTS, services, 'run-task': 'true' });
      expect(run.exitCode).toBe(1);
      expect(run.errors).toMatch(/exited with code 3\. No service was touched\./);
      expect(run.log).not.toMatch(/^Service +Outcome/m);
      expect(count(run.requestLog, 'UpdateService')).toBe(0);
      expect(run.outputs).toMatchObject({
        outcome: 'failed',
        'image-tag': expect.any(String),
        'artifacts-directory': expect.stringMatching(/slipway-artifacts$/),
        'task-definition-arn': expect.stringMatching(/shop-web:2$/),
        'previous-task-definition-arn': expect.stringMatching(/shop-web:1$/),
        'run-task-arn': expect.stringMatching(/:task\/shop\//)
      });
    }));

  it('tells after an error what was reached before it', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addServices(sandbox, ['worker']);
      sandbox.cloud.setFaults({ deny: ['ecs:RegisterTaskDefinition'] });
      const services = '- { service: web }\n- { service: worker }\n';
      const run = await sandbox.ship({ ...INPUTS, services });
      expect(run.exitCode).toBe(2);
      expect(run.outputs).toMatchObject({
        outcome: 'failed',
        'image-tag': expect.any(String),
        'artifacts-directory': expect.stringMatching(/slipway-artifacts$/)
      });
      expect(run.outputs).not.toHaveProperty('task-definition-arn');
      expect(run.summary).toMatch(/RegisterTaskDefinition/);
    }));
});
