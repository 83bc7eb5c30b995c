import { matchesPattern } from '../server/faults.js';
import type { MoveScenario } from '../server/scenarios.js';
import type { CloudModule } from '../server/service.js';
import type { Cloud } from '../server/state.js';
import { performAs } from './calls.js';
import { makeMove } from './moves.js';

/** Makes the moves of the scenarios document at their places. Told of every request: its action, as IAM names it, and its region. */
export interface Script {
  before(action: string, region: string): void;
  after(action: string, region: string): void;
}

/** Who makes the moves where nobody else is named. */
function secondActor(account: string): string {
  return `arn:aws:iam::${account}:user/second-actor`;
}

/**
 * The second actor: another run, a person or ECS itself, whose moves stand in the scenarios document as `moves` and are made between two
 * requests of the run under test. Its own calls are no requests, and do not count.
 */
export function createScript(cloud: Cloud, modules: readonly CloudModule[]): Script {
  let moves: readonly MoveScenario[] = [];
  const counts = new Map<MoveScenario, number>();

  const make = (due: MoveScenario, where: string): void => {
    const { region = where, cluster = 'default', service = '', principal = secondActor(cloud.account) } = due;
    makeMove(cloud, performAs(cloud, modules, region, principal), { ...due, region, cluster, service });
  };
  const isDue = (each: MoveScenario): boolean => counts.get(each) === (each.occurrence ?? 1);

  return {
    before: (action, region) => {
      if (cloud.scenarios.moves !== moves) counts.clear();
      ({ moves } = cloud.scenarios);
      for (const each of moves) {
        const pattern = each.before ?? each.after;
        if (pattern === undefined || !matchesPattern(pattern, action)) continue;
        counts.set(each, (counts.get(each) ?? 0) + 1);
        if (each.before !== undefined && isDue(each)) make(each, region);
      }
    },
    after: (action, region) => {
      for (const each of moves) {
        if (each.before !== undefined || each.after === undefined) continue;
        if (matchesPattern(each.after, action) && isDue(each)) make(each, region);
      }
    }
  };
}
