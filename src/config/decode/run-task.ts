import { ProblemsError } from '../../errors.js';
import { readDocument } from '../../text/document.js';
import { BOOLEAN, INTEGER, listOf, oneOf, readShape, STRING, structureOf, type ApiShape } from '../table/api-shapes.js';
import type { CapacityProvider, ContainerOverride, ManagedVolume, RunTaskConfig, TaskTag } from '../config.js';
import { dataOf, type Data, type ReportProblem } from '../sources/source-value.js';
import type { Settings } from '../sources/resolved-settings.js';
import { RUN_TASK_SETTINGS } from '../table/run-task.js';

const PAIR = structureOf('KeyValuePair', { name: STRING, value: STRING });
const TAG = structureOf('Tag', { key: STRING, value: STRING }, ['key']);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html */
const CONTAINER_OVERRIDE = structureOf(
  'ContainerOverride',
  {
    name: STRING,
    command: listOf(STRING),
    environment: listOf(PAIR),
    environmentFiles: listOf(structureOf('EnvironmentFile', { value: STRING, type: oneOf('s3') }, ['value', 'type'])),
    cpu: INTEGER,
    memory: INTEGER,
    memoryReservation: INTEGER,
    resourceRequirements: listOf(
      structureOf(
        'ResourceRequirement',
        { value: STRING, type: oneOf('GPU', 'InferenceAccelerator', 'NeuronDevice') },
        ['type']
      )
    )
  },
  ['name']
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html */
const CAPACITY_PROVIDER = structureOf(
  'CapacityProviderStrategyItem',
  { capacityProvider: STRING, weight: INTEGER, base: INTEGER },
  ['capacityProvider']
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html */
const VOLUME = structureOf(
  'TaskManagedEBSVolumeConfiguration',
  {
    encrypted: BOOLEAN,
    kmsKeyId: STRING,
    volumeType: STRING,
    sizeInGiB: INTEGER,
    snapshotId: STRING,
    volumeInitializationRate: INTEGER,
    iops: INTEGER,
    throughput: INTEGER,
    tagSpecifications: listOf(
      structureOf(
        'EBSTagSpecification',
        {
          resourceType: oneOf('volume'),
          tags: listOf(TAG),
          propagateTags: oneOf('TASK_DEFINITION', 'SERVICE', 'NONE')
        },
        ['resourceType']
      )
    ),
    roleArn: STRING,
    terminationPolicy: structureOf('TaskManagedEBSVolumeTerminationPolicy', { deleteOnTermination: BOOLEAN }, [
      'deleteOnTermination'
    ]),
    filesystemType: oneOf('ext3', 'ext4', 'xfs', 'ntfs')
  },
  ['roleArn']
);

/**
 * The task before the rollout; undefined where none is asked for. What is said for it is checked in any case: a mistake shall not wait
 * for the day on which `run-task` is set.
 */
export function decodeRunTask(settings: Settings, tell: ReportProblem): RunTaskConfig | undefined {
  const { runTask, containerOverrides, capacityProviderStrategy, tags, volumeName, volume, ...asTheyAre } =
    settings.getAll('run', RUN_TASK_SETTINGS);
  const overrides = readAll(containerOverrides, CONTAINER_OVERRIDE, tell);
  const providers = readAll(capacityProviderStrategy, CAPACITY_PROVIDER, tell);
  const taskTags = readAll(tags, TAG, tell);
  const namedVolume = decodeVolume(volumeName, volume, settings, tell);
  tellTwoLaunches(settings, tell);
  if (!runTask) return undefined;
  return {
    ...asTheyAre,
    containerOverrides: overrides as readonly ContainerOverride[],
    capacityProviderStrategy: providers.length === 0 ? undefined : (providers as readonly CapacityProvider[]),
    tags: taskTags as readonly TaskTag[],
    volume: namedVolume
  };
}

function readAll(entries: readonly Data[] | undefined, shape: ApiShape, tell: ReportProblem): readonly unknown[] {
  return (entries ?? []).flatMap(entry => {
    const value = readShape(entry, shape, tell);
    return value === undefined ? [] : [value];
  });
}

/** RunTask takes one of the two: "Specifying both a launch type and capacity provider strategy is not supported." */
function tellTwoLaunches(settings: Settings, tell: ReportProblem): void {
  const type = settings.said('run-task-launch-type');
  const strategy = settings.said('run-task-capacity-provider-strategy');
  if (type === undefined || strategy === undefined) return;
  tell({
    code: 'conflict',
    place: type.place,
    what: 'run-task-launch-type and run-task-capacity-provider-strategy contradict each other: ECS takes one of the two.',
    next: 'Keep one of the two.'
  });
}

function decodeVolume(
  name: string | undefined,
  text: string | undefined,
  settings: Settings,
  tell: ReportProblem
): RunTaskConfig['volume'] {
  if (name === undefined && text === undefined) return undefined;
  if (name === undefined || text === undefined) {
    const [said, missing] =
      name === undefined
        ? (['run-task-managed-ebs-volume', 'run-task-managed-ebs-volume-name'] as const)
        : (['run-task-managed-ebs-volume-name', 'run-task-managed-ebs-volume'] as const);
    const what = `${said} has no effect without ${missing}.`;
    tell({ code: 'no-effect', place: settings.place(said), what, next: `Add ${missing}.` });
    return undefined;
  }
  const volume = readVolume(text, settings, tell);
  return volume === undefined ? undefined : { name, managedEBSVolume: volume };
}

function readVolume(text: string, settings: Settings, tell: ReportProblem): ManagedVolume | undefined {
  const name = 'run-task-managed-ebs-volume';
  const place = settings.place(name);
  try {
    const data = dataOf(readDocument(name, new TextEncoder().encode(text)));
    const below: Data = { ...data, place: path => ({ ...place, path: data.place(path).path ?? place.path }) };
    return readShape(below, VOLUME, tell) as ManagedVolume | undefined;
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    for (const problem of error.problems) tell({ ...problem, place });
    return undefined;
  }
}
