import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { ROOT, withSandbox } from './sandbox.js';
import { openStage, stageOf } from './seed.js';

const EXAMPLE = join(ROOT, 'examples', 'native-canary');

// What docs/native-strategies.md says with `jq` and the AWS CLI: the service takes the strategy and the target groups of service.json.
it.concurrent('ships the example native-canary as the canary that its service.json describes', () =>
  withSandbox(async sandbox => {
    await cp(EXAMPLE, sandbox.workspace, { recursive: true });
    const service = JSON.parse(await readFile(join(EXAMPLE, 'service.json'), 'utf8')) as {
      readonly serviceName: string;
      readonly [member: string]: unknown;
    };
    const definition = (await sandbox.read('taskdefinition.json')).replace(
      '<IMAGE1_NAME>',
      'public.ecr.aws/nginx/nginx:1.29'
    );
    await openStage(
      sandbox,
      stageOf('ECS', {
        service: 'checkout',
        repositories: ['shop/checkout'],
        taskDefinition: JSON.parse(definition) as Readonly<Record<string, unknown>>,
        target: { containerName: 'checkout', containerPort: 8080 }
      })
    );
    const { serviceName, cluster, deploymentConfiguration, loadBalancers } = service;
    await sandbox.call('ecs', 'UpdateService', {
      cluster,
      service: serviceName,
      deploymentConfiguration,
      loadBalancers
    });
    const { exitCode, log, outputs } = await sandbox.ship({});
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(outputs).toMatchObject({ outcome: 'succeeded' });
    expect(log).toMatch(/^ECS deployment \S+ of shop-checkout:2 to shop\/checkout \(CANARY\)$/m);
    expect(log).toMatch(/IN_PROGRESS \w+: new tasks 2 of 2 running, old 2, production traffic 10 %/);
    expect(log).toContain('wait-for: live is reached with shop-checkout:2; the deployment continues without this run.');
  })
);

it.concurrent('takes service.json as ECS takes it', () =>
  withSandbox(async sandbox => {
    await sandbox.call('ecs', 'CreateCluster', { clusterName: 'shop' });
    const text = await readFile(join(EXAMPLE, 'taskdefinition.json'), 'utf8');
    const definition = text.replace('<IMAGE1_NAME>', 'public.ecr.aws/docker/library/httpd:2.4');
    await sandbox.call('ecs', 'RegisterTaskDefinition', JSON.parse(definition) as Readonly<Record<string, unknown>>);
    const input = JSON.parse(await readFile(join(EXAMPLE, 'service.json'), 'utf8')) as Readonly<
      Record<string, unknown>
    >;
    const { service } = await sandbox.call('ecs', 'CreateService', input);
    expect(service).toMatchObject({ serviceName: 'checkout', deploymentConfiguration: { strategy: 'CANARY' } });
  })
);
