import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { seededRandom } from '../../src/emulator/server/faults.js';
import { seedService } from '../../src/emulator/seed/service.js';
import { DIST, withSandbox, type Sandbox, type Shipped, type Steps } from '../dist/sandbox.js';
import { findSecrets, readAll } from '../dist/secrets.js';
import { BLUE_GREEN, ROLLING, seed, stageOf, taskDefinition } from '../dist/seed.js';
import { readTraces, type Engine, type Trace, type Traces } from './traces.js';

const RUNS = 100;
/** Each is three processes, one after the other. */
const AT_ONCE = 3;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;
const ENGINES = ['ECS', 'CODE_DEPLOY'] as const;
const POLICIES = ['rollback', 'stop', 'leave'] as const;
/** Most deployments never come to an end by themselves: only who takes them back ends them. */
const BEHAVIOURS = ['hang', 'hang', 'good'] as const;
/** After the step, in milliseconds: in the middle of what a call of Docker or AWS takes. */
const LONGEST_PAUSE = 500;
/** So many milliseconds a post step may have had when it is killed; alone it takes about as long. */
const LONGEST_POST = 700;
/** How long ECS takes to list a deployment, in milliseconds of its time, and more. */
const LIST_LAG = 5_000;

/** The Docker of a run, and the post step that is killed. */
interface Programs {
  readonly docker: string;
  readonly post: string;
}

interface Plan {
  readonly number: number;
  readonly signal: (typeof SIGNALS)[number];
  readonly engine: Engine;
  readonly policy: (typeof POLICIES)[number];
  readonly behaviour: (typeof BEHAVIOURS)[number];
  /** With a task before the rollout. */
  readonly task: boolean;
  /** Between the first step and the last of a run that is let alone, from 0 to 1; or with Docker's login, which leaves the most behind. */
  readonly moment: number | 'login';
  readonly milliseconds: number;
  /** A second service, which the other engine rolls out. */
  readonly several: boolean;
  /** The post step is killed too, after so many milliseconds, and run again. */
  readonly post: { readonly signal: (typeof SIGNALS)[number]; readonly milliseconds: number } | undefined;
}

function makePlans(): Plan[] {
  const random = seededRandom(RUNS);
  const pick = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(random() * of.length)] ?? of[0];
  return Array.from({ length: RUNS }, (_, number) => ({
    number,
    signal: SIGNALS[number % SIGNALS.length] ?? 'SIGKILL',
    engine: pick(ENGINES),
    policy: pick(POLICIES),
    behaviour: pick(BEHAVIOURS),
    task: random() < 0.3,
    moment: random() < 0.15 ? 'login' : random(),
    milliseconds: Math.floor(random() * LONGEST_PAUSE),
    several: random() < 0.25,
    post: random() < 0.25 ? { signal: pick(SIGNALS), milliseconds: Math.floor(random() * LONGEST_POST) } : undefined
  }));
}

interface Rolled {
  readonly name: string;
  readonly engine: Engine;
}

/** The services that a run rolls out to. */
function servicesOf({ engine, several }: Pick<Plan, 'engine' | 'several'>): readonly Rolled[] {
  const web = { name: 'web', engine };
  return several ? [web, { name: 'other', engine: engine === 'ECS' ? 'CODE_DEPLOY' : 'ECS' }] : [web];
}

type Kind = Pick<Plan, 'engine' | 'task' | 'several'>;

function inputsOf(kind: Kind, policy: Plan['policy']): Record<string, string> {
  const one = kind.engine === 'ECS' ? ROLLING : BLUE_GREEN;
  return {
    ...(kind.several
      ? { ...ROLLING, service: '', services: JSON.stringify(servicesOf(kind).map(describeService)) }
      : one),
    ...(kind.task ? { 'run-task': 'true' } : {}),
    'on-cancel': policy,
    // Two minutes of real time: nobody runs out of time before the kill, and what goes on by mistake is told.
    'wait-for-minutes': '120'
  };
}

