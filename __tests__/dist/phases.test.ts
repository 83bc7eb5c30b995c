import { describe, expect, it } from '@jest/globals';

import { findWrongPhases, namesOf, readPhases, sequenceOf, type Phase } from '../phases.js';
import { withSandboxInProcess } from './in-process.js';
import { slipway } from './run-command.js';
import { withSandbox, type Sandbox, type Shipped } from './sandbox.js';
import { addWorker, BLUE_GREEN, ROLLING, seed, taskDefinition } from './seed.js';

const IMAGES = [
  '- { container: web, repository: shop/nginx, context: web }',
  '- { container: app, repository: shop/app, context: app }'
].join('\n');

/** The phases of a run, which are held to all of its time; by whose they are. */
function phasesOf({ outputs }: Pick<Shipped, 'outputs'>): {
  readonly sequence: readonly string[];
  readonly others: readonly string[];
  readonly all: readonly Phase[];
} {
  const all = readPhases(outputs['phases']);
  expect(findWrongPhases(all, { startedAt: 0, endedAt: Infinity })).toEqual([]);
  const sequence = sequenceOf(all);
  return { sequence: namesOf(sequence), others: namesOf(all.filter(each => !sequence.includes(each))), all };
}

async function writeTwoImages(sandbox: Sandbox): Promise<void> {
  const containers = (taskDefinition()['containerDefinitions'] as readonly object[]).concat({
    name: 'app',
    image: '<IMAGE2_NAME>',
    essential: true
  });
  await sandbox.write('taskdefinition.json', taskDefinition({ containerDefinitions: containers }));
  for (const name of ['web', 'app']) {
    await sandbox.write(`${name}/Dockerfile`, 'FROM scratch\nCOPY name /name\n');
    await sandbox.write(`${name}/name`, `${name}\n`);
  }
}

