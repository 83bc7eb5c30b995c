import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { seedProject } from '../../src/commands/rehearsal-setup.js';
import { ProblemsError, SlipwayError, type RuleName } from '../../src/errors.js';
import type { PlanContext } from '../../src/plan/run-preflight.js';
import { inMemoryCleanupStore } from '../../src/host/console.js';
import { systemFiles } from '../../src/host/files.js';
import { planShip } from '../../src/plan/plan.js';
import { listNodes, makeGroup, makeNode, type CheckNode } from '../../src/preflight/check-result.js';
import { connectToCloud, type Call } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { countStates, renderTree } from '../../src/report/check-tree.js';
import { readConfig, connectWorld, type Host } from '../../src/run.js';
import { shortOf } from './fakes.js';
import { NO_GATES } from '../no-gates.js';

const REGION = 'ap-northeast-2';
const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));
const before = { ...process.env };
let cloud: Cloud;
let call: Call;

beforeEach(async () => {
  cloud = await startCloud({ scale: 120 });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: cloud.endpoint,
    AWS_ACCESS_KEY_ID: 'rehearsal',
    AWS_SECRET_ACCESS_KEY: 'rehearsal'
  });
  call = connectToCloud(cloud.endpoint, REGION);
});

afterEach(async () => {
  process.env = { ...before };
  await cloud.close();
});

interface Flight {
  readonly tree: CheckNode;
  /** How many requests had to wait for one another. */
  readonly rounds: number;
  readonly operations: readonly string[];
}

/** Stages an example, and looks at it as `slipway plan` does. */
async function fly(
  example: string,
  given: Readonly<Record<string, string>> = {},
  change?: () => Promise<unknown>
): Promise<Flight> {
  const folder = `${EXAMPLES}/${example}`;
  // The stage is what the files say, whatever is planned on it.
  const staged = Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'task-definition'));
  await seedProject({ folder, given: staged, backstage: '/tmp', environment: {} }, cloud);
  await change?.();
  const mark = cloud.requestLog.entries().at(-1)?.sequence ?? 0;
  const tides = new Tides();
  const machine = machineOf(folder, tides);
  const config = await readConfig({ given, givenFrom: 'flag' }, machine);
  const context = tides.around(connectWorld(config, machine));
  const work = planShip(config, context).then(
    ({ preflight }) => preflight ?? makeGroup('preflight', []),
    (error: unknown) => {
      if (error instanceof SlipwayError) return refusedTree(error);
      throw error;
    }
  );
  const rounds = await tides.run(work);
  const operations = cloud.requestLog.entries(mark).map(({ service, operation }) => `${service}:${operation}`);
  return { tree: await work, rounds, operations };
}

/** The tree where there is no plan: what the check refused. */
function refusedTree(error: SlipwayError): CheckNode {
  const problems =
    error instanceof ProblemsError
      ? error.problems
      : [{ code: error.code, place: {}, what: error.what, next: error.next ?? '' }];
  return makeGroup(
    'preflight',
    problems.map(({ code, place, what, next }) =>
      makeNode(place.path ?? place.file ?? 'check', { state: 'ng', code: code as RuleName, detail: what, next })
    )
  );
}

/** How often an operation was asked for. */
function asked(name: string): number {
  return cloud.requestLog.entries().filter(({ service, operation }) => `${service}:${operation}` === name).length;
}

