import type { Members } from '../server/decode.js';
import { boolean, document, integer, list, string, structure } from '../server/decode.js';

/** Decoders of the structures that several CodeDeploy operations share; shapes of the CodeDeploy service model. */

const content = structure({ content: string, sha256: string });

export const readRevision = structure({
  revisionType: string,
  s3Location: document,
  gitHubLocation: document,
  string: content,
  appSpecContent: content
});
export type Revision = ReturnType<typeof readRevision>;

export const readAutoRollback = structure({ enabled: boolean, events: list(string) });
export type AutoRollbackConfiguration = ReturnType<typeof readAutoRollback>;

export const readAlarms = structure({
  enabled: boolean,
  ignorePollAlarmFailure: boolean,
  alarms: list(structure({ name: string }))
});
export type AlarmConfiguration = ReturnType<typeof readAlarms>;

const route = structure({ listenerArns: list(string) });
const loadBalancerInfo = structure({
  elbInfoList: list(document),
  targetGroupInfoList: list(document),
  targetGroupPairInfoList: list(
    structure({
      targetGroups: list(structure({ name: string })),
      prodTrafficRoute: route,
      testTrafficRoute: route
    })
  )
});

const blueGreen = structure({
  terminateBlueInstancesOnDeploymentSuccess: structure({ action: string, terminationWaitTimeInMinutes: integer }),
  deploymentReadyOption: structure({ actionOnTimeout: string, waitTimeInMinutes: integer }),
  greenFleetProvisioningOption: document
});

/** What of CreateDeployment has no effect on ECS, and shows again in GetDeployment. */
export const keptMembers = {
  ignoreApplicationStopFailures: boolean,
  updateOutdatedInstancesOnly: boolean,
  fileExistsBehavior: string,
  deploymentMode: string,
  ec2DeploymentOptions: document
};
export type KeptMembers = Members<typeof keptMembers>;

/** What a deployment group is made of, without its names. */
export const groupMembers = {
  deploymentConfigName: string,
  serviceRoleArn: string,
  triggerConfigurations: list(document),
  alarmConfiguration: readAlarms,
  autoRollbackConfiguration: readAutoRollback,
  outdatedInstancesStrategy: string,
  deploymentStyle: structure({ deploymentType: string, deploymentOption: string }),
  blueGreenDeploymentConfiguration: blueGreen,
  loadBalancerInfo,
  ecsServices: list(structure({ serviceName: string, clusterName: string })),
  terminationHookEnabled: boolean,
  ec2TagFilters: list(document),
  ec2TagSet: document,
  onPremisesInstanceTagFilters: list(document),
  onPremisesTagSet: document,
  autoScalingGroups: list(string),
  ec2DeploymentOptions: document
};
export type GroupSettings = Members<typeof groupMembers>;
