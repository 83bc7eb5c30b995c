import { join } from 'node:path';

import { connectToCloud } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import { seededRandom } from '../../src/emulator/server/faults.js';
import { runAction, type ActionResult } from '../../src/emulator/runner/actions-runner.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { sandboxOf, cloudEnvironment, DIST, SHA, withFolders } from '../dist/sandbox-folders.js';
import { History, type Made } from '../search/history.js';
import { APPSPEC, CLUSTER, setUp, taskDefinition } from '../search/stages.js';
import { REGION } from '../simulation/machine.js';

/** Times as fast as the world. */
const SCALE = 60;
const STRATEGIES = ['rolling', 'blue-green', 'linear', 'canary', 'codedeploy', 'run-task'] as const;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const;
const CONFLICTS = [undefined, 'fail', 'wait', 'replace'] as const;
const POLICIES = ['rollback', 'stop', 'leave'] as const;
/** A run that is let alone sends some twenty to fifty requests. */
const MOST_REQUESTS = 40;
/** What was asked to stop takes some seconds of AWS's time. */
const A_WHILE = 15_000;
/** GitHub kills what has not ended so long after it was cancelled, in milliseconds. */
const GITHUB_PATIENCE = 10_000;

/** What one of the two runs is asked for, and what happens to it. */
interface Part {
  readonly name: 'A' | 'B';
  readonly onConflict: (typeof CONFLICTS)[number];
  readonly onCancel: (typeof POLICIES)[number];
  /** After so many of its requests it is sent the signal; undefined: it is let alone. */
  readonly kill: { readonly signal: (typeof SIGNALS)[number]; readonly requests: number } | undefined;
  readonly behaviour: 'good' | 'crash';
}

/** Two runs at once. All of it follows from its number, but which of the two is the faster. */
export interface Pair {
  readonly number: number;
  readonly strategy: (typeof STRATEGIES)[number];
  /** Both deploy the registered revision, by force; else each has a revision of its own. */
  readonly sameRevision: boolean;
  /** So many milliseconds after the first the second begins. */
  readonly apart: number;
  readonly parts: readonly [Part, Part];
}

export function makePair(number: number): Pair {
  const random = seededRandom(number + 1);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const strategy = STRATEGIES[number % STRATEGIES.length] ?? 'rolling';
  const sameRevision = strategy !== 'codedeploy' && random() < 0.5;
  const makePart = (name: Part['name'], chance: number): Part => ({
    name,
    onConflict: pick(CONFLICTS),
    onCancel: pick(POLICIES),
    kill: random() < chance ? { signal: pick(SIGNALS), requests: 1 + Math.floor(random() * MOST_REQUESTS) } : undefined,
    behaviour: !sameRevision && random() < 0.25 ? 'crash' : 'good'
  });
  return {
    number,
    strategy,
    sameRevision,
    apart: Math.floor(random() * 1_500),
    parts: [makePart('A', 0.6), makePart('B', 0.3)]
  };
}

/** What a run came to. */
export interface Ran {
  readonly part: Part;
  readonly result: ActionResult;
  /** Its own deployments, by the built-in AWS's state. */
  readonly made: readonly Made[];
  readonly wasKilled: boolean;
}

export interface PairResult {
  readonly pair: Pair;
  readonly history: History;
  readonly runs: readonly Ran[];
  /** Deployments that a run stopped, by their id or ARN. */
  readonly stops: readonly { readonly by: string; readonly id: string }[];
}