/** Pushes an image of one platform, as Docker would. */
async function push(repository: string, tag: string, architecture: string): Promise<void> {
  const { authorizationData } = await call('ecr', 'GetAuthorizationToken', {});
  const [{ authorizationToken = '' } = {}] = authorizationData as readonly { readonly authorizationToken?: string }[];
  const send = async (path: string, method: string, type: string, body: string): Promise<string | null> => {
    const headers = { authorization: `Basic ${authorizationToken}`, 'content-type': type };
    const answer = await fetch(new URL(path, cloud.endpoint), { method, headers, ...(body === '' ? {} : { body }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.headers.get('location');
  };
  const config = JSON.stringify({ os: 'linux', architecture, rootfs: { type: 'layers', diff_ids: [] } });
  const digest = `sha256:${createHash('sha256').update(config).digest('hex')}`;
  const place = new URL(
    (await send(`/v2/${repository}/blobs/uploads/`, 'POST', 'text/plain', '')) ?? '',
    cloud.endpoint
  );
  place.searchParams.set('digest', digest);
  await send(place.href, 'PUT', 'application/octet-stream', config);
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const entry = { mediaType: 'application/vnd.oci.image.config.v1+json', digest, size: config.length };
  const manifest = JSON.stringify({ schemaVersion: 2, mediaType, config: entry, layers: [] });
  await send(`/v2/${repository}/manifests/${tag}`, 'PUT', mediaType, manifest);
}

function machineOf(folder: string, tides: Tides): Host {
  const say = (): void => undefined;
  return {
    ...NO_GATES,
    files: tides.watch(systemFiles('/tmp', folder)),
    processes: { run: async () => ({ exitCode: 0, stdout: `${'a'.repeat(40)}\n`, stderr: '' }) },
    clock: { now: () => cloud.timeline.now(), sleep: async () => undefined, random: () => 0.5 },
    reporter: { group: (_title, body) => body(), info: say, warn: say, error: say, debug: say, mask: say },
    cleanupStore: inMemoryCleanupStore(new Map()),
    environment: {},
    idToken: () => Promise.reject(new Error('no token')),
    signal: new AbortController().signal
  };
}

/**
 * Lets requests go in rounds: all that wait go together, and those that they lead to go in the next one. So the number of rounds is how
 * many requests stand one behind another, however long each takes.
 */
class Tides {
  #waiting: (() => Promise<void>)[] = [];
  /** Reads and looks at files that are under way: beside requests the only thing of the machine that a plan waits for. */
  #reading = 0;

  around(context: PlanContext): PlanContext {
    const { ecs, ecr, codedeploy, preflight } = context;
    return {
      ...context,
      ecs: this.#hold(ecs),
      ecr: this.#hold(ecr),
      codedeploy: this.#hold(codedeploy),
      preflight: this.#hold(preflight)
    };
  }

  watch<T extends object>(files: T): T {
    return this.#replace(files, async ask => {
      this.#reading += 1;
      try {
        return await ask();
      } finally {
        this.#reading -= 1;
      }
    });
  }

  async run(work: Promise<unknown>): Promise<number> {
    const state = { ended: false };
    const end = () => void (state.ended = true);
    work.then(end, end);
    let rounds = 0;
    for (;;) {
      await this.#settle();
      const going = this.#waiting.splice(0);
      if (going.length === 0 && state.ended) return rounds;
      // Nothing waits, nothing is read, and there is no end: it would never come.
      if (going.length === 0) throw new Error('The plan waits for what this test does not know.');
      rounds += 1;
      await Promise.all(going.map(go => go()));
    }
  }

  /** Resolves when whatever follows from the answers so far has been asked for. */
  async #settle(): Promise<void> {
    // When a turn of the event loop begins, all promises that could be settled are; no file is read then that was not before.
    do await new Promise(resolve => setImmediate(resolve));
    while (this.#reading > 0);
  }

  #hold<T extends object>(port: T): T {
    return this.#replace(
      port,
      ask =>
        new Promise((resolve, reject) => {
          this.#waiting.push(() => ask().then(resolve, reject));
        })
    );
  }

  #replace<T extends object>(port: T, by: (ask: () => Promise<unknown>) => Promise<unknown>): T {
    const replaced = Object.entries(port).map(
      ([name, method]: [string, (...question: unknown[]) => Promise<unknown>]) => {
        const ask = (...question: unknown[]) => by(() => method.apply(port, question));
        return [name, ask] as const;
      }
    );
    return { ...port, ...Object.fromEntries(replaced) };
  }
}

const find = (tree: CheckNode, label: string): string =>
  listNodes(tree)
    .filter(node => node.label === label)
    .map(shortOf)
    .join();

