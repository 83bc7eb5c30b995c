import { withoutMembers } from '../server/decode.js';
import { toEpochSeconds } from '../server/protocol.js';
import { resolvePlatformVersion } from './tasks.js';
import { hasEnded, primaryOf } from './deployments.js';
import { hiddenSettings, type LaunchSettings } from './shapes.js';
import { countTasks, desiredCountOf } from './state.js';
import type {
  DeploymentRecord,
  RevisionRecord,
  RevisionShare,
  ServiceDeploymentRecord,
  ServiceRecord,
  TaskSetRecord
} from './state.js';
import { targetGroupOf } from './target-groups.js';
import * as timings from './timings.js';

type View = Readonly<Record<string, unknown>>;

function time(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : toEpochSeconds(milliseconds);
}

function isFargate(launch: LaunchSettings): boolean {
  return (launch.capacityProviderStrategy?.[0]?.capacityProvider ?? launch.launchType ?? 'EC2').startsWith('FARGATE');
}

function renderLaunch(launch: LaunchSettings): View {
  return {
    launchType: launch.capacityProviderStrategy === undefined ? (launch.launchType ?? 'EC2') : undefined,
    capacityProviderStrategy: launch.capacityProviderStrategy,
    platformVersion: isFargate(launch) ? resolvePlatformVersion(launch.platformVersion) : undefined,
    platformFamily: isFargate(launch) ? 'Linux' : undefined,
    networkConfiguration: launch.networkConfiguration
  };
}

/** A service shows the platform version that was asked for; what LATEST stood for shows in its deployments. */
function renderServiceLaunch(launch: LaunchSettings): View {
  if (!isFargate(launch)) return renderLaunch(launch);
  const asked = launch.platformVersion;
  return { ...renderLaunch(launch), platformVersion: asked === undefined || asked === '' ? 'LATEST' : asked };
}

/** What a load balancer brings: the role that registers the targets, by default the one that ECS makes itself, and no grace period. */
function renderBalanced({ launch, region, role }: ServiceRecord): View {
  if ((launch.loadBalancers ?? []).length === 0) return {};
  const arn = (path: string): string => `arn:${region.partition}:iam::${region.account}:role/${path}`;
  const own = 'aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS';
  return { roleArn: role?.startsWith('arn:') === true ? role : arn(role ?? own), healthCheckGracePeriodSeconds: 0 };
}

/** A deployment as `services[].deployments[]` shows it. */
function renderDeployment(service: ServiceRecord, deployment: DeploymentRecord): View {
  const counts = countTasks(service, deployment);
  return {
    id: deployment.id,
    status: deployment.status,
    taskDefinition: deployment.taskDefinition.arn,
    desiredCount: deployment.status === 'PRIMARY' ? service.desiredCount : deployment.wanted,
    pendingCount: counts.pending,
    runningCount: counts.running,
    failedTasks: deployment.failedTasks,
    createdAt: time(deployment.createdAt),
    updatedAt: time(deployment.updatedAt),
    ...renderLaunch(deployment.launch),
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
    ...withoutMembers(deployment.revision.settings, ...Object.keys(hiddenSettings))
  };
}

/** A task set as `services[].taskSets[]` and the task set operations show it. */
export function renderTaskSet(service: ServiceRecord, taskSet: TaskSetRecord): View {
  const counts = countTasks(service, taskSet);
  return {
    id: taskSet.id,
    taskSetArn: taskSet.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    startedBy: taskSet.startedBy,
    externalId: taskSet.externalId,
    status: taskSet.status,
    taskDefinition: taskSet.taskDefinition.arn,
    computedDesiredCount: taskSet.wanted,
    pendingCount: counts.pending,
    runningCount: counts.running,
    createdAt: time(taskSet.createdAt),
    updatedAt: time(taskSet.updatedAt),
    ...renderLaunch(taskSet.launch),
    loadBalancers: taskSet.launch.loadBalancers ?? [],
    serviceRegistries: taskSet.launch.serviceRegistries ?? [],
    scale: { value: taskSet.scale, unit: 'PERCENT' },
    stabilityStatus: taskSet.stabilityStatus,
    stabilityStatusAt: time(taskSet.stabilityStatusAt),
    tags: taskSet.tags
  };
}

