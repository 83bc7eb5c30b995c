import { RuleProblemsError } from '../../errors.js';
import { readDocument } from '../../text/document.js';
import type { RunTaskConfig } from '../config.js';
import { CONFLICT, NO_EFFECT } from '../setting-rules.js';
import { readShape, type ApiShape, type ApiValue } from '../table/api-shapes.js';
import {
  CAPACITY_PROVIDER,
  CONTAINER_OVERRIDE,
  PLACEMENT_CONSTRAINT,
  PLACEMENT_STRATEGY,
  TAG,
  TASK_OVERRIDES,
  VOLUME
} from '../table/run-task-shapes.js';
import { dataOf, type Data, type ReportProblem } from '../sources/source-value.js';
import type { Settings } from '../sources/resolved-settings.js';
import { RUN_TASK_SETTINGS } from '../table/run-task.js';

/**
 * The task before the rollout; undefined where none is asked for. What is said for it is checked in any case: a mistake shall not wait
 * for the day on which `run-task` is set.
 */
export function decodeRunTask(settings: Settings, report: ReportProblem): RunTaskConfig | undefined {
  const {
    runTask,
    containerOverrides,
    overrides,
    capacityProviderStrategy,
    placementConstraints,
    placementStrategy,
    tags,
    volumeName,
    volume,
    ...asTheyAre
  } = settings.getAll('run', RUN_TASK_SETTINGS);
  const providers = readAll(capacityProviderStrategy, CAPACITY_PROVIDER, report);
  const checked = {
    containerOverrides: readAll(containerOverrides, CONTAINER_OVERRIDE, report),
    taskOverrides: readText('run-task-overrides', overrides, TASK_OVERRIDES, settings, report) ?? {},
    // An empty list takes none from the service.
    placementConstraints: placementConstraints && readAll(placementConstraints, PLACEMENT_CONSTRAINT, report),
    placementStrategy: placementStrategy && readAll(placementStrategy, PLACEMENT_STRATEGY, report),
    capacityProviderStrategy: providers.length === 0 ? undefined : providers,
    tags: readAll(tags, TAG, report),
    volume: decodeVolume(volumeName, volume, settings, report)
  };
  reportTwoLaunches(settings, report);
  return runTask ? { ...asTheyAre, ...checked } : undefined;
}

function readAll<Shape extends ApiShape>(
  entries: readonly Data[] | undefined,
  shape: Shape,
  report: ReportProblem
): readonly ApiValue<Shape>[] {
  return (entries ?? []).flatMap(entry => {
    const value = readShape(entry, shape, report);
    return value === undefined ? [] : [value];
  });
}

/** RunTask takes one of the two: "Specifying both a launch type and capacity provider strategy is not supported." */
function reportTwoLaunches(settings: Settings, report: ReportProblem): void {
  const type = settings.explicit('run-task-launch-type');
  const strategy = settings.explicit('run-task-capacity-provider-strategy');
  if (type === undefined || strategy === undefined) return;
  report({
    code: CONFLICT.name,
    place: type.place,
    what: 'run-task-launch-type and run-task-capacity-provider-strategy contradict each other: ECS takes one of the two.',
    next: 'Keep one of the two.'
  });
}

function decodeVolume(
  name: string | undefined,
  text: string | undefined,
  settings: Settings,
  report: ReportProblem
): RunTaskConfig['volume'] {
  if (name === undefined && text === undefined) return undefined;
  if (name === undefined || text === undefined) {
    const [explicit, missing] =
      name === undefined
        ? (['run-task-managed-ebs-volume', 'run-task-managed-ebs-volume-name'] as const)
        : (['run-task-managed-ebs-volume-name', 'run-task-managed-ebs-volume'] as const);
    const what = `${explicit} has no effect without ${missing}.`;
    report({ code: NO_EFFECT.name, place: settings.place(explicit), what, next: `Add ${missing}.` });
    return undefined;
  }
  const volume = readText('run-task-managed-ebs-volume', text, VOLUME, settings, report);
  return volume === undefined ? undefined : { name, managedEBSVolume: volume };
}

/** A setting that is one of AWS's shapes, written as JSON in a text. */
function readText<Shape extends ApiShape>(
  name: 'run-task-managed-ebs-volume' | 'run-task-overrides',
  text: string | undefined,
  shape: Shape,
  settings: Settings,
  report: ReportProblem
): ApiValue<Shape> | undefined {
  if (text === undefined) return undefined;
  const place = settings.place(name);
  try {
    const data = dataOf(readDocument(name, new TextEncoder().encode(text)));
    const below: Data = { ...data, place: path => ({ ...place, path: data.place(path).path ?? place.path }) };
    return readShape(below, shape, report);
  } catch (error) {
    if (!(error instanceof RuleProblemsError)) throw error;
    for (const problem of error.problems) report({ ...problem, place });
    return undefined;
  }
}