describe('a preflight of an example, against the built-in AWS', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['rolling', { 'task-definition': 'service' }, ['task definition shop-web', 'iam:PassRole of rehearsal']],
    ['rolling', {}, ['cluster shop', 'service web', 'log group /ecs/shop-web', 'execution role ecsTaskExecutionRole']],
    ['two-containers', {}, ['repository shop/app', 'repository shop/nginx', 'container nginx']],
    [
      'blue-green',
      { environment: 'dev' },
      [
        'deployment group DgpECS-kordevtest-kordevtest-api',
        'CodeDeploy role CodeDeployRoleForECS',
        'iam:PassRole of CodeDeployRoleForECS',
        'iam:PassRole of rehearsal',
        'production listener',
        'secret DB_PASSWORD',
        'target group kordevtest-api-green'
      ]
    ]
  ])('%s: all is well, in three round trips at most, and nothing is changed', async (example, given, labels) => {
    const { tree, rounds, operations } = await fly(example, given);
    expect(listNodes(tree).filter(({ state }) => state !== 'ok')).toEqual([]);
    const there = listNodes(tree).map(({ label }) => label);
    expect(there).toEqual(expect.arrayContaining([...labels]));
    expect(rounds).toBeLessThanOrEqual(3);
    expect(rounds).toBeGreaterThan(1);
    expect(operations.filter(name => !/:(Describe|List|Get|BatchGetImage|Simulate)/.test(name))).toEqual([]);
    expect(operations.filter(name => name === 'ecs:DescribeClusters')).toHaveLength(1);
  });

  it('reads in the registry for what an image is made that is used as it is', async () => {
    const { tree, rounds } = await fly('rolling', {}, () => push('shop/web', 'a'.repeat(40), 'arm64'));
    expect(find(tree, `image shop/web:${'a'.repeat(40)}`)).toBe('ng image-architecture');
    expect(rounds).toBeLessThanOrEqual(3);
    expect(asked('ecr:GetDownloadUrlForLayer')).toBe(1);
    expect(asked('ecr:BatchGetImage')).toBe(1);
  });

  it('finds what is missing, by the names that the rules have', async () => {
    const { tree } = await fly('blue-green', { environment: 'dev' }, async () => {
      await call.ask('iam', 'DeleteRole', { RoleName: 'kordevtest-api-task' });
      await call.ask('iam', 'UpdateAssumeRolePolicy', {
        RoleName: 'ecsTaskExecutionRole',
        PolicyDocument: JSON.stringify({
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }]
        })
      });
      await call('logs', 'DeleteLogGroup', { logGroupName: '/ecs/kordevtest-api' });
      await call('secretsmanager', 'DeleteSecret', { SecretId: 'kordevtest/api', ForceDeleteWithoutRecovery: true });
    });
    expect(tree.state).toBe('ng');
    expect(find(tree, 'task role kordevtest-api-task')).toBe('ng role-not-found');
    expect(find(tree, 'execution role ecsTaskExecutionRole')).toBe('ng role-trust');
    expect(find(tree, 'log group /ecs/kordevtest-api')).toBe('ng log-group-not-found');
    expect(find(tree, 'secret DB_PASSWORD')).toBe('ng secret-not-found');
    expect(countStates(tree)).toMatch(/, 4 NG$/);
    expect(renderTree(tree)).toContain('NG    task role kordevtest-api-task: There is no role');
    expect(renderTree(tree)).toMatch(/\[log-group-not-found\]\n +Create it: aws logs create-log-group/);
  });

  it('skips what is not permitted, names each action, and fails of none', async () => {
    const deny = [
      'iam:*',
      'secretsmanager:*',
      'elasticloadbalancing:*',
      'ec2:*',
      'logs:Describe*',
      'ecs:DescribeClusters'
    ];
    const { tree } = await fly('blue-green', { environment: 'dev' }, async () => cloud.setFaults({ deny }));
    const skipped = listNodes(tree).filter(({ state, detail }) => state === 'skip' && detail !== undefined);
    expect(tree.state).toBe('ok');
    expect([...new Set(skipped.map(({ next }) => next))].sort()).toEqual(
      [
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ecs:DescribeClusters',
        'elasticloadbalancing:DescribeRules',
        'elasticloadbalancing:DescribeTargetGroups',
        'iam:GetRole',
        'iam:SimulatePrincipalPolicy',
        'logs:DescribeLogGroups',
        'secretsmanager:DescribeSecret'
      ].map(action => `Allow ${action}.`)
    );
  });

  it('looks whether the roles may be passed: by the role whose session this is, and by that of CodeDeploy', async () => {
    const document = (resource: string) => ({
      PolicyDocument: JSON.stringify({
        Statement: [
          { Effect: 'Allow', Action: 'ecs:*', Resource: '*' },
          {
            Effect: 'Allow',
            Action: 'iam:PassRole',
            Resource: resource,
            Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } }
          }
        ]
      })
    });
    const trust = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' }] });
    const { tree, rounds } = await fly('blue-green', { environment: 'dev' }, async () => {
      const form = { RoleName: 'deploy', Path: '/ci/', AssumeRolePolicyDocument: trust };
      await call.ask('iam', 'CreateRole', form);
      const own = document('arn:aws:iam::123456789012:role/kordevtest-*');
      await call.ask('iam', 'PutRolePolicy', { RoleName: 'deploy', PolicyName: 'deploy', ...own });
      const codedeploy = document('arn:aws:iam::123456789012:role/ecsTaskExecutionRole');
      await call.ask('iam', 'PutRolePolicy', {
        RoleName: 'CodeDeployRoleForECS',
        PolicyName: 'PassRole',
        ...codedeploy
      });
      const session = await call.ask('sts', 'AssumeRole', {
        RoleArn: 'arn:aws:iam::123456789012:role/ci/deploy',
        RoleSessionName: 'run-1'
      });
      process.env['AWS_ACCESS_KEY_ID'] = session['AccessKeyId'];
    });
    const [own, codedeploy] = ['deploy', 'CodeDeployRoleForECS'].map(name =>
      listNodes(tree).find(({ label }) => label === `iam:PassRole of ${name}`)
    );
    expect([own, codedeploy].map(node => node && shortOf(node))).toEqual(['ng pass-role', 'ng pass-role']);
    expect(own?.detail).toContain('deploy may not pass ecsTaskExecutionRole to ecs-tasks.amazonaws.com');
    expect(codedeploy?.detail).toContain('CodeDeployRoleForECS may not pass kordevtest-api-task to');
    expect(rounds).toBeLessThanOrEqual(3);
  });

  it('has a tree also where the plan is refused', async () => {
    const { tree } = await fly(
      'blue-green',
      { environment: 'dev', 'codedeploy-deployment-group': 'other' },
      async () => {
        await call('codedeploy', 'DeleteDeploymentGroup', {
          applicationName: 'AppECS-kordevtest-kordevtest-api',
          deploymentGroupName: 'other'
        });
      }
    );
    expect(listNodes(tree).map(shortOf)).toEqual(['ng', 'ng deployment-group-not-found']);
  });
});