/** Whether ListServiceDeployments shows a service deployment yet. */
export function isListed(service: ServiceRecord, record: ServiceDeploymentRecord): boolean {
  return record.createdAt + timings.LIST_LAG <= service.region.timeline.now();
}

/** A service as DescribeServices shows it; shape `Service` of the service model. */
export function renderService(service: ServiceRecord, withTags: boolean): View {
  const owners = service.controller === 'ECS' ? service.deployments : service.taskSets;
  const counts = owners.map(each => countTasks(service, each));
  const listed = service.serviceDeployments.filter(each => isListed(service, each));
  const current = listed.find(each => !hasEnded(each)) ?? listed[0];
  return {
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: service.cluster.arn,
    status: service.status,
    desiredCount: service.schedulingStrategy === 'DAEMON' ? desiredCountOf(service) : service.desiredCount,
    runningCount: counts.reduce((sum, each) => sum + each.running, 0),
    pendingCount: counts.reduce((sum, each) => sum + each.pending, 0),
    taskDefinition: service.taskDefinition?.arn,
    ...(service.controller === 'EXTERNAL' ? {} : renderServiceLaunch(service.launch)),
    loadBalancers: service.launch.loadBalancers ?? [],
    serviceRegistries: service.launch.serviceRegistries ?? [],
    deploymentConfiguration: service.deploymentConfiguration,
    deploymentController: { type: service.controller },
    ...(service.controller === 'ECS'
      ? {
          deployments: service.deployments.map(each => renderDeployment(service, each)),
          currentServiceDeployment: current?.arn,
          currentServiceRevisions: service.deployments.map(each => renderCurrentRevision(service, each))
        }
      : { deployments: [], taskSets: service.taskSets.map(each => renderTaskSet(service, each)) }),
    events: service.events.map(event => ({ ...event, createdAt: time(event.createdAt) })),
    createdAt: time(service.createdAt),
    createdBy: service.createdBy,
    schedulingStrategy: service.schedulingStrategy,
    placementConstraints: [],
    placementStrategy: [],
    enableECSManagedTags: false,
    propagateTags: 'NONE',
    enableExecuteCommand: false,
    availabilityZoneRebalancing: 'DISABLED',
    ...renderBalanced(service),
    ...service.kept,
    tags: withTags ? service.tags : undefined
  };
}

function renderCurrentRevision(service: ServiceRecord, deployment: DeploymentRecord): View {
  const counts = countTasks(service, deployment);
  return {
    arn: deployment.revision.arn,
    requestedTaskCount: deployment === primaryOf(service) ? service.desiredCount : deployment.wanted,
    runningTaskCount: counts.running,
    pendingTaskCount: counts.pending
  };
}

/** One line of ListServiceDeployments; shape `ServiceDeploymentBrief`. */
export function renderServiceDeploymentBrief(service: ServiceRecord, record: ServiceDeploymentRecord): View {
  return {
    serviceDeploymentArn: record.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    createdAt: time(record.createdAt),
    startedAt: time(record.startedAt),
    finishedAt: time(record.finishedAt),
    targetServiceRevisionArn: record.target?.revision.arn,
    status: record.status,
    statusReason: record.statusReason
  };
}

