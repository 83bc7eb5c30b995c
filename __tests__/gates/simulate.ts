import type { Shell, ShellOptions, WebClient, WebRequest } from '../../src/ports.js';
import { CODEDEPLOY } from '../../src/emulator/codedeploy/state.js';
import { ECS } from '../../src/emulator/ecs/state.js';
import { APPSPEC, CLUSTER, taskDefinition } from '../search/stages.js';
import { Simulation, type Request, type RunInput, type SimulatedRun, type Trouble } from '../simulation/simulation.js';
import { setUpGated, type GatedListeners, type GatedStage } from './stages.js';

/** How a gate's command ends, and after how many virtual seconds. */
export type Fate = 'passes' | 'fails' | 'hangs' | 'is killed';

/** One run of a gate's command. */
interface GateCall {
  readonly env: Readonly<Record<string, string>>;
  readonly startedAt: number;
  /** undefined: it was cut short. */
  endedAt: number | undefined;
  passed: boolean;
  /** The lifecycle stage of the deployment when it began, and the production traffic of the new version in percent. */
  readonly stage: string;
  readonly traffic: number;
}

export interface GatedRun {
  readonly run: SimulatedRun;
  readonly simulation: Simulation;
  readonly gates: readonly GateCall[];
  readonly log: string;
  /** The production traffic in percent that the new version had at most before its gate passed. */
  readonly untested: number;
}

export interface GatedCase {
  readonly stage: GatedStage;
  readonly fate?: Fate | readonly Fate[];
  readonly seconds?: number;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Called as the gate's command begins. */
  readonly onGate?: (simulation: Simulation, run: SimulatedRun) => void;
  /** Answers what gate-urls ask for. */
  readonly answer?: (request: WebRequest, count: number) => number | Error;
  /** What goes wrong with a request. */
  readonly trouble?: (request: Request) => Trouble | undefined;
  readonly files?: Readonly<Record<string, string>>;
  readonly seed?: number;
  readonly prepare?: (simulation: Simulation, listeners: GatedListeners) => void | Promise<void>;
}

const LINES = ['checking', 'expected 200, got 500'];

/** Ships a new version to a service with a gate, in virtual time. */
export async function simulate(gated: GatedCase, folder: string): Promise<GatedRun> {
  const simulation = await Simulation.open(gated.seed ?? 1, folder);
  const listeners = await setUpGated(
    { call: simulation.call, pass: milliseconds => simulation.pass(milliseconds) },
    gated.stage
  );
  await gated.prepare?.(simulation, listeners);
  const gates: GateCall[] = [];
  const began = simulation.time.now();
  const shell: Shell = { run: (_line, options) => runCommand(gated, options, { simulation, gates, began }) };
  let requests = 0;
  const web: WebClient = {
    get: async request => {
      requests += 1;
      const status = gated.answer?.(request, requests) ?? 200;
      if (status instanceof Error) throw status;
      return { status, body: `answer ${requests}` };
    }
  };
  // Looked at before every request: production traffic of a version whose gate has not passed is a fault, whoever sent it.
  let untested = 0;
  simulation.observer = {
    before: request => {
      if (!gates.some(({ passed }) => passed)) untested = Math.max(untested, look(simulation, began).traffic);
      return gated.trouble?.(request);
    }
  };
  const [run] = await simulation.run([inputOf(gated, { shell, web })]);
  if (run === undefined) throw new Error('Nothing ran.');
  const log = [...run.machine.reporter.lines, ...run.machine.reporter.warnings].join('\n');
  return { run, simulation, gates, log, untested };
}

function inputOf({ stage, inputs, files = {} }: GatedCase, gates: NonNullable<RunInput['gates']>): RunInput {
  const input = runsOf(stage, 'A', inputs);
  return { ...input, gates, files: { ...input.files, ...files } };
}

/** A run that ships to a stage; one that names a deployment follows that, and needs nothing else. */
export function runsOf(
  { strategy }: GatedStage,
  name: string,
  inputs: Readonly<Record<string, string>> = {},
  behaviour?: string
): RunInput {
  const group = { 'codedeploy-application': 'shop', 'codedeploy-deployment-group': 'shop-web' };
  const ships = { ...SHIPS, ...(strategy === 'codedeploy' ? group : {}) };
  return {
    name,
    inputs: { ...('deployment' in inputs ? {} : ships), ...inputs },
    files: {
      'appspec.yml': APPSPEC,
      'web.json': JSON.stringify(taskDefinition('shop-web', '<IMAGE1_NAME>', behaviour))
    }
  };
}

const SHIPS = {
  cluster: CLUSTER,
  service: 'web',
  'task-definition': 'web.json',
  image: 'public.ecr.aws/docker/library/httpd:2.4.65',
  'artifacts-directory': '/artifacts'
};

async function runCommand(
  { fate = 'passes', seconds = 20, onGate }: GatedCase,
  { env, onLine, signal }: ShellOptions,
  { simulation, gates, began }: { readonly simulation: Simulation; readonly gates: GateCall[]; readonly began: number }
): ReturnType<Shell['run']> {
  const { time } = simulation;
  const fates = typeof fate === 'string' ? [fate] : fate;
  const ends = fates[Math.min(gates.length, fates.length - 1)] ?? 'passes';
  const call: GateCall = { env, startedAt: time.now(), endedAt: undefined, passed: false, ...look(simulation, began) };
  gates.push(call);
  for (const line of LINES) onLine(line);
  const [run] = simulation.runs;
  if (run !== undefined) onGate?.(simulation, run);
  await new Promise<void>((resolve, reject) => {
    const cut = (): void => reject(signal.reason as Error);
    if (signal.aborted) cut();
    signal.addEventListener('abort', cut, { once: true });
    if (ends !== 'hangs') time.after(seconds * 1000, resolve);
  });
  call.endedAt = time.now();
  call.passed = ends === 'passes';
  if (ends === 'is killed') return { killedBy: 'SIGKILL' };
  return { exitCode: ends === 'passes' ? 0 : 3 };
}

/** The lifecycle stage of the run's deployment, and the production traffic of its version in percent, by AWS's own state. */
function look({ cloud, region }: Simulation, since: number): { readonly stage: string; readonly traffic: number } {
  cloud.timeline.advance();
  const made = [...region.part(CODEDEPLOY).deployments.values()].find(({ creator }) => creator === 'user');
  if (made !== undefined) return { stage: made.status, traffic: made.green?.weight ?? 0 };
  const service = region.part(ECS).clusters.get(CLUSTER)?.services.get('web');
  const newest = service?.serviceDeployments.find(({ createdAt }) => createdAt >= since);
  const { strategy = 'ROLLING' } = newest?.configuration ?? {};
  const traffic = strategy === 'ROLLING' ? 0 : (newest?.target?.productionWeight ?? 0);
  return { stage: newest?.lifecycleStage ?? '', traffic };
}
