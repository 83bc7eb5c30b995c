import type { DeploymentInfo, ServiceDeployment, ServiceDeploymentBrief, Task } from '../../aws/types.js';
import type { Clock } from '../../ports.js';
import { nameDeployment } from '../../text/deployment-name.js';
import { readCodeDeployStatus } from '../codedeploy/status.js';
import { readEcsStatus } from '../ecs/status.js';
import { isOwnTask } from '../monitor/own-tasks.js';
import { findHealthyAt, readTaskSpans } from '../monitor/task-spans.js';
import { ALL_STATUSES, type RolloutPorts } from '../ports.js';
import type { Ending, StatusView, TimelineEntry } from '../result.js';
import { findRevision, readOwn } from '../take-up/find-deployment.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from '../target.js';
import { retryTransient } from '../transient.js';
import { readCodeDeployHistory } from './codedeploy.js';
import { listOwnTasks, readEcsHistory } from './ecs.js';
import type { PastTimeline } from './marks.js';

/** Deployments of so many days are looked at. */
export const LAST_DAYS = 90;

/** The last deployment of a service, from what AWS still knows of it. */
export interface LastDeployment extends PastTimeline {
  /** As the output `deployment` names it; undefined where AWS has named none. */
  readonly name: string | undefined;
  /** '' where AWS does not tell. */
  readonly taskDefinitionArn: string;
  /** Where it stands, as a run's timeline names it. */
  readonly phase: string;
  /** How it ended; undefined while it is under way. */
  readonly ending: Ending | undefined;
  /** Why AWS calls it failed; it may still be rolling back. */
  readonly failing: string | undefined;
  /** Milliseconds since the epoch. */
  readonly startedAt: number | undefined;
  /** Its rollback's end, where there was one; undefined while it is under way. */
  readonly endedAt: number | undefined;
  /** The stretches that its tasks went through, where they came to run; they overlap. */
  readonly tasks: readonly TimelineEntry[];
}

/** The tasks of the service that AWS still knows. */
interface KnownTasks {
  readonly running: readonly Task[];
  readonly stopped: readonly Task[];
}

type HistoryPorts = RolloutPorts & { readonly clock: Clock };

/**
 * Reads the last service deployment of a service (DescribeServiceDeployments, DescribeServiceRevisions).
 *
 * @param briefs the service's deployments, the newest first
 * @returns undefined where there is none
 */
export async function readLastEcsDeployment(
  { service }: EcsTarget,
  briefs: readonly ServiceDeploymentBrief[],
  known: KnownTasks,
  { ecs, clock }: HistoryPorts
): Promise<LastDeployment | undefined> {
  const arn = briefs[0]?.serviceDeploymentArn;
  if (arn === undefined) return undefined;
  const [deployment] = await retryTransient(clock, () => ecs.describeServiceDeployments([arn]));
  if (deployment === undefined) return undefined;
  const ref = await readOwn(deployment, service, ecs, clock);
  const { running, stopped } = known;
  const now = clock.now();
  const view = readEcsStatus(ref, { service, serviceDeployment: deployment }, undefined);
  const endedAt = view.ending === undefined ? undefined : endOf(deployment);
  const past = { ref, service, deployment, tasks: [...running, ...stopped], now };
  const tasks = listOwnTasks({ ref, service, tasks: running }, endedAt ?? now);
  return {
    ...describeLast(view, readEcsHistory(past), tasks),
    name: nameDeployment({ serviceDeploymentArn: arn }),
    taskDefinitionArn: ref.taskDefinitionArn,
    startedAt: deployment.createdAt?.getTime(),
    endedAt
  };
}

/**
 * Reads the last deployment of a CodeDeploy deployment group, with its rollback (BatchGetDeploymentTargets; GetDeployment for what is not
 * among `infos`).
 *
 * @param infos the group's deployments, the newest first
 * @returns undefined where there is none
 */
