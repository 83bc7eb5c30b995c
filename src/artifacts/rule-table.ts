import type { Rule, Severity } from '../errors.js';

const MODEL = 'the service model of ECS, RegisterTaskDefinition';
const REGISTER = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html';
const RESOURCES =
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html';
const HOOKS = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html';
const STRATEGY = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html';

/** What is said of the structure of a task definition, before the rules of its content. */
export const STRUCTURE_RULES: readonly Rule[] = [
  row('not-a-task-definition', 'error', 'The file is a task definition, and not one of another tool.', MODEL),
  row(
    'unknown-field',
    'error',
    'A field is one that AWS knows; unknown-fields: send hands newer ones on.',
    `${MODEL}; for an AppSpec ${RESOURCES}`
  ),
  row('unknown-value', 'error', 'A value is one of those that ECS knows.', MODEL),
  row('missing-field', 'error', 'A field that ECS requires is there.', MODEL),
  row(
    'empty-value',
    'either',
    'A value that ECS requires is not empty; one that it does not is left out, with a warning.',
    MODEL
  ),
  row('no-container', 'error', 'There is at least one container.', MODEL),
  row(
    'invalid-name',
    'error',
    'Names of families and containers have up to 255 letters, digits, - and _.',
    `${REGISTER} (family)`
  ),
  row(
    'duplicate-name',
    'error',
    'Containers have names of their own.',
    'ECS answers: “Container names must be unique within a task definition”'
  ),
  row('tags-twice', 'error', 'Tags stand in the task definition or beside it, not in both.', MODEL),
  row('missing-image', 'error', 'Each container has an image, or one is shipped for it.', MODEL),
  row(
    'unknown-container',
    'error',
    'A container that is named is in the task definition.',
    'CodeDeploy answers: “The container X does not exist in the task definition.”; CodePipeline: “The AWS ECS container X does not exist”'
  ),
  row('ambiguous-container', 'error', 'It is clear which container an image or a setting is for.', 'container-name'),
  row('contested-container', 'error', 'A container gets one image.', 'images'),
  row(
    'name-clash',
    'error',
    'A name that is added is not both an environment variable and a secret.',
    'ECS answers: “The secret name must be unique and not shared with any new or existing environment variables set on the container”'
  )
];

/** What is said of an AppSpec. */
export const APPSPEC_RULES: readonly Rule[] = [
  row(
    'appspec-not-ecs',
    'error',
    'The file is an AppSpec for Amazon ECS, not for servers or Lambda, nor the input of CreateDeployment.',
    RESOURCES
  ),
  row(
    'appspec-version',
    'warning',
    'The version is 0.0; it is written as that.',
    'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html'
  ),
  row('appspec-resources', 'error', 'Resources is a list with exactly one TargetService.', RESOURCES),
  row('appspec-type', 'error', 'The type is AWS::ECS::Service.', RESOURCES),
  row(
    'appspec-missing-field',
    'error',
    'LoadBalancerInfo with ContainerName and ContainerPort is there, and the name of each capacity provider.',
    RESOURCES
  ),
  row('appspec-value', 'error', 'A value is of the kind and in the range that CodeDeploy wants.', RESOURCES),
  row('appspec-number', 'warning', 'A number is not in quotes; it is written without them.', RESOURCES),
  row(
    'appspec-task-definition',
    'warning',
    "TaskDefinition is <TASK_DEFINITION> or a revision's ARN; a run puts in the ARN that it registered.",
    'CodeDeploy answers: “Invalid revision number. Number: latest”'
  ),
  row(
    'appspec-platform-version',
    'warning',
    'PlatformVersion is LATEST or a version, and the task is for Fargate.',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html'
  ),
  row(
    'appspec-network',
    'either',
    'Subnets, SecurityGroups and AssignPublicIp come together and are ids; more than 16 subnets or 5 security groups are an error.',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html'
  ),
  row(
    'appspec-network-mode',
    'error',
    "A network configuration needs the task definition's network mode awsvpc.",
    'ECS answers: “Network Configuration is not valid for the given networkMode of this task definition.”'
  ),
  row(
    'appspec-capacity',
    'either',
    'One capacity provider at most has a Base; where all weights are 0 it is a warning.',
    STRATEGY
  ),
  row('appspec-hook', 'warning', 'A hook names a Lambda function by name or ARN, and each event is there once.', HOOKS),
  row(
    'unknown-port',
    'error',
    'The port is mapped by its container in the task definition.',
    'CodeDeploy answers: “The container X did not have a container port 443 defined.”'
  )
];

function row(name: string, severity: Severity | 'either', says: string, source: string): Rule {
  return { name, severity, says, source };
}
