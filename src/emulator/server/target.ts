import type { Behaviour } from './scenarios.js';

/** A task that is in service in a target group. */
export interface Target {
  /** The task's ARN. */
  readonly task: string;
  /** `family:revision` */
  readonly taskDefinition: string;
  /** How it answers, where no container of it runs. */
  readonly behaviour: Behaviour;
  /** Finds where its container listens on this machine; undefined where it is played. */
  readonly findAddress: (() => Promise<Address | undefined>) | undefined;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}
