import type { Change } from './history.js';
import { describe, hadToKnow, isRolloutOf, isShippedBy, last, looksLikeOurs, type Judged } from './judged.js';
import { servicesOf } from './stages.js';

export function judgeOthers(judged: Judged): void {
  for (const change of judged.changes) {
    if (change.request.status !== 200) continue;
    const { action } = change.request;
    if (action === 'ecs:StopServiceDeployment')
      judgeStop(judged, change, String(change.request.input['serviceDeploymentArn']));
    if (/^codedeploy:(Stop|Continue)Deployment$/.test(action))
      judgeStop(judged, change, String(change.request.input['deploymentId']));
    if (action === 'ecs:StopTask') judgeStopTask(judged, change);
    if (action === 'ecs:UpdateService') judgeReplacement(judged, change);
  }
}

function judgeStop(judged: Judged, change: Change, id: string): void {
  const { run, test, history, tell } = judged;
  const stopped = history.made.find(made =>
    made.engine === 'ecs' ? made.deployment.serviceDeployment.arn === id : made.id === id
  );
  if (stopped === undefined || stopped.by === run.name || looksLikeOurs(judged, stopped)) return;
  const isAsked =
    stopped.engine === 'codedeploy' &&
    test.onConflict === 'replace' &&
    !history.madeBy(run).some(({ service, order }) => service === stopped.service && order < change.order);
  if (!isAsked) tell("nothing of another's is stopped", `${describe(change)} of ${stopped.by}'s ${stopped.id}`);
}

function judgeStopTask({ run, history, tell }: Judged, change: Change): void {
  const arn = String(change.request.input['task']);
  const [, by] = [...history.tasks].find(([task]) => task.arn === arn || task.id === arn) ?? [];
  if (by !== undefined && by !== run.name)
    tell("nothing of another's is stopped", `${describe(change)} of ${by}'s task`);
}

function judgeReplacement(judged: Judged, change: Change): void {
  const { run, test, tell } = judged;
  const { inPlace, wasUnderWay, made } = change;
  if (made.length === 0 || inPlace === undefined || inPlace.by === run.name || inPlace.by === 'before') return;
  if (looksLikeOurs(judged, inPlace)) return;
  const isRollout = isRolloutOf(judged, change);
  const mayReplace = isRollout && (test.onConflict === undefined || test.onConflict === 'replace' || !wasUnderWay);
  if (mayReplace || !hadToKnow(judged, inPlace, change)) return;
  // What goes back goes back from what it takes for ours, and nobody can tell that it is not.
  if (!isRollout && looksLikeOurs(judged, inPlace)) return;
  tell(
    "nothing of another's is replaced against on-conflict",
    `${describe(change)} over ${inPlace.by}'s ${inPlace.id}${wasUnderWay ? ', which is under way' : ''}${isRollout ? ` (on-conflict: ${test.onConflict ?? 'not said'})` : ' in going back'}`
  );
}

export function judgeGoingBack(judged: Judged): void {
  const { run, test, history, changes, tell } = judged;
  for (const change of changes) {
    const [made] = change.made;
    if (made?.engine !== 'ecs' || isRolloutOf(judged, change)) continue;
    const target = made.deployment.taskDefinition.arn;
    if (target === change.proven) continue;
    tell(
      'going back goes to what was proven',
      `${describe(change)} to ${last(target)}, and ${last(change.proven ?? 'nothing')} was proven last`
    );
  }
  if (test.end === 'crash' || run.cancelledAt !== undefined || run.isKilled || test.other === 'alarm') return;
  for (const change of changes.filter(({ request }) => request.step === 'main' && request.status === 200)) {
    const stopped = history
      .madeBy(run)
      .find(made =>
        made.engine === 'ecs'
          ? made.deployment.serviceDeployment.arn === change.request.input['serviceDeploymentArn']
          : made.id === change.request.input['deploymentId']
      );
    const endedAt = run.endedAt ?? 0;
    if (stopped === undefined || endedAt - stopped.time > 20 * 60_000 || !history.isThere(stopped.service)) continue;
    tell('what is healthy is not ended', `${describe(change)} of ${stopped.id}`);
  }
}

export function judgeTwice({ run, history, changes, tell }: Judged): void {
  // One that somebody deregistered meanwhile has to be registered once more.
  const revisions = changes.flatMap(change =>
    change.revisions
      .filter(arn => history.isActive(arn))
      .map(arn => ({ arn, family: arn.split(':').slice(0, -1).join(':') }))
  );
  for (const family of new Set(revisions.map(each => each.family))) {
    const count = revisions.filter(each => each.family === family).length;
    if (count > 1) tell('nothing is made twice', `${count} revisions of ${last(family)} were registered`);
  }
  const rollouts = history.madeBy(run).filter(made => isShippedBy(made, changes));
  for (const service of new Set(rollouts.map(made => made.service))) {
    const count = rollouts.filter(made => made.service === service).length;
    if (count > 1) tell('nothing is made twice', `${count} deployments of ${service} were made`);
  }
  const tasks = [...history.tasks].filter(([, by]) => by === run.name).length;
  if (tasks > 1) tell('nothing is made twice', `${tasks} tasks were started`);
}

export function judgeOutputs(judged: Judged): void {
  const { run, test, history, changes, tell } = judged;
  if (run.isKilled) return;
  const { outputs } = run.answer ?? {};
  const [first] = servicesOf(test.strategy);
  const ours = history.madeBy(run).filter(({ service }) => service === first?.name);
  const arn = outputs?.['service-deployment-arn'];
  if (
    arn !== undefined &&
    ours.length > 0 &&
    !ours.some(({ engine, deployment }) => engine === 'ecs' && deployment.serviceDeployment.arn === arn)
  ) {
    tell('outputs name what is ours', "service-deployment-arn names another's deployment");
  }
  const id = outputs?.['codedeploy-deployment-id'];
  if (id !== undefined && !ours.some(made => made.id === id)) {
    tell('outputs name what is ours', "codedeploy-deployment-id names another's deployment");
  }
  const rollout = changes.find(change => change.service === first?.name && change.made.length > 0);
  const previous = outputs?.['previous-task-definition-arn'];
  // One that ended in an error may not have come to tell it.
  if (rollout === undefined || previous === undefined) return;
  if (previous === rollout.running || previous === rollout.proven) return;
  // What somebody deployed between our last look and our change, nobody can know.
  const { inPlace } = rollout;
  if (inPlace !== undefined && inPlace.by !== 'before' && !hadToKnow(judged, inPlace, rollout)) return;
  tell(
    'outputs name what is ours',
    `previous-task-definition-arn is ${last(previous)}, and ${last(rollout.running ?? 'nothing')} ran`
  );
}
