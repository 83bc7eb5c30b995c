import { boolean, document as anyStructure, integer, isStructure, list, number, string, structure } from './decode.js';
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
  'network-timeout',
  'answers-nothing',
  'answers-reset',
  'answers-on-and-off'
] as const;
/** Those that begin with `answers` are healthy, and show in what the load balancer answers for them: `answers-500` is a status for every request. */
export type Behaviour = (typeof BEHAVIOURS)[number] | `answers-${number}`;

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
  /** Virtual seconds between RUNNING and the moment from which a `good` task answers its health checks (default: 5); when they see it, their own settings say. */
  readyAfterSeconds: number,
  /** Virtual seconds between RUNNING and the first sign of health of a `good` task, whatever its health checks (default: as they are set). */
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

/** What the second actor may do; each is one or two calls of AWS's API, but `alarm`, which is CloudWatch's doing. */
const MOVES = [
  'deploy',
  'deploy-same-revision',
  'force-new-deployment',
  'roll-back',
  'stop-service-deployment',
  'abort-service-deployment',
  'deregister-task-definition',
  'scale',
  'delete-service',
  'update-deployment-configuration',
  'alarm',
  'stop-deployment',
  'stop-and-roll-back-deployment',
  'continue-deployment',
  'end-termination-wait',
  'run-task',
  'stop-task'
] as const;
export type MoveName = (typeof MOVES)[number];

const move = {
  /** One of MOVES. */
  move: string,
  /** Made right before this request, as IAM names its action: `ecs:UpdateService`, `*` for any. */
  before: string,
  /** Likewise, right after it took effect. */
  after: string,
  /** Before or after the how manieth request of that name, counted since the document was set; default 1. */
  occurrence: integer,
  /** Default: that of the request. */
  region: string,
  cluster: string,
  service: string,
  /** For `scale`; default 3. */
  desiredCount: integer,
  /** For `update-deployment-configuration`; default: the circuit breaker off. */
  deploymentConfiguration: anyStructure,
  /** For `alarm`: its name. */
  alarm: string,
  /** For `deploy`: what its tasks do; default `good`. */
  behaviour: string,
  /** The ARN of who makes it; default: a user of the account. */
  principal: string
};

export type MoveScenario = Members<typeof move> & { readonly move: MoveName };
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
 * The document of `PUT /_slipway/scenarios`: `{tasks: […], alarms: […], hooks: […], moves: […], deployments: {…}}`. It replaces the one
 * before as a whole. Members that another service reads (as `codedeploy`) are kept in `document`.
 */
export interface Scenarios {
  readonly tasks: readonly TaskScenario[];
  readonly alarms: readonly AlarmScenario[];
  readonly hooks: readonly HookScenario[];
  /** How ECS's deployments go. */
  readonly deployments: Members<typeof deployments>;
  /** What the second actor (another run, a person, ECS itself) does between the requests. */
  readonly moves: readonly MoveScenario[];
  readonly document: Readonly<Record<string, unknown>>;
}

export const NO_SCENARIOS: Scenarios = { tasks: [], alarms: [], hooks: [], deployments: {}, moves: [], document: {} };

const readLists = structure({
  tasks: list(structure(task)),
  alarms: list(structure(alarm)),
  hooks: list(structure(hook)),
  deployments: structure(deployments),
  moves: list(structure(move))
});

/** Reads a scenarios document; throws SerializationException for a wrong type, ValidationException for an unknown behaviour. */
export function readScenarios(value: unknown): Scenarios {
  if (!isStructure(value))
    throw new AwsFault(
      'SerializationException',
      'Scenarios: got no structure, expected {tasks, alarms, hooks, deployments, moves}'
    );
  const read = readLists(value, '');
  return {
    tasks: (read.tasks ?? []).map(each => ({ ...each, behaviour: readBehaviour(each.behaviour ?? 'good') })),
    alarms: read.alarms ?? [],
    hooks: read.hooks ?? [],
    deployments: read.deployments ?? {},
    moves: (read.moves ?? []).map(each => ({ ...each, move: readMove(each.move) })),
    document: value
  };
}

/** A behaviour by its name; throws ValidationException for another word. */
export function readBehaviour(word: string): Behaviour {
  const found = BEHAVIOURS.find(behaviour => behaviour === word);
  if (found !== undefined) return found;
  const [, status] = /^answers-([2-5]\d\d)$/.exec(word) ?? [];
  if (status !== undefined) return `answers-${Number(status)}`;
  throw new AwsFault(
    'ValidationException',
    `The behaviour '${word}' is not known. Known are: ${BEHAVIOURS.join(', ')} and answers-STATUS, as answers-500.`
  );
}

function readMove(word: string | undefined): MoveName {
  const found = MOVES.find(name => name === word);
  if (found !== undefined) return found;
  throw new AwsFault('ValidationException', `The move '${word ?? ''}' is not known. Known are: ${MOVES.join(', ')}.`);
}

/** Whether a scenario's optional pattern covers a name. */
export function covers(pattern: string | undefined, name: string): boolean {
  return pattern === undefined || matchesPattern(pattern, name);
}
