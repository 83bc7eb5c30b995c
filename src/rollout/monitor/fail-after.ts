import { isTransient } from '../../aws/errors.js';
import type { DeploymentConfiguration, Task, TaskDefinition } from '../../aws/types.js';
import { causeKey, speaksAgainst, wasUnhealthy, type StoppedTask } from './stop-reasons.js';
import { describeAllTasks, isOwnTask, type TaskOwner } from './own-tasks.js';
import type { EcsPort } from '../ports.js';

/** Where neither `fail-after` nor a circuit breaker says how many. */
const USUAL_LIMIT = 3;
/** A task without any health check counts as healthy for ECS after so many milliseconds in RUNNING: API_DeploymentConfiguration, minimumHealthyPercent. */
const HEALTHY_AFTER = 40_000;

/**
 * How many tasks may die of the same cause while the new version has not come up: as `fail-after` says, else as the service's circuit
 * breaker does (COUNT; BOUNDED_PERCENT of the desired count, from 3 to 200, by default 50; UNBOUNDED_PERCENT), else 3. Pure.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ThresholdConfiguration.html
 *
 * @param said `fail-after`; undefined: not said
 */
export function findLimit(said: number | undefined, configuration?: DeploymentConfiguration, desiredCount = 0): number {
  const breaker = configuration?.deploymentCircuitBreaker;
  if (said !== undefined || breaker?.enable !== true) return said ?? USUAL_LIMIT;
  const { type = 'BOUNDED_PERCENT', value = 50 } = breaker.thresholdConfiguration ?? {};
  if (type === 'COUNT') return Math.max(1, value);
  const share = Math.ceil((desiredCount * value) / 100);
  return type === 'UNBOUNDED_PERCENT' ? Math.max(1, share) : Math.min(200, Math.max(3, share));
}

/** So many tasks died of the same cause, in what distinguishes it too, that trying on is pointless: one sentence; undefined where it is not so. Pure. */
export function judgeStoppedTasks(stoppedTasks: readonly StoppedTask[], limit: number): string | undefined {
  const counts = new Map<string, StoppedTask[]>();
  for (const stoppedTask of stoppedTasks) {
    if (!speaksAgainst(stoppedTask)) continue;
    const key = causeKey(stoppedTask);
    counts.set(key, [...(counts.get(key) ?? []), stoppedTask]);
  }
  const doomed = [...counts.values()].find(same => same.length >= limit);
  const latest = doomed?.at(-1);
  if (doomed === undefined || latest === undefined) return undefined;
  const code = latest.exitCode === undefined ? '' : `, exit code ${latest.exitCode}`;
  const who = latest.container === undefined ? '' : ` (container ${latest.container}${code})`;
  const many =
    doomed.length === 1
      ? '1 task of the new version died'
      : `${doomed.length} tasks of the new version died of the same cause`;
  return `${many}${who}: ${latest.reason.replace(/[.\s]*$/, '')}.`;
}

/** What makes a task of a service healthy for ECS. A load balancer's answer is not to be seen in a task. */
export type HealthMeasure = 'health-check' | 'load-balancer' | 'time';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html, minimumHealthyPercent. Pure. */
export function findMeasure(isBalanced: boolean, definition: TaskDefinition | undefined): HealthMeasure {
  if (isBalanced) return 'load-balancer';
  const checked = (definition?.containerDefinitions ?? []).some(
    ({ healthCheck, essential }) => healthCheck?.command !== undefined && essential !== false
  );
  return checked ? 'health-check' : 'time';
}

/** Whether a task that died had been healthy. Pure. */
export function hadRunWell(stoppedTask: StoppedTask, measure: HealthMeasure): boolean {
  if (measure === 'time') return (stoppedTask.ranFor ?? 0) >= HEALTHY_AFTER;
  return measure === 'health-check' && stoppedTask.healthy && !wasUnhealthy(stoppedTask);
}

interface FailAfterQuery extends TaskOwner {
  readonly ecs: EcsPort;
  readonly cluster: string;
  readonly service: string;
  /** The service is behind a load balancer. */
  readonly isBalanced: boolean;
  /** The registered task definition; undefined: it is described when it is needed. */
  readonly taskDefinition: TaskDefinition | undefined;
}

/** What `fail-after` is about: whether the new version cannot come up. */
export interface FailAfter {
  /**
   * Says in one sentence why trying on is pointless; undefined where it is not so. Before it does, it looks whether a task of the new version
   * runs well at this moment (ListTasks, DescribeTasks). Once one has, no death counts any more.
   *
   * @param hasComeUp whether ECS itself tells that a task of the new version is or was healthy
   * @throws what may pass of AWS's errors: then nothing is known yet
   */
  judge(stoppedTasks: readonly StoppedTask[], limit: number, hasComeUp: boolean): Promise<string | undefined>;
}

export function createFailAfter(query: FailAfterQuery): FailAfter {
  const { ecs, cluster, service, isBalanced } = query;
  let cameUp = false;
  let measure: HealthMeasure | undefined;

  const describeMeasure = async (): Promise<HealthMeasure> => {
    if (isBalanced || query.taskDefinition !== undefined) return findMeasure(isBalanced, query.taskDefinition);
    const described = await orNothing(() => ecs.describeTaskDefinition(query.taskDefinitionArn));
    return findMeasure(false, described?.taskDefinition);
  };

  /** By AWS's own clock: what died last tells how late it is there. */
  const runsWell = async (stoppedTasks: readonly StoppedTask[], by: HealthMeasure): Promise<boolean> => {
    if (by === 'load-balancer') return false;
    const now = Math.max(0, ...stoppedTasks.map(({ stoppedAt }) => stoppedAt ?? 0));
    const tasks = await orNothing(async () =>
      describeAllTasks(ecs, cluster, await ecs.listTasks({ cluster, service, desiredStatus: 'RUNNING' }))
    );
    return (tasks ?? []).some(task => isOwnTask(task, query) && isHealthy(task, by, now));
  };

  return {
    judge: async (stoppedTasks, limit, hasComeUp) => {
      cameUp ||= hasComeUp;
      const reason = cameUp ? undefined : judgeStoppedTasks(stoppedTasks, limit);
      if (reason === undefined) return undefined;
      measure ??= await describeMeasure();
      const by = measure;
      cameUp = stoppedTasks.some(stoppedTask => hadRunWell(stoppedTask, by)) || (await runsWell(stoppedTasks, by));
      return cameUp ? undefined : reason;
    }
  };
}

function isHealthy({ lastStatus, healthStatus, startedAt }: Task, measure: HealthMeasure, now: number): boolean {
  if (lastStatus !== 'RUNNING') return false;
  if (measure === 'health-check') return healthStatus === 'HEALTHY';
  return startedAt !== undefined && now - startedAt.getTime() >= HEALTHY_AFTER;
}

/** What may not be read tells nothing. */
async function orNothing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isTransient(error)) throw error;
    return undefined;
  }
}