export async function readLastCodeDeployDeployment(
  target: CodeDeployTarget,
  infos: readonly DeploymentInfo[],
  known: KnownTasks,
  ports: HistoryPorts
): Promise<LastDeployment | undefined> {
  const { codedeploy, clock } = ports;
  const describe = async (id: string | undefined): Promise<DeploymentInfo | undefined> => {
    if (id === undefined) return undefined;
    const found = infos.find(({ deploymentId }) => deploymentId === id);
    return found ?? (await retryTransient(clock, () => codedeploy.getDeployment(id)));
  };
  const [newest] = infos;
  const isRollback = newest?.creator === 'codeDeployRollback';
  const info = isRollback ? await describe(newest.rollbackInfo?.rollbackTriggeringDeploymentId) : newest;
  const id = info?.deploymentId;
  if (info === undefined || id === undefined) return undefined;
  const rollback = isRollback ? newest : await describe(info.rollbackInfo?.rollbackDeploymentId);
  const targets = await (info.status === 'Created' || info.status === 'Queued'
    ? []
    : retryTransient(clock, () =>
        codedeploy.batchGetDeploymentTargets(id, [`${target.clusterName}:${target.serviceName}`])
      ));
  const ecsTarget = targets.find(each => each.ecsTarget !== undefined)?.ecsTarget;
  const taskDefinitionArn = await findRevision(info, target, codedeploy);
  const { running } = known;
  const now = clock.now();
  const snapshot = { info, target: ecsTarget, rollback, service: target.service };
  const view = readCodeDeployStatus(snapshot, false);
  const endedAt = view.ending === undefined ? undefined : (rollback ?? info).completeTime?.getTime();
  const since = info.createTime?.getTime() ?? now;
  const owner = { taskDefinitionArn, startedBy: undefined, since };
  const tasks = running.filter(task => {
    return isOwnTask(task, owner) && (task.createdAt?.getTime() ?? 0) <= (endedAt ?? now);
  });
  return {
    ...describeLast(view, readCodeDeployHistory(snapshot, now), tasks),
    name: id,
    taskDefinitionArn,
    startedAt: info.createTime?.getTime(),
    endedAt
  };
}

/**
 * Finds the last deployment of a service, whoever began it, without a word of its tasks. Reads only.
 *
 * @returns undefined where there is none within 90 days
 */
export async function findLastDeployment(
  target: RolloutTarget,
  ports: HistoryPorts
): Promise<LastDeployment | undefined> {
  const { ecs, codedeploy, clock } = ports;
  const createdAfter = new Date(clock.now() - LAST_DAYS * 86_400_000);
  if (target.controller === 'ECS') {
    const { clusterArn: cluster, serviceName: service } = target;
    const briefs = await retryTransient(clock, () => ecs.listServiceDeployments({ cluster, service, createdAfter }));
    return readLastEcsDeployment(
      target,
      newestFirst(briefs, each => each.createdAt),
      NO_TASKS,
      ports
    );
  }
  const { application, deploymentGroup } = target;
  const query = { application, deploymentGroup, statuses: ALL_STATUSES, createdAfter };
  const [id] = await retryTransient(clock, () => codedeploy.listDeployments(query));
  if (id === undefined) return undefined;
  return readLastCodeDeployDeployment(
    target,
    [await retryTransient(clock, () => codedeploy.getDeployment(id))],
    NO_TASKS,
    ports
  );
}

const NO_TASKS: KnownTasks = { running: [], stopped: [] };

/** A copy with the newest first. */
export function newestFirst<T>(items: readonly T[], read: (item: T) => Date | undefined): readonly T[] {
  const timeOf = (item: T): number => read(item)?.getTime() ?? 0;
  return [...items].sort((one, other) => timeOf(other) - timeOf(one));
}

function describeLast(
  view: StatusView,
  history: PastTimeline,
  tasks: readonly Task[]
): Pick<LastDeployment, 'phase' | 'ending' | 'failing' | 'timeline' | 'untold' | 'tasks'> {
  const { phase, ending, failing } = view;
  return { phase, ending, failing, ...history, tasks: readTaskSpans(tasks, findHealthyAt(history.timeline)) };
}

function endOf({ finishedAt, stoppedAt }: ServiceDeployment): number | undefined {
  return (finishedAt ?? stoppedAt)?.getTime();
}