function describeService({ name: service, engine }: Rolled): object {
  const group = { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': `shop-${service}` };
  return { service, ...(engine === 'ECS' ? {} : group) };
}

/** What `seed` sets up, and the second service beside it. */
async function setUp(sandbox: Sandbox, kind: Kind): Promise<void> {
  await seed(sandbox, kind.engine);
  for (const { name, engine } of servicesOf(kind).slice(1)) {
    const stage = stageOf(engine, { service: name, repositories: [] });
    await seedService(
      {
        ...stage,
        desiredCount: 1,
        taskDefinition: { ...stage.taskDefinition, family: `shop-${name}` },
        codedeploy: engine === 'ECS' ? undefined : { application: 'shop', deploymentGroup: `shop-${name}` }
      },
      sandbox.call
    );
  }
}

/** What a killed run and its post step left. */
interface Left {
  readonly plan: Plan;
  /** Those of each service. */
  readonly traces: readonly Traces[];
  readonly problems: readonly string[];
  readonly log: string;
}

async function runKilled(plan: Plan, whole: number, { docker, post }: Programs): Promise<Left> {
  let left: Left | undefined;
  const body = async (sandbox: Sandbox): Promise<void> => {
    await setUp(sandbox, plan);
    const before = await readAll(sandbox.home);
    await sandbox.write('taskdefinition.json', taskDefinition({}, plan.behaviour));
    const { signal, milliseconds } = plan;
    const isDue = (sofar: Steps): boolean => hasCome(plan, whole, sofar);
    const env = {
      SLOW_LOGIN: plan.moment === 'login' ? '3' : '0',
      ...(plan.post && { POST_SIGNAL: plan.post.signal, POST_MILLISECONDS: String(plan.post.milliseconds) })
    };
    const options = { env, killAt: { isDue, milliseconds, signal }, ...(plan.post && { post }) };
    const run = await sandbox.ship(inputsOf(plan, plan.policy), options);
    await waitForOrphans(sandbox);
    const traces = await waitForEnd(sandbox, plan);
    const problems = [
      ...servicesOf(plan).flatMap(({ name }, index) => judgeDeployments(plan, name, traces[index], run)),
      ...(plan.policy === 'leave' ? [] : await findTasks(sandbox)),
      ...(await findSecrets(sandbox, run)).map(place => `a secret is in the ${place}`),
      ...((await readAll(sandbox.home)) === before ? [] : ["Docker's own configuration is different"]),
      ...((await readAll(sandbox.temporary)) === '' ? [] : ['a file is left in the temporary folder']),
      ...(run.postExitCode === 0 ? [] : [`the post step ended with ${run.postExitCode ?? 'a signal'}`])
    ];
    left = { plan, traces, problems, log: run.log };
  };
  await withSandbox(body, { docker });
  if (left === undefined) throw new Error('The run left nothing.');
  return left;
}

function hasCome({ moment }: Plan, whole: number, { requests, docker }: Steps): boolean {
  if (moment === 'login') return docker.some(call => call.startsWith('login '));
  return requests + docker.length >= Math.floor(moment * whole);
}

/**
 * The stand-in, and a registry that takes as many seconds for a login as SLOW_LOGIN says: the login of a run that is killed meanwhile
 * goes through when its post step is over.
 */
async function writeSlowDocker(folder: string): Promise<string> {
  const path = join(folder, 'docker');
  const standIn = `'${process.execPath}' '${join(DIST, 'cli', 'index.js')}' stand-in-docker "$@"`;
  const wait = 'case "$1" in login) sleep "${SLOW_LOGIN:-0}" ;; esac';
  await writeFile(path, `#!/bin/sh\n${wait}\nexec ${standIn}\n`, { mode: 0o755 });
  return path;
}

/** A post step that is killed after a while, and run again to its end. */
async function writeKilledPost(folder: string): Promise<string> {
  const path = join(folder, 'post.mjs');
  const program = JSON.stringify(join(DIST, 'post.js'));
  const text = `import { spawn } from 'node:child_process';
const run = () => spawn(process.execPath, [${program}], { stdio: 'inherit' });
const first = run();
const timer = setTimeout(() => first.kill(process.env.POST_SIGNAL), Number(process.env.POST_MILLISECONDS));
first.on('exit', () => {
  clearTimeout(timer);
  run().on('exit', code => (process.exitCode = code ?? 1));
});
`;
  await writeFile(path, text);
  return path;
}

/** A killed run leaves the call of Docker that it made to itself. Resolves when none is left, which may still write files until then. */
async function waitForOrphans(sandbox: Sandbox): Promise<void> {
  const folder = dirname(sandbox.temporary);
  for (;;) {
    const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name));
    const environments = await Promise.all(ids.map(id => readFile(`/proc/${id}/environ`, 'utf8').catch(() => '')));
    if (!environments.some(environment => environment.includes(folder))) return;
    await sleep(25);
  }
}

/** The traces of a run's services once what was taken back has ended, which takes AWS some seconds of its time; at most a minute of ours. */
async function waitForEnd(sandbox: Sandbox, plan: Plan): Promise<readonly Traces[]> {
  const read = () => Promise.all(servicesOf(plan).map(({ name, engine }) => readTraces(engine, sandbox.call, name)));
  await sleep(LIST_LAG / sandbox.cloud.timeline.scale);
  let traces = await read();
  for (let attempt = 0; attempt < 1200 && !traces.every(each => isSettled(plan, each)); attempt += 1) {
    await sleep(50);
    traces = await read();
  }
  return traces;
}

