import type { TaskRecord } from '../../src/emulator/ecs/state.js';
import type { SimulatedRun } from '../simulation/simulation.js';
import { isUnderWay, stateOf, type History, type Made } from './history.js';
import { isShippedBy, type Judged } from './judged.js';

/** In a main step that is red, so that it is not only its failure that is told. */
const SAID = /cannot be stopped|is left|left behind|goes on|continues|runs on|still runs|still running|not touched/i;

export function judgeLeft(judged: Judged): void {
  const { run, test, history, tell } = judged;
  const wasCut = run.isKilled || run.answer?.outputs.outcome === 'cancelled';
  const policy = wasCut ? test.onCancel : test.onFailure;
  if (policy === 'leave') return;
  // A run that was cut short is red anyhow: what tells of something that goes on is the post step.
  const told = [...run.machine.reporter.lines, ...run.machine.reporter.warnings];
  const isRed = wasCut ? run.isClean === false : run.answer?.exitCode !== 0;
  // A post step that is red and warns tells of it as well.
  const isWarned = run.isClean === false && run.post.warnings.length > 0;
  const said = isWarned || (!wasCut && told.some(line => SAID.test(line)));
  if (said && isRed) return;
  for (const left of history.left.get(run) ?? []) {
    tell(
      'nothing of ours runs on unsaid',
      `${left} (${wasCut ? `on-cancel: ${policy}` : `on-failure: ${policy}`}; post step ${run.isClean === true ? 'green' : 'red'}${said ? ', said' : ''})`
    );
  }
}

/** What of a run's version is under way when it and its post step are over. */
export function findUnderWay(run: SimulatedRun, history: History): readonly (Made | TaskRecord)[] {
  const changes = history.changes.filter(({ request }) => request.run === run);
  const deployments = history
    .madeBy(run)
    .filter(made => isUnderWay(made) && isShippedBy(made, changes) && history.isThere(made.service));
  const tasks = [...history.tasks].filter(([task, by]) => by === run.name && isRunning(task)).map(([task]) => task);
  return [...deployments, ...tasks];
}

/** What of it was left running a while later: nobody has stopped it, and it is not on its way back. */
export function findLeft(underWay: readonly (Made | TaskRecord)[]): readonly string[] {
  return underWay.flatMap(each => {
    if (!('engine' in each)) return isRunning(each) ? [`the task ${each.id} is ${each.lastStatus}`] : [];
    return isOnItsOwn(each) ? [`${each.id} of ${each.service} is ${stateOf(each)}`] : [];
  });
}

function isRunning({ desiredStatus, lastStatus }: TaskRecord): boolean {
  return desiredStatus === 'RUNNING' && lastStatus !== 'STOPPED';
}

function isOnItsOwn(made: Made): boolean {
  if (made.engine === 'codedeploy') return /^(Created|InProgress|Ready|Succeeded)$/.test(stateOf(made));
  return /^(PENDING|IN_PROGRESS|SUCCESSFUL)$/.test(stateOf(made)) && made.deployment.rolloutState !== 'FAILED';
}
