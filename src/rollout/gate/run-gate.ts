import { orAborted } from '../../cancellation.js';
import { Cancelled } from '../../errors.js';
import type { Clock, Reporter } from '../../ports.js';
import type { GateRun } from './gate.js';

import { REQUEST_HEADERS, urlBehind } from './address.js';
import { describeGate, type Gate } from './gate.js';

/** What a gate is told of the deployment that it judges. */
export interface GateSubject {
  /** As the output `deployment` names it. */
  readonly deployment: string;
  readonly taskDefinitionArn: string;
  /** The private addresses of the new tasks. */
  readonly taskIps: readonly string[];
}

export interface GateRunInput {
  readonly gate: Gate;
  readonly subject: GateSubject;
  readonly clock: Clock;
  readonly reporter: Reporter;
  /** Ends the gate: then it has not passed. */
  readonly signal: AbortSignal;
}

/** So many answers in a row decide. */
const IN_A_ROW = 3;
/** Milliseconds between two requests; after one that failed they grow to the longest. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 5_000;
/** So many of the last lines are kept, and so much of each. */
const MAX_LINES = 20;
const MAX_CHARACTERS = 1_000;

/** How one part of a gate ended. */
interface Part {
  readonly passed: boolean;
  readonly tries: number;
  readonly subject: string;
  readonly outcome: string;
  readonly lines: readonly string[];
}

/**
 * Runs a gate: its command, then its URLs one after the other; the first that fails ends it. A gate that is out of time, or whose command was
 * killed, has failed.
 *
 * @throws the signal's reason when it fires: nobody knows then whether it would have passed
 */
export async function runGate(input: GateRunInput): Promise<GateRun> {
  const { gate, clock, reporter, signal } = input;
  const startedAt = clock.now();
  const limit = new AbortController();
  const over = new AbortController();
  const timing = clock
    .sleep(gate.timeoutMinutes * 60_000, AbortSignal.any([signal, over.signal]))
    .then(() => limit.abort(new GateTimeout()))
    .catch(() => undefined);
  const done: Part[] = [];
  try {
    const part = await reporter.group(`Gate (${gate.stage}): ${describeGate(gate)}`, () =>
      runParts(input, AbortSignal.any([signal, limit.signal]), done)
    );
    signal.throwIfAborted();
    const tries = [...done, part].reduce((sum, each) => sum + each.tries, 0);
    return { ...part, tries, stage: gate.stage, startedAt, endedAt: clock.now() };
  } finally {
    over.abort();
    await timing;
  }
}

/** Ends a gate whose time is over. */
class GateTimeout extends Error {}

/** @param done gets each part that passed */
async function runParts(input: GateRunInput, signal: AbortSignal, done: Part[]): Promise<Part> {
  const { gate } = input;
  const parts = [
    ...(gate.command === undefined ? [] : [() => runCommand(gate.command ?? '', input, signal)]),
    ...gate.urls.map(url => () => requestUrl(url, input, signal))
  ];
  for (const run of parts) {
    const part = await run();
    if (!part.passed) return part;
    done.push(part);
  }
  const last = done.pop();
  return { passed: true, tries: last?.tries ?? 0, subject: describeGate(gate), outcome: 'passed', lines: [] };
}

async function runCommand(line: string, input: GateRunInput, signal: AbortSignal): Promise<Part> {
  const { gate, reporter } = input;
  const lines: string[] = [];
  const onLine = (text: string): void => {
    reporter.info(text);
    lines.push(text.slice(0, MAX_CHARACTERS));
    if (lines.length > MAX_LINES) lines.shift();
  };
  const subject = describeGate({ command: line, urls: [] });
  const part = (passed: boolean, outcome: string): Part => ({ passed, tries: 1, subject, outcome, lines });
  try {
    const result = await gate.ports.shell.run(line, { env: makeVariables(input), onLine, signal });
    if ('killedBy' in result) return part(false, `was killed by ${result.killedBy}`);
    return part(result.exitCode === 0, `exit code ${result.exitCode}`);
  } catch (error) {
    if (isCutShort(input)) throw error;
    if (signal.aborted) return part(false, outOfTime(gate));
    return part(false, `could not be run: ${messageOf(error)}`);
  }
}

