import type { RunContainer } from './definition.js';

/** How far a container of a task has come. */
export interface StartupWave {
  started: boolean;
  healthy: boolean;
  /** undefined until it has ended. */
  exitCode: number | undefined;
}

/** `ready` to start; `waiting` for another; `never`: the other one did not do what this one waits for, so that it cannot start at all. */
type Readiness = 'ready' | 'waiting' | 'never';

/** Whether what a container depends on is there (ContainerDependency of the ECS service model). Pure. */
export function readinessOf(container: RunContainer, stages: ReadonlyMap<string, StartupWave>): Readiness {
  const each = (container.dependsOn ?? []).map(({ containerName, condition }) =>
    judge(condition ?? 'START', stages.get(containerName ?? ''))
  );
  if (each.includes('never')) return 'never';
  return each.includes('waiting') ? 'waiting' : 'ready';
}

function judge(condition: string, other: StartupWave | undefined): Readiness {
  if (other === undefined) return 'never';
  const ended = other.exitCode !== undefined;
  switch (condition) {
    case 'COMPLETE':
      return ended ? 'ready' : 'waiting';
    case 'SUCCESS':
      if (!ended) return 'waiting';
      return other.exitCode === 0 ? 'ready' : 'never';
    case 'HEALTHY':
      if (other.healthy) return 'ready';
      return ended ? 'never' : 'waiting';
    default:
      return other.started ? 'ready' : 'waiting';
  }
}
