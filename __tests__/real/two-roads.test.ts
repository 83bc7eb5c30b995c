import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { evenOut, IMPATIENT, PATIENT, ROWS, setUpRow, type OutcomeRow, type Strategy } from '../dist/outcome-rows.js';
import { REGION, SHA, withSandbox, type Sandbox } from '../dist/sandbox.js';
import { appspec, BLUE_GREEN, describeService, ROLLING, taskDefinition, waitUntilSteady } from '../dist/seed.js';
import type { KillAfter } from '../dist/signals.js';
import { setUpGated, type GatedStage } from '../gates/stages.js';
import { startEngine, type Engine } from './docker-parts.js';
import { runPipeline, servePackage, type Npm, type Piped } from './two-roads-parts.js';

/** Side by side: each of them mostly waits. */
const AT_ONCE = 6;
const OUTCOMES = ['good', 'crash', 'cannot pull', 'superseded', 'cancelled'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** A service as it is set up, and what happens to its deployment. */
interface Scenario {
  readonly name: string;
  readonly row: OutcomeRow;
  readonly outcome: Outcome;
}

/** By whom a doomed version is ended: our own count, or ECS's circuit breaker. */
const SETTINGS: readonly (readonly [string, Strategy, OutcomeRow['inputs']])[] = [
  ['rolling, with the circuit breaker', 'ROLLING', PATIENT],
  ['rolling, without it', 'ROLLING', IMPATIENT],
  ['BLUE_GREEN', 'BLUE_GREEN', IMPATIENT],
  ['LINEAR', 'LINEAR', IMPATIENT],
  ['CANARY', 'CANARY', IMPATIENT],
  ['CodeDeploy', 'CodeDeploy', IMPATIENT]
];

const BEHAVIOURS: Readonly<Record<Outcome, string | undefined>> = {
  good: undefined,
  crash: 'crash',
  'cannot pull': 'cannot-pull',
  superseded: 'hang',
  cancelled: 'hang'
};
const VERDICTS: Readonly<Record<Outcome, string>> = {
  good: 'succeeded',
  crash: 'rolled-back',
  'cannot pull': 'rolled-back',
  superseded: 'superseded',
  cancelled: 'cancelled'
};

const SCENARIOS: readonly Scenario[] = SETTINGS.flatMap(([name, strategy, inputs]) =>
  OUTCOMES.map(outcome => {
    const like = ROWS.find(row => row.strategy === strategy && row.outcome === outcome);
    const row = {
      strategy,
      outcome,
      verdict: VERDICTS[outcome],
      exitCode: 0,
      says: /./,
      behaviour: BEHAVIOURS[outcome] ?? '',
      inputs: inputs ?? {},
      ...(like?.meanwhile === undefined ? {} : { meanwhile: like.meanwhile })
    };
    return { name: `${name}: ${outcome}`, row, outcome };
  })
);

/** How one of the two roads ended. */
interface End {
  readonly verdict: string | undefined;
  /** Everything that was said at the end. */
  readonly says: string;
  /** That the service runs when all is quiet. */
  readonly revision: string;
  /** The revision of the run's own. */
  readonly registered: string | undefined;
}

interface Ends {
  readonly action: End;
  readonly pipeline: End & { readonly piped: Piped };
}

let engine: Engine;
let npm: Npm;

beforeAll(async () => {
  [engine, npm] = await Promise.all([startEngine(), servePackage()]);
}, 60_000);

afterAll(async () => {
  await npm.close();
  await engine.close();
}, 60_000);

const lastPart = (arn: string | undefined): string | undefined => arn?.slice(arn.lastIndexOf('/') + 1);

/** A moment in which a deployment of ours is under way and followed: what can be done with it is the same in every run. */
function stopAfter({ row }: Pick<Scenario, 'row'>, signal: NodeJS.Signals): KillAfter {
  return {
    operation: row.strategy === 'CodeDeploy' ? 'BatchGetDeploymentTargets' : 'DescribeServiceDeployments',
    signal
  };
}

/** Sets the service up, and slipway.yml with the settings of both roads. */
async function setUp({ row }: Pick<Scenario, 'row'>, sandbox: Sandbox): Promise<void> {
  const settings = await setUpRow(
    { ...row, ...(row.behaviour === '' ? { behaviour: undefined } : {}) } as OutcomeRow,
    sandbox
  );
  if (row.strategy !== 'CodeDeploy') await rm(join(sandbox.workspace, 'appspec.yml'), { force: true });
  await writeSettings(sandbox, settings);
}

async function writeSettings(
  sandbox: Sandbox,
  inputs: Readonly<Record<string, string>>,
  more: object = {}
): Promise<void> {
  const numbers = Object.entries(inputs).map(
    ([name, text]) => [name, /^\d+$/.test(text) ? Number(text) : text] as const
  );
  const settings = { ...Object.fromEntries(numbers), region: REGION, repository: 'shop/web', ...more };
  await sandbox.write('slipway.yml', settings);
}

async function revisionOf(sandbox: Sandbox): Promise<string> {
  await waitUntilSteady(sandbox);
  const service = await describeService(sandbox);
  const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
  const arn = primary?.taskDefinition ?? service.taskDefinition;
  return lastPart(arn) ?? '';
}

async function runAction(scenario: Scenario, sandbox: Sandbox): Promise<End> {
  const { row, outcome } = scenario;
  await setUp(scenario, sandbox);
  let signal: (name: NodeJS.Signals) => void = () => undefined;
  const [run] = await Promise.all([
    sandbox.ship(
      {},
      {
        onStart: kill => (signal = kill),
        ...(outcome === 'cancelled' ? { killAfter: stopAfter(scenario, 'SIGTERM') } : {})
      }
    ),
    row.meanwhile?.(sandbox, row.strategy, name => signal(name))
  ]);
  return {
    verdict: run.outputs['outcome'],
    says: run.log,
    revision: await revisionOf(sandbox),
    registered: lastPart(run.outputs['task-definition-arn'])
  };
}

async function runGenerated(scenario: Scenario, sandbox: Sandbox): Promise<Ends['pipeline']> {
  const { row, outcome } = scenario;
  await setUp(scenario, sandbox);
  // Docker builds where all goes well; for the others the image is there already, under a tag that cannot be moved.
  if (outcome !== 'good') await putImage(sandbox);
  const piped = await runPipeline({
    sandbox,
    engine,
    npm,
    ...(outcome === 'cancelled' ? { stopAfter: stopAfter(scenario, 'SIGTERM') } : {}),
    meanwhile: signal => row.meanwhile?.(sandbox, row.strategy, signal)
  });
  const { OUTCOME, TASK_DEFINITION_ARN } = piped.exported;
  return {
    verdict: OUTCOME,
    says: piped.log,
    revision: await revisionOf(sandbox),
    registered: lastPart(TASK_DEFINITION_ARN),
    piped
  };
}

async function putImage(sandbox: Sandbox): Promise<void> {
  const imageManifestMediaType = 'application/vnd.oci.image.index.v1+json';
  const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: imageManifestMediaType, manifests: [] });
  const image = { repositoryName: 'shop/web', imageManifest, imageManifestMediaType, imageTag: SHA };
  await sandbox.call('ecr', 'PutImage', image);
}

