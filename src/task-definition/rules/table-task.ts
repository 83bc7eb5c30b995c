import { CONTAINER, documented, GUIDE, REFERENCE, refuses, REGISTER, type Row } from './table-row.js';

/** Sizes, network, and containers by themselves and among each other. */
export const TASK_ROWS = {
  // Sizes of the task
  'task-size-form': {
    severity: 'either',
    says: "The task's cpu is not in CPU units or vCPUs, or its memory is not in MiB or GB.",
    source: "ECS answers: “Invalid 'cpu' setting for task.” Units that AWS does not document, as MB, are a warning."
  },
  'task-cpu-range': documented('error', "The task's cpu is outside 128 to 196608 CPU units.", `${REGISTER} (cpu)`),
  'fargate-size-missing': refuses(
    'On Fargate, the task has no cpu or no memory.',
    "Fargate requires that 'cpu' be defined at the task level."
  ),
  'fargate-size': refuses(
    'Fargate does not support this pair of cpu and memory, or Windows has less than one vCPU.',
    'No Fargate configuration exists for given values.'
  ),
  'fargate-size-disputed': documented(
    'warning',
    "32 vCPU, or more than 4 vCPU for Windows: AWS's pages disagree on whether these sizes exist.",
    `${GUIDE}/task-cpu-memory-error.html against ${REGISTER} (memory)`
  ),
  'ephemeral-storage': refuses(
    'Ephemeral storage is outside 21 to 200 GiB, or the task is not for Fargate.',
    'EphemeralStorage size should be at least 21; Tasks using the EC2 launch type do not support EphemeralStorage'
  ),
  // CPU and memory of containers
  'memory-missing': refuses(
    'Neither the task nor the container has memory or memoryReservation.',
    "Invalid setting for container 'x'. At least one of 'memory' or 'memoryReservation' must be specified."
  ),
  'memory-reservation': refuses(
    'memoryReservation is greater than memory.',
    "Invalid setting for container 'x'. 'memory' must be greater than or equal to 'memoryReservation'"
  ),
  'memory-over-task': refuses(
    'A container has more memory than its task.',
    "The 'memory' setting for container 'x' is greater than for the task"
  ),
  'memory-sum-over-task': documented(
    'warning',
    'The containers together reserve more memory than the task has.',
    `${CONTAINER} (memory): “must be lower than the task memory value”`
  ),
  'memory-least': documented(
    'warning',
    'A container has less than the 6 MiB that Docker needs.',
    `${CONTAINER} (memory)`
  ),
  'cpu-over-task': {
    severity: 'either',
    says: 'The containers together have more CPU units than the task. A warning outside Fargate.',
    source: "ECS answers: “The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' value”"
  },
  // Network and ports
  'fargate-network-mode': refuses(
    'On Fargate, the network mode is not awsvpc.',
    'Fargate only supports network mode ‘awsvpc’.'
  ),
  'external-network-mode': documented(
    'warning',
    'External instances do not support the network mode awsvpc.',
    `${GUIDE}/ecs-anywhere.html (considerations)`
  ),
  'managed-instances': documented(
    'warning',
    'Managed Instances do not support this setting, or a network mode other than awsvpc and host.',
    `${GUIDE}/managed-instances-tasks-services.html, ${GUIDE}/managed-instance-networking.html`
  ),
  'fault-injection': documented(
    'warning',
    'Fault injection needs the network mode awsvpc or host.',
    `${GUIDE}/fault-injection.html`
  ),
  'awsvpc-unsupported': refuses(
    'The network mode awsvpc does not support links, hostname, dnsServers, dnsSearchDomains, extraHosts or disableNetworking.',
    'Links are not supported when networkMode=awsvpc; hostname is not supported on container when networkMode=awsvpc; …'
  ),
  'ports-without-network': documented(
    'error',
    'Ports are mapped with the network mode none.',
    `${REGISTER} (networkMode): “you cannot specify port mappings in your container definitions”`
  ),
  'links-network-mode': documented(
    'warning',
    'Links are used in a network mode other than bridge.',
    `${CONTAINER} (links)`
  ),
  'host-port': refuses(
    'With the network mode awsvpc or host, a host port differs from its container port.',
    'When networkMode=awsvpc, the host ports and container ports in port mappings must match.'
  ),
  'port-range': documented(
    'error',
    'A port is outside 1 to 65535, a range ends before it starts, or a range is used outside the network modes bridge and awsvpc.',
    `${REFERENCE}/API_PortMapping.html (containerPort, containerPortRange)`
  ),
  'port-missing': documented(
    'warning',
    'A port mapping has neither containerPort nor containerPortRange.',
    `${REFERENCE}/API_PortMapping.html`
  ),
  'port-and-range': refuses(
    'A port mapping has both a single port and a range.',
    'cannot specify both single port and port range'
  ),
  'host-port-twice': documented(
    'warning',
    'With the network mode bridge, two containers use the same host port.',
    `${REFERENCE}/API_PortMapping.html (hostPort); Docker answers: “port is already allocated”`
  ),
  'port-twice': {
    severity: 'either',
    says: 'A port is mapped twice. For two single ports, a warning.',
    source: 'ECS answers of ranges: “container port is used multiple times in task”'
  },
  'port-protocols': documented(
    'warning',
    'A container port is mapped for more than one protocol.',
    `${REFERENCE}/API_PortMapping.html: “You can't expose the same container port for multiple protocols”`
  ),
  'port-name': refuses(
    "A port's name is used twice, is longer than 64 characters, or has characters other than lowercase letters, digits, _ and -.",
    'port mapping name is already used'
  ),
  proxy: refuses(
    'An App Mesh proxy lacks the network mode awsvpc, names a container that does not exist, or has no ports.',
    'APPMESH proxy configuration is only supported in networkMode=awsvpc; Proxy container [x] does not exist; Ingress port not found'
  ),
  'proxy-ignored-user': documented(
    'warning',
    'An App Mesh proxy does not say whose traffic it ignores.',
    `${REFERENCE}/API_ProxyConfiguration.html (properties)`
  ),
  'system-control': documented(
    'warning',
    'A kernel parameter cannot be set in a namespace that is shared with the host.',
    `${REFERENCE}/API_SystemControl.html`
  ),
  // Containers
  'too-many-containers': refuses('The task definition has more than 10 containers.', 'Too many containers'),
  'no-essential-container': refuses(
    'No container is essential.',
    "Task definition doesn't have any essential container"
  ),
  'image-name': refuses(
    'An image name is longer than 255 characters or has characters other than letters, digits and _ - : . / # @; or its digest is not sha256: and 64 hexadecimal digits.',
    'Container.image contains invalid characters.'
  ),
  'restart-policy': refuses(
    'restartAttemptPeriod is outside 60 to 1800 seconds, or more than 50 exit codes are ignored.',
    "the 'restartAttemptPeriod' setting for container 'x' must be between 60 and 1800"
  ),
  'timeout-range': documented(
    'error',
    'On Fargate, startTimeout or stopTimeout is outside 2 to 120 seconds.',
    `${CONTAINER} (startTimeout, stopTimeout)`
  ),
  'credential-spec': documented(
    'either',
    'There is more than one credential spec, or it does not start with credentialspec: or credentialspecdomainless:.',
    `${CONTAINER} (credentialSpecs)`
  ),
  'health-check-range': documented(
    'error',
    'A health check value is out of range: interval 5 to 300, timeout 2 to 60, retries 1 to 10, startPeriod 0 to 300.',
    `${REFERENCE}/API_HealthCheck.html`
  ),
  'health-check-command': documented(
    'either',
    'The health check command does not start with CMD or CMD-SHELL. An empty one is an error.',
    `${REFERENCE}/API_HealthCheck.html (command)`
  ),
  // Containers that name each other
  'depends-on-unknown': refuses(
    'dependsOn names a container that does not exist.',
    "Cannot depend on container + 'x' because it does not exist"
  ),
  'depends-on-essential': refuses(
    'A container waits for the end (SUCCESS, COMPLETE) of an essential container.',
    'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'
  ),
  'depends-on-health': refuses(
    'A container waits for HEALTHY of a container without a healthCheck.',
    'A dependency container with HEALTHY condition must have health check configured'
  ),
  'depends-on-cycle': documented(
    'error',
    'Containers wait for each other in a cycle.',
    `${REFERENCE}/API_ContainerDependency.html: none of them could ever start`
  ),
  'links-unknown': documented('error', 'links names a container that does not exist.', `${CONTAINER} (links)`),
  'links-cycle': documented(
    'error',
    'Containers link to each other in a cycle.',
    `${CONTAINER} (links): none could start first`
  ),
  'volumes-from-unknown': refuses(
    'volumesFrom names a container that does not exist.',
    "Invalid 'volumesFrom' setting. Unknown container: 'x'"
  )
} satisfies Readonly<Record<string, Row>>;