/** A service deployment in full; shape `ServiceDeployment`. */
export function renderServiceDeployment(service: ServiceRecord, record: ServiceDeploymentRecord): View {
  const { alarms } = record.configuration;
  const untriggered = hasEnded(record) ? 'MONITORING_COMPLETE' : 'MONITORING';
  const alarmStatus = record.triggeredAlarms.length > 0 ? 'TRIGGERED' : untriggered;
  return {
    ...withoutMembers(renderServiceDeploymentBrief(service, record), 'targetServiceRevisionArn'),
    stoppedAt: time(record.stoppedAt),
    updatedAt: time(record.updatedAt),
    sourceServiceRevisions: record.sources.map(each => renderShare(service, each)),
    targetServiceRevision: record.target === undefined ? undefined : renderShare(service, record.target),
    lifecycleStage: reportStage(record.lifecycleStage),
    lifecycleHookDetails:
      record.hooks.length === 0
        ? undefined
        : record.hooks.map(hook => ({
            hookId: hook.hookId,
            targetType: hook.targetType,
            targetArn: hook.targetArn,
            status: hook.status,
            expiresAt: time(hook.expiresAt),
            timeoutAction: hook.timeoutAction
          })),
    deploymentConfiguration: record.configuration,
    rollback:
      record.rollback === undefined
        ? undefined
        : {
            reason: record.rollback.reason,
            startedAt: time(record.rollback.startedAt),
            serviceRevisionArn: record.rollback.revisionArn
          },
    deploymentCircuitBreaker: record.circuitBreaker,
    alarms:
      alarms?.enable === true
        ? { status: alarmStatus, alarmNames: alarms.alarmNames ?? [], triggeredAlarmNames: record.triggeredAlarms }
        : { status: 'DISABLED', alarmNames: [] }
  };
}

/** A stage at which hooks may wait, and that a service deployment does not report (ServiceDeploymentLifecycleStage has it not). */
function reportStage(stage: string | undefined): string | undefined {
  return stage === 'PRE_PRODUCTION_TRAFFIC_SHIFT' ? 'PRODUCTION_TRAFFIC_SHIFT' : stage;
}

function renderShare(service: ServiceRecord, share: RevisionShare): View {
  const owner = service.deployments.find(each => each.id === share.owner);
  const counts = owner === undefined ? { running: 0, pending: 0 } : countTasks(service, owner);
  return {
    arn: share.revision.arn,
    requestedTaskCount: owner?.wanted ?? 0,
    runningTaskCount: counts.running,
    pendingTaskCount: counts.pending,
    requestedTestTrafficWeight: share.testWeight,
    requestedProductionTrafficWeight: share.productionWeight
  };
}

/** Which target groups a revision's tasks are in, and the rules that lead there; shape `ResolvedConfiguration`. */
function renderResolved({ launch, usesAlternates }: RevisionRecord): View | undefined {
  const { loadBalancers = [] } = launch;
  if (loadBalancers.length === 0) return undefined;
  return {
    loadBalancers: loadBalancers.map(each => ({
      targetGroupArn: targetGroupOf(each, usesAlternates),
      productionListenerRule: each.advancedConfiguration?.productionListenerRule
    }))
  };
}

/** A service revision; shape `ServiceRevision`. */
export function renderRevision(service: ServiceRecord, revision: RevisionRecord): View {
  const { region } = service;
  return {
    serviceRevisionArn: revision.arn,
    serviceArn: service.arn,
    clusterArn: service.cluster.arn,
    taskDefinition: revision.taskDefinition.arn,
    ...renderLaunch(revision.launch),
    loadBalancers: revision.launch.loadBalancers ?? [],
    serviceRegistries: revision.launch.serviceRegistries ?? [],
    containerImages: revision.taskDefinition.containers.map(each => ({
      containerName: each.name,
      image: each.image,
      imageDigest:
        region.cloud.images.digest(region.name, each.image ?? '') ??
        /@(sha256:[0-9a-f]{64})$/.exec(each.image ?? '')?.[1]
    })),
    guardDutyEnabled: false,
    resolvedConfiguration: renderResolved(revision),
    ...revision.settings,
    createdAt: time(revision.createdAt)
  };
}
