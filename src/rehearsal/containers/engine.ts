import type { Shape } from '../client.js';

/** What a task's containers are run from. */
export interface TaskOrder {
  /** The task's id, 32 hex digits. */
  readonly id: string;
  readonly region: string;
  /** As it was registered. */
  readonly taskDefinition: Shape;
  /** By container: what RunTask put in their place. */
  readonly overrides: readonly ContainerOverrides[];
  /** Where its load balancer looks, if it has one. */
  readonly endpoint: Endpoint | undefined;
}

export interface ContainerOverrides {
  readonly name?: string | undefined;
  readonly command?: readonly string[] | undefined;
  readonly environment?:
    readonly { readonly name?: string | undefined; readonly value?: string | undefined }[] | undefined;
}

export interface Endpoint {
  readonly container: string;
  readonly port: number;
}

/** Who is told what becomes of a task's containers; each call comes as it happens, none after `close`. */
export interface TaskEvents {
  /** All images are there. */
  pulled(): void;
  /** The task cannot start: ECS's error name and what Docker says, of one container. */
  refused(container: string, reason: string): void;
  started(container: string, runtimeId: string): void;
  logged(container: string, lines: readonly string[]): void;
  /** Its own health check, as the task definition has it. */
  checked(container: string, healthy: boolean): void;
  /** Whether the endpoint answers. */
  answered(yes: boolean): void;
  /** It ended; the reason is ECS's, where there is one beside the exit code. */
  exited(container: string, exitCode: number, reason: string | undefined): void;
}

export interface LiveTask {
  /** Stops all its containers, as ECS does: SIGTERM, and SIGKILL after `stopTimeout`. Each end is told as `exited`. */
  stop(): void;
}

/** Starts tasks as containers. */
export interface ContainerEngine {
  launch(order: TaskOrder, events: TaskEvents): LiveTask;
  /** Ends and removes all that it has started. */
  close(): Promise<void>;
}
