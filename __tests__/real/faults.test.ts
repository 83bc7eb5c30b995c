import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, types } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { createCodeDeployPort } from '../../src/aws/codedeploy.js';
import { connect } from '../../src/aws/connection.js';
import { connectEcr } from '../../src/aws/ecr.js';
import { createEcsPort } from '../../src/aws/ecs.js';
import { createListenersPort } from '../../src/aws/listeners.js';
import { createLogsPort } from '../../src/aws/logs.js';
import { decodeSettings } from '../../src/config/decode/decode.js';
import { systemClock } from '../../src/host/clock.js';
import { MACHINE } from '../aws/machine.js';
import { systemFiles } from '../../src/host/files.js';
import { connectToCloud } from '../../src/emulator/client.js';
import { startCloud } from '../../src/emulator/cloud.js';
import { seedService } from '../../src/emulator/seed/service.js';
import type { Cloud } from '../../src/emulator/server/state.js';
import { RunProgress } from '../../src/report/run-progress.js';
import { ship } from '../../src/ship.js';
import { REGION } from '../dist/sandbox.js';
import { appspec, BLUE_GREEN, ROLLING, stageOf, taskDefinition } from '../dist/seed.js';
import { fakeLedger, fakeReporter, type FakeReporter } from '../rollout/fakes.js';
import { readTraces, type Engine, type Traces } from './traces.js';
import { NO_GATES } from '../no-gates.js';

// Jest's sandbox has an Error of its own, of which the errors of Node's sockets are no instances; the SDK would not see what they say.
// In a process of its own, as the bundle is, there is one Error only.
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    return (this === Error && types.isNativeError(value)) || Function.prototype[Symbol.hasInstance].call(this, value);
  }
});

const RUNS = 200;
/** They mostly wait for the SDK's pauses, which are in real time. */
const AT_ONCE = 32;
const SCALE = 40;
/** Of the resets, 5 % come before the change is made, and 2 % more after it: the change is there, and its answer is lost. */
const FAULTS = { throttle: 0.2, serverError: 0.05, reset: 0.05, resetAfter: 0.02 };

const ENGINES = ['ECS', 'CODE_DEPLOY'] as const;
const BEHAVIOURS = [undefined, 'crash', undefined, 'cannot-pull', 'unhealthy', 'out-of-memory'] as const;

interface Case {
  readonly seed: number;
  readonly engine: Engine;
  /** undefined: a good version. */
  readonly behaviour: (typeof BEHAVIOURS)[number];
}

/** What a run came to: its verdict beside what AWS has. */
interface Judged extends Omit<Traces, 'deployments'> {
  readonly verdict: string;
  readonly deployments: number;
}

interface Ran {
  readonly judged: Judged;
  /** The faults that it met, and the number of its requests. */
  readonly faults: readonly string[];
  readonly requests: number;
  readonly log: string;
}

function makeCase(seed: number): Case {
  return {
    seed,
    engine: ENGINES[seed % ENGINES.length] ?? 'ECS',
    behaviour: BEHAVIOURS[Math.floor(seed / ENGINES.length) % BEHAVIOURS.length]
  };
}

function expectedOf({ behaviour }: Case): Judged {
  return {
    verdict: behaviour === undefined ? 'succeeded' : 'rolled-back',
    revisions: 1,
    deployments: 1,
    runs: behaviour === undefined ? 'shop-web:2' : 'shop-web:1'
  };
}

