import type { Task } from '@aws-sdk/client-ecs';

export const IMAGE = '210987654321.dkr.ecr.eu-central-1.amazonaws.com/parcel/api:2026.11.4';
export const USER = 'arn:aws:sts::210987654321:assumed-role/parcel-exec-role/4f0e9d8c7b6a5948372615f0e9d8c7b6';
export const DIGEST = 'sha256:4031f4290bcd500aa429f403c96ccce5029d42ab7401aa403b500c503d401e50';

/** A task whose one container says why. */
export function container(reason: string, task: Partial<Task> = {}): Task {
  return {
    stopCode: 'TaskFailedToStart',
    stoppedReason: 'Task failed to start',
    lastStatus: 'STOPPED',
    containers: [{ name: 'api', lastStatus: 'STOPPED', reason }],
    ...task
  };
}

/** A task that says why itself. */
export function startFailed(stoppedReason: string, changes: Partial<Task> = {}): Task {
  return {
    stopCode: 'TaskFailedToStart',
    stoppedReason,
    lastStatus: 'STOPPED',
    containers: [{ name: 'api', lastStatus: 'STOPPED' }],
    ...changes
  };
}

/** A task whose containers ended with these codes. */
export function exited(...codes: readonly number[]): Task {
  return {
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    lastStatus: 'STOPPED',
    containers: codes.map((exitCode, index) => ({ name: `c${index}`, exitCode, lastStatus: 'STOPPED' }))
  };
}

export function stopped(stopCode: string | undefined, stoppedReason: string): Task {
  return { ...startFailed(stoppedReason), stopCode: stopCode as Task['stopCode'] };
}
