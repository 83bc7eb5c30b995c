import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

const stage = ['start', 'create'] as const;
/** Whatever a task was about: AWS's own trouble is not the version's. */
const ANY_OF_TASK = [
  'task',
  'registry-login',
  'secrets',
  'secrets-or-login',
  'env-file',
  'logging',
  'network',
  'initialize',
  'launch',
  'place'
] as const;

/** A task's network interface, and its containers that cannot be made or started. */
export const START_CAUSES: readonly Cause[] = [
  {
    id: 'aws-throttled',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'AWS throttles what ECS asks for the task',
    advice:
      'It passes by itself: ECS tries again. Deploy fewer tasks at once, or ask for a higher quota, where it comes back.',
    source: PAGES.stoppedTasks,
    message: 'Rate exceeded, RequestLimitExceeded',
    signs: [{ stage: ANY_OF_TASK, reason: 'throttled' }]
  },
  {
    id: 'network-interface-refused',
    class: 'other',
    deterministic: true,
    what: 'ECS may not create a network interface for the task, or its subnet or security group{subnet: %} does not exist',
    advice:
      "Correct subnets and security groups in the service's network configuration, and let the service-linked role AWSServiceRoleForECS create network interfaces.",
    source: PAGES.stoppedTasks,
    message: 'Unexpected EC2 error while attempting to Create Network Interface … NotFound',
    signs: [
      {
        stage: ['network', 'launch', 'place', 'task'],
        reason: ['not-found', 'denied'],
        words: /EC2|subnet|security group/i
      },
      { stage: ['network', 'launch', 'place', 'task'], reason: 'denied', fact: ['action', /^ec2:/] }
    ]
  },
  {
    id: 'subnet-full',
    class: 'eni-or-capacity-transient',
    deterministic: 'unknown',
    what: 'the subnet {subnet|of the task} has no free addresses',
    advice: 'Wait until old tasks are gone, or give the service larger or more subnets.',
    source: PAGES.stoppedTasks,
    message: 'InsufficientFreeAddressesInSubnet',
    signs: [
      {
        stage: ['task', 'network', 'place', 'launch', 'initialize'],
        words: /InsufficientFreeAddresses|(?:not|insufficient|no|enough) (?:enough )?free (?:ip )?address/i
      }
    ]
  },
  {
    id: 'network-interface-limit',
    class: 'other',
    deterministic: 'unknown',
    what: 'EC2 refuses ECS another network interface for the task',
    advice:
      'Look at the quota of network interfaces in this region, at the service-linked role AWSServiceRoleForECS, and at policies of the organization.',
    source: PAGES.stoppedTasks,
    message: 'Unexpected EC2 error while attempting to Create Network Interface … NetworkInterfaceLimitExceeded',
    signs: [{ stage: 'network', error: /LimitExceeded|AuthFailure|OptInRequired|PendingVerification/ }]
  },
  {
    id: 'network-interface-failed',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'AWS did not provide or set up the network interface of the task',
    advice:
      'It passes by itself: ECS tries again. Where it stays, look at the limits of network interfaces of the account and the instance.',
    source: PAGES.stoppedTasks,
    message: 'Timeout waiting for network interface provisioning to complete',
    signs: [{ stage: 'network' }]
  },
  {
    id: 'aws-internal-error',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'AWS had trouble of its own with the task',
    advice:
      "It passes by itself: ECS tries again. AWS's health page (https://health.aws.amazon.com) says whether it is larger.",
    source: PAGES.stoppedTasks,
    message: 'InternalError, ServerException, Service Unavailable',
    signs: [
      { stage: [...ANY_OF_TASK, 'inspect'], reason: 'server-error' },
      { stage: 'task', reason: ['server-error', 'throttled'] },
      { stage: ['place', 'launch'], words: /internal error|unexpected error/i }
    ]
  },
  {
    id: 'exec-format',
    class: 'exec-format',
    deterministic: true,
    what: '{container|a container} is built for another processor (exec format error)',
    advice:
      "Build for the service's architecture: set platforms (linux/amd64 or linux/arm64), or runtimePlatform.cpuArchitecture in the task definition. A script without a first line such as #!/bin/sh ends so, too.",
    source: PAGES.architecture,
    message: 'exec format error',
    signs: [{ stage: [...stage, 'initialize', 'exit', 'transition'], reason: 'exec-format' }]
  },
  {
    id: 'image-file-system',
    class: 'other',
    deterministic: true,
    what: '{container|a container} cannot be made from its image: the image has no /etc/passwd, or is for another operating system',
    advice:
      'Look at user in the task definition and USER in the Dockerfile, and whether the image is one for Windows, or empty (FROM scratch).',
    source: PAGES.docker,
    message: 'mount callback failed … /etc/passwd: no such file or directory',
    signs: [{ stage, words: /mount callback failed/i }]
  },
  {
    id: 'user-missing',
    class: 'other',
    deterministic: true,
    what: 'the user or group that {container|a container} is to run as is not in its image',
    advice: 'Create it in the Dockerfile, or correct user in the task definition.',
    source: PAGES.docker,
    message: 'unable to find user … no matching entries in passwd file',
    signs: [{ stage, words: /unable to find (?:user|group)|no matching entries in (?:passwd|group)|no users found/i }]
  },
  {
    id: 'docker-slow',
    class: 'start-timeout',
    deterministic: false,
    what: 'Docker on the instance was too slow to tell about {container|a container}',
    advice: 'It passes by itself. Where it comes back, the instance has too little CPU, memory or disk throughput.',
    source: PAGES.stoppedTasks,
    message: 'CannotInspectContainerError: Could not transition to inspecting',
    signs: [{ stage: 'inspect' }]
  },
  {
    id: 'start-timeout',
    class: 'start-timeout',
    deterministic: 'unknown',
    what: '{container|a container} did not start in time',
    advice:
      'Often the task has no way to CloudWatch Logs or to a volume: check the VPC endpoint for logs or the NAT gateway; else the instance is overloaded, or startTimeout is too short.',
    source: PAGES.stoppedTasks,
    message: 'DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s',
    signs: [{ stage: 'transition' }, { stage, reason: 'unreachable' }, { stage, words: /\btime(?:d[ -])?out\b/i }]
  },
  {
    id: 'dependency-failed',
    class: 'dependency-failed',
    deterministic: 'unknown',
    what: 'a container that others of the task wait for did not reach its condition',
    advice:
      'Look at dependsOn in the task definition, and at the exit code, health check and log of the container that is waited for.',
    source: PAGES.dependencies,
    message: 'TaskDependencyError: Task dependencies cannot be resolved',
    signs: [{ stage: 'dependency' }]
  },
  {
    id: 'device-missing',
    class: 'other',
    deterministic: true,
    what: '{container|a container} asks for a device, runtime or capability that its host does not have',
    advice:
      'Check resourceRequirements, linuxParameters and the instance type and AMI (for GPUs, the GPU-optimized one).',
    source: PAGES.docker,
    message: 'could not select device driver, nvidia-container-cli',
    signs: [
      {
        stage,
        words:
          /device driver|nvidia|error gathering device|unknown (?:runtime|capability)|invalid capability|runtime name/i
      }
    ]
  },
  {
    id: 'command-not-found',
    class: 'command-not-found/permission',
    deterministic: true,
    what: '{container|a container} cannot be started: its command{command: %} is not in the image, or a mount hides it',
    advice:
      'Look at command and entryPoint in the task definition, ENTRYPOINT and CMD in the Dockerfile, the working directory and mounts; a script whose first line ends with CRLF is not found either.',
    source: PAGES.docker,
    message: 'exec: "…": executable file not found in $PATH, stat …: no such file or directory',
    signs: [
      {
        stage,
        words:
          /executable file not found|no such file|no command specified|not a directory|(?:command|cmd) .*not found|cannot find the (?:file|path)/i
      }
    ]
  },
  {
    id: 'command-not-permitted',
    class: 'command-not-found/permission',
    deterministic: true,
    what: '{container|a container} cannot be started: its command{command: %} may not be executed',
    advice:
      'Make the file executable (chmod +x) in the image, and look at the user that it runs as; a directory is no command.',
    source: PAGES.docker,
    message: 'exec: "…": permission denied',
    signs: [{ stage, words: /permission denied|is a directory|operation not permitted/i }]
  },
  {
    id: 'memory-limit-too-small',
    class: 'other',
    deterministic: true,
    what: '{container|a container} cannot be made: its memory limit is too small or does not fit',
    advice: 'Raise memory and memoryReservation of the container; Docker takes no less than 6 MiB.',
    source: PAGES.docker,
    message: 'Minimum memory limit allowed',
    signs: [{ stage, words: /minimum memory|memory (?:limit|reservation)|too small|memory\.limit/i }]
  },
  {
    id: 'host-port-taken',
    class: 'no-capacity',
    deterministic: false,
    what: '{container|a container} cannot be started: a port of the instance is taken',
    advice: 'Use a dynamic host port (hostPort 0), awsvpc, or an instance more.',
    source: PAGES.docker,
    message: 'port is already allocated, address already in use',
    signs: [{ stage, words: /already allocated|address already in use|port .*(?:in use|taken)/i }]
  },
  {
    id: 'host-out-of-memory',
    class: 'no-capacity',
    deterministic: false,
    what: 'the container instance has no memory, processes or devices left for {container|a container}',
    advice: 'ECS tries elsewhere: replace the instance or give the cluster more room.',
    source: PAGES.docker,
    message: 'cannot allocate memory',
    signs: [{ stage, words: /cannot allocate memory|resource temporarily unavailable|too many open files/i }]
  },
  {
    id: 'docker-engine-failed',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    what: 'Docker on the container instance failed',
    advice: 'It passes by itself or with another instance: ECS tries again. Replace the instance where it comes back.',
    source: PAGES.docker,
    message: 'CannotStartContainerError … Cannot connect to the Docker daemon',
    signs: [
      {
        stage: [...stage, 'initialize'],
        words:
          /docker daemon|already in use by container|cgroup|context canceled|daemon (?:is )?shutting down|error during connect|transport is closing|connection reset|shim (?:disconnected|exited)/i
      },
      { stage: [...stage], reason: ['server-error', 'throttled'] }
    ]
  },
  {
    id: 'container-not-started',
    class: 'other',
    deterministic: 'unknown',
    what: '{container|a container} cannot be started',
    advice:
      'Check command, entryPoint, user, mounts and limits in the task definition; the container runtime gives the reason above.',
    source: PAGES.docker,
    message: 'CannotStartContainerError, CannotCreateContainerError',
    signs: [{ stage }]
  },
  {
    id: 'resources-unreachable',
    class: 'image-pull-network',
    deterministic: 'unknown',
    what: "the task's resources cannot be set up: an AWS service cannot be reached",
    advice: "Give the task's subnets a way out: a public IP address, a NAT gateway or VPC endpoints.",
    source: PAGES.initialization,
    message: 'ResourceInitializationError … timeout',
    signs: [{ stage: 'initialize', reason: ['unreachable', 'broken-connection'] }]
  },
  {
    id: 'resource-initialization',
    class: 'other',
    deterministic: 'unknown',
    what: "the task's resources cannot be set up",
    advice: "Check the execution role, the network of the task's subnets and what the words above name.",
    source: PAGES.initialization,
    message: 'ResourceInitializationError',
    signs: [{ stage: ['initialize', 'secrets', 'secrets-or-login', 'env-file', 'logging', 'registry-login', 'volume'] }]
  }
];