async function runCase({ seed, engine, behaviour }: Case): Promise<Ran> {
  const folder = await mkdtemp(join(tmpdir(), 'slipway-faults-'));
  const anchor = Date.now();
  const cloud = await startCloud({ scale: SCALE, anchor });
  try {
    const call = connectToCloud(cloud.endpoint, REGION);
    await seedService(stageOf(engine, { repositories: [] }), call);
    await writeFile(join(folder, 'taskdefinition.json'), JSON.stringify(taskDefinition({}, behaviour)));
    await writeFile(join(folder, 'appspec.yml'), appspec());
    const mark = cloud.requestLog.entries().at(-1)?.sequence ?? 0;
    cloud.setFaults({ ...FAULTS, seed });
    const reporter = fakeReporter();
    const verdict = await shipTo({ cloud, engine, folder, clock: `${SCALE}@${anchor}`, reporter }).catch(
      (error: unknown) => `error: ${error instanceof Error ? error.message : String(error)}`
    );
    cloud.setFaults({});
    const entries = cloud.requestLog.entries(mark);
    const { deployments, ...traces } = await readTraces(engine, call);
    return {
      judged: { verdict, ...traces, deployments: deployments.length },
      faults: entries.flatMap(({ fault }) => fault ?? []),
      requests: entries.length,
      log: [...reporter.lines, ...reporter.warnings].join('\n')
    };
  } finally {
    await cloud.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Shipment {
  readonly cloud: Cloud;
  readonly engine: Engine;
  /** Where the user's files are. */
  readonly folder: string;
  readonly clock: string;
  readonly reporter: FakeReporter;
}

/** The whole job in this process, against one of many clouds: the endpoint is each connection's own. Resolves to the outcome. */
async function shipTo({ cloud, engine, folder, clock, reporter }: Shipment): Promise<string> {
  const { config } = decodeSettings({
    given: {
      ...(engine === 'ECS' ? ROLLING : { ...BLUE_GREEN, appspec: join(folder, 'appspec.yml') }),
      repository: '',
      image: 'public.ecr.aws/docker/library/httpd:2.4.65',
      'task-definition': join(folder, 'taskdefinition.json'),
      'artifacts-directory': join(folder, 'artifacts'),
      // The SDK's pauses are real ones, and on this clock they are long: the limit is not what is to be seen here.
      'wait-for-minutes': '1000',
      region: REGION
    },
    givenFrom: 'flag',
    file: undefined,
    env: {},
    source: { sha: undefined }
  });
  const { clientConfig, region } = connect(REGION, undefined, '0', MACHINE);
  const credentials = async () => ({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'not-a-secret' });
  const connection = { region, clientConfig: { ...clientConfig, credentials, endpoint: cloud.endpoint } };
  const progress = new RunProgress(REGION, systemClock(clock));
  await ship(
    config,
    {
      files: systemFiles(folder),
      processes: { run: () => Promise.reject(new Error('Nothing is built here.')) },
      clock: systemClock(clock),
      reporter,
      cleanupStore: fakeLedger(),
      environment: {},
      web: NO_GATES.web,
      region: REGION,
      signal: new AbortController().signal,
      ecr: connectEcr(connection),
      ecs: createEcsPort(connection),
      codedeploy: createCodeDeployPort(connection),
      logs: createLogsPort(connection),
      gates: { ...NO_GATES, listeners: createListenersPort(connection) }
    },
    progress
  );
  return progress.report.outcome;
}

describe('a rollout while every third request goes wrong', () => {
  it(`has the right verdict ${RUNS} times, and nothing is registered or deployed twice`, async () => {
    const cases = Array.from({ length: RUNS }, (_, seed) => makeCase(seed));
    const wrong: string[] = [];
    const faults = new Map<string, number>();
    let requests = 0;
    const work = async (): Promise<void> => {
      for (let next = cases.shift(); next !== undefined; next = cases.shift()) {
        const ran = await runCase(next);
        for (const fault of ran.faults) faults.set(fault, (faults.get(fault) ?? 0) + 1);
        requests += ran.requests;
        if (!isDeepStrictEqual(ran.judged, expectedOf(next)))
          wrong.push(`${JSON.stringify(next)} came to ${JSON.stringify(ran.judged)}\n${ran.log}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(wrong).toEqual([]);
    // It was as hard as it was to be: thousands of chances come out near their rates.
    const met = Object.entries(FAULTS).map(([fault, rate]) => (faults.get(fault) ?? 0) / requests / rate);
    expect(Math.min(...met)).toBeGreaterThan(0.5);
    expect(Math.max(...met)).toBeLessThan(1.5);
  }, 900_000);
});
