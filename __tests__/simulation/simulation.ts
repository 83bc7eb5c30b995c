import { types } from 'node:util';

import { seededRandom } from '../../src/emulator/server/faults.js';
import { openCloud } from '../../src/emulator/cloud.js';
import { connectInProcess, type Call, type Shape } from '../../src/emulator/client.js';
import type { WireRequest } from '../../src/emulator/server/protocol.js';
import type { Answer, Answerer } from '../../src/emulator/server/requests.js';
import { performAs, type Perform } from '../../src/emulator/second-actor/calls.js';
import { makeMove, type Move, type Moved } from '../../src/emulator/second-actor/moves.js';
import { MODULES } from '../../src/emulator/modules.js';
import type { Cloud, RegionState } from '../../src/emulator/server/state.js';
import { runCleanups } from '../../src/cleanup.js';
import { Cancelled } from '../../src/errors.js';
import type { PendingCleanup } from '../../src/ports.js';
import { connectWorld, runShip, type RunOutcome as RunAnswer } from '../../src/run.js';
import { createMachine, REGION, type VirtualMachine } from './machine.js';
import { VirtualTime } from './virtual-time.js';
import { createWire, type Incoming } from './wire.js';

// Jest's sandbox has an Error of its own, of which the errors of Node's streams are no instances; the SDK would not see what they say.
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    return (this === Error && types.isNativeError(value)) || Function.prototype[Symbol.hasInstance].call(this, value);
  }
});

/** What may go wrong with a request on its way. */
export type Trouble =
  | 'throttled'
  | 'server-error'
  /** The connection breaks before AWS has the request. */
  | 'reset'
  /** It takes effect, and the connection breaks before its answer. */
  | 'answer-lost'
  /** It takes effect, and its answer never comes. */
  | 'no-answer';

/** One request of a run. */
export interface Request {
  readonly run: SimulatedRun;
  readonly step: 'main' | 'post';
  /** The how manieth of this run, its post step included; the first is 1. */
  readonly number: number;
  /** `ecs:UpdateService` */
  readonly action: string;
  readonly input: Shape;
  /** When AWS had it, in virtual milliseconds since the epoch. */
  time: number;
  /** HTTP's; 0 where AWS never had it. */
  status: number;
  output: Shape | undefined;
  trouble: Trouble | undefined;
}

/** Told of every request, right before and right after it reaches AWS. */
export interface Observer {
  /** Trouble for this request; none where undefined. */
  before?(request: Request): Trouble | undefined;
  after?(request: Request): void;
  /** What AWS refuses this request with, in its own words; nothing where undefined. */
  refuse?(request: Request): { readonly type: string; readonly message: string } | undefined;
  /** Looks at AWS right before a request has its effect; what it gives is called right after. */
  around?(request: Request): (() => void) | undefined;
  /** The main step ended by itself. */
  ended?(run: SimulatedRun): void;
}

/** A run of Slipway, main step and post step. */
export interface SimulatedRun {
  readonly name: string;
  readonly machine: VirtualMachine;
  readonly requests: Request[];
  step: 'main' | 'post' | 'over';
  /** The main step was killed: nothing of it reaches AWS any more, and nothing reaches it. */
  isKilled: boolean;
  cancelledAt: number | undefined;
  /** When the main step ended by itself. */
  endedAt: number | undefined;
  answer: RunAnswer | undefined;
  /** What the post step inherited. */
  pendingCleanups: readonly PendingCleanup[];
  /** Whether the post step took everything back; undefined before it has run. */
  isClean: boolean | undefined;
  readonly post: { lines: readonly string[]; warnings: readonly string[] };
}

export interface RunInput {
  readonly name: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** By path. */
  readonly files: Readonly<Record<string, string>>;
  /** So many milliseconds after the first. */
  readonly delay?: number;
  /** What its gates are run by; without it, none is run. */
  readonly gates?: Parameters<typeof createMachine>[1]['gates'];
  /** What runs on its machine in the Action's place: a command. Resolves with its exit code. */
  readonly command?: (machine: VirtualMachine) => Promise<number>;
}

const START = Date.parse('2026-03-01T10:00:00Z');
/** On the way to AWS and back, in milliseconds: each way at least the first, and by chance up to the sum. */
const LATENCY = { least: 20, most: 60 };
/** GitHub ends a cancelled step after so many milliseconds (SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL). */
const GITHUB_PATIENCE = 10_000;
/** A run that is not over after so long hangs: its own limits are an hour at most. */
const LONGEST_RUN = 6 * 3_600_000;
/** For a party that does something which is none of the simulation's, as to load a module, in real milliseconds. */
const REAL_PATIENCE = 20_000;

