import { refusal, type RefusalSample } from './refusal-forms.js';

/** What ECS, CodeDeploy and ECR do not take of a request. */
export const REFUSALS: readonly RefusalSample[] = [
  ['other', true, refusal('ClientException', 'Role is not valid'), 'role-invalid'],
  [
    'other',
    true,
    refusal(
      'ClientException',
      'Fargate requires task definition to have execution role ARN to support log driver awsfirelens.'
    ),
    'execution-role-needed'
  ],
  [
    'other',
    true,
    refusal('ClientException', 'No Fargate configuration exists for given values: 300 CPU, 512 memory.'),
    'task-size'
  ],
  ['other', true, refusal('ClientException', "Invalid 'memory' setting for task."), 'task-size'],
  [
    'other',
    true,
    refusal('ClientException', "Actual length: '70001'. Max allowed length is '65536' bytes."),
    'too-large'
  ],
  [
    'other',
    true,
    refusal('InvalidParameterException', 'aws: prefixed tag key names are not allowed for external use.'),
    'reserved-tag'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.'
    ),
    'controller-codedeploy'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      'The target group with targetGroupArn arn:aws:elasticloadbalancing:eu-central-1:210987654321:targetgroup/parcel/4031234567890500 does not have an associated load balancer.'
    ),
    'target-group-unused'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      "ECS was unable to assume the configured ECS Infrastructure Role 'arn:aws:iam::210987654321:role/parcel-infra'."
    ),
    'infrastructure-role'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      'Unable to assume the service linked role. Please verify that the ECS service linked role exists.'
    ),
    'service-linked-role'
  ],
  [
    'other',
    'unknown',
    refusal(
      'ClientException',
      "ECS was unable to assume the role 'arn:aws:iam::210987654321:role/parcel-task' that was provided for this task."
    ),
    'task-role-not-assumed'
  ],
  ['other', true, refusal('ServiceNotActiveException', 'Service was not ACTIVE.'), 'service-inactive'],
  ['other', true, refusal('ClusterNotFoundException', 'Cluster not found.'), 'api-not-found'],
  ['other', true, refusal('ServiceNotFoundException', 'Service not found.'), 'api-not-found'],
  [
    'other',
    true,
    refusal('DeploymentGroupDoesNotExistException', 'No Deployment Group found for name: parcel-throttled'),
    'api-not-found'
  ],
  ['other', true, refusal('ClientException', 'Unable to describe task definition.'), 'revision-invalid'],
  ['other', true, refusal('ClientException', 'TaskDefinition is inactive'), 'revision-invalid'],
  [
    'other',
    false,
    refusal(
      'DeploymentLimitExceededException',
      "The Deployment Group 'parcel-403' already has an active Deployment 'd-4F0E9D8C7'"
    ),
    'deployment-active'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      "Error retrieving security group information for [sg-0fedcba9876543210]: The security group 'sg-0fedcba9876543210' does not exist (ErrorCode: InvalidGroup.NotFound)"
    ),
    'network-missing'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      'Network Configuration is not valid for the given networkMode of this task definition.'
    ),
    'network-configuration'
  ],
  [
    'no-capacity',
    false,
    refusal('InvalidParameterException', 'No Container Instances were found in your cluster.'),
    'api-no-capacity'
  ],
  [
    'no-capacity',
    false,
    refusal(
      'ClientException',
      'Capacity is unavailable at this time. Please try again later or in a different availability zone'
    ),
    'api-no-capacity'
  ],
  [
    'eni-or-capacity-transient',
    false,
    refusal('ServerException', 'Service Unavailable. Please try again later.', 500),
    'api-unreachable'
  ],
  [
    'other',
    true,
    refusal('LimitExceededException', 'The service quota for the number of tasks was exceeded.'),
    'api-quota'
  ],
  [
    'other',
    true,
    refusal('InvalidParameterException', 'Invalid identifier: Identifier is for 403. Your accountId is 210987654321'),
    'api-invalid'
  ],
  ['other', true, refusal('ClientException', 'Container.name contains invalid characters.'), 'api-invalid'],
  [
    'other',
    true,
    refusal(
      'ClientException',
      'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
      400
    ),
    'port-mappings'
  ],
  [
    'other',
    true,
    refusal(
      'ClientException',
      "Invalid setting for container 'edge'. At least one of 'memory' or 'memoryReservation' must be specified.",
      400
    ),
    'container-size'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      'The new ARN and resource ID format must be enabled to add tags to the service.',
      400
    ),
    'api-invalid'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidParameterException',
      'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster.',
      400
    ),
    'api-invalid'
  ],
  [
    'other',
    true,
    refusal(
      'PlatformTaskDefinitionIncompatibilityException',
      "The specified platform does not satisfy the task definition's required capabilities.",
      400
    ),
    'api-invalid'
  ],
  [
    'other',
    true,
    refusal(
      'RepositoryNotFoundException',
      "The repository with name 'edge/gw' does not exist in the registry with id '777788889999'",
      400
    ),
    'api-not-found'
  ],
  [
    'other',
    true,
    refusal(
      'ImageTagAlreadyExistsException',
      "The image tag 'v7' already exists in the 'edge/gw' repository and cannot be overwritten because the repository is immutable.",
      400
    ),
    'api-invalid'
  ],
  [
    'eni-or-capacity-transient',
    false,
    refusal(
      'InternalFailure',
      'The request processing has failed because of an unknown error, exception or failure.',
      500
    ),
    'api-unreachable'
  ],
  [
    'eni-or-capacity-transient',
    false,
    refusal(
      'InvalidParameterException',
      'Error retrieving subnet information for [subnet-0aa11bb22cc33dd44]: An internal error has occurred (ErrorCode: InternalError)',
      400
    ),
    'api-unreachable'
  ],
  [
    'other',
    true,
    refusal('InvalidParameterException', 'The container side does not exist in the task definition.', 400),
    'container-name'
  ],
  [
    'other',
    true,
    refusal('ClientException', "Tasks using the Fargate launch type do not support log driver 'syslog'.", 400),
    'api-invalid'
  ],
  ['other', true, refusal('InvalidParameterException', 'Creation of service was not idempotent.', 400), 'api-invalid'],
  [
    'eni-or-capacity-transient',
    false,
    refusal('ServiceUnavailableException', 'Service is unable to process the request', 503),
    'api-unreachable'
  ],
  [
    'other',
    true,
    refusal(
      'InvalidDeploymentConfigNameException',
      'The deployment configuration name was specified in an invalid format.',
      400
    ),
    'api-invalid'
  ],
  ['other', true, refusal('RevisionRequiredException', 'The revision ID was not specified.', 400), 'api-invalid'],
  [
    'other',
    true,
    refusal('ClientException', 'The specified task definition contains too many containers', 400),
    'api-invalid'
  ]
];
