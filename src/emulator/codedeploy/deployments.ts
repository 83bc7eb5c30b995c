import { boolean, document, list, pickMembers, string, structure, timestamp } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { registerRevision } from './applications.js';
import { readAppSpec } from './appspec.js';
import { DEFAULT_CONFIG } from './config-records.js';
import { stopDeployment } from './engine.js';
import { createDeployment, rollBack, rollBackWhereAsked } from './lifecycle.js';
import { keptMembers, readAlarms, readAutoRollback, readRevision, type Revision } from './shapes.js';
import {
  CODEDEPLOY,
  ENDED,
  findActive,
  getApplication,
  getConfig,
  getDeployment,
  getGroup,
  refuseToken
} from './state.js';
import type { DeploymentRecord, GroupRecord } from './state.js';

const MOST_BATCH = 25;
/** https://docs.aws.amazon.com/codedeploy/latest/userguide/limits.html: the characters of a deployment's description. */
const MOST_DESCRIPTION = 256;

/** The real service keeps the content to itself here; GetApplicationRevision has it. */
function withoutContent(revision: Revision | undefined): object | undefined {
  if (revision === undefined) return undefined;
  const { sha256 } = revision.appSpecContent ?? revision.string ?? {};
  const key = revision.revisionType === 'String' ? 'string' : 'appSpecContent';
  return { revisionType: revision.revisionType, [key]: { content: null, sha256 } };
}

function toTime(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : toEpochSeconds(milliseconds);
}

/** How many targets are in which state; an ECS deployment has one. */
function countTargets(deployment: DeploymentRecord): object {
  const is = (...statuses: readonly string[]): number => (statuses.includes(deployment.status) ? 1 : 0);
  return {
    Pending: is('Created'),
    InProgress: is('InProgress'),
    Succeeded: is('Succeeded'),
    Failed: is('Failed'),
    Skipped: is('Stopped'),
    Ready: is('Ready')
  };
}

function describe(deployment: DeploymentRecord): Readonly<Record<string, unknown>> {
  const { group, settings } = deployment;
  return {
    applicationName: group.application.name,
    deploymentGroupName: group.name,
    deploymentConfigName: deployment.config.name,
    deploymentId: deployment.id,
    previousRevision: withoutContent(deployment.previousRevision),
    revision: withoutContent(deployment.revision),
    status: deployment.status,
    errorInformation: deployment.error,
    createTime: toTime(deployment.createTime),
    startTime: toTime(deployment.startTime),
    completeTime: toTime(deployment.completeTime),
    deploymentOverview: deployment.status === 'Created' ? undefined : countTargets(deployment),
    description: deployment.description,
    creator: deployment.creator,
    ignoreApplicationStopFailures: false,
    updateOutdatedInstancesOnly: false,
    fileExistsBehavior: 'DISALLOW',
    ...deployment.kept,
    autoRollbackConfiguration: deployment.autoRollback,
    rollbackInfo: deployment.rollback,
    deploymentStyle: settings.deploymentStyle,
    instanceTerminationWaitTimeStarted: deployment.terminationWaitStarted,
    blueGreenDeploymentConfiguration: settings.blueGreenDeploymentConfiguration,
    loadBalancerInfo: settings.loadBalancerInfo,
    deploymentStatusMessages: [],
    computePlatform: group.application.platform,
    overrideAlarmConfiguration: deployment.overrideAlarms
  };
}

function refuseSecond(context: RequestContext, group: GroupRecord): void {
  const active = findActive(context.region, group);
  if (active === undefined) return;
  throw new AwsFault(
    'DeploymentLimitExceededException',
    `The Deployment Group '${group.name}' already has an active Deployment '${active.id}'`
  );
}

function refuseEnded(deployment: DeploymentRecord): void {
  if (!ENDED.includes(deployment.status)) return;
  throw new AwsFault(
    'DeploymentAlreadyCompletedException',
    `The deployment ${deployment.id} has already completed with the status ${deployment.status}`
  );
}

const readCreate = structure({
  applicationName: string,
  deploymentGroupName: string,
  revision: readRevision,
  deploymentConfigName: string,
  description: string,
  autoRollbackConfiguration: readAutoRollback,
  overrideAlarmConfiguration: readAlarms,
  targetInstances: document,
  ...keptMembers
});