/** Runs of Slipway against one built-in AWS, all in this process and in one virtual time. */
export class Simulation {
  readonly time: VirtualTime;
  readonly runs: SimulatedRun[] = [];
  readonly cloud: Cloud;
  readonly call: Call;
  observer: Observer = {};
  readonly #answer: Answerer;
  readonly #seed: number;
  readonly #random: () => number;

  private constructor(seed: number, time: VirtualTime, cloud: Cloud, answer: Answerer) {
    this.time = time;
    this.cloud = cloud;
    this.#answer = answer;
    this.#seed = seed;
    this.#random = seededRandom(seed);
    this.call = connectInProcess(answer, REGION);
  }

  /** @param folder for what the cloud would keep on a disk */
  static async open(seed: number, folder: string): Promise<Simulation> {
    const time = new VirtualTime(START);
    const { cloud, answer } = await openCloud({ now: () => time.now(), anchor: START, dataDirectory: folder });
    return new Simulation(seed, time, cloud, answer);
  }

  get region(): RegionState {
    return this.cloud.region(REGION);
  }

  /** Calls of somebody else. */
  performAs(principal: string): Perform {
    return performAs(this.cloud, MODULES, REGION, principal);
  }

  /** A move of somebody else, now. */
  move(move: Omit<Move, 'region'>, principal: string): Moved {
    return makeMove(this.cloud, this.performAs(principal), { ...move, region: REGION });
  }

  /** Cancels the main step of a run, as GitHub does: what has not ended by itself in its time is killed. */
  cancel(run: SimulatedRun, signal: AbortController): void {
    if (run.step !== 'main' || run.cancelledAt !== undefined) return;
    run.cancelledAt = this.time.now();
    signal.abort(new Cancelled('SIGINT'));
    this.time.after(GITHUB_PATIENCE, () => this.kill(run));
  }

  /** Kills the main step of a run. */
  kill(run: SimulatedRun): void {
    if (run.step !== 'main') return;
    run.isKilled = true;
    this.#startPost(run);
  }

  readonly #signals = new Map<SimulatedRun, AbortController>();

  /** Cancels by what the run listens to. */
  cancelRun(run: SimulatedRun): void {
    const signal = this.#signals.get(run);
    if (signal !== undefined) this.cancel(run, signal);
  }

  /** Runs all to their end, their post steps too. Rejects where one hangs. */
  async run(inputs: readonly RunInput[]): Promise<readonly SimulatedRun[]> {
    const uninstall = this.time.install(this.#seed);
    try {
      for (const input of inputs) this.#startMain(input);
      const until = this.time.now() + LONGEST_RUN;
      let stillSince: number | undefined;
      while (this.runs.some(({ step }) => step !== 'over')) {
        await this.time.settle();
        if (this.runs.every(({ step }) => step === 'over')) break;
        if (this.time.now() > until) throw new Error(`A run hangs: ${this.#describe()}`);
        if (this.time.step()) stillSince = undefined;
        else {
          stillSince ??= Date.now();
          if (Date.now() - stillSince > REAL_PATIENCE) throw new Error(`A run waits for nothing: ${this.#describe()}`);
        }
      }
      return this.runs;
    } finally {
      uninstall();
    }
  }

  /** Lets time pass for AWS alone. */
  pass(milliseconds: number): void {
    this.time.skip(milliseconds);
    this.cloud.timeline.advance();
  }

  #describe(): string {
    return this.runs
      .map(({ name, step, requests }) => `${name} (${step}, after ${requests.length} requests)`)
      .join(', ');
  }

