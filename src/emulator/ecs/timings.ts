/**
 * How long things take, in virtual milliseconds: the usual of the real service, on the short side where people only wait.
 * A good rollout of two tasks behind a load balancer comes to 60 to 90 s.
 */

/** A service deployment shows in ListServiceDeployments this long after UpdateService. */
export const LIST_LAG = 3_000;
/** The scheduler acts this long after a change. */
export const SCHEDULING = 2_000;
/** Between two looks of the scheduler when there is nothing else to wake it. */
export const RETRY = 10_000;
/** PROVISIONING on Fargate: the network interface; on other launch types there is next to nothing to do. */
export const PROVISIONING_FARGATE = 8_000;
export const PROVISIONING_OTHER = 1_000;
export const BEFORE_PULL = 2_000;
export const PULL = 7_000;
export const CONTAINER_START = 3_000;
/** From RUNNING to the first sign of health. */
export const SETTLE_PLAIN = 5_000;
/** Behind a target group that is none of this AWS; else its settings and those of the health checks say it (task-times.ts). */
export const SETTLE_TARGET = 20_000;
/** From RUNNING to the scheduler's verdict that the health checks fail. */
export const UNHEALTHY_AFTER = 30_000;
/** From RUNNING to a crash or an out-of-memory kill. */
export const CRASH_AFTER = 3_000;
/** Old tasks that an early success left for later are removed so long after it. */
export const DEFERRED_CLEANUP = 10_000;
/** From RUNNING to the end of a task that runs well and ends all the same. */
export const EXIT_LATER = 60_000;
/** How long ECS waits for a network interface that does not come. */
export const NETWORK_TIMEOUT = 20_000;
/** How long a task of RunTask works before it ends by itself. */
export const RUN_TASK = 8_000;
/** Likewise. */
export const DRAINING = 10_000;
export const STOPPING = 3_000;
export const DEPROVISIONING = 4_000;
/** From the last change of a deployment's tasks to the steady state. */
export const STEADY = 3_000;
/** Stopped tasks can be described for an hour. */
export const STOPPED_TASK_LIFE = 3_600_000;
/** A stage of a native blue/green deployment that has nothing to do. */
export const STAGE = 2_000;
export const TRAFFIC_SHIFT = 4_000;
export const LAMBDA_HOOK = 3_000;
/** An alarm of a scenario goes off this long after the deployment's start, where the scenario does not say. */
export const ALARM_AFTER = 20_000;
