import { covers, readBehaviour } from '../server/scenarios.js';
import type { Behaviour, TaskScenario } from '../server/scenarios.js';
import type { RegionState } from '../server/state.js';
import type { TaskOverride } from './shapes.js';
import type { TaskDefinitionRecord } from './state.js';

/** The container environment variable that makes a task misbehave. */
const BEHAVIOUR_VARIABLE = 'SLIPWAY_REHEARSAL';

/** How one task will behave. */
export interface TaskPlan {
  readonly behaviour: Behaviour;
  readonly scenario: TaskScenario | undefined;
  /** The name of the container that misbehaves: the one with the variable, else the first essential one. */
  readonly culprit: string;
  /** Its containers really run: it has an image that was pushed here, and nothing else was asked of it. */
  readonly live: boolean;
}

/** How many tasks a scenario has already taken; forgotten together with the scenario. */
const taken = new WeakMap<TaskScenario, number>();

/** Decides how the next task of a task definition behaves. Every call counts for the scenarios' `times`. */
export function planTask(region: RegionState, definition: TaskDefinitionRecord, overrides: TaskOverride): TaskPlan {
  const essential = definition.containers.find(each => each.essential !== false);
  const culprit = essential?.name ?? '';
  const scenario = region.cloud.scenarios.tasks.find(each => matches(each, definition));
  if (scenario !== undefined) {
    taken.set(scenario, (taken.get(scenario) ?? 0) + 1);
    return { behaviour: scenario.behaviour, scenario, culprit, live: false };
  }
  for (const container of definition.containers) {
    const override = (overrides.containerOverrides ?? []).find(each => each.name === container.name);
    const variables = [...(container.environment ?? []), ...(override?.environment ?? [])];
    const word = variables.findLast(each => each.name === BEHAVIOUR_VARIABLE)?.value;
    if (word !== undefined && word !== '' && word !== 'good') {
      return { behaviour: readBehaviour(word), scenario: undefined, culprit: container.name ?? culprit, live: false };
    }
  }
  const missing = definition.containers.find(
    each => region.cloud.images.exists(region.name, each.image ?? '') === false
  );
  if (missing !== undefined) {
    return { behaviour: 'cannot-pull', scenario: undefined, culprit: missing.name ?? culprit, live: false };
  }
  const live =
    region.cloud.containers !== undefined &&
    definition.containers.some(each => region.cloud.images.exists(region.name, each.image ?? '') === true);
  return { behaviour: 'good', scenario: undefined, culprit, live };
}

function matches(scenario: TaskScenario, definition: TaskDefinitionRecord): boolean {
  return (
    covers(scenario.family, definition.family) &&
    (scenario.image === undefined || definition.containers.some(each => covers(scenario.image, each.image ?? ''))) &&
    (scenario.times === undefined || (taken.get(scenario) ?? 0) < scenario.times)
  );
}