function isCutShort({ signal }: GateRunInput): boolean {
  return signal.aborted;
}

/** The variables of a gate's command. What leads nowhere is empty. */
function makeVariables({ gate, subject }: Pick<GateRunInput, 'gate' | 'subject'>): Readonly<Record<string, string>> {
  return {
    GATE_URL: gate.address?.url ?? '',
    GATE_HEADERS: JSON.stringify(gate.address?.headers ?? {}),
    GATE_DEPLOYMENT: subject.deployment,
    GATE_TASK_DEFINITION: subject.taskDefinitionArn,
    GATE_TASK_IPS: subject.taskIps.join(' ')
  };
}

/** Whether another request may have another answer: the service is not reached yet, or is too busy. */
function mayChange(status: number): boolean {
  return status >= 500 || status === 408 || status === 425 || status === 429;
}

async function requestUrl(asked: string, input: GateRunInput, signal: AbortSignal): Promise<Part> {
  const { gate, clock, reporter } = input;
  const request = describeRequest(asked, gate);
  let tries = 0;
  let good = 0;
  let bad = 0;
  let pause = FIRST_PAUSE;
  let outcome = 'was not requested';
  let lines: readonly string[] = [];
  const part = (passed: boolean, how: string): Part => ({ passed, tries, subject: request.url, outcome: how, lines });
  try {
    for (;;) {
      tries += 1;
      const answer = await request.get(signal);
      const isGood = answer.status >= 200 && answer.status < 300;
      const isFinal = !isGood && answer.status > 0 && !mayChange(answer.status);
      good = isGood ? good + 1 : 0;
      bad = isFinal ? bad + 1 : 0;
      const before = outcome;
      outcome = answer.outcome;
      lines = answer.lines;
      if (outcome !== before) reporter.info(`${request.url} ${outcome}`);
      if (good === IN_A_ROW) return part(true, outcome);
      if (bad === IN_A_ROW) return part(false, outcome);
      pause = isGood ? FIRST_PAUSE : Math.min(pause * 1.5, LONGEST_PAUSE);
      await orAborted(clock.sleep(pause, signal), signal);
    }
  } catch (error) {
    if (isCutShort(input)) throw error;
    if (!signal.aborted) throw error;
    return part(false, `${outOfTime(gate)}; at last it ${outcome}`);
  }
}

interface Answer {
  /** 0: there was none. */
  readonly status: number;
  readonly outcome: string;
  readonly lines: readonly string[];
}

function describeRequest(asked: string, { address, ports }: Gate) {
  const isBehind = asked.startsWith('/') && address !== undefined;
  const behind = isBehind ? urlBehind(address, asked) : { url: asked };
  // The check has refused a path that is not taken.
  const url = 'url' in behind ? behind.url : asked;
  const get = async (signal: AbortSignal): Promise<Answer> => {
    try {
      const { status, body } = await ports.web.get({
        url,
        headers: { ...REQUEST_HEADERS, ...(isBehind ? address.headers : {}) },
        address: isBehind ? address.dnsName : undefined,
        signal
      });
      const lines = body.split(/\r?\n/).filter(line => line.trim() !== '');
      return {
        status,
        outcome: `answered ${status}`,
        lines: lines.slice(-MAX_LINES).map(line => line.slice(0, MAX_CHARACTERS))
      };
    } catch (error) {
      if (signal.aborted || error instanceof Cancelled) throw error;
      return { status: 0, outcome: `did not answer (${messageOf(error)})`, lines: [] };
    }
  };
  return { url, get };
}

function outOfTime({ timeoutMinutes }: Gate): string {
  const minutes = timeoutMinutes === 1 ? '1 minute' : `${timeoutMinutes} minutes`;
  return `had not passed within ${minutes} (gate-timeout-minutes)`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Why a gate failed, in one sentence. */
export function explainGate({ subject, outcome, stage }: GateRun): string {
  const how = outcome.startsWith('exit code') ? `ended with ${outcome}` : outcome;
  return `The gate failed${stage === 'live' ? ' on the live version' : ` at ${stage}`}: ${subject} ${how}.`;
}
