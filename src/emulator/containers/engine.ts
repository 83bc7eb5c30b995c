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
  /** How its target group looks; undefined: nothing is known of that, and any answer will do. */
  readonly check: TargetCheck | undefined;
  /** Real seconds in which failures do not count: the service's `healthCheckGracePeriodSeconds`. */
  readonly graceSeconds: number;
}

/** The health check of a target group (CreateTargetGroup of Elastic Load Balancing's service model). */
export interface TargetCheck {
  readonly protocol: string;
  /** undefined: the port that serves. */
  readonly port: number | undefined;
  readonly path: string;
  /** HTTP codes that are well: `200`, `200,204`, `200-399`. */
  readonly codes: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly unhealthyThreshold: number;
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
  /** What the load balancer found at the endpoint: undefined where it is well, else its reason. */
  answered(failure: string | undefined): void;
  /** It ended; the reason is ECS's, where there is one beside the exit code. */
  exited(container: string, exitCode: number, reason: string | undefined): void;
}

export interface LiveTask {
  /** Stops all its containers, as ECS does: SIGTERM, and SIGKILL after `stopTimeout`. Each end is told as `exited`. */
  stop(): void;
  /** Where a port of a container is to be reached on this machine; undefined where it is not published. */
  findAddress(container: string, port: number): Promise<{ readonly host: string; readonly port: number } | undefined>;
}

/** Starts tasks as containers. */
export interface ContainerEngine {
  launch(order: TaskOrder, events: TaskEvents): LiveTask;
  /** Why images for a processor (`amd64`, `arm64`) cannot run here; undefined where they can, or where that cannot be found out. */
  findObstacle(architecture: string): Promise<string | undefined>;
  /** Ends and removes all that it has started. */
  close(): Promise<void>;
}
