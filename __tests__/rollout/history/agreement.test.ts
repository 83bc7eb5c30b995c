import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { showStatus } from '../../../src/commands/status-and-rollback.js';
import { RunProgress } from '../../../src/report/run-progress.js';
import type { RunReport } from '../../../src/report/outputs.js';
import type { TimelineEntry } from '../../../src/rollout/result.js';
import { connectWorld, readConfig } from '../../../src/run.js';
import { ship } from '../../../src/ship.js';
import { runsOf } from '../../gates/simulate.js';
import { setUpGated, type GatedStage } from '../../gates/stages.js';
import { CLUSTER } from '../../search/stages.js';
import { ENVIRONMENT } from '../../simulation/machine.js';
import { Simulation } from '../../simulation/simulation.js';

const folder = mkdtempSync(join(tmpdir(), 'slipway-history-'));
beforeAll(() => void Object.assign(process.env, ENVIRONMENT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In milliseconds: a run sees a phase at its next look, at most 5.5 s (5 s and a tenth) and an answer later. */
const TOLERANCE = 6_000;

interface Case {
  readonly stage: GatedStage;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly behaviour?: string;
  /** Seconds between the run's end and the look. */
  readonly later?: number;
}

interface Told {
  readonly outcome?: string;
  readonly phase?: string;
  readonly reason?: string;
  readonly phases: readonly TimelineEntry[];
  readonly taskPhases: readonly TimelineEntry[];
  readonly phasesWithoutTimes: readonly string[];
}

/** Ships in virtual time, and asks `slipway status --json` afterwards. */
async function shipAndLook({ stage, inputs, behaviour, later = 0 }: Case): Promise<{ run: RunReport; status: Told }> {
  const simulation = await Simulation.open(1, folder);
  await setUpGated({ call: simulation.call, pass: milliseconds => simulation.pass(milliseconds) }, stage);
  // What came with the setting up is over, and its events are not this deployment's.
  simulation.pass(600_000);
  const input = runsOf(stage, 'A', inputs, behaviour);
  let run: RunReport | undefined;
  const work = async (machine: Parameters<typeof connectWorld>[1]): Promise<number> => {
    const config = await readConfig({ given: input.inputs, givenFrom: 'input' }, machine);
    const progress = new RunProgress('eu-west-1', machine.clock);
    await ship(config, connectWorld(config, machine), progress);
    run = progress.report;
    return 0;
  };
  await simulation.run([{ ...input, command: work }]);
  simulation.pass(later * 1000);
  let printed = '';
  const group = { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'shop-web' };
  const flags = { cluster: CLUSTER, service: 'web', json: 'true', ...(stage.strategy === 'codedeploy' ? group : {}) };
  const command = (machine: Parameters<typeof showStatus>[1]): Promise<number> =>
    showStatus({ flags, problems: [] }, machine, text => (printed += text));
  await simulation.run([{ name: 'B', inputs: {}, files: {}, command }]);
  const [{ lastDeployment }] = JSON.parse(printed, (key, value: unknown) =>
    key === 'startedAt' || key === 'endedAt' ? Date.parse(String(value)) : value
  ) as readonly [{ readonly lastDeployment: Told }];
  if (run === undefined) throw new Error('The run has not ended.');
  return { run, status: lastDeployment };
}

/** Where tasks die, a run sees that none runs, and some again: for status that is one stretch. */
function joinReplaced(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const joined: TimelineEntry[] = [];
  for (const entry of timeline) {
    const before = joined.at(-1);
    const goesOn = before?.phase === 'replace' && (entry.phase === 'start' || entry.phase === 'replace');
    if (goesOn) joined[joined.length - 1] = { ...before, endedAt: entry.endedAt };
    else joined.push(entry);
  }
  return joined;
}

function expectAgreement(run: readonly TimelineEntry[], status: readonly TimelineEntry[]): void {
  for (const { phase, startedAt, endedAt } of status) {
    const seen = run.find(entry => entry.phase === phase);
    if (seen === undefined) {
      // It came and went between two looks.
      expect({ phase, isShort: endedAt - startedAt < TOLERANCE }).toEqual({ phase, isShort: true });
      continue;
    }
    const apart = Math.max(Math.abs(seen.startedAt - startedAt), Math.abs(seen.endedAt - endedAt));
    expect({ phase, apart, isNear: apart <= TOLERANCE }).toMatchObject({ phase, isNear: true });
  }
}

const names = (entries: readonly TimelineEntry[]): readonly string[] => entries.map(({ phase }) => phase);
const STARTED = ['place', 'pull', 'start'];
const READY = { strategy: 'codedeploy', pause: 'Ready', pauseMinutes: 5 } as const;

it.each<[string, Case, { outcome: string; phases: string[]; tasks: string[]; untold: string[] }]>([
  [
    'a rolling update',
    { stage: { strategy: 'rolling' } },
    { outcome: 'succeeded', phases: ['start', 'replace', 'drain'], tasks: [...STARTED, 'healthy'], untold: [] }
  ],
  [
    'a rolling update whose tasks crash',
    { stage: { strategy: 'rolling' }, behaviour: 'crash' },
    { outcome: 'rolled-back', phases: ['start', 'replace', 'rollback'], tasks: [], untold: [] }
  ],
  [
    'a rolling update whose image is not there',
    { stage: { strategy: 'rolling' }, behaviour: 'cannot-pull' },
    { outcome: 'rolled-back', phases: ['start', 'rollback'], tasks: [], untold: [] }
  ],
  ...(['blue-green', 'linear', 'canary'] as const).map(
    (strategy): [string, Case, { outcome: string; phases: string[]; tasks: string[]; untold: string[] }] => [
      `a native ${strategy} deployment, of whose stages ECS keeps no times`,
      { stage: { strategy } },
      { outcome: 'succeeded', phases: ['bake', 'drain'], tasks: STARTED, untold: ['start', 'test', 'shift'] }
    ]
  ),
  [
    'a native deployment whose tasks crash',
    { stage: { strategy: 'blue-green' }, behaviour: 'crash' },
    { outcome: 'rolled-back', phases: ['start', 'rollback'], tasks: [], untold: [] }
  ],
  [
    'a CodeDeploy deployment',
    { stage: { strategy: 'codedeploy' } },
    { outcome: 'succeeded', phases: ['start', 'test', 'shift', 'drain'], tasks: [...STARTED, 'healthy'], untold: [] }
  ],
  [
    'a CodeDeploy deployment whose tasks crash',
    { stage: { strategy: 'codedeploy' }, behaviour: 'crash' },
    { outcome: 'rolled-back', phases: ['start', 'rollback'], tasks: [], untold: [] }
  ],
  [
    'a CodeDeploy deployment that nobody let go on',
    { stage: READY },
    { outcome: 'rolled-back', phases: ['start', 'test', 'ready', 'rollback'], tasks: [], untold: [] }
  ]
])('status tells of %s what the run told, as far as AWS knows it', async (_name, given, expected) => {
  const { run, status } = await shipAndLook(given);
  const { timeline = [], tasks = [] } = run.rollout ?? {};
  const { outcome, phases, taskPhases, phasesWithoutTimes: untold } = status;
  expect({ run: run.outcome, outcome, phases: names(phases), tasks: names(taskPhases), untold }).toEqual({
    run: expected.outcome,
    ...expected
  });
  const seen = joinReplaced(timeline);
  expectAgreement(seen, phases);
  const told = new Set([...names(phases), ...untold]);
  expect(names(seen).filter(phase => !told.has(phase))).toEqual([]);
  if (tasks.length > 0) expectAgreement(tasks, taskPhases);
});

it.each<[string, GatedStage, { phases: string[]; untold: string[] }]>([
  ['rolling', { strategy: 'rolling' }, { phases: ['start', 'replace', 'drain'], untold: [] }],
  ['native', { strategy: 'blue-green' }, { phases: ['bake', 'drain'], untold: ['start', 'test', 'shift'] }],
  ['CodeDeploy', { strategy: 'codedeploy' }, { phases: ['start', 'test', 'shift', 'drain'], untold: [] }]
])(
  'two hours later ECS has forgotten the old tasks, and its events still tell (%s)',
  async (_name, stage, expected) => {
    const { run, status } = await shipAndLook({ stage, later: 7_200 });
    expect({ phases: names(status.phases), untold: status.phasesWithoutTimes }).toEqual(expected);
    expectAgreement(run.rollout?.timeline ?? [], status.phases);
  }
);

it.each<[string, GatedStage, { phases: string[]; untold: string[]; phase: string }]>([
  [
    'a PAUSE hook',
    { strategy: 'blue-green', pause: 'POST_TEST_TRAFFIC_SHIFT' },
    { phases: [], untold: ['start', 'test'], phase: 'test' }
  ],
  ['Ready', { ...READY, pauseMinutes: 60 }, { phases: ['start', 'test', 'ready'], untold: [], phase: 'ready' }]
])('of one that waits at %s it tells how far it came, until now', async (_name, stage, expected) => {
  const { run, status } = await shipAndLook({ stage, inputs: { 'wait-for': 'paused' }, later: 60 });
  expect(run.outcome).toBe('paused');
  const { phase, phases, phasesWithoutTimes: untold, outcome } = status;
  expect({ phase, phases: names(phases), untold, outcome }).toEqual({ ...expected, outcome: undefined });
});
