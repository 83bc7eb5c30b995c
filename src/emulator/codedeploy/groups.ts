import { list, string, structure } from '../server/decode.js';
import { lookUpService, findCluster } from '../ecs/state.js';
import { AwsFault, newUuid, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation } from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { DEFAULT_CONFIG } from './config-records.js';
import { groupMembers, type GroupSettings } from './shapes.js';
import { checkName, CODEDEPLOY, findActive, getApplication, getConfig, getGroup, refuseToken } from './state.js';
import { addTags, forgetTags, groupArn, readTags } from './tags.js';
import type { ApplicationRecord, DeploymentRecord, GroupRecord } from './state.js';

const MOST_BATCH = 100;
/** Where the instances of the compute platform Server are found. */
const OF_SERVERS = [
  'ec2TagFilters',
  'ec2TagSet',
  'onPremisesInstanceTagFilters',
  'onPremisesTagSet',
  'autoScalingGroups'
] as const;
const named = { applicationName: string, deploymentGroupName: string };

/** `InvalidEC2TagException` and the like: the error shapes of CreateDeploymentGroup that fit an ECS group. */
function refuse(name: string, message: string): never {
  throw new AwsFault(name, message);
}

/**
 * Checks what CodeDeploy checks of a group for ECS before it takes it.
 *
 * @throws AwsFault with the error shape of CreateDeploymentGroup that fits
 */
function checkSettings(region: RegionState, settings: GroupSettings, own: GroupRecord | undefined): void {
  const { serviceRoleArn = '' } = settings;
  if (!/^arn:[a-z-]+:iam::\d{12}:role\/.+/.test(serviceRoleArn)) {
    refuse('InvalidRoleException', `The service role ARN ${serviceRoleArn} is not valid`);
  }
  getConfig(region, settings.deploymentConfigName);
  const foreign = OF_SERVERS.find(member => settings[member] !== undefined);
  if (foreign !== undefined)
    refuse('InvalidInputException', `For ECS deployment group, ${foreign} can not be specified`);
  const { deploymentType, deploymentOption } = settings.deploymentStyle ?? {};
  if (deploymentType !== 'BLUE_GREEN' || deploymentOption !== 'WITH_TRAFFIC_CONTROL') {
    refuse(
      'InvalidDeploymentStyleException',
      'For ECS deployment group, deployment type must be BLUE_GREEN and deployment option must be WITH_TRAFFIC_CONTROL'
    );
  }
  checkBlueGreen(settings.blueGreenDeploymentConfiguration);
  checkLoadBalancer(settings.loadBalancerInfo);
  if ((settings.alarmConfiguration?.alarms ?? []).length > 10) {
    refuse('AlarmsLimitExceededException', 'At most 10 alarms can be configured');
  }
  checkService(region, settings.ecsServices, own);
}

function checkBlueGreen(configuration: GroupSettings['blueGreenDeploymentConfiguration']): void {
  const name = 'InvalidBlueGreenDeploymentConfigurationException';
  const { terminateBlueInstancesOnDeploymentSuccess: termination, deploymentReadyOption: ready } = configuration ?? {};
  if (termination === undefined || ready === undefined) {
    refuse(
      name,
      'For ECS deployment group, terminateBlueInstancesOnDeploymentSuccess and deploymentReadyOption must be specified in blueGreenDeploymentConfiguration'
    );
  }
  const minutes = termination.terminationWaitTimeInMinutes ?? 0;
  if (minutes < 0 || minutes > 2880) refuse(name, 'terminationWaitTimeInMinutes must be between 0 and 2880');
  if (ready.actionOnTimeout === 'STOP_DEPLOYMENT' && (ready.waitTimeInMinutes ?? 0) <= 0) {
    refuse(name, 'waitTimeInMinutes must be greater than 0 when actionOnTimeout is STOP_DEPLOYMENT');
  }
}