  #startMain({ name, inputs, files, delay = 0, gates, command }: RunInput): void {
    const signal = new AbortController();
    const number = this.runs.length + 1;
    const run: SimulatedRun = {
      name,
      machine: createMachine(this.time, {
        agent: createWire(
          incoming => this.#arrive(run, 'main', incoming),
          () => this.#touch()
        ),
        files: new Map(Object.entries(files)),
        seed: this.#seed + number,
        signal: signal.signal,
        gates
      }),
      requests: [],
      step: 'main',
      isKilled: false,
      cancelledAt: undefined,
      endedAt: undefined,
      answer: undefined,
      pendingCleanups: [],
      isClean: undefined,
      post: { lines: [], warnings: [] }
    };
    this.runs.push(run);
    this.#signals.set(run, signal);
    this.time.after(delay, () => {
      const work =
        command === undefined
          ? runShip({ given: inputs, givenFrom: 'input' }, run.machine)
          : command(run.machine).then(exitCode => ({ exitCode, outputs: {}, summary: undefined, reason: undefined }));
      void work.then(answer => {
        this.#touch();
        if (run.isKilled) return;
        run.answer = answer;
        run.endedAt = this.time.now();
        this.cloud.timeline.advance();
        this.observer.ended?.(run);
        this.#startPost(run);
      });
    });
  }

  /** What `runPost` of the Action does. */
  #startPost(run: SimulatedRun): void {
    run.step = 'post';
    run.pendingCleanups = [...run.machine.open.values()];
    const machine = createMachine(this.time, {
      agent: createWire(
        incoming => this.#arrive(run, 'post', incoming),
        () => this.#touch()
      ),
      files: new Map(),
      seed: this.#seed + 100,
      signal: new AbortController().signal
    });
    void runCleanups(run.pendingCleanups, { ...machine, githubDeployments: undefined }, region =>
      connectWorld({ region, role: undefined }, machine)
    ).then(isClean => {
      this.#touch();
      run.isClean = isClean;
      run.post.lines = machine.reporter.lines;
      run.post.warnings = machine.reporter.warnings;
      run.step = 'over';
    });
  }

  #touch(): void {
    this.time.activity += 1;
  }

  #latency(): number {
    return LATENCY.least + Math.floor(this.#random() * LATENCY.most);
  }

  #arrive(run: SimulatedRun, step: 'main' | 'post', incoming: Incoming): void {
    this.#touch();
    this.time.after(this.#latency(), () => this.#reach(run, step, incoming));
  }

  /** The request reaches AWS. */
  #reach(run: SimulatedRun, step: 'main' | 'post', incoming: Incoming): void {
    if (run.step !== step) return;
    const request: Request = {
      run,
      step,
      number: run.requests.length + 1,
      ...readRequest(incoming),
      time: this.time.now(),
      status: 0,
      output: undefined,
      trouble: undefined
    };
    run.requests.push(request);
    const trouble = (request.trouble = this.observer.before?.(request));
    // What was killed in this very moment sends nothing more.
    if (run.step !== step) return;
    const answer = this.#process(request, incoming, trouble);
    this.observer.after?.(request);
    if (trouble === 'no-answer') return;
    this.time.after(this.#latency(), () => {
      if (run.step !== step) return;
      if (answer === undefined) incoming.cut();
      else incoming.answer(answer);
    });
  }

  #process(request: Request, incoming: Incoming, trouble: Trouble | undefined): Answer | undefined {
    if (trouble === 'reset') return undefined;
    const refusal = REFUSALS[trouble ?? ''];
    if (refusal !== undefined) return refusal;
    const refused = this.observer.refuse?.(request);
    if (refused !== undefined) {
      const body = JSON.stringify({ __type: refused.type, message: refused.message });
      return { status: 400, type: JSON_TYPE, body };
    }
    this.cloud.timeline.advance();
    const done = this.observer.around?.(request);
    // All runs of this process have the same credentials: what tells them apart at AWS is put in here.
    const authorization = incoming.headers['authorization']?.replace(
      /Credential=[^/]+/,
      `Credential=${request.run.name}`
    );
    this.cloud.sessions.set(request.run.name, principalOf(request.run.name, this.cloud.account));
    const answer = this.#answer({ ...incoming, headers: { ...incoming.headers, authorization } });
    request.status = answer?.status ?? 0;
    request.output = readOutput(answer);
    done?.();
    return trouble === 'answer-lost' ? undefined : answer;
  }
}

/** Who a run is at AWS. */
function principalOf(run: string, account: string): string {
  return `arn:aws:sts::${account}:assumed-role/deploy/${run}`;
}

const JSON_TYPE = 'application/x-amz-json-1.1';
const REFUSALS: Readonly<Record<string, Answer>> = {
  throttled: {
    status: 400,
    type: JSON_TYPE,
    body: JSON.stringify({ __type: 'ThrottlingException', message: 'Rate exceeded' })
  },
  'server-error': {
    status: 500,
    type: JSON_TYPE,
    body: JSON.stringify({ __type: 'ServerException', message: 'Service Unavailable. Please try again later.' })
  }
};

const SERVICES: Readonly<Record<string, string>> = {
  AmazonEC2ContainerServiceV20141113: 'ecs',
  CodeDeploy_20141006: 'codedeploy',
  Logs_20140328: 'logs',
  AmazonEC2ContainerRegistry_V20150921: 'ecr'
};

function readRequest({ headers, body }: WireRequest): Pick<Request, 'action' | 'input'> {
  const text = body.toString('utf8');
  const [service = '', operation = ''] = (headers['x-amz-target'] ?? '').split('.');
  if (operation !== '') {
    return {
      action: `${SERVICES[service] ?? service}:${operation}`,
      input: JSON.parse(text === '' ? '{}' : text) as Shape
    };
  }
  const form = Object.fromEntries(new URLSearchParams(text));
  return { action: `query:${form['Action'] ?? ''}`, input: form };
}

function readOutput(answer: Answer | undefined): Shape | undefined {
  if (answer?.status !== 200 || !answer.body.startsWith('{')) return undefined;
  return JSON.parse(answer.body) as Shape;
}
