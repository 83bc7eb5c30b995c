import { withFront, type Trouble } from './front.js';
import type { Sandbox, Shipped, ShipOptions } from './sandbox.js';
import { BLUE_GREEN, ROLLING, seed, switchBreakerOff, taskDefinition } from './seed.js';

/** A run that is cancelled while an operation is in trouble. */
export interface Cancelling {
  readonly operation: string;
  readonly trouble: Trouble;
  /** So many of its requests go through first. */
  readonly from?: number;
  readonly road?: keyof typeof ROADS;
  /** How the new version behaves. */
  readonly behaviour?: string;
  readonly andThen?: ShipOptions['andThen'];
}

export interface CancelledRun extends Shipped {
  /** From SIGINT to the end of the main step, in milliseconds. */
  readonly took: number;
}

const OVERRIDES = '[{"name":"web","command":["npm","run","migrate"]}]';

/** What is shipped, and how. */
const ROADS = {
  ecs: { controller: 'ECS', inputs: ROLLING },
  gate: { controller: 'ECS', inputs: { ...ROLLING, 'scan-gate': 'CRITICAL' } },
  unchanged: { controller: 'ECS', inputs: { ...ROLLING, 'skip-unchanged': 'true' } },
  conflict: { controller: 'ECS', inputs: { ...ROLLING, 'on-conflict': 'wait' } },
  task: { controller: 'ECS', inputs: { ...ROLLING, 'run-task': 'true', 'run-task-container-overrides': OVERRIDES } },
  failing: { controller: 'ECS', inputs: { ...ROLLING, 'fail-after': '1' } },
  stop: { controller: 'ECS', inputs: { ...ROLLING, 'on-cancel': 'stop' } },
  codedeploy: { controller: 'CODE_DEPLOY', inputs: BLUE_GREEN },
  settings: { controller: 'CODE_DEPLOY', inputs: { ...BLUE_GREEN, 'desired-count': '3' } },
  plan: { controller: 'ECS', inputs: { ...ROLLING, 'dry-run': 'true' } }
} as const;

/**
 * Ships, and cancels as GitHub does once the operation is in trouble: SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL. The trouble is over
 * when the main step has ended.
 */
export async function cancelIn(
  sandbox: Sandbox,
  { operation, trouble, from = 0, road = 'ecs', behaviour = 'hang', andThen }: Cancelling
): Promise<CancelledRun> {
  const { controller, inputs } = ROADS[road];
  await seed(sandbox, controller);
  if (road === 'failing') await switchBreakerOff(sandbox);
  await sandbox.write('taskdefinition.json', taskDefinition({}, behaviour));
  let run: CancelledRun | undefined;
  await withFront(sandbox.cloud.endpoint, operation, trouble, from, async front => {
    let cancelledAt = 0;
    const shipped = await sandbox.ship(inputs, {
      env: { AWS_ENDPOINT_URL: front.url },
      cancelWhen: () => front.met() > 0,
      onCancel: () => (cancelledAt = Date.now()),
      onMainEnd: front.relent,
      ...(andThen === undefined ? {} : { andThen })
    });
    run = { ...shipped, took: shipped.endedAt - cancelledAt };
  });
  return run as CancelledRun;
}
