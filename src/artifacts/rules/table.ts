import type { Rule } from '../../errors.js';

type Row = Omit<Rule, 'name'>;

const REFERENCE = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

/** ECS's own answer to RegisterTaskDefinition. */
function refuses(says: string, answer: string): Row {
  return { severity: 'error', says, source: `ECS answers: “${answer}”` };
}

function documented(severity: Row['severity'], says: string, source: string): Row {
  return { severity, says, source };
}

const container = `${REFERENCE}/API_ContainerDefinition.html`;
const register = `${REFERENCE}/API_RegisterTaskDefinition.html`;

const ROWS = {
  // Sizes of the task
  'task-size-form': {
    severity: 'either',
    says: 'cpu of a task is written in CPU units or vCPUs, memory in MiB or GB.',
    source: "ECS answers: “Invalid 'cpu' setting for task.” Units that AWS does not document, as MB, are a warning."
  },
  'task-cpu-range': documented('error', 'cpu of a task is from 128 to 196608 CPU units.', `${register} (cpu)`),
  'fargate-size-missing': refuses(
    'On Fargate the task itself needs cpu and memory.',
    "Fargate requires that 'cpu' be defined at the task level."
  ),
  'fargate-size': refuses(
    'Fargate has fixed pairs of cpu and memory; Windows needs one vCPU or more.',
    'No Fargate configuration exists for given values.'
  ),
  'fargate-size-disputed': documented(
    'warning',
    '32 vCPU, and more than 4 vCPU for Windows, are documented in some places and not in others.',
    `${GUIDE}/task-cpu-memory-error.html against ${register} (memory)`
  ),
  'ephemeral-storage': refuses(
    'Ephemeral storage is from 21 to 200 GiB, and for Fargate only.',
    'EphemeralStorage size should be at least 21; Tasks using the EC2 launch type do not support EphemeralStorage'
  ),
  // CPU and memory of containers
  'memory-missing': refuses(
    'Without memory of the task each container has memory or memoryReservation.',
    "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified."
  ),
  'memory-reservation': refuses(
    'memoryReservation is not more than memory.',
    "Invalid setting for container 'x'. 'memory' must be greater than or equal to 'memoryReservation'"
  ),
  'memory-over-task': refuses(
    'A container has no more memory than its task.',
    "The 'memory' setting for container 'x' is greater than for the task"
  ),
  'memory-sum-over-task': documented(
    'warning',
    'The containers reserve no more memory than the task has.',
    `${container} (memory): “must be lower than the task memory value”`
  ),
  'memory-least': documented('warning', 'Docker needs 6 MiB for a container.', `${container} (memory)`),
  'cpu-over-task': {
    severity: 'either',
    says: 'The containers have no more CPU units than the task; beyond Fargate a warning.',
    source: "ECS answers: “The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value”"
  },
  // Network and ports
  'fargate-network-mode': refuses(
    'Fargate has the network mode awsvpc only.',
    'Fargate only supports network mode ‘awsvpc’.'
  ),
  'external-network-mode': documented(
    'warning',
    'External instances have no network mode awsvpc.',
    `${GUIDE}/ecs-anywhere.html (considerations)`
  ),
  'awsvpc-unsupported': refuses(
    'With the network mode awsvpc there are no links, hostname, dnsServers, dnsSearchDomains, extraHosts and disableNetworking.',
    'Links are not supported when networkMode=awsvpc; hostname is not supported on container when networkMode=awsvpc; …'
  ),
  'ports-without-network': documented(
    'error',
    'With the network mode none no ports are mapped.',
    `${register} (networkMode): “you cannot specify port mappings in your container definitions”`
  ),
  'links-network-mode': documented('warning', 'Links work in the network mode bridge only.', `${container} (links)`),
  'host-port': refuses(
    'With the network modes awsvpc and host a host port is the container port, or left out.',
    'When networkMode=awsvpc, the host ports and container ports in port mappings must match.'
  ),
  'port-range': documented(
    'error',
    'Ports are from 1 to 65535; a range has its first port before its last, and the network mode bridge or awsvpc.',
    `${REFERENCE}/API_PortMapping.html (containerPort, containerPortRange)`
  ),
  'port-missing': documented(
    'warning',
    'A port mapping has a containerPort or a containerPortRange.',
    `${REFERENCE}/API_PortMapping.html`
  ),
  'port-and-range': refuses(
    'A port mapping is of a single port or of a range.',
    'cannot specify both single port and port range'
  ),
  'port-twice': {
    severity: 'either',
    says: 'A port is mapped once; two single ports are a warning.',
    source: 'ECS answers of ranges: “container port is used multiple times in task”'
  },
  'port-protocols': documented(
    'warning',
    'A container port is for one protocol.',
    `${REFERENCE}/API_PortMapping.html: “You can't expose the same container port for multiple protocols”`
  ),
  'port-name': refuses(
    "A port's name has up to 64 small letters, digits, _ and -, and is there once.",
    'port mapping name is already used'
  ),
  proxy: refuses(
    'An App Mesh proxy needs the network mode awsvpc, a container that is there, and its ports.',
    'APPMESH proxy configuration is only supported in networkMode=awsvpc; Proxy container [x] does not exist; Ingress port not found'
  ),
  'proxy-ignored-user': documented(
    'warning',
    'An App Mesh proxy says whose traffic it leaves alone.',
    `${REFERENCE}/API_ProxyConfiguration.html (properties)`
  ),
  'system-control': documented(
    'warning',
    'Kernel parameters cannot be set in a namespace that is shared with the host.',
    `${REFERENCE}/API_SystemControl.html`
  ),
  // Containers
  'too-many-containers': refuses('A task definition has at most 10 containers.', 'Too many containers'),
  'no-essential-container': refuses(
    'At least one container is essential.',
    "Task definition doesn't have any essential container"
  ),
  'image-name': refuses(
    "An image's name has up to 255 letters, digits and _ - : . / # @; a digest is sha256: and 64 hexadecimal digits.",
    'Container.image contains invalid characters.'
  ),
  'restart-policy': refuses(
    'restartAttemptPeriod is from 60 to 1800 seconds, and at most 50 exit codes are ignored.',
    "the 'restartAttemptPeriod' setting for container 'x' must be between 60 and 1800"
  ),
  'timeout-range': documented(
    'error',
    'On Fargate startTimeout and stopTimeout are from 2 to 120 seconds.',
    `${container} (startTimeout, stopTimeout)`
  ),
  'credential-spec': documented(
    'either',
    'There is at most one credential spec, and it starts with credentialspec: or credentialspecdomainless:.',
    `${container} (credentialSpecs)`
  ),
  'health-check-range': documented(
    'error',
    'Health checks have interval 5 to 300, timeout 2 to 60, retries 1 to 10 and startPeriod 0 to 300.',
    `${REFERENCE}/API_HealthCheck.html`
  ),
  'health-check-command': documented(
    'either',
    'The command of a health check starts with CMD or CMD-SHELL; an empty one is an error.',
    `${REFERENCE}/API_HealthCheck.html (command)`
  ),
  // Containers that name each other
  'depends-on-unknown': refuses(
    'dependsOn names a container that is there.',
    "Cannot depend on container + 'x' because it does not exist"
  ),
  'depends-on-essential': refuses(
    'Nothing waits for the end (SUCCESS, COMPLETE) of an essential container.',
    'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'
  ),
  'depends-on-health': refuses(
    'What is waited for as HEALTHY has a healthCheck.',
    'A dependency container with HEALTHY condition must have health check configured'
  ),
  'depends-on-cycle': documented(
    'error',
    'Containers do not wait for each other in a circle.',
    `${REFERENCE}/API_ContainerDependency.html: none of them could ever start`
  ),
  'links-unknown': documented('error', 'links names a container that is there.', `${container} (links)`),
  'links-cycle': documented(
    'error',
    'Containers do not link to each other in a circle.',
    `${container} (links): none could start first`
  ),
  'volumes-from-unknown': refuses(
    'volumesFrom names a container that is there.',
    "Invalid 'volumesFrom' setting. Unknown container: 'x'"
  ),
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
    `${container}: “This parameter is not supported for Windows containers”`
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
    `${register} (placementConstraints)`
  ),
  'placeholder-left': {
    severity: 'either',
    says: 'No placeholder of a template is left in an image, a role, a size or a secret; in log options and file systems it is a warning.',
    source:
      "ECS answers: “Role is not valid”, “Invalid 'cpu' setting for task.”; names of images and parameters hold no < > { } $"
  }
} satisfies Readonly<Record<string, Row>>;

export type RuleName = keyof typeof ROWS;

/** Every rule of `checkDefinition`, by the code of its findings. */
export const RULES: Readonly<Record<RuleName, Row>> = ROWS;