describe('where the time of a run went', () => {
  it('is the whole job: check, build, push and register, then the deployment and its tasks', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship(ROLLING);
      const { sequence, others } = phasesOf(run);
      expect(sequence).toEqual(['check', 'build', 'push', 'register', 'start', 'replace', 'drain']);
      expect(others).toEqual(['place', 'pull', 'start', 'healthy']);
      expect(run.log).toMatch(/^Where the time went, in seconds:\n {2}check +\d+\.\d +\S+ %\n {2}build /m);
      expect(run.log).toMatch(/^ {2}in all +\d+\.\d$/m);
      expect(run.summary).toMatch(
        /^\*\*1 min \d+ s\*\*: check .* → build .* → push .* → register .* → start .* → replace .* → drain .*$/m
      );
      expect(run.summary).toMatch(
        /section Job\n {2}check .*\n {2}build .*\n {2}push .*\n {2}register .*\n {2}section shop\/web\n/
      );
    }));

  it('is told of CodeDeploy too', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'CODE_DEPLOY');
      const { sequence } = phasesOf(await sandbox.ship(BLUE_GREEN));
      expect(sequence.slice(0, 5)).toEqual(['check', 'build', 'push', 'register', 'start']);
      expect(sequence).toContain('shift');
    }));

  it('has each of several images beside', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS', { repositories: ['shop/app', 'shop/nginx'] });
      await writeTwoImages(sandbox);
      const { cluster, service } = ROLLING;
      const run = await sandbox.ship({ cluster, service, 'task-definition': 'taskdefinition.json', images: IMAGES });
      expect(run.errors).toBe('');
      const { others } = phasesOf(run);
      expect(
        others
          .filter(name => name.includes('shop/'))
          .map(name => name.replace(/:.*/, ''))
          .sort()
      ).toEqual(['build shop/app', 'build shop/nginx', 'push shop/app', 'push shop/nginx']);
    }));

  it.each<[name: string, inputs: Readonly<Record<string, string>>, sequence: readonly string[]]>([
    [
      'a service that is not followed',
      { ...ROLLING, 'wait-for': 'nothing' },
      ['check', 'build', 'push', 'register', 'deploy']
    ],
    [
      'a service that is followed until it has started',
      { ...ROLLING, 'wait-for': 'started' },
      ['check', 'build', 'push', 'register', 'start', 'replace']
    ],
    [
      'a task definition alone',
      { repository: 'shop/web', 'task-definition': 'taskdefinition.json' },
      ['check', 'build', 'push', 'register']
    ],
    ['an image alone', { repository: 'shop/web' }, ['check', 'build', 'push']],
    [
      'a scan, and a task before the rollout',
      { ...ROLLING, 'scan-gate': 'CRITICAL', 'run-task': 'true', 'wait-for': 'nothing' },
      ['check', 'build', 'push', 'scan', 'register', 'run-task', 'deploy']
    ],
    [
      'a look for other deployments',
      { ...ROLLING, 'on-conflict': 'wait', 'wait-for': 'nothing' },
      ['check', 'build', 'push', 'on-conflict', 'register', 'deploy']
    ]
  ])('is that of %s', (_name, inputs, expected) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship(inputs);
      expect(run.errors).toBe('');
      expect(phasesOf(run).sequence).toEqual(expected);
      expect(run.log.includes('Where the time went')).toBe(expected.length > 1);
    })
  );

  it('is none of a dry run', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      const run = await sandbox.ship({ ...ROLLING, 'dry-run': 'true' });
      expect(run.outputs).toMatchObject({ outcome: 'planned' });
      expect(run.outputs).not.toHaveProperty('phases');
      expect(run.log).not.toContain('Where the time went');
    }));

  it('has nothing of a deployment where nothing is deployed', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      expect((await sandbox.ship(ROLLING)).exitCode).toBe(0);
      const again = await sandbox.ship({ ...ROLLING, 'skip-unchanged': 'true' });
      expect(again.outputs['outcome']).toBe('unchanged');
      expect(phasesOf(again)).toMatchObject({ sequence: ['check'], others: [] });
    }));

  it('has the job once and each of several services by itself', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await addWorker(sandbox, 'shop-web:1');
      const { repository, cluster, 'task-definition': file } = ROLLING;
      const services = '[{ service: web }, { service: worker }]';
      const run = await sandbox.ship({ repository, cluster, 'task-definition': file, services });
      expect(run.errors).toBe('');
      const { sequence, others, all } = phasesOf(run);
      expect(sequence).toEqual(['check', 'build', 'push', 'register', 'deploy']);
      for (const service of ['web', 'worker']) expect(others).toContain(`drain shop/${service}`);
      const deploy = all.find(({ phase }) => phase === 'deploy');
      const ends = all
        .filter(({ service }) => service !== undefined)
        .map(each => Date.parse(each['started-at']) + each.seconds * 1000);
      expect(Math.max(...ends)).toBeLessThanOrEqual(
        Date.parse(deploy?.['started-at'] ?? '') + (deploy?.seconds ?? 0) * 1000 + 2
      );
      expect(run.summary.match(/section Job/g)).toHaveLength(1);
    }));

  it.each<[name: string, denied: string, sequence: readonly string[]]>([
    ['the check', 'ecs:DescribeServices', ['check']],
    ['the login', 'ecr:GetAuthorizationToken', ['check', 'build']],
    ['the registration', 'ecs:RegisterTaskDefinition', ['check', 'build', 'push', 'register']],
    ['the task before', 'ecs:RunTask', ['check', 'build', 'push', 'register', 'run-task']],
    ['the rollout', 'ecs:UpdateService', ['check', 'build', 'push', 'register', 'run-task', 'deploy']]
  ])('ends where %s is refused, and loses nothing', (_name, denied, expected) =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      sandbox.cloud.setFaults({ deny: [denied] });
      const run = await sandbox.ship({ ...ROLLING, 'run-task': 'true' });
      expect(run.outputs['outcome']).toBe('failed');
      expect(phasesOf(run).sequence).toEqual(expected);
      expect(run.log.includes('Where the time went')).toBe(expected.length > 1);
      expect(run.summary).toMatch(/section Job\n {2}check /);
    })
  );

  it('has the task before the rollout where that fails, and no deployment', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('taskdefinition.json', taskDefinition({}, 'crash'));
      const run = await sandbox.ship({ ...ROLLING, 'run-task': 'true' });
      expect(run.outputs['outcome']).toBe('failed');
      expect(phasesOf(run)).toMatchObject({ sequence: ['check', 'build', 'push', 'register', 'run-task'], others: [] });
    }));

  it.concurrent('ends where the process is cancelled while it builds and deploys', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      const { sequence } = phasesOf(
        await sandbox.ship(ROLLING, { killAfter: { operation: 'GetAuthorizationToken', signal: 'SIGINT' } })
      );
      expect(sequence.slice(0, 2)).toEqual(['check', 'build']);
      const later = await sandbox.ship(
        { ...ROLLING, tags: 'v2' },
        { killAfter: { operation: 'UpdateService', signal: 'SIGINT' } }
      );
      expect(later.outputs['outcome']).toBe('cancelled');
      expect(phasesOf(later).sequence.slice(0, 4)).toEqual(['check', 'build', 'push', 'register']);
    })
  );

  it.concurrent('is told by the commands', () =>
    withSandbox(async sandbox => {
      await seed(sandbox, 'ECS');
      // It is still under way when the second command has come up, however slow the machine is.
      const slow = { behaviour: 'good', healthyAfterSeconds: 600, times: 2 };
      sandbox.cloud.setScenarios({ tasks: [slow] });
      const image = 'public.ecr.aws/docker/library/httpd:2.4.65';
      const flags = ['--cluster=shop', '--service=web', `--image=${image}`, '--task-definition=taskdefinition.json'];
      const shipped = await slipway(sandbox, 'ship', ...flags, '--wait-for=started', '--json');
      const outputs = JSON.parse(shipped.stdout) as Shipped['outputs'];
      expect(phasesOf({ outputs }).sequence.slice(0, 3)).toEqual(['check', 'register', 'start']);
      const followed = await slipway(sandbox, 'follow', outputs['deployment'] ?? '', '--json');
      const { sequence } = phasesOf({ outputs: JSON.parse(followed.stdout) as Shipped['outputs'] });
      expect(sequence.slice(0, 2)).toEqual(['before', 'check']);
      expect(sequence.at(-1)).toBe('drain');
      const back = await slipway(sandbox, 'rollback', '--cluster=shop', '--service=web', '--json');
      expect(phasesOf({ outputs: JSON.parse(back.stdout) as Shipped['outputs'] }).sequence[0]).toBe('check');
    })
  );
});

