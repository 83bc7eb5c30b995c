import { rule, type Rule } from '../errors.js';

const MODEL = 'the service model of ECS, RegisterTaskDefinition';
const REGISTER = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html';
const RESOURCES =
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html';
const HOOKS = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html';
const STRATEGY = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html';

/** What is said of the structure of a task definition, before the rules of its content. */
export const STRUCTURE_RULES: readonly Rule[] = [
  rule('not-a-task-definition', 'error', 'The file is a task definition, and not one of another tool.', MODEL),
  rule(
    'unknown-field',
    'error',
    'A field is one that AWS knows; unknown-fields: send hands newer ones on.',
    `${MODEL}; for an AppSpec ${RESOURCES}`
  ),
  rule('unknown-value', 'error', 'A value is one of those that ECS knows.', MODEL),
  rule('missing-field', 'error', 'A field that ECS requires is there.', MODEL),
  rule(
    'empty-value',
    'either',
    'A value that ECS requires is not empty; one that it does not is left out, with a warning.',
    MODEL
  ),
  rule('no-container', 'error', 'There is at least one container.', MODEL),
  rule(
    'invalid-name',
    'error',
    'Names of families and containers have up to 255 letters, digits, - and _.',
    `${REGISTER} (family)`
  ),
  rule(
    'duplicate-name',
    'error',
    'Containers have names of their own.',
    'ECS answers: “Container names must be unique within a task definition”'
  ),
  rule('tags-twice', 'error', 'Tags stand in the task definition or beside it, not in both.', MODEL),
  rule('missing-image', 'error', 'Each container has an image, or one is shipped for it.', MODEL),
  rule(
    'unknown-container',
    'error',
    'A container that is named is in the task definition.',
    'CodeDeploy answers: “The container X does not exist in the task definition.”; CodePipeline: “The AWS ECS container X does not exist”'
  ),
  rule('ambiguous-container', 'error', 'It is clear which container an image or a setting is for.', 'container-name'),
  rule('contested-container', 'error', 'A container gets one image.', 'images'),
  rule(
    'name-clash',
    'error',
    'A name that is added is not both an environment variable and a secret.',
    'ECS answers: “The secret name must be unique and not shared with any new or existing environment variables set on the container”'
  )
];

/** What is said of an AppSpec. */
export const APPSPEC_RULES: readonly Rule[] = [
  rule(
    'appspec-not-ecs',
    'error',
    'The file is an AppSpec for Amazon ECS, not for servers or Lambda, nor the input of CreateDeployment.',
    RESOURCES
  ),
  rule(
    'appspec-version',
    'warning',
    'The version is 0.0; it is written as that.',
    'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html'
  ),
  rule('appspec-resources', 'error', 'Resources is a list with exactly one TargetService.', RESOURCES),
  rule('appspec-type', 'error', 'The type is AWS::ECS::Service.', RESOURCES),
  rule(
    'appspec-missing-field',
    'error',
    'LoadBalancerInfo with ContainerName and ContainerPort is there, and the name of each capacity provider.',
    RESOURCES
  ),
  rule('appspec-value', 'error', 'A value is of the kind and in the range that CodeDeploy wants.', RESOURCES),
  rule('appspec-number', 'warning', 'A number is not in quotes; it is written without them.', RESOURCES),
  rule(
    'appspec-task-definition',
    'warning',
    "TaskDefinition is <TASK_DEFINITION> or a revision's ARN; a run puts in the ARN that it registered.",
    'CodeDeploy answers: “Invalid revision number. Number: latest”'
  ),
  rule(
    'appspec-platform-version',
    'warning',
    'PlatformVersion is LATEST or a version, and the task is for Fargate.',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html'
  ),
  rule(
    'appspec-network',
    'either',
    'Subnets, SecurityGroups and AssignPublicIp come together and are ids; more than 16 subnets or 5 security groups are an error.',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html'
  ),
  rule(
    'appspec-network-mode',
    'error',
    "A network configuration needs the task definition's network mode awsvpc.",
    'ECS answers: “Network Configuration is not valid for the given networkMode of this task definition.”'
  ),
  rule(
    'appspec-capacity',
    'either',
    'One capacity provider at most has a Base; where all weights are 0 it is a warning.',
    STRATEGY
  ),
  rule(
    'appspec-hook',
    'warning',
    'A hook names a Lambda function by name or ARN, and each event is there once.',
    HOOKS
  ),
  rule(
    'unknown-port',
    'error',
    'The port is mapped by its container in the task definition.',
    'CodeDeploy answers: “The container X did not have a container port 443 defined.”'
  )
];