/** The waits that are not given are none; clients rely on the numbers being there. */
function fillInWaits(settings: GroupSettings): GroupSettings {
  const configuration = settings.blueGreenDeploymentConfiguration;
  const { terminateBlueInstancesOnDeploymentSuccess: termination, deploymentReadyOption: ready } = configuration ?? {};
  if (termination === undefined || ready === undefined) return settings;
  return {
    ...settings,
    blueGreenDeploymentConfiguration: {
      ...configuration,
      terminateBlueInstancesOnDeploymentSuccess: { terminationWaitTimeInMinutes: 0, ...termination },
      deploymentReadyOption: { waitTimeInMinutes: 0, ...ready }
    }
  };
}

function checkLoadBalancer(info: GroupSettings['loadBalancerInfo']): void {
  const pairs = info?.targetGroupPairInfoList ?? [];
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1) {
    refuse(
      'InvalidLoadBalancerInfoException',
      'For ECS deployment group, loadBalancerInfo must have exactly one targetGroupPairInfoList entry'
    );
  }
  const names = new Set((pair.targetGroups ?? []).map(group => group.name));
  if (names.size !== 2 || names.has(undefined)) {
    refuse('InvalidTargetGroupPairException', 'A target group pair must have exactly two different target groups');
  }
  if ((pair.prodTrafficRoute?.listenerArns ?? []).length !== 1) {
    refuse('InvalidTargetGroupPairException', 'The production traffic route must have exactly one listener');
  }
}

function checkService(region: RegionState, services: GroupSettings['ecsServices'], own: GroupRecord | undefined): void {
  const [first, ...more] = services ?? [];
  if (first?.serviceName === undefined || first.clusterName === undefined || more.length > 0) {
    refuse('InvalidECSServiceException', 'For ECS deployment group, exactly one ECS service must be specified');
  }
  const { clusterName, serviceName } = first;
  const service = findInCluster(region, clusterName, serviceName);
  if (service?.status !== 'ACTIVE') {
    refuse(
      'InvalidECSServiceException',
      `The ECS service ${serviceName} in the cluster ${clusterName} is not found or not active`
    );
  }
  if (service.controller !== 'CODE_DEPLOY') {
    refuse(
      'InvalidECSServiceException',
      "Deployment group's ECS service must be configured for a CODE_DEPLOY deployment controller."
    );
  }
  const groups = [...region.part(CODEDEPLOY).applications.values()].flatMap(each => [...each.groups.values()]);
  const taken = groups.find(
    group =>
      group !== own &&
      group.settings.ecsServices?.some(each => each.serviceName === serviceName && each.clusterName === clusterName)
  );
  if (taken !== undefined) {
    refuse(
      'ECSServiceMappingLimitExceededException',
      `The ECS service ${serviceName} is already associated with the deployment group ${taken.name}`
    );
  }
}

function findInCluster(region: RegionState, cluster: string, service: string): ReturnType<typeof lookUpService> {
  try {
    return lookUpService(findCluster(region, cluster), service);
  } catch {
    return undefined;
  }
}

function describeLast(deployment: DeploymentRecord | undefined): object | undefined {
  if (deployment === undefined) return undefined;
  return {
    deploymentId: deployment.id,
    status: deployment.status,
    endTime: deployment.completeTime === undefined ? undefined : toEpochSeconds(deployment.completeTime),
    createTime: toEpochSeconds(deployment.createTime)
  };
}

function describe(group: GroupRecord): Readonly<Record<string, unknown>> {
  return {
    applicationName: group.application.name,
    deploymentGroupId: group.id,
    deploymentGroupName: group.name,
    ...group.settings,
    autoScalingGroups: group.settings.autoScalingGroups?.map(name => ({ name })),
    targetRevision: group.targetRevision,
    lastSuccessfulDeployment: describeLast(group.lastSuccessful),
    lastAttemptedDeployment: describeLast(group.lastAttempted),
    computePlatform: group.application.platform
  };
}

function refuseTaken(application: ApplicationRecord, name: string): void {
  if (!application.groups.has(name)) return;
  throw new AwsFault(
    'DeploymentGroupAlreadyExistsException',
    `Deployment group name already exists in application: ${name}`
  );
}

