import type { CodeDeployError } from '../../../src/causes/codedeploy-failure.js';
import type { Sample } from './sample.js';

const error = (errorCode: string, message: string, failedEvent?: string): CodeDeployError => ({
  errorCode,
  message,
  failedEvent
});
const ecs = (name: string, message: string): CodeDeployError =>
  error(
    'ECS_UPDATE_ERROR',
    `The ECS service cannot be updated due to an unexpected error: ${message} (Service: AmazonECS; Status Code: 400; Error Code: ${name}; Request ID: 4f0e9d8c-0000-4000-8000-000000000403; Proxy: null).`,
    'Install'
  );

/** What CodeDeploy says of deployments that failed: errorInformation and the event. */
export const CODEDEPLOY: readonly Sample<CodeDeployError>[] = [
  [
    'health-check-elb',
    true,
    error(
      'HEALTH_CONSTRAINTS',
      'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.'
    )
  ],
  [
    'other',
    'unknown',
    error(
      'TIMEOUT',
      'The deployment timed out while waiting for a notification to continue. This time out period is 45 minutes.'
    )
  ],
  [
    'other',
    true,
    error(
      'TIMEOUT',
      'The deployment timed out while waiting for a status callback. CodeDeploy expects a status callback within one hour after a deployment hook is invoked.',
      'BeforeInstall'
    )
  ],
  [
    'other',
    'unknown',
    error(
      'HOOK_EXECUTION_FAILURE',
      'The deployment failed because one or more of the lifecycle event validation functions failed.',
      'AfterAllowTraffic'
    )
  ],
  [
    'other',
    true,
    error(
      'IAM_ROLE_MISSING',
      'The deployment failed because no service role exists with the service role name specified for the deployment group.'
    )
  ],
  [
    'other',
    true,
    error(
      'IAM_ROLE_PERMISSIONS',
      'The IAM role arn:aws:iam::210987654321:role/parcel-cd does not give you permission to perform operations in the following AWS service: AWSLambda.',
      'AfterInstall'
    )
  ],
  [
    'other',
    true,
    error(
      'IAM_ROLE_PERMISSIONS',
      'The IAM role arn:aws:iam::210987654321:role/parcel-cd does not give you permission to perform operations in the following AWS service: AmazonECS.',
      'Install'
    )
  ],
  [
    'other',
    'unknown',
    error(
      'ALARM_ACTIVE',
      'One or more alarms have been activated according to the Amazon CloudWatch metrics you selected, and the affected deployments have been stopped.'
    )
  ],
  ['other', false, error('MANUAL_STOP', 'The deployment was stopped by a user.')],
  [
    'eni-or-capacity-transient',
    false,
    error(
      'THROTTLED',
      'The deployment failed because more requests were made than are permitted for AWS CodeDeploy by an IAM role.'
    )
  ],
  [
    'other',
    false,
    error('INTERNAL_ERROR', 'There was an internal error and the deployment could not be completed. Try again later.')
  ],
  [
    'other',
    true,
    error('INVALID_ECS_SERVICE', 'The ECS service parcel in the cluster prod is not in the ACTIVE state.')
  ],
  [
    'other',
    true,
    error('ELASTIC_LOAD_BALANCING_INVALID', 'The production listener does not route to the expected target group.')
  ],
  ['other', true, error('INVALID_REVISION', 'The AppSpec file cannot be located in the specified directory.')],
  ['other', true, ecs('InvalidParameterException', 'The container api did not have a container port 8443 defined.')],
  ['other', true, ecs('InvalidParameterException', 'Invalid revision number. Number: <TASK_DEFINITION>')],
  ['other', true, ecs('ClientException', 'TaskDefinition is inactive')],
  [
    'other',
    true,
    ecs(
      'InvalidParameterException',
      '5 deployments exist on the service. Unable to create new TaskSet since this exceeds the maximum limit.'
    )
  ],
  [
    'other',
    true,
    ecs(
      'AccessDeniedException',
      'User: arn:aws:sts::210987654321:assumed-role/parcel-cd/codedeploy is not authorized to perform: iam:PassRole on resource: arn:aws:iam::210987654321:role/parcel-exec because no permissions boundary allows the iam:PassRole action'
    )
  ],
  ['eni-or-capacity-transient', false, ecs('ThrottlingException', 'Rate exceeded')],
  ['other', true, error('DEPLOYMENT_GROUP_MISSING', 'The deployment group edge does not exist.')],
  [
    'other',
    true,
    error(
      'ECS_UPDATE_ERROR',
      'The ECS service cannot be updated due to an unexpected error: The target group arn:aws:elasticloadbalancing:ap-southeast-2:777788889999:targetgroup/edge/1 does not have an associated load balancer. (Service: AmazonECS; Status Code: 400; Error Code: InvalidParameterException; Request ID: 4; Proxy: null).',
      'Install'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    error(
      'ECS_UPDATE_ERROR',
      'The ECS service cannot be updated due to an unexpected error: Service Unavailable. Please try again later. (Service: AmazonECS; Status Code: 503; Error Code: ServiceUnavailable; Request ID: 4; Proxy: null).',
      'Install'
    )
  ],
  [
    'other',
    true,
    error(
      'IAM_ROLE_PERMISSIONS',
      'The IAM role arn:aws:iam::777788889999:role/edge-cd does not give you permission to perform operations in the following AWS service: AmazonElasticLoadBalancing.',
      'AllowTraffic'
    )
  ],
  ['other', true, error('RESOURCE_LIMIT_EXCEEDED', 'The deployment failed because a resource limit was exceeded.')],
  [
    'health-check-elb',
    true,
    error(
      'TIMEOUT',
      'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.',
      'Install'
    )
  ],
  [
    'other',
    true,
    error(
      'ELASTIC_LOAD_BALANCING_INVALID',
      'The listener arn:aws:elasticloadbalancing:us-east-2:111122223333:listener/app/lab/1/2 was not found.'
    )
  ],
  [
    'other',
    'unknown',
    error(
      'ECS_UPDATE_ERROR',
      "The ECS service cannot be updated due to an unexpected error: ECS was unable to assume the role 'arn:aws:iam::111122223333:role/lab' that was provided for this task. (Service: AmazonECS; Status Code: 400; Error Code: ClientException; Request ID: x; Proxy: null)."
    )
  ]
];