function create(input: ReturnType<typeof readCreate>, context: RequestContext): DeploymentRecord {
  const { region, now } = context;
  const application = getApplication(region, input.applicationName);
  const group = getGroup(application, input.deploymentGroupName);
  if ((input.description ?? '').length > MOST_DESCRIPTION) {
    throw new AwsFault('DescriptionTooLongException', `The description is longer than ${MOST_DESCRIPTION} characters`);
  }
  if (application.platform !== 'ECS') {
    throw new AwsFault(
      'UnsupportedActionForDeploymentTypeException',
      `The built-in AWS deploys to ECS only; the application ${application.name} is for ${application.platform}`
    );
  }
  // API_CreateDeployment: "The call is rejected for Amazon ECS".
  if (input.deploymentMode === 'RESTART') {
    throw new AwsFault('InvalidInputException', 'The deployment mode RESTART is not supported for ECS deployments');
  }
  if (input.targetInstances !== undefined) {
    throw new AwsFault('InvalidTargetInstancesException', 'Target instances are not supported for ECS deployments');
  }
  const { appSpec, sha256 } = readAppSpec(input.revision);
  const config = getConfig(region, input.deploymentConfigName ?? group.settings.deploymentConfigName ?? DEFAULT_CONFIG);
  refuseSecond(context, group);
  const record = registerRevision(application, input.revision ?? {}, sha256, now);
  record.firstUsedTime ??= now;
  record.lastUsedTime = now;
  record.deploymentGroups.add(group.name);
  return createDeployment({
    region,
    group,
    config,
    revision: record.revision,
    appSpec,
    description: input.description,
    kept: pickMembers(input, keptMembers),
    creator: 'user',
    autoRollback: input.autoRollbackConfiguration ?? group.settings.autoRollbackConfiguration,
    overrideAlarms: input.overrideAlarmConfiguration,
    rollback: undefined
  });
}

const readList = structure({
  applicationName: string,
  deploymentGroupName: string,
  externalId: string,
  includeOnlyStatuses: list(string),
  createTimeRange: structure({ start: timestamp, end: timestamp }),
  nextToken: string
});

function listDeployments(input: ReturnType<typeof readList>, context: RequestContext): readonly DeploymentRecord[] {
  const { applicationName, deploymentGroupName, includeOnlyStatuses, createTimeRange } = input;
  if (applicationName === undefined && deploymentGroupName !== undefined) {
    throw new AwsFault('ApplicationNameRequiredException', 'The Application name is required');
  }
  if (applicationName !== undefined && deploymentGroupName === undefined) {
    throw new AwsFault('DeploymentGroupNameRequiredException', 'The DeploymentGroup name is required');
  }
  const { start = Number.NEGATIVE_INFINITY, end = Number.POSITIVE_INFINITY } = createTimeRange ?? {};
  if (start > end) throw new AwsFault('InvalidTimeRangeException', 'The time range is not valid');
  const group =
    applicationName === undefined
      ? undefined
      : getGroup(getApplication(context.region, applicationName), deploymentGroupName);
  return (
    [...context.region.part(CODEDEPLOY).deployments.values()]
      // None is linked to an external resource, which is what CloudFormation's are.
      .filter(() => input.externalId === undefined)
      .filter(each => group === undefined || each.group === group)
      .filter(each => !includeOnlyStatuses?.length || includeOnlyStatuses.includes(each.status))
      .filter(each => each.createTime >= start && each.createTime <= end)
      .reverse()
  );
}

/** The operations on deployments. */
export const deploymentOperations: Readonly<Record<string, Operation>> = {
  CreateDeployment: operation(readCreate, (input, context) => ({ deploymentId: create(input, context).id })),

  GetDeployment: operation(structure({ deploymentId: string }), (input, context) => ({
    deploymentInfo: describe(getDeployment(context.region, input.deploymentId))
  })),

  BatchGetDeployments: operation(structure({ deploymentIds: list(string) }), (input, context) => {
    const ids = input.deploymentIds ?? [];
    if (ids.length === 0) throw new AwsFault('DeploymentIdRequiredException', 'Deployment ID is required');
    if (ids.length > MOST_BATCH) {
      throw new AwsFault('BatchLimitExceededException', `At most ${MOST_BATCH} deployments can be asked for at once`);
    }
    const { deployments } = context.region.part(CODEDEPLOY);
    return { deploymentsInfo: ids.flatMap(id => deployments.get(id) ?? []).map(describe) };
  }),

  ListDeployments: operation(readList, (input, context) => {
    refuseToken(input.nextToken);
    return { deployments: listDeployments(input, context).map(each => each.id) };
  }),

  StopDeployment: operation(structure({ deploymentId: string, autoRollbackEnabled: boolean }), (input, context) => {
    const deployment = getDeployment(context.region, input.deploymentId);
    refuseEnded(deployment);
    const error = { code: 'MANUAL_STOP', message: `The deployment was stopped by ${context.principal}.` };
    stopDeployment(deployment, error, () => {
      if (input.autoRollbackEnabled === true) rollBack(deployment);
      else if (input.autoRollbackEnabled === undefined) rollBackWhereAsked(deployment, 'request');
    });
    return { status: 'Pending', statusMessage: 'No more tasks will be started. The deployment is being stopped.' };
  }),

  ContinueDeployment: operation(structure({ deploymentId: string, deploymentWaitType: string }), (input, context) => {
    const deployment = getDeployment(context.region, input.deploymentId);
    const type = input.deploymentWaitType ?? 'READY_WAIT';
    refuseEnded(deployment);
    const isWaiting = type === 'READY_WAIT' ? deployment.status === 'Ready' : deployment.terminationWaitStarted;
    if (!isWaiting) {
      throw new AwsFault(
        'DeploymentIsNotInReadyStateException',
        `The deployment ${deployment.id} is not in a state in which it waits for ${type}`
      );
    }
    deployment.goOn = true;
    return undefined;
  })
};
