import type { RolloutResult } from '../rollout/result.js';
import type { RolloutTarget } from '../rollout/target.js';
import type { JobEntry, TimelineEntry } from '../timeline.js';

/** A stretch of a run: the job's own unless it says whose it is. */
export interface RunPhase extends JobEntry {
  /** `cluster/name`, where there are several. */
  readonly service?: string | undefined;
  /** It is of the new tasks, which go through it side by side. */
  readonly tasks?: true | undefined;
}

/** A run, as far as its time goes. */
export interface TimedRun {
  readonly phases: readonly JobEntry[];
  readonly rollout: Rollout;
  /** All of them, where there are several. */
  readonly services?: readonly { readonly target: RolloutTarget | undefined; readonly rollout: Rollout }[];
}

type Rollout = Pick<RolloutResult, 'timeline' | 'tasks'> | undefined;

/**
 * Where the time of a run went, in the order of the begin. The job's own stretches, those without `image`, `service` and `tasks`, follow one
 * another without a gap. With one service, the phases of its deployment stand among them in the place of `deploy`, the first from the request on. Pure.
 */
export function listPhases({ phases, rollout, services = [] }: TimedRun): readonly RunPhase[] {
  const several = services.flatMap(service => {
    const name = nameService(service.target);
    return [
      ...(service.rollout?.timeline ?? []).map((entry): RunPhase => ({ ...entry, service: name })),
      ...listTasks(service.rollout).map((entry): RunPhase => ({ ...entry, service: name }))
    ];
  });
  const all: RunPhase[] =
    services.length > 0
      ? [...phases, ...several]
      : [...insertDeployment(phases, rollout?.timeline ?? []), ...listTasks(rollout)];
  return all.sort((one, other) => one.startedAt - other.startedAt);
}

function listTasks(rollout: Rollout): readonly RunPhase[] {
  return (rollout?.tasks ?? []).map(entry => ({ ...entry, tasks: true }));
}

function insertDeployment(job: readonly JobEntry[], deployment: readonly TimelineEntry[]): readonly JobEntry[] {
  const deploy = job.find(({ phase }) => phase === 'deploy');
  // What was before this run looked is AWS's account of it.
  const seen = deployment.filter(({ phase }) => phase !== 'before');
  const jobStart = job[0]?.startedAt ?? Infinity;
  const before = deployment
    .filter(({ phase }) => phase === 'before')
    .map(entry => ({ ...entry, endedAt: Math.min(entry.endedAt, jobStart) }))
    .filter(({ startedAt, endedAt }) => endedAt > startedAt);
  const [first, ...others] = seen;
  if (first === undefined || deploy === undefined) return [...before, ...job, ...seen];
  const startedAt = Math.min(first.startedAt, deploy.startedAt);
  return [...before, ...job.filter(entry => entry !== deploy), { ...first, startedAt }, ...others];
}

/** The output `phases`: JSON on one line; undefined where nothing was begun. Times by UTC, seconds to the millisecond. */
export function formatPhases(run: TimedRun): string | undefined {
  const phases = listPhases(run);
  if (phases.length === 0) return undefined;
  return JSON.stringify(
    phases.map(({ phase, startedAt, endedAt, image, service, tasks }) => ({
      phase,
      'started-at': new Date(startedAt).toISOString(),
      seconds: Math.round(endedAt - startedAt) / 1000,
      image,
      service,
      tasks
    }))
  );
}

function nameService(target: RolloutTarget | undefined): string | undefined {
  return target === undefined ? undefined : `${target.clusterName}/${target.serviceName}`;
}