function isSettled({ policy }: Plan, { deployments }: Traces): boolean {
  return policy === 'leave' || deployments.every(({ endedAt }) => endedAt !== undefined);
}

function judgeDeployments({ policy }: Plan, name: string, traces: Traces | undefined, run: Shipped): readonly string[] {
  const { deployments = [], runs = '' } = traces ?? {};
  const [deployment] = deployments;
  if (deployments.length > 1) return [`${deployments.length} deployments of ${name} were made`];
  if (policy === 'leave') {
    const stopResult = run.requestLog.filter(entry => /^Stop/.test(entry.operation) || isWayBack(entry));
    return stopResult.map(({ operation }) => `on-cancel is leave, and there was ${operation}`);
  }
  if (deployment === undefined || isThrough(deployment, run)) return [];
  const isBack = runs === `shop-${name}:1` && !/^succe/i.test(deployment.status);
  const isStopped = /^stop/i.test(deployment.status) && !deployment.rolledBack;
  if (policy === 'rollback' ? isBack : isStopped) return [];
  return [`on-cancel is ${policy}, and the deployment of ${name} is ${deployment.status}, the service on ${runs}`];
}

/** A look at what ran before is none. */
function isWayBack({ operation, input }: Shipped['requestLog'][number]): boolean {
  if (operation.startsWith('Describe')) return false;
  return /shop-\w+:1$/.test(String((input as { readonly taskDefinition?: unknown }).taskDefinition));
}

/** It had succeeded before the run, or the post step after it, last looked; or while AWS took its time to stop it was asked to. */
function isThrough({ status, endedAt }: Trace, run: Shipped): boolean {
  const lastLook = Date.parse(run.requestLog.at(-1)?.time ?? '');
  const isAsked = run.requestLog.some(entry => /^Stop.*Deployment$/.test(entry.operation) && entry.status === 200);
  return /^succe/i.test(status) && endedAt !== undefined && (isAsked || endedAt <= lastLook);
}

/** Tasks of RunTask that still run, and that nobody told to stop. */
async function findTasks(sandbox: Sandbox): Promise<readonly string[]> {
  const { taskArns } = await sandbox.call('ecs', 'ListTasks', { cluster: 'shop', desiredStatus: 'RUNNING' });
  if ((taskArns as readonly string[]).length === 0) return [];
  const { tasks } = await sandbox.call('ecs', 'DescribeTasks', { cluster: 'shop', tasks: taskArns });
  const alone = (tasks as readonly { readonly group: string }[]).filter(({ group }) => group.startsWith('family:'));
  return alone.length === 0 ? [] : ['the task before the rollout goes on'];
}

/** How many steps a run makes that is let alone. */
async function countSteps(kind: Kind): Promise<number> {
  let steps = 0;
  await withSandbox(async sandbox => {
    await setUp(sandbox, kind);
    const run = await sandbox.ship(inputsOf(kind, 'leave'));
    expect([run.errors, run.outputs['outcome']]).toEqual(['', 'succeeded']);
    steps = run.requestLog.length + run.docker.length;
  });
  return steps;
}

const KINDS = ENGINES.flatMap(engine =>
  [false, true].flatMap(task => [false, true].map((several): Kind => ({ engine, task, several })))
);

const nameOf = ({ engine, task, several }: Kind): string => [engine, task, several].join(' ');

/** Takes one after the other, a few at a time. */
async function together<T>(queue: T[], work: (item: T) => Promise<void>): Promise<void> {
  const next = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

describe('a run that is killed at any moment, and the post step after it', () => {
  it(`leave no deployment against on-cancel and no credential, ${RUNS} times`, async () => {
    const whole = new Map<string, number>();
    const kinds = [...KINDS];
    await together(kinds, async kind => void whole.set(nameOf(kind), await countSteps(kind)));
    const plans = makePlans();
    const folder = await mkdtemp(join(tmpdir(), 'slipway-kills-'));
    const programs = { docker: await writeSlowDocker(folder), post: await writeKilledPost(folder) };
    const left: Left[] = [];
    await together(plans, async plan => {
      left.push(await runKilled(plan, whole.get(nameOf(plan)) ?? 0, programs));
    });
    await rm(folder, { recursive: true, force: true });
    const wrong = left.filter(({ problems }) => problems.length > 0);
    expect(wrong.map(({ plan, traces, problems, log }) => [plan, traces, problems, log])).toEqual([]);
    // The moments were spread: before the deployment, and while it went on.
    const deployed = left.filter(({ traces }) => traces.some(each => each.deployments.length > 0)).length;
    expect(deployed).toBeGreaterThan(RUNS / 10);
    expect(deployed).toBeLessThan(RUNS);
  }, 900_000);
});
