import { CONTAINER, documented, GUIDE, REFERENCE, refuses, REGISTER, type Row } from './table-row.js';

/** Sizes, network, and containers by themselves and among each other. */
export const TASK_ROWS = {
  // Sizes of the task
  'task-size-form': {
    severity: 'either',
    says: 'cpu of a task is written in CPU units or vCPUs, memory in MiB or GB.',
    source: "ECS answers: “Invalid 'cpu' setting for task.” Units that AWS does not document, as MB, are a warning."
  },
  'task-cpu-range': documented('error', 'cpu of a task is from 128 to 196608 CPU units.', `${REGISTER} (cpu)`),
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
    `${GUIDE}/task-cpu-memory-error.html against ${REGISTER} (memory)`
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
    `${CONTAINER} (memory): “must be lower than the task memory value”`
  ),
  'memory-least': documented('warning', 'Docker needs 6 MiB for a container.', `${CONTAINER} (memory)`),
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
  'managed-instances': documented(
    'warning',
    'What Managed Instances do not have is left out, and their network mode is awsvpc or host.',
    `${GUIDE}/managed-instances-tasks-services.html, ${GUIDE}/managed-instance-networking.html`
  ),
  'fault-injection': documented(
    'warning',
    'Faults are injected with the network modes awsvpc and host.',
    `${GUIDE}/fault-injection.html`
  ),
  'awsvpc-unsupported': refuses(
    'With the network mode awsvpc there are no links, hostname, dnsServers, dnsSearchDomains, extraHosts and disableNetworking.',
    'Links are not supported when networkMode=awsvpc; hostname is not supported on container when networkMode=awsvpc; …'
  ),
  'ports-without-network': documented(
    'error',
    'With the network mode none no ports are mapped.',
    `${REGISTER} (networkMode): “you cannot specify port mappings in your container definitions”`
  ),
  'links-network-mode': documented('warning', 'Links work in the network mode bridge only.', `${CONTAINER} (links)`),
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
  'host-port-twice': documented(
    'warning',
    'With the network mode bridge a port of the host is given to one container.',
    `${REFERENCE}/API_PortMapping.html (hostPort); Docker answers: “port is already allocated”`
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
    `${CONTAINER} (startTimeout, stopTimeout)`
  ),
  'credential-spec': documented(
    'either',
    'There is at most one credential spec, and it starts with credentialspec: or credentialspecdomainless:.',
    `${CONTAINER} (credentialSpecs)`
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
  'links-unknown': documented('error', 'links names a container that is there.', `${CONTAINER} (links)`),
  'links-cycle': documented(
    'error',
    'Containers do not link to each other in a circle.',
    `${CONTAINER} (links): none could start first`
  ),
  'volumes-from-unknown': refuses(
    'volumesFrom names a container that is there.',
    "Invalid 'volumesFrom' setting. Unknown container: 'x'"
  )
} satisfies Readonly<Record<string, Row>>;
