/** A deployment waits for ContinueServiceDeployment or ContinueDeployment. */
export interface Pause {
  /** Of this one pause: a hook that pauses again has another. */
  readonly id: string;
  /** ECS only: DeploymentLifecycleHookDetail, hookId. */
  readonly hookId: string | undefined;
  /** ECS's lifecycle stage; of CodeDeploy `Ready`. */
  readonly stage: string;
  /** When AWS ends it by itself, in milliseconds since the epoch. */
  readonly expiresAt: number | undefined;
}