/** Runs two bundles as processes, at the same time, on one service. */
export async function runPair(pair: Pair, judge: (result: PairResult) => void): Promise<void> {
  await withFolders(async folders => {
    const anchor = Date.now();
    const cloud = await startCloud({ scale: SCALE, anchor });
    try {
      const { write } = sandboxOf(cloud, folders);
      const call = connectToCloud(cloud.endpoint, REGION);
      const pass = (milliseconds: number) => new Promise<void>(done => setTimeout(done, milliseconds / SCALE));
      await setUp({ call, pass }, pair.strategy);
      const history = new History({ region: cloud.region(REGION), time: cloud.timeline });
      const requests = watch(cloud, history);
      await write('appspec.yml', APPSPEC);
      for (const { name, behaviour } of pair.parts) {
        const image = `public.ecr.aws/docker/library/httpd:2.4.${name === 'A' ? 65 : 66}`;
        await write(`${name}.json`, taskDefinition('shop-web', image, behaviour === 'good' ? undefined : behaviour));
      }
      const environment = { ...cloudEnvironment(cloud, folders), SLIPWAY_CLOCK: `${SCALE}@${anchor}` };
      const runs = await Promise.all(
        pair.parts.map(async part => {
          if (part.name === 'B') await new Promise(done => setTimeout(done, pair.apart));
          let wasKilled = false;
          const timers: NodeJS.Timeout[] = [];
          const result = await runAction({
            bundle: join(DIST, 'index.js'),
            post: join(DIST, 'post.js'),
            inputs: inputsOf(pair, part),
            env: { ...environment, AWS_REGION: REGION, AWS_ACCESS_KEY_ID: part.name },
            workspace: folders.workspace,
            sha: SHA,
            onStart: kill => {
              requests.when(part, () => {
                wasKilled = true;
                kill(part.kill?.signal ?? 'SIGKILL');
                timers.push(setTimeout(() => kill('SIGKILL'), GITHUB_PATIENCE));
              });
            },
            onMainEnd: () => {
              timers.forEach(timer => clearTimeout(timer));
              return Promise.resolve();
            }
          });
          return { part, result, wasKilled };
        })
      );
      await pass(A_WHILE);
      cloud.timeline.advance();
      judge({
        pair,
        history,
        stops: requests.stops,
        runs: runs.map(run => ({ ...run, made: history.made.filter(({ by }) => by === run.part.name) }))
      });
    } finally {
      await cloud.close();
    }
  });
}

/** Notes who made what, with each answer; and calls back in the middle of a run. */
function watch(cloud: Cloud, history: History) {
  const counts = new Map<string, number>();
  const callbacks = new Map<string, () => void>();
  const stops: { readonly by: string; readonly id: string }[] = [];
  for (const name of ['A', 'B']) cloud.sessions.set(name, `arn:aws:sts::${cloud.account}:assumed-role/deploy/${name}`);
  const note = cloud.requestLog.note.bind(cloud.requestLog);
  cloud.requestLog.note = (entry, bytes) => {
    note(entry, bytes);
    const name = entry.principal?.split('/').at(-1) ?? '';
    // An operation and its note are one turn of the event loop: nobody else comes in between.
    history.move(name, () => undefined);
    if (/^Stop(Service)?Deployment$/.test(entry.operation) && entry.status === 200) {
      const { serviceDeploymentArn, deploymentId } = entry.input as Readonly<Record<string, string | undefined>>;
      stops.push({ by: name, id: serviceDeploymentArn ?? deploymentId ?? '' });
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    callbacks.get(`${name} ${count}`)?.();
  };
  return {
    stops,
    when: ({ name, kill }: Part, callback: () => void): void => {
      if (kill !== undefined) callbacks.set(`${name} ${kill.requests}`, callback);
    }
  };
}

function inputsOf({ strategy, sameRevision }: Pair, part: Part): Readonly<Record<string, string>> {
  const group = { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'shop-web', appspec: 'appspec.yml' };
  return {
    cluster: CLUSTER,
    service: 'web',
    ...(sameRevision
      ? { 'task-definition': 'shop-web:1', 'force-new-deployment': 'true' }
      : { 'task-definition': `${part.name}.json` }),
    ...(strategy === 'codedeploy' ? group : {}),
    ...(strategy === 'run-task' ? { 'run-task': 'true' } : {}),
    ...(part.onConflict === undefined ? {} : { 'on-conflict': part.onConflict }),
    'on-cancel': part.onCancel,
    'artifacts-directory': `artifacts-${part.name}`
  };
}
