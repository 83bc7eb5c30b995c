import { seededRandom } from '../../src/emulator/server/faults.js';
import type { MoveName } from '../../src/emulator/server/scenarios.js';
import type { Trouble } from '../simulation/simulation.js';
import { STRATEGIES, type Strategy } from './stages.js';

/** Between two requests: right before or right after the how manieth of the run. */
export interface Place {
  readonly when: 'before' | 'after';
  readonly request: number;
}

/** What somebody else does: a move of the second actor, or another run of Slipway on the same service. */
export type Other = MoveName | 'early-success' | 'another-run';

/** One short run among others. All of it follows from its number. */
export interface Case {
  readonly number: number;
  readonly strategy: Strategy;
  readonly other: Other;
  readonly place: Place;
  /** A new revision from a file, or the registered one that runs, by force. */
  readonly ships: 'new-revision' | 'registered-revision';
  readonly end: 'success' | 'crash' | 'cancel' | 'kill';
  /** Where it is cancelled or killed. */
  readonly endPlace: Place | undefined;
  /** What meets the requests that change something, so many times in a row. */
  readonly trouble:
    { readonly kind: Trouble; readonly times: number; readonly on: 'registration' | 'deployment' } | undefined;
  /** The role may not stop deployments. */
  readonly mayNotStop: boolean;
  /** The role may not read service deployments, as in the policy of AWS's own action. */
  readonly mayNotRead: boolean;
  readonly hasBreaker: boolean;
  readonly onConflict: 'fail' | 'wait' | 'replace' | undefined;
  readonly onCancel: 'rollback' | 'stop' | 'leave';
  readonly onFailure: 'rollback' | 'stop' | 'leave';
  /** How far apart two runs begin, in milliseconds. */
  readonly apart: number;
}

const OF_ECS: readonly Other[] = [
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
  'another-run',
  'early-success'
];
const OF_CODEDEPLOY: readonly Other[] = [
  'deploy',
  'deploy-same-revision',
  'roll-back',
  'stop-deployment',
  'stop-and-roll-back-deployment',
  'continue-deployment',
  'end-termination-wait',
  'deregister-task-definition',
  'scale',
  'delete-service',
  'alarm',
  'another-run'
];
const OTHERS: Readonly<Record<Strategy, readonly Other[]>> = {
  rolling: OF_ECS,
  'blue-green': OF_ECS,
  linear: OF_ECS,
  canary: OF_ECS,
  codedeploy: OF_CODEDEPLOY,
  'run-task': [...OF_ECS, 'run-task', 'stop-task'],
  several: OF_ECS
};

/** Every request of the beginning, where everything is decided, and then every second one as long as a deployment goes on. */
const REQUESTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 17, 20, 24, 28, 33, 40];
const PLACES: readonly Place[] = REQUESTS.flatMap(request => [
  { when: 'before', request },
  { when: 'after', request }
]);

const TABLE = STRATEGIES.flatMap(strategy =>
  OTHERS[strategy].flatMap(other => PLACES.map(place => ({ strategy, other, place })))
);

/** The cases of one strategy, by what the other does: each has its place between two requests. */
export function listCases(strategy: Strategy): ReadonlyMap<Other, readonly number[]> {
  return new Map(
    OTHERS[strategy].map(other => [
      other,
      TABLE.flatMap((row, number) => (row.strategy === strategy && row.other === other ? [number] : []))
    ])
  );
}

/** How many cases cover each strategy, move and place once. Larger numbers are the same ones with other ends and policies. */
export const ALL_CASES = TABLE.length;

const ENDS = ['success', 'crash', 'cancel', 'kill'] as const;
const POLICIES = ['rollback', 'rollback', 'stop', 'leave'] as const;
const CONFLICTS = [undefined, 'fail', 'wait', 'replace'] as const;
const TROUBLES = ['throttled', 'answer-lost', 'reset', 'no-answer', 'server-error'] as const;

export function makeCase(number: number): Case {
  const row = TABLE[number % TABLE.length];
  if (row === undefined) throw new Error(`${number} is no case.`);
  const random = seededRandom(number * 7919 + 17);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const end = pick(ENDS);
  const distance = Math.floor(random() * 8) - 3;
  const endPlace = { when: pick(['before', 'after'] as const), request: Math.max(1, row.place.request + distance) };
  const canShipRegistered = row.strategy !== 'codedeploy' && row.strategy !== 'several';
  return {
    number,
    ...row,
    ships: end !== 'crash' && canShipRegistered && random() < 0.25 ? 'registered-revision' : 'new-revision',
    end,
    endPlace: end === 'cancel' || end === 'kill' ? endPlace : undefined,
    trouble:
      random() < 0.35
        ? {
            kind: pick(TROUBLES),
            times: pick([1, 1, 3, 20]),
            on: pick(['registration', 'deployment', 'deployment', 'deployment'] as const)
          }
        : undefined,
    mayNotStop: random() < 0.15,
    hasBreaker: random() < 0.7,
    onConflict: pick(CONFLICTS),
    onCancel: pick(POLICIES),
    onFailure: pick(POLICIES),
    apart: pick([0, 40, 300, 2_500, 9_000, 30_000]),
    mayNotRead: random() < 0.15
  };
}
