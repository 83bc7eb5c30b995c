import type { Task } from '@aws-sdk/client-ecs';

import type { Sample } from './sample.js';
import { container, startFailed, USER } from './task-forms.js';

/** Stopped tasks that do not get their secrets, logs or volumes, as DescribeTasks shows them: Fargate's form, the EC2 agent's, and containerd's words. */
export const TASKS_SETUP: readonly Sample<Task>[] = [
  [
    'image-pull-auth',
    true,
    startFailed(
      `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User: ${USER} is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action status code: 400, request id: 5d1c0d5e-0000-4000-8000-000000000403`
    )
  ],
  [
    'secret-missing',
    true,
    startFailed(
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-central-1:210987654321:secret:parcel/timeout-AbCdEf from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret."
    )
  ],
  [
    'secret-missing',
    true,
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: /parcel/prod/denied, /parcel/prod/KEY'
    )
  ],
  [
    'secret-missing',
    true,
    container(
      'ResourceInitializationError: failed to create the resource: ssmsecret: fetching secret data from SSM Parameter Store in eu-central-1: invalid parameters: /parcel/prod/db-401'
    )
  ],
  [
    'secret-missing',
    true,
    startFailed(
      "ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secret from asm: failed to fetch secret arn:aws:secretsmanager:eu-central-1:210987654321:secret:parcel-db-x from secrets manager: InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion."
    )
  ],
  [
    'secret-access-denied',
    true,
    startFailed(
      `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-central-1:210987654321:secret:parcel/not-found-GhIjKl from secrets manager: AccessDeniedException: User: ${USER} is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-central-1:210987654321:secret:parcel/not-found-GhIjKl because no identity-based policy allows the secretsmanager:GetSecretValue action status code: 400, request id: 1`
    )
  ],
  [
    'secret-access-denied',
    true,
    container(
      `Fetching secret data from AWS Secrets Manager in region eu-central-1: secret arn:aws:secretsmanager:eu-central-1:210987654321:secret:parcel: AccessDeniedException: Access to KMS is not allowed status code: 400, request id: 2`
    )
  ],
  [
    'secret-access-denied',
    true,
    startFailed(
      'ResourceInitializationError: failed to download env files: file download command: non empty error stream: service call has been retried 1 time(s): AccessDenied: Access Denied status code: 403, request id: ABC, host id: x'
    )
  ],
  [
    'secret-missing',
    true,
    startFailed(
      'ResourceInitializationError: failed to download env files: file download command: non empty error stream: service call has been retried 5 time(s): operation error S3: HeadObject, https response error StatusCode: 404, RequestID: A, HostID: b, NotFound: Not Found'
    )
  ],
  [
    'secret-json-key',
    true,
    container('ResourceInitializationError: retrieved secret from Secrets Manager did not contain json key db.timeout')
  ],
  [
    'secret-json-key',
    true,
    startFailed(
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): invalid character '}' looking for beginning of object key string"
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. RequestError: send request failed caused by: Post "https://api.ecr.eu-central-1.amazonaws.com/": dial tcp 18.184.0.1:443: i/o timeout'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 3 time(s): RequestCanceled: request context canceled caused by: context deadline exceeded'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed'
    )
  ],
  [
    'log-group-missing',
    true,
    startFailed(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, https response error StatusCode: 400, RequestID: 7, ResourceNotFoundException: The specified log group does not exist. : exit status 1'
    )
  ],
  [
    'log-driver/role',
    true,
    container(
      `CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::210987654321:assumed-role/ecsInstanceRole/i-0fedcba9876543210 is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:eu-central-1:210987654321:log-group:/ecs/parcel:log-stream:api/api/403`
    )
  ],
  [
    'log-driver/role',
    true,
    container(
      "CannotStartContainerError: Error response from daemon: failed to initialize logging driver: unknown log opt 'awslogs-stream-prefixx' for awslogs log driver"
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 5 times: failed to create Cloudwatch log stream: RequestError: send request failed caused by: Post "https://logs.eu-central-1.amazonaws.com/": dial tcp 3.70.0.1:443: i/o timeout : exit status 1'
    )
  ],
  [
    'log-driver/role',
    'unknown',
    container(
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: dial tcp 127.0.0.1:24224: connect: connection refused (fluentd)'
    )
  ],
  [
    'efs-mount',
    true,
    startFailed(
      "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/' : unsuccessful EFS utils command execution; code: 32"
    )
  ],
  [
    'efs-mount',
    true,
    startFailed(
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0123456789abcdef0.efs.eu-central-1.amazonaws.com" - check that your file system ID is correct, and ensure that the VPC has an EFS mount target for this file system ID. : unsuccessful EFS utils command execution; code: 1'
    )
  ],
  [
    'efs-mount',
    'unknown',
    startFailed(
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: Connection timed out : unsuccessful EFS utils command execution; code: 32'
    )
  ],
  [
    'efs-mount',
    false,
    startFailed(
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: Connection reset by peer : unsuccessful EFS utils command execution; code: 32'
    )
  ],
  ['other', 'unknown', container('ASM secret resource: unable to find execution role credentials')],
  [
    'secret-missing',
    true,
    container(
      "Fetching secret data from AWS Secrets Manager in region ap-southeast-2: secret arn:aws:secretsmanager:ap-southeast-2:777788889999:secret:edge/db-AbCdEf: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT"
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    container(
      'Fetching secret data from SSM Parameter Store in ap-southeast-2: ThrottlingException: Rate exceeded status code: 400, request id: 9'
    )
  ],
  [
    'efs-mount',
    true,
    container(
      'CannotCreateVolumeError: Error response from daemon: create ecs-edge-1-data: VolumeDriver.Create: mounting volume failed: mount.nfs4: access denied by server while mounting fs-0aa11bb22cc33dd44.efs.ap-southeast-2.amazonaws.com:/'
    )
  ],
  [
    'efs-mount',
    true,
    container(
      "CannotCreateVolumeError: Error response from daemon: create ecs-edge-1-data: VolumeDriver.Create: mounting volume failed: b'mount.nfs4: Failed to resolve server fs-0aa11bb22cc33dd44.efs.ap-southeast-2.amazonaws.com: Name or service not known'"
    )
  ],
  [
    'log-driver/role',
    true,
    container(
      "CannotStartContainerError: Error response from daemon: logger: no log driver named 'awsloggs' is registered"
    )
  ],
  [
    'image-pull-network',
    'unknown',
    container(
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: RequestError: send request failed caused by: Post https://logs.ap-southeast-2.amazonaws.com/: dial tcp 52.95.0.1:443: i/o timeout'
    )
  ],
  [
    'log-driver/role',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: NoCredentialProviders: no valid providers in chain'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://logs.ap-southeast-2.amazonaws.com/": dial tcp 10.2.3.4:443: connect: connection timed out : exit status 1'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: unable to retrieve secrets from ssm: The task cannot pull secrets from AWS Systems Manager. There is a connection issue between the task and AWS Systems Manager Parameter Store. Check your task network configuration. : operation error SSM: GetParameters, https response error StatusCode: 0, canceled, context deadline exceeded'
    )
  ],
  [
    'image-pull-auth',
    true,
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): operation error ECR: GetAuthorizationToken, https response error StatusCode: 400, RequestID: 4, api error AccessDeniedException: User: arn:aws:sts::777788889999:assumed-role/edge-exec/abc is not authorized to perform: ecr:GetAuthorizationToken on resource: * with an explicit deny in a service control policy'
    )
  ],
  [
    'secret-missing',
    true,
    startFailed(
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to get registry auth from asm: service call has been retried 1 time(s): asm fetching secret from the service for arn:aws:secretsmanager:ap-southeast-2:777788889999:secret:reg-Ab: ResourceNotFoundException: Secrets Manager can't find the specified secret."
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret arn:aws:secretsmanager:ap-southeast-2:777788889999:secret:edge-500-AbCdEf from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 500, RequestID: 4, InternalServiceError: An error occurred on the server side.'
    )
  ],
  [
    'secret-missing',
    true,
    startFailed(
      'ResourceInitializationError: failed to download env files: file download command: non empty error stream: NoSuchBucket: The specified bucket does not exist status code: 404'
    )
  ],
  [
    'efs-mount',
    true,
    startFailed(
      "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: mounting fs-0aa11bb22cc33dd44.efs.ap-southeast-2.amazonaws.com:/srv failed, reason given by server: No such file or directory' : unsuccessful EFS utils command execution; code: 32"
    )
  ],
  [
    'efs-mount',
    'unknown',
    startFailed(
      'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Could not start amazon-efs-mount-watchdog, unrecognized init system "supervisord" b\'mount.nfs4: Connection refused\' : unsuccessful EFS utils command execution; code: 32'
    )
  ],
  [
    'secret-access-denied',
    true,
    startFailed(
      "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws-us-gov:secretsmanager:us-gov-west-1:111122223333:secret:lab/5xx from secrets manager: DecryptionFailure: Secrets Manager can't decrypt the protected secret text using the provided KMS key."
    )
  ],
  [
    'secret-access-denied',
    true,
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 1 time(s): AccessDeniedException: The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 5 time(s): ThrottlingException: Rate exceeded'
    )
  ],
  [
    'secret-missing',
    true,
    startFailed(
      'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): secrets manager: failed to retrieve secret: ValidationException: Invalid name. Must be a valid name containing alphanumeric characters'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed(
      'ResourceInitializationError: failed to download env files: file download command: non empty error stream: service call has been retried 5 time(s): RequestError: send request failed caused by: Head "https://lab-env.s3.us-east-2.amazonaws.com/prod.env": dial tcp 52.219.1.1:443: i/o timeout'
    )
  ],
  [
    'log-driver/role',
    true,
    startFailed(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/lab-exec/x is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:us-east-2:111122223333:log-group:/lab/not-found:log-stream:x because no VPC endpoint policy allows the logs:CreateLogStream action : exit status 1'
    )
  ],
  [
    'image-pull-network',
    'unknown',
    startFailed('ResourceInitializationError: failed to validate logger args: : signal: killed')
  ],
  [
    'other',
    'unknown',
    startFailed(
      'ResourceInitializationError: failed to initialize logging driver: failed to create Cloudwatch log group: OperationAbortedException: A conflicting operation is currently in progress against this resource.'
    )
  ],
  [
    'log-driver/role',
    'unknown',
    container(
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: splunk: failed to verify connection, url: https://hec.lab.example:8088: dial tcp: i/o timeout'
    )
  ],
  [
    'log-driver/role',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: failed to initialize logging driver: awslogs-region is required'
    )
  ]
];
