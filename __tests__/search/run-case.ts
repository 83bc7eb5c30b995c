import type { Move } from '../../src/emulator/second-actor/moves.js';
import { Simulation, type Request, type SimulatedRun, type Trouble } from '../simulation/simulation.js';
import type { Case, Place } from './cases.js';
import { History } from './history.js';
import { inputsOf } from './inputs.js';
import { judge } from './invariants.js';
import type { Problem } from './judged.js';
import { findLeft, findUnderWay } from './left.js';
import { ACCOUNT, ALARM, CLUSTER, setUp, switchBreakerOff } from './stages.js';
import { shortName } from '../../src/emulator/server/arn.js';

/** What a case came to. */
export interface Result {
  readonly test: Case;
  readonly problems: readonly Problem[];
  /** Whether the place of the other's move was reached at all. */
  readonly moved: boolean;
  readonly requests: number;
  readonly outcomes: readonly string[];
  /** Everything that happened, for people. */
  readonly log: readonly string[];
}

/** These change something: what goes wrong with them is what matters. */
const CHANGING = {
  registration: /^ecs:RegisterTaskDefinition$/,
  deployment: /^(ecs:(UpdateService|RunTask)|codedeploy:CreateDeployment)$/
};
const STOPPING = ['ecs:StopServiceDeployment', 'codedeploy:StopDeployment', 'ecs:StopTask'];
const READING = ['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments', 'ecs:DescribeServiceRevisions'];
const A_WHILE = 15_000;

/** Runs one case in virtual time. The same case gives the same result, on every machine. */
export async function runCase(test: Case, folder: string): Promise<Result> {
  const simulation = await Simulation.open(test.number, folder);
  const site = { call: simulation.call, pass: (milliseconds: number) => simulation.pass(milliseconds) };
  await setUp(site, test.strategy);
  if (!test.hasBreaker) await switchBreakerOff(site, test.strategy);
  simulation.cloud.setFaults({ deny: [...(test.mayNotStop ? STOPPING : []), ...(test.mayNotRead ? READING : [])] });
  const history = new History(simulation);
  const log: string[] = [];
  const note = (line: string): void => {
    log.push(`${((simulation.time.now() - simulation.cloud.timeline.anchor) / 1000).toFixed(2).padStart(9)} ${line}`);
  };
  let moved = test.other === 'another-run';
  const troubles = new Map<string, number>();

  const act = (request: Request, when: Place['when']): void => {
    const isHere = (place: Place | undefined): boolean => place?.when === when && place.request === request.number;
    if (request.run.name !== 'A') return;
    if (test.other !== 'another-run' && isHere(test.place)) {
      moved = true;
      history.move('other', () => {
        const { refused } = simulation.move(moveOf(test), `arn:aws:iam::${ACCOUNT}:user/other`);
        note(`OTHER ${test.other}${refused === undefined ? '' : `: refused, ${refused}`}`);
        return refused;
      });
    }
    if (!isHere(test.endPlace)) return;
    note(`A is ${test.end === 'kill' ? 'killed' : 'cancelled'}`);
    if (test.end === 'kill') simulation.kill(request.run);
    else simulation.cancelRun(request.run);
  };

  simulation.observer = {
    before: request => {
      act(request, 'before');
      return findTrouble(test, request, troubles);
    },
    around: request => history.around(request),
    after: request => {
      const { run, step, number, action, status, input } = request;
      const { taskDefinition: revision, serviceDeploymentArn, stopType, deploymentId } = input;
      const about = [revision, serviceDeploymentArn, stopType, deploymentId]
        .filter(each => typeof each === 'string')
        .map(shortName);
      note([run.name, step, number, action, status, ...about].join(' '));
      act(request, 'after');
    },
    ended: run => {
      history.end(run);
      note(`${run.name} ended: ${describeEnd(run)}`);
    }
  };
  let runs: readonly SimulatedRun[];
  try {
    runs = await simulation.run(inputsOf(test));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return {
      test,
      problems: [{ invariant: 'an outcome is told', run: 'A', what }],
      moved,
      requests: 0,
      outcomes: [],
      log
    };
  }
  const underWay = runs.map(run => findUnderWay(run, history));
  // What was asked to stop takes some seconds.
  simulation.pass(A_WHILE);
  for (const [index, run] of runs.entries()) history.left.set(run, findLeft(underWay[index] ?? []));
  return {
    test,
    problems: runs.flatMap(run => judge(run, test, history)),
    moved,
    requests: runs.reduce((sum, run) => sum + run.requests.length, 0),
    outcomes: runs.map(describeEnd),
    log: [
      ...log,
      ...runs.flatMap(run => [
        `--- ${run.name}`,
        ...run.machine.reporter.lines,
        ...run.machine.reporter.warnings.map(line => `warning: ${line}`),
        `--- ${run.name} post (${run.isClean === true ? 'clean' : 'not clean'})`,
        ...run.post.lines,
        ...run.post.warnings.map(line => `warning: ${line}`)
      ])
    ]
  };
}

function moveOf({ other }: Case): Omit<Move, 'region'> {
  const place = { cluster: CLUSTER, service: 'web', alarm: ALARM };
  if (other === 'another-run') throw new Error('Another run is no move.');
  if (other !== 'early-success') return { ...place, move: other };
  const earlySuccessCriteria = { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup: 'DEFERRED' };
  const deploymentConfiguration = { minimumHealthyPercent: 50, earlySuccessCriteria };
  return { ...place, move: 'update-deployment-configuration', deploymentConfiguration };
}

function findTrouble(
  { trouble }: Case,
  { run, action, step }: Request,
  troubles: Map<string, number>
): Trouble | undefined {
  if (trouble === undefined || run.name !== 'A' || step !== 'main') return undefined;
  if (!CHANGING[trouble.on].test(action)) return undefined;
  const met = troubles.get(action) ?? 0;
  troubles.set(action, met + 1);
  return met < trouble.times ? trouble.kind : undefined;
}

function describeEnd({ isKilled, answer }: SimulatedRun): string {
  return isKilled ? 'killed' : (answer?.outputs.outcome ?? 'no outcome');
}
