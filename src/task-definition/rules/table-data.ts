import { CONTAINER, documented, GUIDE, REFERENCE, refuses, REGISTER, type Row } from './table-row.js';

/** Secrets, roles, logs, volumes, platform and limits. */
export const DATA_ROWS = {
  // Environment and secrets
  'secret-name': refuses(
    'A name is in secrets twice, or in secrets and in environment.',
    "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'X'."
  ),
  'secret-value-from': documented(
    'error',
    "valueFrom is neither an SSM parameter nor a secret's ARN, or the ARN has some but not all three suffixes (key, stage, version).",
    `${GUIDE}/secrets-envvar-secrets-manager.html; the agent stops the task: “unexpected ARN format with parameters when trying to retrieve ASM secret”`
  ),
  'parameter-name': documented(
    'warning',
    "A parameter's name has characters other than letters, digits and . - _ /.",
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html (Name)'
  ),
  'environment-name': documented(
    'warning',
    `A variable's name contains "=" or is used twice.`,
    `${REFERENCE}/API_KeyValuePair.html`
  ),
  'environment-value': documented(
    'warning',
    'A variable has no value; an empty one is allowed.',
    'ECS takes a variable without value and leaves it out of the revision: https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/224'
  ),
  'environment-files': refuses(
    'A container has more than 10 environment files.',
    'The maximum number of environment files was exceeded. Specify ten or less and try again'
  ),
  'environment-file-form': documented(
    'warning',
    'An environment file is not the ARN of an S3 object that ends in .env.',
    `${REFERENCE}/API_EnvironmentFile.html`
  ),
  // Roles
  'role-form': refuses('A role is neither an ARN nor a name.', 'Role is not valid'),
  'execution-role': {
    severity: 'either',
    says: 'executionRoleArn is missing, but secrets, or on Fargate ECR images or the log driver awslogs, need it. For other needs, a warning.',
    source:
      "ECS answers: “When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.”; “Fargate requires task definition to have execution role ARN to support ECR images.”; “… log driver awslogs.”"
  },
  // Logs
  'fargate-log-driver': refuses(
    'Fargate does not support the log driver; it has awslogs, splunk and awsfirelens.',
    'x is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]'
  ),
  'log-options': refuses(
    'awslogs lacks a group, a region or, on Fargate, a stream prefix, or has an endpoint; or splunk lacks a URL or a token.',
    'Log driver awslogs requires options: awslogs-group; Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.; Log driver awslogs disallows options: awslogs-endpoint'
  ),
  'log-option-unknown': documented(
    'warning',
    'AWS does not document this option of awslogs.',
    `${REFERENCE}/API_LogConfiguration.html (options)`
  ),
  'log-option-value': documented(
    'warning',
    'mode is neither blocking nor non-blocking, or both multiline options are set.',
    `${REFERENCE}/API_LogConfiguration.html (options)`
  ),
  'log-region': documented(
    'warning',
    'awslogs-region is not a region.',
    `${REFERENCE}/API_LogConfiguration.html (options)`
  ),
  'firelens-router': refuses(
    'A container logs to awsfirelens, but no container is a log router.',
    'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'
  ),
  'firelens-unused': refuses(
    'A container is a log router, but no container logs to awsfirelens.',
    'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'
  ),
  'firelens-user': refuses(
    'The user of a log router is not a number.',
    "If 'user' field is specified on firelens container, then 'UID' has to be '0'."
  ),
  'firelens-file': {
    severity: 'either',
    says: 'The S3 file of a log router is not an ARN. On Fargate, where AWS documents files in the image only, a warning.',
    source: `ECS answers: “Invalid arn syntax.”; ${REFERENCE}/API_FirelensConfiguration.html (options)`
  },
  // Volumes
  'volume-unknown': refuses('A mount point names a volume that is not in the task definition.', "Unknown volume 'x'"),
  'mount-path': documented(
    'warning',
    'A mount point has no volume or path, or two in a container have the same path.',
    `${REFERENCE}/API_MountPoint.html`
  ),
  'volume-name': documented(
    'warning',
    "A volume's name is used twice or has characters other than letters, digits, hyphens and underscores.",
    `${REFERENCE}/API_Volume.html (name)`
  ),
  'volume-kind': documented(
    'warning',
    'A volume is of more than one kind, or of one that the launch type does not support.',
    `${REFERENCE}/API_Volume.html: “may only specify a name and one of …”`
  ),
  'volume-at-launch': refuses(
    'More than one volume is configured at launch, or no container mounts it.',
    'Volumes [x] are not referenced by any of the containers'
  ),
  'volume-task-role': documented(
    'warning',
    'A volume of S3 Files needs a task role, and there is none.',
    `${REFERENCE}/API_S3FilesVolumeConfiguration.html`
  ),
  efs: refuses(
    'IAM, an access point or a port of EFS is used without transit encryption; or an access point is combined with a root directory.',
    'EFS IAM authorization requires TransitEncryption to be enabled; TransitEncryptionPort requires that TransitEncryption is enabled; When using an EFS access point, the root directory must either be set to "/" or be omitted'
  ),
  // Platform
  windows: documented(
    'warning',
    'A setting is for Linux only, and the task is for Windows.',
    `${CONTAINER}: “This parameter is not supported for Windows containers”`
  ),
  platform: documented(
    'error',
    "The image is built for a different processor than the task's.",
    "The task stops: “CannotPullContainerError: … image Manifest does not contain descriptor matching platform 'linux/amd64'”"
  ),
  'fargate-unsupported': refuses(
    'Fargate does not support this: privileged containers, GPUs, host paths, Docker volumes, devices, shared memory, swap, placement constraints, other modes of ipc and pid, or adding capabilities other than SYS_PTRACE.',
    "Fargate compatible task definitions do not support …; Fargate requires that the 'privileged' setting be 'false'; Tasks using the Fargate launch type do not support …"
  ),
  // Kernel, GPUs
  ulimit: refuses('A soft limit is higher than its hard limit.', 'Soft limit exceeds hard limit for ulimit x'),
  'ulimit-twice': documented('warning', 'A limit is given twice.', `${REFERENCE}/API_Ulimit.html`),
  swappiness: documented(
    'error',
    'swappiness is outside 0 to 100.',
    `${REFERENCE}/API_LinuxParameters.html (swappiness)`
  ),
  'gpu-count': documented(
    'warning',
    'A GPU requirement does not say how many GPUs.',
    `${REFERENCE}/API_ResourceRequirement.html (value)`
  ),
  'inference-accelerator': {
    severity: 'either',
    says: 'Inference accelerators no longer exist. For a requirement of one, a warning.',
    source: "ECS answers: “Unsupported field 'inferenceAccelerators'”"
  },
  // Limits
  tags: documented(
    'error',
    'There are more than 50 tags, a key is used twice, or a key is longer than 128 or a value longer than 256 characters.',
    `${REFERENCE}/API_Tag.html`
  ),
  'placement-constraints': documented(
    'error',
    'There are more than 10 placement constraints.',
    `${REGISTER} (placementConstraints)`
  ),
  'placeholder-left': {
    severity: 'either',
    says: "A template's placeholder is left in an image, a role, a size or a secret. In log options and file systems, a warning.",
    source:
      "ECS answers: “Role is not valid”, “Invalid 'cpu' setting for task.”; names of images and parameters hold no < > { } $"
  }
} satisfies Readonly<Record<string, Row>>;
