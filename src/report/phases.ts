import type { RolloutResult } from '../rollout/result.js';
import type { RolloutTarget } from '../rollout/target.js';
import type { JobEntry, TimelineEntry } from '../timeline.js';

/** A run, as far as its time goes. */
export interface TimedRun {
  readonly phases: readonly JobEntry[];
  readonly target: RolloutTarget | undefined;
  readonly rollout: TimedRollout | undefined;
  /** All of them, where there are several. */
  readonly services?: readonly TimedService[];
}

type TimedRollout = Pick<RolloutResult, 'verdict' | 'timeline' | 'tasks'>;

interface TimedService {
  readonly target: RolloutTarget | undefined;
  readonly rollout: TimedRollout | undefined;
}

/** A run's stretches, by whose they are. */
export interface SortedPhases {
  /** The job's own, which follow one another without a gap. */
  readonly job: readonly TimelineEntry[];
  /** Those of each image, where there are several. */
  readonly images: readonly { readonly name: string; readonly entries: readonly TimelineEntry[] }[];
  readonly deployments: readonly SortedDeployment[];
  /** The job's and, where there is one deployment, its: from the first moment to the last. */
  readonly sequence: readonly TimelineEntry[];
}

interface SortedDeployment {
  /** As `cluster/name`; undefined: it is not known. */
  readonly service: string | undefined;
  readonly verdict: TimedRollout['verdict'];
  /** They follow one another without a gap. */
  readonly entries: readonly TimelineEntry[];
  /** Those of the new tasks, which overlap. */
  readonly tasks: readonly TimelineEntry[];
}

/**
 * Sorts the stretches of a run by whose they are. With one service, the phases of its deployment take the place of the job's `deploy`, the
 * first of them from the request on; with several, `deploy` is what all took together. Pure.
 */
export function sortPhases({ phases, target, rollout, services = [] }: TimedRun): SortedPhases {
  const own = phases.filter(({ image }) => image === undefined);
  const images = [...new Set(phases.flatMap(({ image }) => image ?? []))].map(name => ({
    name,
    entries: phases.filter(({ image }) => image === name)
  }));
  if (services.length > 0) {
    return { job: own, images, deployments: services.flatMap(describeDeployment), sequence: own };
  }
  const [deployment] = describeDeployment({ target, rollout });
  const deploy = own.find(({ phase }) => phase === 'deploy');
  // What was before this run looked is AWS's account, and ends where that of the job begins.
  const begin = own[0]?.startedAt ?? Infinity;
  const before = (deployment?.entries ?? [])
    .filter(({ phase }) => phase === BEFORE)
    .map(entry => ({ ...entry, endedAt: Math.min(entry.endedAt, begin) }))
    .filter(({ startedAt, endedAt }) => endedAt > startedAt);
  const [first, ...others] = (deployment?.entries ?? []).filter(({ phase }) => phase !== BEFORE);
  if (deployment === undefined || first === undefined) {
    const deployments = deployment === undefined ? [] : [{ ...deployment, entries: before }];
    return { job: own, images, deployments, sequence: [...before, ...own] };
  }
  const job = own.filter(entry => entry !== deploy);
  const startedAt = Math.min(first.startedAt, deploy?.startedAt ?? first.startedAt);
  const entries = [{ ...first, startedAt }, ...others];
  return {
    job,
    images,
    deployments: [{ ...deployment, entries: [...before, ...entries] }],
    sequence: [...before, ...job, ...entries]
  };
}

const BEFORE = 'before';

function describeDeployment({ target, rollout }: TimedService): readonly SortedDeployment[] {
  if (rollout === undefined) return [];
  const service = target === undefined ? undefined : `${target.clusterName}/${target.serviceName}`;
  return [{ service, verdict: rollout.verdict, entries: rollout.timeline, tasks: rollout.tasks ?? [] }];
}

/** The output `phases`: JSON on one line, in the order of the begin; undefined where nothing was begun. Times by UTC, seconds to the millisecond. */
export function formatPhases(run: TimedRun): string | undefined {
  const { images, deployments, sequence } = sortPhases(run);
  const isSeveral = (run.services ?? []).length > 0;
  const all = [
    ...sequence.map(entry => ({ entry, of: {} })),
    ...images.flatMap(({ name, entries }) => entries.map(entry => ({ entry, of: { image: name } }))),
    ...deployments.flatMap(({ service, entries, tasks }) => {
      const of = isSeveral ? { service } : {};
      return [
        ...(isSeveral ? entries : []).map(entry => ({ entry, of })),
        ...tasks.map(entry => ({ entry, of: { ...of, tasks: true } }))
      ];
    })
  ];
  if (all.length === 0) return undefined;
  all.sort((one, other) => one.entry.startedAt - other.entry.startedAt);
  return JSON.stringify(
    all.map(({ entry: { phase, startedAt, endedAt }, of }) => ({
      phase,
      'started-at': new Date(startedAt).toISOString(),
      seconds: Math.round(endedAt - startedAt) / 1000,
      ...of
    }))
  );
}
