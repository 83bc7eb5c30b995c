import { boolean, integer, isStructure, list, number, string, structure } from './decode.js';
import type { Members } from './decode.js';
import { matchesPattern } from './faults.js';
import { AwsFault } from './protocol.js';

/** How a task behaves, by the container environment variable SLIPWAY_REHEARSAL or by a scenario. */
const BEHAVIOURS = [
  'good',
  'crash',
  'cannot-pull',
  'no-capacity',
  'unhealthy',
  'hang',
  'out-of-memory',
  'exit-later',
  'network-timeout'
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

const task = {
  /** The family to match, `*` as a wildcard; absent: any. */
  family: string,
  /** Matched against every container's image; absent: any. */
  image: string,
  behaviour: string,
  /** Lines that the container writes before it ends. */
  log: list(string),
  /** Of the container that ends; also makes a `good` task of RunTask end with it. */
  exitCode: integer,
  /** Only the first so many tasks that match behave so; absent: all. */
  times: integer,
  /** Virtual seconds between RUNNING and the end: of a crash (default 3), of `exit-later` (default 60), of a RunTask task (default 8). */
  afterSeconds: number,
  /** Virtual seconds between RUNNING and the first sign of health of a `good` task (default: 5, 10 with a health check, 20 behind a load balancer). */
  healthyAfterSeconds: number,
  /** Virtual seconds from SIGTERM to the end of the containers, when the task is stopped (default 3). */
  stopSeconds: number,
  /** In place of the stop code of a task that ends by itself, as `SpotInterruption`. */
  stopCode: string,
  /** In place of the stopped reason of a task that ends by itself. */
  stoppedReason: string
};

const alarm = {
  /** The service's name, `*` as a wildcard; absent: any. */
  service: string,
  /** The alarm's name, as in the service's or deployment group's alarm configuration. */
  alarm: string,
  /** Virtual seconds after the deployment's start at which it goes to ALARM (default 20). */
  afterSeconds: number
};

const hook = {
  service: string,
  /** The lifecycle stage or event whose hook fails. */
  stage: string
};

export type TaskScenario = Members<typeof task> & { readonly behaviour: Behaviour };
type AlarmScenario = Members<typeof alarm>;
type HookScenario = Members<typeof hook>;

const deployments = {
  /** Virtual seconds between the failure of a deployment and the rollback that ECS begins (default 0). */
  rollbackAfterSeconds: number,
  /** Virtual seconds between an early success and the removal of the old tasks that `DEFERRED` leaves for later (default 10). */
  cleanupAfterSeconds: number,
  /** Whether the circuit breaker acts on BLUE_GREEN, LINEAR and CANARY too (default true): AWS's pages disagree on it. */
  breakerInNativeStrategies: boolean
};

/**
 * The document of `PUT /_slipway/scenarios`: `{tasks: […], alarms: […], hooks: […], deployments: {…}}`. It replaces the one before as a
 * whole. Members that another service reads (as `codedeploy`) are kept in `document`.
 */
export interface Scenarios {
  readonly tasks: readonly TaskScenario[];
  readonly alarms: readonly AlarmScenario[];
  readonly hooks: readonly HookScenario[];
  /** How ECS's deployments go. */
  readonly deployments: Members<typeof deployments>;
  readonly document: Readonly<Record<string, unknown>>;
}

export const NO_SCENARIOS: Scenarios = { tasks: [], alarms: [], hooks: [], deployments: {}, document: {} };

const readLists = structure({
  tasks: list(structure(task)),
  alarms: list(structure(alarm)),
  hooks: list(structure(hook)),
  deployments: structure(deployments)
});

/** Reads a scenarios document; throws SerializationException for a wrong type, ValidationException for an unknown behaviour. */
export function readScenarios(value: unknown): Scenarios {
  if (!isStructure(value))
    throw new AwsFault(
      'SerializationException',
      'Scenarios: got no structure, expected {tasks, alarms, hooks, deployments}'
    );
  const read = readLists(value, '');
  return {
    tasks: (read.tasks ?? []).map(each => ({ ...each, behaviour: readBehaviour(each.behaviour ?? 'good') })),
    alarms: read.alarms ?? [],
    hooks: read.hooks ?? [],
    deployments: read.deployments ?? {},
    document: value
  };
}

/** A behaviour by its name; throws ValidationException for another word. */
export function readBehaviour(word: string): Behaviour {
  const found = BEHAVIOURS.find(behaviour => behaviour === word);
  if (found === undefined) {
    throw new AwsFault(
      'ValidationException',
      `The behaviour '${word}' is not known. Known are: ${BEHAVIOURS.join(', ')}.`
    );
  }
  return found;
}

/** Whether a scenario's optional pattern covers a name. */
export function covers(pattern: string | undefined, name: string): boolean {
  return pattern === undefined || matchesPattern(pattern, name);
}