describe('the size of an image', () => {
  it('stands beside that of the version before, and where it may not be read, nothing does', () =>
    withSandboxInProcess(async sandbox => {
      await seed(sandbox, 'ECS');
      await sandbox.write('Dockerfile', 'FROM scratch\nCOPY app /app\n');
      const sizeOf = ({ summary }: Shipped): string | undefined =>
        /<tr><td>Size<\/td><td>(.*?)<\/td>/.exec(summary)?.[1];
      const shipVersion = async (tags: string): Promise<Shipped> => {
        await sandbox.write('app', `${tags}\n`);
        const run = await sandbox.ship({ ...ROLLING, tags });
        expect(run.errors).toBe('');
        return run;
      };
      // What ran before is of another registry.
      expect(sizeOf(await shipVersion('v1'))).toMatch(/^[\d.]+ \w+ in 1 layer$/);
      const second = await shipVersion('v2');
      const size = /^([\d.]+ \w+) in 1 layer \(1 changed, [\d.]+ \w+ pushed\); [\d.]+ \w+ before$/;
      expect(sizeOf(second)).toMatch(size);
      expect(second.log).toMatch(/shop\/web:v2: [\d.]+ \w+ in 1 layer \(1 changed, /);
      expect(second.requestLog.filter(({ operation }) => operation === 'BatchGetImage')).toHaveLength(1);
      sandbox.cloud.setFaults({ deny: ['ecr:BatchGetImage'] });
      const third = await shipVersion('v3');
      expect([third.outputs['outcome'], sizeOf(third)]).toEqual(['succeeded', undefined]);
    }));
});
