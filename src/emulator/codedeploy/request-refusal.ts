import { describeViolation, type Violation } from '../models/violations.js';
import { AwsFault } from '../server/protocol.js';

/**
 * What CodeDeploy's exceptions call a member of a request: `ApplicationName` makes ApplicationNameRequiredException and
 * InvalidApplicationNameException. By the error lists of https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_Operations.html.
 */
const SUBJECTS: Readonly<Record<string, string>> = {
  applicationName: 'ApplicationName',
  applicationNames: 'ApplicationName',
  newApplicationName: 'ApplicationName',
  deploymentGroupName: 'DeploymentGroupName',
  deploymentGroupNames: 'DeploymentGroupName',
  currentDeploymentGroupName: 'DeploymentGroupName',
  newDeploymentGroupName: 'DeploymentGroupName',
  deploymentConfigName: 'DeploymentConfigName',
  deploymentId: 'DeploymentId',
  deploymentIds: 'DeploymentId',
  targetId: 'DeploymentTargetId',
  targetIds: 'DeploymentTargetId',
  targetFilters: 'TargetFilterName',
  revision: 'Revision',
  serviceRoleArn: 'Role',
  ResourceArn: 'ResourceArn',
  Tags: 'Tag',
  TagKeys: 'Tag',
  computePlatform: 'ComputePlatform',
  minimumHealthyHosts: 'MinimumHealthyHostValue',
  trafficRoutingConfig: 'TrafficRoutingConfiguration',
  zonalConfig: 'ZonalDeploymentConfiguration',
  ec2TagFilters: 'EC2Tag',
  onPremisesInstanceTagFilters: 'Tag',
  ec2TagSet: 'EC2TagCombination',
  onPremisesTagSet: 'OnPremisesTagCombination',
  triggerConfigurations: 'TriggerConfig',
  autoRollbackConfiguration: 'AutoRollbackConfig',
  deploymentStyle: 'DeploymentStyle',
  blueGreenDeploymentConfiguration: 'BlueGreenDeploymentConfiguration',
  ec2DeploymentOptions: 'AutoScalingGroupProcessToSuspend',
  targetInstances: 'TargetInstances',
  fileExistsBehavior: 'FileExistsBehavior',
  includeOnlyStatuses: 'DeploymentStatus',
  deploymentWaitType: 'DeploymentWaitType'
};

/** The operations whose lists have InvalidInputException for all that has no exception of its own. */
const WITH_ANY = ['CreateDeployment', 'CreateDeploymentGroup', 'ListDeployments', 'UpdateDeploymentGroup'];

/** What has no exception at all in the operation's list: the one that all services have. */
export function refuseCodeDeployRequest([first]: readonly Violation[], operation: string): AwsFault {
  const anyInput = WITH_ANY.includes(operation) ? 'InvalidInputException' : 'ValidationException';
  if (first === undefined) return new AwsFault(anyInput, 'The input is not valid.');
  const subject = SUBJECTS[first.path.split('.')[0] ?? ''];
  const words = describeViolation(first);
  if (subject === undefined) return new AwsFault(anyInput, words);
  // ApplicationNames are one name at least: an empty list of them is as none.
  if (first.kind === 'required') return new AwsFault(`${subject}RequiredException`, words);
  return new AwsFault(subject === 'ResourceArn' ? 'InvalidArnException' : `Invalid${subject}Exception`, words);
}
