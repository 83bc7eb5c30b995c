import { SlipwayError } from '../../errors.js';
import { followCodeDeploy } from '../codedeploy/follow.js';
import { describeDeploymentRef, recordDeployment } from '../cleanup-record.js';
import { answerPause } from '../ecs/pauses.js';
import { followEcs } from '../ecs/follow.js';
import type { FollowedResult, GoBack } from '../gate/follow-gated.js';
import type { Pause } from '../gate/pause.js';
import type { RolloutResult, RolloutRun, TimelineEntry } from '../result.js';
import { stopCodeDeployDeployment, stopEcsDeployment, type StopResult } from '../rollback/stop-deployment.js';
import type { RolloutTarget } from '../target.js';
import { nameDeployment } from '../../text/deployment-name.js';
import { resourceName } from '../../text/arn.js';
import type { TakenUp } from './find-deployment.js';

/** What is done with a deployment that waits: the setting `continue`. */
export type Word = 'no' | 'continue' | 'rollback';

/**
 * Follows a deployment that was under way before, as if this run had begun it: `wait-for`, `on-failure`, `on-cancel` and the gate count from
 * here on. With the word `continue` the pause that it was found in is ended, and no later one; with `rollback` it goes back.
 *
 * @throws SlipwayError where AWS refuses, and where it is to go back and has ended
 */
export async function followTakenUp(
  target: RolloutTarget,
  takenUp: TakenUp,
  word: Word,
  run: RolloutRun,
  goBack: GoBack
): Promise<RolloutResult> {
  const name = nameOf(takenUp);
  run.reporter.info(
    `The deployment ${name} of ${resourceName(takenUp.taskDefinitionArn)} to ${target.clusterName}/${target.serviceName} is ${takenUp.status}; it is followed from here on.`
  );
  if (word === 'continue' && takenUp.waiting === undefined)
    run.reporter.info('It waits for nobody, so nothing is continued.');
  if (word === 'rollback') await askForRollback(target, takenUp, run);
  const { waiting } = takenUp;
  const isReleased = (pause: Pause): boolean => word === 'continue' && pause.id === waiting?.id;
  const result = await follow(target, takenUp, run, isReleased, goBack);
  const previousTaskDefinitionArn =
    takenUp.engine === 'ecs' ? takenUp.ref.previousTaskDefinitionArn : takenUp.previousTaskDefinitionArn;
  return {
    taskDefinitionArn: takenUp.taskDefinitionArn,
    previousTaskDefinitionArn,
    ...result,
    timeline: completeTimeline(result.timeline, takenUp)
  };
}

function nameOf(takenUp: TakenUp): string {
  return takenUp.engine === 'codedeploy' ? takenUp.id : (nameDeployment(takenUp) ?? '');
}

async function follow(
  target: RolloutTarget,
  takenUp: TakenUp,
  run: RolloutRun,
  isReleased: (pause: Pause) => boolean,
  goBack: GoBack
): Promise<FollowedResult> {
  if (target.controller === 'ECS' && takenUp.engine === 'ecs') {
    const { ref, serviceDeploymentArn } = takenUp;
    recordDeployment(target, run, { ...describeDeploymentRef(ref), serviceDeploymentArn });
    return followEcs({ target, run, ref, loggedEvents: [], serviceDeploymentArn, isReleased }, goBack);
  }
  if (target.controller === 'CODE_DEPLOY' && takenUp.engine === 'codedeploy') {
    const { id, begunAt, previousTaskDefinitionArn } = takenUp;
    const note = (noted: RolloutRun): void =>
      recordDeployment(target, noted, { id, askedAt: begunAt, deploymentsBefore: [], previousTaskDefinitionArn });
    note(run);
    return followCodeDeploy({ target, run, id, note, startedAt: begunAt, isReleased }, goBack);
  }
  throw new Error(`The deployment ${nameOf(takenUp)} is not of ${target.serviceName}.`);
}

/** A pause is answered with a rollback; what does not wait is stopped with one. */
async function askForRollback(target: RolloutTarget, takenUp: TakenUp, run: RolloutRun): Promise<void> {
  const { ports, clock, reporter } = run;
  const asked = await (async (): Promise<StopResult> => {
    if (takenUp.engine === 'codedeploy') {
      return stopCodeDeployDeployment(takenUp.id, 'rollback', ports.codedeploy, clock);
    }
    const { ref, serviceDeploymentArn: arn, waiting: pause } = takenUp;
    if (pause !== undefined && (await answerPause({ arn, pause, action: 'ROLLBACK' }, ports.ecs, clock))) {
      return { kind: 'stopping', reason: 'Asked ECS to roll back.' };
    }
    const left = { ref, cluster: target.clusterArn, service: target.serviceName, serviceDeploymentArn: arn };
    return stopEcsDeployment(left, 'rollback', ports.ecs, clock);
  })();
  if (asked.kind === 'stopping') {
    reporter.info(asked.reason);
    return;
  }
  throw new SlipwayError({
    code: 'not-rolled-back',
    fault: 'user',
    what: `The deployment ${nameOf(takenUp)} is not rolled back: ${asked.reason}`,
    next: `To go back from what it deployed: slipway rollback --cluster=${target.clusterName} --service=${target.serviceName}`
  });
}

/** What was before this run looked, in one stretch: AWS tells when a deployment began, and when it ended. */
function completeTimeline(seen: readonly TimelineEntry[], { begunAt, endedAt }: TakenUp): readonly TimelineEntry[] {
  if (endedAt !== undefined) return [{ phase: 'before', startedAt: begunAt, endedAt }];
  const [first] = seen;
  if (first === undefined || first.startedAt <= begunAt) return seen;
  return [{ phase: 'before', startedAt: begunAt, endedAt: first.startedAt }, ...seen];
}
