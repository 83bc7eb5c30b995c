import { rule, type Rule } from '../errors.js';

const MODEL = 'the service model of ECS, RegisterTaskDefinition';
const REGISTER = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html';
const RESOURCES =
  'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html';
const HOOKS = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html';
const STRATEGY = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html';

/** What is said of the structure of a task definition, before the rules of its content. */
export const STRUCTURE_RULES: readonly Rule[] = [
  rule('not-a-task-definition', 'error', 'The file is not a task definition, or it is one of another tool.', MODEL),
  rule(
    'unknown-field',
    'error',
    'AWS does not know the field. unknown-fields: send passes on newer ones.',
    `${MODEL}; for an AppSpec ${RESOURCES}`
  ),
  rule('unknown-value', 'error', 'ECS does not know the value.', MODEL),
  rule('missing-field', 'error', 'A field that ECS requires is missing.', MODEL),
  rule(
    'empty-value',
    'either',
    'A value that ECS requires is empty; an optional empty value, or an empty list of tags, is left out, with a warning.',
    MODEL
  ),
  rule('no-container', 'error', 'The task definition has no container.', MODEL),
  rule(
    'invalid-name',
    'error',
    'The name of a family or container is longer than 255 characters or has characters other than letters, digits, - and _.',
    `${REGISTER} (family)`
  ),
  rule(
    'duplicate-name',
    'error',
    'Two containers have the same name.',
    'ECS answers: “Container names must be unique within a task definition”'
  ),
  rule('tags-twice', 'error', 'Tags are both inside and beside the task definition.', MODEL),
  rule(
    'reserved-tag',
    'warning',
    "A tag's key starts with aws:, which only AWS's own services may set. The tag is left out.",
    'ECS answers: “aws: prefixed tag key names are not allowed for external use”'
  ),
  rule('missing-image', 'error', 'A container has no image, and none is shipped for it.', MODEL),
  rule(
    'unknown-container',
    'error',
    'A container that is named is not in the task definition.',
    'CodeDeploy answers: “The container X does not exist in the task definition.”; CodePipeline: “The AWS ECS container X does not exist”'
  ),
  rule(
    'ambiguous-container',
    'error',
    'It is not clear which container an image or a setting is for.',
    'container-name'
  ),
  rule('contested-container', 'error', 'Two images are for the same container.', 'images'),
  rule(
    'name-clash',
    'error',
    'An added name is both an environment variable and a secret.',
    'ECS answers: “The secret name must be unique and not shared with any new or existing environment variables set on the container”'
  )
];

/** What is said of an AppSpec. */
export const APPSPEC_RULES: readonly Rule[] = [
  rule(
    'appspec-not-ecs',
    'error',
    'The file is an AppSpec for servers or Lambda, or the input of CreateDeployment, not an AppSpec for Amazon ECS.',
    RESOURCES
  ),
  rule(
    'appspec-version',
    'warning',
    'The version is not 0.0. Slipway writes 0.0.',
    'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure.html'
  ),
  rule('appspec-resources', 'error', 'Resources is not a list with exactly one TargetService.', RESOURCES),
  rule('appspec-type', 'error', 'The type is not AWS::ECS::Service.', RESOURCES),
  rule(
    'appspec-missing-field',
    'error',
    'LoadBalancerInfo with ContainerName and ContainerPort is missing, or a capacity provider has no name.',
    RESOURCES
  ),
  rule('appspec-value', 'error', 'A value is not of the type or in the range that CodeDeploy accepts.', RESOURCES),
  rule('appspec-number', 'warning', 'A number is in quotes. Slipway writes it without them.', RESOURCES),
  rule(
    'appspec-task-definition',
    'warning',
    "TaskDefinition is neither <TASK_DEFINITION> nor a revision's ARN. A run inserts the ARN that it registered.",
    'CodeDeploy answers: “Invalid revision number. Number: latest”'
  ),
  rule(
    'appspec-platform-version',
    'warning',
    'PlatformVersion is neither LATEST nor a version, or the task is not for Fargate.',
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html'
  ),
  rule(
    'appspec-network',
    'either',
    'Subnets, SecurityGroups and AssignPublicIp are incomplete or not ids. More than 16 subnets or 5 security groups are an error.',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html'
  ),
  rule(
    'appspec-network-mode',
    'error',
    "A network configuration is given, but the task definition's network mode is not awsvpc.",
    'ECS answers: “Network Configuration is not valid for the given networkMode of this task definition.”'
  ),
  rule(
    'appspec-capacity',
    'either',
    'More than one capacity provider has a Base. If all weights are 0, a warning.',
    STRATEGY
  ),
  rule(
    'appspec-hook',
    'warning',
    'A hook does not name a Lambda function by name or ARN, or an event is listed twice.',
    HOOKS
  ),
  rule(
    'unknown-port',
    'error',
    'The container does not map the port in the task definition.',
    'CodeDeploy answers: “The container X did not have a container port 443 defined.”'
  )
];