/** The operations on deployment groups. */
export const groupOperations: Readonly<Record<string, Operation>> = {
  CreateDeploymentGroup: operation(structure({ ...named, ...groupMembers, tags: readTags }), (input, context) => {
    const { applicationName, deploymentGroupName, tags, ...given } = input;
    const application = getApplication(context.region, applicationName);
    const name = checkName('DeploymentGroup', deploymentGroupName);
    refuseTaken(application, name);
    const isEcs = application.platform === 'ECS';
    const settings: GroupSettings = {
      outdatedInstancesStrategy: 'UPDATE',
      triggerConfigurations: [],
      ...given,
      ...(isEcs ? { deploymentConfigName: given.deploymentConfigName ?? DEFAULT_CONFIG } : {})
    };
    if (isEcs) checkSettings(context.region, settings, undefined);
    addTags(context.region, groupArn(context.region, application.name, name), tags ?? []);
    const id = newUuid();
    application.groups.set(name, {
      id,
      application,
      name,
      settings: fillInWaits(settings),
      targetRevision: undefined,
      lastSuccessful: undefined,
      lastAttempted: undefined
    });
    return { deploymentGroupId: id };
  }),

  GetDeploymentGroup: operation(structure(named), (input, context) => {
    const application = getApplication(context.region, input.applicationName);
    return { deploymentGroupInfo: describe(getGroup(application, input.deploymentGroupName)) };
  }),

  BatchGetDeploymentGroups: operation(
    structure({ applicationName: string, deploymentGroupNames: list(string) }),
    (input, context) => {
      const application = getApplication(context.region, input.applicationName);
      const names = input.deploymentGroupNames ?? [];
      if (names.length === 0) {
        throw new AwsFault('DeploymentGroupNameRequiredException', 'The DeploymentGroup name is required');
      }
      if (names.length > MOST_BATCH) {
        throw new AwsFault('BatchLimitExceededException', `At most ${MOST_BATCH} groups can be asked for at once`);
      }
      return { deploymentGroupsInfo: names.map(name => describe(getGroup(application, name))) };
    }
  ),

  UpdateDeploymentGroup: operation(
    structure({
      applicationName: string,
      currentDeploymentGroupName: string,
      newDeploymentGroupName: string,
      ...groupMembers
    }),
    (input, context) => {
      const { applicationName, currentDeploymentGroupName, newDeploymentGroupName, ...given } = input;
      const application = getApplication(context.region, applicationName);
      const group = getGroup(application, currentDeploymentGroupName);
      const settings = { ...group.settings, ...given };
      if (application.platform === 'ECS') checkSettings(context.region, settings, group);
      if (newDeploymentGroupName !== undefined && newDeploymentGroupName !== group.name) {
        refuseTaken(application, checkName('DeploymentGroup', newDeploymentGroupName));
        application.groups.delete(group.name);
        group.name = newDeploymentGroupName;
        application.groups.set(group.name, group);
      }
      group.settings = fillInWaits(settings);
      return { hooksNotCleanedUp: [] };
    }
  ),

  ListDeploymentGroups: operation(structure({ applicationName: string, nextToken: string }), (input, context) => {
    refuseToken(input.nextToken);
    const application = getApplication(context.region, input.applicationName);
    return { applicationName: application.name, deploymentGroups: [...application.groups.keys()].sort() };
  }),

  DeleteDeploymentGroup: operation(structure(named), (input, context) => {
    const applicationName = checkName('Application', input.applicationName);
    const name = checkName('DeploymentGroup', input.deploymentGroupName);
    // API_DeleteDeploymentGroup has no error for what is not there.
    const groups = context.region.part(CODEDEPLOY).applications.get(applicationName)?.groups;
    const group = groups?.get(name);
    const active = group === undefined ? undefined : findActive(context.region, group);
    if (active !== undefined) {
      refuse(
        'InvalidDeploymentGroupNameException',
        `The deployment group ${name} has the active deployment ${active.id}`
      );
    }
    groups?.delete(name);
    forgetTags(context.region, groupArn(context.region, applicationName, name));
    return { hooksNotCleanedUp: [] };
  })
};
