import { describe, expect, it } from '@jest/globals';

import { withSandboxInProcess } from './in-process.js';
import { changes, count } from './sandbox.js';
import { appspec, BLUE_GREEN, ROLLING, seed, taskDefinition } from './seed.js';

interface Case {
  readonly title: string;
  readonly controller: 'ECS' | 'CODE_DEPLOY';
  readonly inputs?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly says: readonly RegExp[];
}

const port = [{ containerPort: 9090, protocol: 'tcp' }];
const cases: readonly Case[] = [
  { title: 'a cluster', controller: 'ECS', inputs: { cluster: 'shpo' }, says: [/cluster/, /shpo/] },
  { title: 'a service', controller: 'ECS', inputs: { service: 'wbe' }, says: [/service wbe/, /\bweb\b/] },
  {
    title: 'a deployment group',
    controller: 'CODE_DEPLOY',
    inputs: { 'codedeploy-deployment-group': 'shop-wbe' },
    says: [/deployment group/, /shop-wbe/]
  },
  {
    title: 'a container (single image)',
    controller: 'ECS',
    inputs: { 'container-name': 'wbe' },
    says: [/container/, /wbe/, /\bweb\b/]
  },
  {
    title: 'a container of the AppSpec',
    controller: 'CODE_DEPLOY',
    files: { 'appspec.yml': appspec('wbe') },
    says: [/wbe/, /\bweb\b/]
  },
  {
    title: 'a port of the AppSpec',
    controller: 'CODE_DEPLOY',
    files: { 'appspec.yml': appspec('web', 8081) },
    says: [/8081/, /8080/]
  },
  {
    title: "a port of the service's load balancer",
    controller: 'ECS',
    files: {
      'taskdefinition.json': taskDefinition({
        containerDefinitions: [{ name: 'web', image: '<IMAGE1_NAME>', portMappings: port }]
      })
    },
    says: [/8080/, /9090/]
  },
  { title: 'a repository', controller: 'ECS', inputs: { repository: 'shop/wbe' }, says: [/repository/, /shop\/wbe/] }
];

describe('what does not exist is said before anything is changed', () => {
  it.each(cases)('$title', ({ controller, inputs, files, says }) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, controller);
      for (const [path, content] of Object.entries(files ?? {})) await sandbox.write(path, content);
      const run = await sandbox.ship({ ...(controller === 'ECS' ? ROLLING : BLUE_GREEN), ...inputs });

      expect(run.exitCode).not.toBe(0);
      for (const words of says) expect(run.errors).toMatch(words);
      expect(count(run.requestLog, 'RegisterTaskDefinition')).toBe(0);
      expect(changes(run.requestLog)).toEqual([]);
      expect(run.docker.filter(call => /\b(build|push)\b/.test(call))).toEqual([]);
      expect(run.leftInTemporary).toEqual([]);
    })
  );
});
