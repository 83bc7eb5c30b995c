import type { WatchState } from '../rollout/watch/state.js';

/** A line of `slipway status --watch --json`: the state of a service that has changed. Times are ISO 8601 in UTC. Members that are not known are absent. Pure. */
export function watchJson(state: WatchState, region: string): Readonly<Record<string, unknown>> {
  const { cluster, service, target, deployment, versions, events, warnings, over } = state;
  return {
    region,
    cluster: target?.clusterName ?? cluster,
    service: target?.serviceName ?? service,
    deployment:
      deployment === undefined
        ? undefined
        : {
            deployment: deployment.name,
            taskDefinitionArn: deployment.taskDefinitionArn === '' ? undefined : deployment.taskDefinitionArn,
            outcome: deployment.ending?.verdict,
            phase: deployment.phases.find(({ state: now }) => now === 'now')?.phase,
            waitsFor: deployment.waitsFor,
            reason: deployment.ending?.reason ?? deployment.failing,
            startedAt: dateOf(deployment.begunAt),
            endedAt: dateOf(deployment.endedAt),
            phases: deployment.phases.map(({ phase, state: now, startedAt, endedAt }) => ({
              phase,
              state: now,
              startedAt: dateOf(startedAt),
              endedAt: dateOf(endedAt)
            }))
          },
    versions: versions.map(({ role, taskDefinitionArn, desired, running, pending, failed, traffic }) => ({
      role,
      taskDefinitionArn: taskDefinitionArn === '' ? undefined : taskDefinitionArn,
      desiredCount: desired,
      runningCount: running,
      pendingCount: pending,
      failedTasks: failed,
      trafficPercent: traffic
    })),
    newestEvent: events[0]?.message,
    warnings,
    over
  };
}

function dateOf(at: number | undefined): Date | undefined {
  return at === undefined ? undefined : new Date(at);
}