/** Without numbers of tasks and ids, which each run has of its own. */
function even(text: string): string {
  return evenOut(text)
    .replace(/[0-9a-f]{32}|\d+/g, 'N')
    .replace(/d-[A-Z0-9N]{3,9}/g, 'd-N')
    .replace(/\s+/g, ' ');
}

describe('the generated pipeline ends as the Action does', () => {
  const ends = new Map<string, Ends>();
  const errors = new Map<string, unknown>();

  beforeAll(async () => {
    const waiting = [...SCENARIOS];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const scenario = next;
        const both: Partial<{ -readonly [Road in keyof Ends]: Ends[Road] }> = {};
        try {
          await withSandbox(async sandbox => void (both.action = await runAction(scenario, sandbox)));
          await withSandbox(async sandbox => void (both.pipeline = await runGenerated(scenario, sandbox)));
          ends.set(scenario.name, both as Ends);
        } catch (error) {
          errors.set(scenario.name, error);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }, 900_000);

  it.each(SCENARIOS.map(scenario => [scenario.name, scenario] as const))('%s', (name, { outcome }) => {
    if (errors.has(name)) throw errors.get(name);
    const { action, pipeline } = ends.get(name) as Ends;
    const { piped } = pipeline;
    expect({ verdict: action.verdict, log: action.says }).toEqual({ verdict: VERDICTS[outcome], log: action.says });
    expect({ verdict: pipeline.verdict, log: piped.log }).toEqual({ verdict: action.verdict, log: piped.log });
    expect(piped.status).toBe(outcome === 'good' ? 'SUCCEEDED' : 'FAILED');
    expect([pipeline.registered, pipeline.revision]).toEqual([action.registered, action.revision]);
    const { REASON = '' } = piped.exported;
    expect(REASON).not.toBe('');
    // The log says the verdict before the service's name.
    expect(even(action.says)).toContain(even(REASON.replace(/^(?:Cancelled|Rolled back)\. /, '')));
    expect(piped.refused).toEqual([]);
    expect(piped.docker.some(line => line.startsWith('push '))).toBe(outcome === 'good');
  });
});

describe('the gate of the generated pipeline', () => {
  const STAGES: readonly GatedStage[] = [
    { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' },
    { strategy: 'codedeploy', pause: 'Ready' }
  ];
  const GATES = [
    ['test -n "$GATE_URL"', 'succeeded'],
    ['echo the basket is empty; exit 3', 'rolled-back']
  ] as const;

  async function setUpGate(sandbox: Sandbox, stage: GatedStage, command: string): Promise<void> {
    await setUpGated({ call: sandbox.call, pass: milliseconds => sandbox.pass(milliseconds / 1000) }, stage);
    const isCodeDeploy = stage.strategy === 'codedeploy';
    await sandbox.write('taskdefinition.json', taskDefinition());
    if (isCodeDeploy) await sandbox.write('appspec.yml', appspec());
    else await rm(join(sandbox.workspace, 'appspec.yml'), { force: true });
    const gate = { 'gate-command': command, 'gate-urls': ['/health'] };
    await writeSettings(sandbox, isCodeDeploy ? BLUE_GREEN : ROLLING, gate);
    const repository = { repositoryName: 'shop/web', imageTagMutability: 'IMMUTABLE' };
    await sandbox.call('ecr', 'CreateRepository', repository);
    await putImage(sandbox);
  }

  it.concurrent.each(STAGES.flatMap(stage => GATES.map(gate => [stage.strategy, ...gate, stage] as const)))(
    'decides over %s as in the Action, and its role may do what it needs: %s',
    async (_strategy, command, verdict, stage) => {
      let action = '';
      await withSandbox(async sandbox => {
        await setUpGate(sandbox, stage, command);
        const { outputs, log } = await sandbox.ship({});
        expect({ verdict: outputs['outcome'], log }).toMatchObject({ verdict });
        action = log;
      });
      await withSandbox(async sandbox => {
        await setUpGate(sandbox, stage, command);
        const { exported, log, refused } = await runPipeline({ sandbox, engine, npm });
        expect({ verdict: exported['OUTCOME'], log }).toMatchObject({ verdict });
        expect(even(action)).toContain(even((exported['REASON'] ?? '').replace(/^Rolled back\. /, '')));
        expect(log).toContain(verdict === 'succeeded' ? 'The gate passed at' : 'the basket is empty');
        expect(refused).toEqual([]);
      });
    }
  );
});

describe('the deploy project', () => {
  const row = (changes: Partial<OutcomeRow> = {}): Pick<Scenario, 'row'> => ({
    row: { ...(ROWS[0] as OutcomeRow), behaviour: 'hang', inputs: {}, ...changes }
  });

  it.concurrent('takes back what a deployment left that was killed', () =>
    withSandbox(async sandbox => {
      await setUp(row(), sandbox);
      await putImage(sandbox);
      const killAfter = { operation: 'UpdateService', signal: 'SIGKILL' } as const;
      const piped = await runPipeline({ sandbox, engine, npm, killAfter });
      expect(piped.status).toBe('FAILED');
      expect(piped.exported).not.toHaveProperty('OUTCOME');
      expect(piped.log).toContain('of shop/web was still in progress');
      expect(piped.refused).toEqual([]);
      expect(await revisionOf(sandbox)).toBe('shop-web:1');
    })
  );

  it.concurrent('tells a rollback of the stage from a deployment', () =>
    withSandbox(async sandbox => {
      await setUp(row({ behaviour: '' }), sandbox);
      await putImage(sandbox);
      const aws = 'if [ "$1 $2 $4" = "codepipeline get-pipeline-state shop" ]; then echo ROLLBACK; exit; fi';
      const piped = await runPipeline({ sandbox, engine, npm, aws });
      expect(piped.exported).toMatchObject({ EXECUTION_TYPE: 'ROLLBACK', OUTCOME: 'succeeded' });
      expect(piped.log).toContain('This is a rollback of the stage');
    })
  );

  it.concurrent('runs nothing that has another hash', () =>
    withSandbox(async sandbox => {
      await setUp(row(), sandbox);
      await putImage(sandbox);
      const pinned = npm.pinned.replace(/sha512-.*/, `sha512-${'A'.repeat(86)}==`);
      const piped = await runPipeline({ sandbox, engine, npm, pinned });
      expect(piped.phases).toEqual(['install FAILED', 'upload_artifacts SUCCEEDED']);
      expect(piped.log).toMatch(/checksum did NOT match/);
      expect(await revisionOf(sandbox)).toBe('shop-web:1');
    })
  );
});
