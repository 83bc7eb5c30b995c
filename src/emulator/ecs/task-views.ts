import { splitArn } from '../server/arn.js';
import { toEpochSeconds } from '../server/protocol.js';
import type { ContainerRecord, TaskRecord } from './state.js';

type View = Readonly<Record<string, unknown>>;

function time(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : toEpochSeconds(milliseconds);
}

/** A task as DescribeTasks shows it; shape `Task` of the service model. */
export function renderTask(task: TaskRecord, withTags: boolean): View {
  const awsvpc = task.network?.awsvpcConfiguration;
  const definition = task.taskDefinition.document;
  const started = task.lastStatus !== 'PROVISIONING' && task.lastStatus !== 'PENDING';
  return {
    taskArn: task.arn,
    clusterArn: task.cluster.arn,
    taskDefinitionArn: task.taskDefinition.arn,
    group: task.group,
    startedBy: task.startedBy,
    lastStatus: task.lastStatus,
    desiredStatus: task.desiredStatus,
    version: task.version,
    launchType: task.capacityProvider === undefined ? task.launchType : undefined,
    capacityProviderName: task.capacityProvider,
    platformVersion: task.platformVersion,
    platformFamily: task.platformVersion === undefined ? undefined : 'Linux',
    cpu: definition['cpu'],
    memory: definition['memory'],
    connectivity: started ? 'CONNECTED' : undefined,
    connectivityAt: started ? time(task.pullStartedAt) : undefined,
    availabilityZone: `${splitArn(task.arn).region}a`,
    createdAt: time(task.createdAt),
    pullStartedAt: time(task.pullStartedAt),
    pullStoppedAt: time(task.pullStoppedAt),
    startedAt: time(task.startedAt),
    stoppingAt: time(task.stoppingAt),
    executionStoppedAt: time(task.executionStoppedAt),
    stoppedAt: time(task.stoppedAt),
    stopCode: task.stopCode,
    stoppedReason: task.stoppedReason,
    healthStatus: healthOf(task),
    enableExecuteCommand: task.enableExecuteCommand,
    attributes: [{ name: 'ecs.cpu-architecture', value: 'x86_64' }],
    attachments: awsvpc === undefined ? [] : [renderInterface(task, awsvpc.subnets?.[0])],
    containers: task.containers.map(each => renderContainer(task, each)),
    inferenceAccelerators: [],
    overrides: { containerOverrides: [], inferenceAcceleratorOverrides: [], ...task.overrides },
    tags: withTags ? task.tags : [],
    ephemeralStorage:
      task.platformVersion === undefined ? undefined : (definition['ephemeralStorage'] ?? { sizeInGiB: 20 })
  };
}

function healthOf(task: TaskRecord): string {
  const statuses = task.containers.map(each => each.healthStatus);
  if (statuses.includes('UNHEALTHY')) return 'UNHEALTHY';
  return statuses.includes('HEALTHY') ? 'HEALTHY' : 'UNKNOWN';
}

function readAttachmentStatus(lastStatus: TaskRecord['lastStatus']): string {
  if (lastStatus === 'PROVISIONING') return 'PRECREATED';
  return lastStatus === 'STOPPED' ? 'DELETED' : 'ATTACHED';
}

function renderInterface(task: TaskRecord, subnet: string | undefined): View {
  const status = readAttachmentStatus(task.lastStatus);
  return {
    id: task.attachmentId,
    type: 'ElasticNetworkInterface',
    status,
    details: [
      { name: 'subnetId', value: subnet ?? '' },
      ...(status === 'PRECREATED'
        ? []
        : [
            { name: 'networkInterfaceId', value: `eni-${task.id.slice(0, 17)}` },
            { name: 'macAddress', value: `0a:${task.id.slice(0, 10).replace(/(..)(?=.)/g, '$1:')}` },
            { name: 'privateIPv4Address', value: task.address }
          ])
    ]
  };
}

function renderContainer(task: TaskRecord, container: ContainerRecord): View {
  const definition = task.taskDefinition.containers.find(each => each.name === container.name);
  const isPlaced = task.network?.awsvpcConfiguration !== undefined && task.lastStatus !== 'PROVISIONING';
  return {
    containerArn: container.arn,
    taskArn: task.arn,
    name: container.name,
    image: container.image,
    imageDigest: container.imageDigest,
    runtimeId: container.runtimeId,
    lastStatus: container.lastStatus,
    exitCode: container.exitCode,
    reason: container.reason,
    healthStatus: container.healthStatus,
    networkBindings: [],
    networkInterfaces: isPlaced ? [{ attachmentId: task.attachmentId, privateIpv4Address: task.address }] : [],
    cpu: String(definition?.cpu ?? 0),
    memory: definition?.memory === undefined ? undefined : String(definition.memory),
    memoryReservation: definition?.memoryReservation === undefined ? undefined : String(definition.memoryReservation)
  };
}
