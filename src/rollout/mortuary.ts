import { explainAwsError, isAccessDenied, isTransient } from '../aws/errors.js';
import type { Task } from '../aws/shapes.js';
import { classifyDeath, isDeterministic, type Death } from './deaths.js';
import type { Clock } from '../ports.js';
import { patiently } from './patience.js';
import type { EcsPort } from './ports.js';

export interface MortuaryQuery {
  readonly ecs: EcsPort;
  readonly clock: Clock;
  readonly cluster: string;
  readonly service: string;
  readonly taskDefinitionArn: string;
  /** ECS's id of our deployment or task set (`startedBy` of its tasks), where it is known. */
  readonly startedBy: string | undefined;
  /** When ours began by AWS's clock, in milliseconds: a task of the same revision that was made before is not ours. */
  readonly since: number;
}

/** The stopped tasks of our deployment, learnt as they die. */
export interface Mortuary {
  /** Looks for stopped tasks if something moved since the last look (`pulse` differs, or a task was still stopping). */
  look(pulse: string): Promise<void>;
  /** Looks in any case, and again while AWS does not answer: it is the last look. What goes wrong then is a gap. */
  lookOnceMore(): Promise<void>;
  readonly deaths: readonly Death[];
  /** Why it could not be looked, one sentence each. */
  readonly gaps: readonly string[];
}

/** Keeps account of the stopped tasks of one deployment (ListTasks with STOPPED, then DescribeTasks of those not yet known). */
export function createMortuary(query: MortuaryQuery): Mortuary {
  const deaths: Death[] = [];
  const gaps: string[] = [];
  const known = new Set<string>();
  let last: string | undefined;
  let stopping = false;
  let closed = false;

  const examine = async () => {
    const { ecs, cluster, service } = query;
    const arns = await ecs.listTasks({ cluster, service, desiredStatus: 'STOPPED' });
    const fresh = arns.filter(arn => !known.has(arn)).slice(0, 100);
    const tasks = fresh.length === 0 ? [] : await ecs.describeTasks(cluster, fresh);
    stopping = false;
    for (const task of tasks) {
      const death = isOurs(task, query) ? classifyDeath(task) : undefined;
      if (death !== undefined) deaths.push(death);
      if (death !== undefined || !isOurs(task, query)) known.add(task.taskArn ?? '');
      else stopping = true;
    }
  };

  const attempt = async (last: boolean) => {
    if (closed) return;
    try {
      await (last ? patiently(query.clock, examine) : examine());
    } catch (error) {
      // The next look may do better; whether the deployment goes well is not for this to say.
      stopping = true;
      if (isTransient(error) && !last) return;
      closed = true;
      const denied = isAccessDenied(error) ? ' Allow ecs:ListTasks and ecs:DescribeTasks.' : '';
      gaps.push(`${explainAwsError(error, 'Stopped tasks cannot be looked at').what}${denied}`);
    }
  };

  return {
    deaths,
    gaps,
    lookOnceMore: () => attempt(true),
    look: async pulse => {
      if (pulse === last && !stopping) return;
      last = pulse;
      await attempt(false);
    }
  };
}

function isOurs(task: Task, { startedBy, taskDefinitionArn, since }: MortuaryQuery): boolean {
  if (startedBy !== undefined && task.startedBy !== undefined && task.startedBy.startsWith('ecs-svc/')) {
    return task.startedBy === startedBy;
  }
  return task.taskDefinitionArn === taskDefinitionArn && (task.createdAt?.getTime() ?? since) >= since;
}

/** So many tasks died of the same kind of thing that trying on is pointless: one sentence; undefined where it is not so. Pure. */
export function judgeDeaths(deaths: readonly Death[], failAfter: number): string | undefined {
  if (failAfter <= 0) return undefined;
  const counts = new Map<string, Death[]>();
  for (const death of deaths) {
    if (!isDeterministic(death.kind)) continue;
    const same = [...(counts.get(death.kind) ?? []), death];
    counts.set(death.kind, same);
  }
  const doomed = [...counts.values()].find(same => same.length >= failAfter);
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
