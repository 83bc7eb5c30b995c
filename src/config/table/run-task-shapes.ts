import { BOOLEAN, INTEGER, listOf, oneOf, STRING, structureOf, TAG_KEY } from './api-shapes.js';

const PAIR = structureOf('KeyValuePair', { name: STRING, value: STRING });

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Tag.html */
export const TAG = structureOf('Tag', { key: TAG_KEY, value: STRING }, ['key']);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html */
export const CONTAINER_OVERRIDE = structureOf(
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
export const CAPACITY_PROVIDER = structureOf(
  'CapacityProviderStrategyItem',
  { capacityProvider: STRING, weight: INTEGER, base: INTEGER },
  ['capacityProvider']
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html; containers have a setting of their own. */
export const TASK_OVERRIDES = structureOf('TaskOverride', {
  cpu: STRING,
  memory: STRING,
  taskRoleArn: STRING,
  executionRoleArn: STRING,
  ephemeralStorage: structureOf('EphemeralStorage', { sizeInGiB: INTEGER }, ['sizeInGiB'])
});

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html */
export const PLACEMENT_CONSTRAINT = structureOf(
  'PlacementConstraint',
  { type: oneOf('distinctInstance', 'memberOf'), expression: STRING },
  ['type']
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html */
export const PLACEMENT_STRATEGY = structureOf(
  'PlacementStrategy',
  { type: oneOf('random', 'spread', 'binpack'), field: STRING },
  ['type']
);

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskManagedEBSVolumeConfiguration.html */
export const VOLUME = structureOf(
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
