import { CONTAINER, documented, GUIDE, REFERENCE, refuses, REGISTER, type Row } from './table-row.js';

/** Secrets, roles, logs, volumes, platform and limits. */
export const DATA_ROWS = {
  // Environment and secrets
  'secret-name': refuses(
    'A name is in secrets once, and not in environment as well.',
    "The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'X'."
  ),
  'secret-value-from': documented(
    'error',
    'valueFrom is a parameter of SSM or the ARN of a secret; behind a secret come key, stage and version with all three colons, or nothing.',
    `${GUIDE}/secrets-envvar-secrets-manager.html; the agent stops the task: “unexpected ARN format with parameters when trying to retrieve ASM secret”`
  ),
  'parameter-name': documented(
    'warning',
    "A parameter's name has letters, digits and . - _ /.",
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html (Name)'
  ),
  'environment-name': documented(
    'warning',
    'A variable has a name without "=", and is there once.',
    `${REFERENCE}/API_KeyValuePair.html`
  ),
  'environment-value': documented(
    'warning',
    'A variable has a value, if only an empty one.',
    'ECS takes a variable without value and leaves it out of the revision: https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/224'
  ),
  'environment-files': refuses(
    'A container has at most 10 environment files.',
    'The maximum number of environment files was exceeded. Specify ten or less and try again'
  ),
  'environment-file-form': documented(
    'warning',
    'An environment file is the ARN of an object in S3 that ends in .env.',
    `${REFERENCE}/API_EnvironmentFile.html`
  ),
  // Roles
  'role-form': refuses('A role is given by its ARN or name.', 'Role is not valid'),
  'execution-role': {
    severity: 'either',
    says: 'Secrets, and on Fargate images in ECR and the log driver awslogs, need executionRoleArn; other needs are a warning.',
    source:
      "ECS answers: “When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.”; “Fargate requires task definition to have execution role ARN to support ECR images.”; “… log driver awslogs.”"
  },
  // Logs
  'fargate-log-driver': refuses(
    'Fargate has the log drivers awslogs, splunk and awsfirelens.',
    'x is not a valid log driver. Must be one of [awslogs, splunk, awsfirelens]'
  ),
  'log-options': refuses(
    'awslogs has a group and a region, on Fargate a stream prefix, and no endpoint; splunk has a URL and a token.',
    'Log driver awslogs requires options: awslogs-group; Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs.; Log driver awslogs disallows options: awslogs-endpoint'
  ),
  'log-option-unknown': documented(
    'warning',
    'awslogs has no options but those that AWS documents.',
    `${REFERENCE}/API_LogConfiguration.html (options)`
  ),
  'log-option-value': documented(
    'warning',
    'mode is blocking or non-blocking, and one of the two multiline options is set.',
    `${REFERENCE}/API_LogConfiguration.html (options)`
  ),
  'log-region': documented(
    'warning',
    'awslogs-region is a region.',
    `${REFERENCE}/API_LogConfiguration.html (options)`
  ),
  'firelens-router': refuses(
    'With awsfirelens one of the containers is a log router.',
    'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'
  ),
  'firelens-unused': refuses(
    'Where a container is a log router, a container logs to awsfirelens.',
    'When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.'
  ),
  'firelens-user': refuses(
    'The user of a log router is a number.',
    "If 'user' field is specified on firelens container, then 'UID' has to be '0'."
  ),
  'firelens-file': {
    severity: 'either',
    says: "A log router's file in S3 is given by its ARN; on Fargate AWS documents files in the image only, which is a warning.",
    source: `ECS answers: “Invalid arn syntax.”; ${REFERENCE}/API_FirelensConfiguration.html (options)`
  },
  // Volumes
  'volume-unknown': refuses('A mount point names a volume of the task definition.', "Unknown volume 'x'"),
  'mount-path': documented(
    'warning',
    'A mount point has a volume and a path, and no two in a container have the same path.',
    `${REFERENCE}/API_MountPoint.html`
  ),
  'volume-name': documented(
    'warning',
    "A volume's name has letters, digits, hyphens and underscores, and is there once.",
    `${REFERENCE}/API_Volume.html (name)`
  ),
  'volume-kind': documented(
    'warning',
    'A volume is of one kind, and of one that the launch type has.',
    `${REFERENCE}/API_Volume.html: “may only specify a name and one of …”`
  ),
  'volume-at-launch': refuses(
    'At most one volume is configured at launch, and a container mounts it.',
    'Volumes [x] are not referenced by any of the containers'
  ),
  'volume-task-role': documented(
    'warning',
    'A volume of S3 Files needs a task role.',
    `${REFERENCE}/API_S3FilesVolumeConfiguration.html`
  ),
  efs: refuses(
    'IAM, an access point or a port of EFS needs transit encryption; with an access point there is no other root directory.',
    'EFS IAM authorization requires TransitEncryption to be enabled; TransitEncryptionPort requires that TransitEncryption is enabled; When using an EFS access point, the root directory must either be set to "/" or be omitted'
  ),
  // Platform
  windows: documented(
    'warning',
    'Windows containers have none of the settings that are for Linux.',
    `${CONTAINER}: “This parameter is not supported for Windows containers”`
  ),
  platform: documented(
    'error',
    'An image is built for the processor that the task is for.',
    "The task stops: “CannotPullContainerError: … image Manifest does not contain descriptor matching platform 'linux/amd64'”"
  ),
  'fargate-unsupported': refuses(
    'Fargate has no privileged containers, GPUs, host folders, Docker volumes, devices, shared memory, swap, placement constraints and other modes of ipc and pid; of capabilities it adds SYS_PTRACE.',
    "Fargate compatible task definitions do not support …; Fargate requires that the 'privileged' setting be 'false'; Tasks using the Fargate launch type do not support …"
  ),
  // Kernel, GPUs
  ulimit: refuses('A soft limit is not above its hard limit.', 'Soft limit exceeds hard limit for ulimit x'),
  'ulimit-twice': documented('warning', 'A limit is there once.', `${REFERENCE}/API_Ulimit.html`),
  swappiness: documented('error', 'swappiness is from 0 to 100.', `${REFERENCE}/API_LinuxParameters.html (swappiness)`),
  'gpu-count': documented(
    'warning',
    'A GPU requirement says how many GPUs.',
    `${REFERENCE}/API_ResourceRequirement.html (value)`
  ),
  'inference-accelerator': {
    severity: 'either',
    says: 'There are no inference accelerators any more; a requirement of one is a warning.',
    source: "ECS answers: “Unsupported field 'inferenceAccelerators'”"
  },
  // Limits
  tags: documented(
    'error',
    'There are at most 50 tags, each key once, with up to 128 characters and values with up to 256, and none starts with aws:.',
    `${REFERENCE}/API_Tag.html`
  ),
  'placement-constraints': documented(
    'error',
    'There are at most 10 placement constraints.',
    `${REGISTER} (placementConstraints)`
  ),
  'placeholder-left': {
    severity: 'either',
    says: 'No placeholder of a template is left in an image, a role, a size or a secret; in log options and file systems it is a warning.',
    source:
      "ECS answers: “Role is not valid”, “Invalid 'cpu' setting for task.”; names of images and parameters hold no < > { } $"
  }
} satisfies Readonly<Record<string, Row>>;
