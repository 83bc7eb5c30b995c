/**
 * What each member of a task definition is for, in a few words, for editors. A test holds it against the service model: each member has
 * its line, and no line is left over.
 */
export const MEMBER_HELP: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RegisterTaskDefinitionRequest: {
    family: 'The name under which revisions are kept: letters, digits, hyphens and underscores.',
    taskRoleArn: 'The IAM role of the containers, by name or ARN.',
    executionRoleArn: 'The IAM role with which ECS pulls images, reads secrets and writes logs.',
    networkMode: 'How the containers are connected. Fargate takes awsvpc only.',
    containerDefinitions: 'The containers of a task.',
    volumes: 'The volumes that containers can mount.',
    placementConstraints: 'On which instances tasks may be placed (not on Fargate).',
    requiresCompatibilities: 'Where the task definition must be able to run; ECS checks it on registration.',
    cpu: 'CPU units of the task (1024 are one vCPU) as a string, or as "1 vCPU". Fargate needs it.',
    memory: 'MiB of memory of the task as a string, or as "2 GB". Fargate needs it.',
    tags: 'Tags of the revision.',
    pidMode: 'Whose processes the containers see.',
    ipcMode: 'Whose IPC resources the containers share.',
    proxyConfiguration: 'The App Mesh proxy.',
    inferenceAccelerators: 'Elastic Inference accelerators.',
    ephemeralStorage: 'The disk of a task on Fargate, where the 20 GiB that it has do not do.',
    runtimePlatform: 'Processor and operating system; Linux on X86_64 where it is absent.',
    enableFaultInjection: 'Whether the fault injection endpoints of the task answer.',
    trustedExecutionConfiguration: 'How the task is isolated from its host.'
  },
  ContainerDefinition: {
    name: 'The name that links, dependencies, the load balancer and Slipway call it by.',
    image:
      'The image. Slipway puts the one that is shipped here; a placeholder such as <IMAGE1_NAME> may stand for it.',
    repositoryCredentials: 'Credentials for a registry that is not ECR.',
    cpu: 'CPU units that are kept for the container.',
    memory: 'MiB at which the container is ended.',
    memoryReservation: 'MiB that are kept for the container.',
    links: 'Containers that it reaches by name (network mode bridge).',
    portMappings: 'The ports that it listens on.',
    essential: 'Whether the task ends with this container. True where it is absent.',
    restartPolicy: 'Whether ECS starts it again by itself within the task.',
    entryPoint: "The image's ENTRYPOINT is replaced by this.",
    command: "The image's CMD is replaced by this, one word an entry.",
    environment: 'Environment variables in plain text; passwords go into secrets.',
    environmentFiles: 'Files in S3 with environment variables.',
    mountPoints: 'Volumes of the task and where they are mounted.',
    volumesFrom: 'Containers whose volumes are mounted too.',
    linuxParameters: 'Capabilities, devices and other options of Linux.',
    secrets: 'Environment variables from Secrets Manager or SSM Parameter Store.',
    dependsOn: 'What must have happened to other containers before it starts.',
    startTimeout: 'Seconds in which the containers that it depends on must be ready.',
    stopTimeout: 'Seconds between SIGTERM and SIGKILL. 30 where it is absent.',
    versionConsistency: 'Whether ECS resolves the tag to a digest once for all tasks of a deployment.',
    hostname: 'Its hostname (not with awsvpc).',
    user: 'The user, as user, user:group, uid or uid:gid.',
    workingDirectory: 'The folder in which the command runs.',
    disableNetworking: 'Turns networking off.',
    privileged: "Gives it the host's privileges (not on Fargate).",
    readonlyRootFilesystem: 'Makes its root file system read-only.',
    dnsServers: 'DNS servers (not with awsvpc).',
    dnsSearchDomains: 'DNS search domains (not with awsvpc).',
    extraHosts: 'Lines for its /etc/hosts (not with awsvpc).',
    dockerSecurityOptions: 'Labels for SELinux, AppArmor and the like (not on Fargate).',
    interactive: 'Keeps standard input open.',
    pseudoTerminal: 'Gives it a terminal.',
    dockerLabels: 'Labels of the container.',
    ulimits: 'Its ulimits.',
    logConfiguration: 'Where its output goes.',
    healthCheck: 'How ECS finds out whether it is healthy.',
    systemControls: 'Kernel parameters.',
    resourceRequirements: 'GPUs and accelerators.',
    firelensConfiguration: 'Makes it the log router of the task.',
    credentialSpecs: 'Credential specifications for Active Directory.'
  },
  RepositoryCredentials: { credentialsParameter: 'The ARN of the Secrets Manager secret with user name and password.' },
  PortMapping: {
    containerPort: 'The port that the container listens on.',
    hostPort: 'The port of the host; with awsvpc the same as containerPort, or absent.',
    protocol: 'tcp where it is absent.',
    name: 'The name that Service Connect calls the port by.',
    appProtocol: 'What is spoken on the port, for Service Connect.',
    containerPortRange: 'A range of ports instead of one, as "8000-8010".'
  },
  ContainerRestartPolicy: {
    enabled: 'Whether it is started again.',
    ignoredExitCodes: 'Exit codes after which it is not started again.',
    restartAttemptPeriod: 'Seconds that it must have run to be started again. 300 where it is absent.'
  },
  KeyValuePair: { name: 'The name.', value: 'The value, a string.' },
  EnvironmentFile: { value: 'The ARN of the object in S3.', type: 'Only s3.' },
  MountPoint: {
    sourceVolume: 'The name of a volume of the task.',
    containerPath: 'Where it is mounted.',
    readOnly: 'Whether the container may only read it.'
  },
  VolumeFrom: {
    sourceContainer: 'The name of the other container.',
    readOnly: 'Whether the volumes may only be read.'
  },
  LinuxParameters: {
    capabilities: 'Linux capabilities that are added or dropped.',
    devices: 'Devices of the host (not on Fargate).',
    initProcessEnabled: 'Runs an init process that reaps and hands on signals.',
    sharedMemorySize: 'MiB of /dev/shm (not on Fargate).',
    tmpfs: 'tmpfs mounts (not on Fargate).',
    maxSwap: 'MiB of swap (not on Fargate).',
    swappiness: 'How readily it swaps, 0 to 100 (not on Fargate).'
  },
  KernelCapabilities: { add: 'Capabilities to add.', drop: 'Capabilities to drop.' },
  Device: {
    hostPath: 'Its path on the host.',
    containerPath: 'Its path in the container.',
    permissions: 'What the container may do with it.'
  },
  Tmpfs: { containerPath: 'Where it is mounted.', size: 'Its size in MiB.', mountOptions: 'Options of the mount.' },
  Secret: {
    name: 'The name of the environment variable, or of the log option.',
    valueFrom: 'The ARN of a secret (and :json-key:version-stage:version-id), or the ARN or name of an SSM parameter.'
  },
  ContainerDependency: { containerName: 'The other container.', condition: 'What must have happened to it.' },
  HostEntry: { hostname: 'The name.', ipAddress: 'The address.' },
  Ulimit: { name: 'Which limit.', softLimit: 'The soft limit.', hardLimit: 'The hard limit.' },
  LogConfiguration: {
    logDriver: 'The log driver. Fargate takes awslogs, splunk and awsfirelens.',
    options: 'Options of the driver, such as awslogs-group; all of them strings.',
    secretOptions: 'Options of the driver that are secrets.'
  },
  HealthCheck: {
    command: 'The command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"], or ["CMD", …].',
    interval: 'Seconds between two checks. 30 where it is absent.',
    timeout: 'Seconds for one check. 5 where it is absent.',
    retries: 'How many failures in a row make it unhealthy. 3 where it is absent.',
    startPeriod: 'Seconds after the start in which failures do not count.'
  },
  SystemControl: { namespace: 'The kernel parameter.', value: 'Its value.' },
  ResourceRequirement: {
    value: 'How many GPUs, or the name of the accelerator.',
    type: 'What is required.',
    sharingStrategy: 'How a GPU is shared.'
  },
  SharingStrategy: { nvidiaMps: "NVIDIA's Multi-Process Service." },
  NvidiaMpsAllocation: {
    memory: 'MiB of GPU memory.',
    maxComputePercent: 'The most that it may take of the GPU, in percent.'
  },
  FirelensConfiguration: { type: 'The log router.', options: 'Options of the log router.' },
  Volume: {
    name: 'The name that mount points call it by.',
    host: 'A folder of the host, or an empty one for the task.',
    dockerVolumeConfiguration: 'A volume of Docker (not on Fargate).',
    efsVolumeConfiguration: 'A file system of Amazon EFS.',
    s3filesVolumeConfiguration: 'A file system of Amazon S3 Files.',
    fsxWindowsFileServerVolumeConfiguration: 'A file system of FSx for Windows File Server.',
    configuredAtLaunch: 'Whether service or task say at launch what it is (EBS).'
  },
  HostVolumeProperties: { sourcePath: 'The folder on the host.' },
  DockerVolumeConfiguration: {
    scope: 'Whether it ends with the task or is shared.',
    autoprovision: 'Whether a shared one is made where there is none.',
    driver: 'The driver.',
    driverOpts: 'Options of the driver.',
    labels: 'Labels of the volume.'
  },
  EFSVolumeConfiguration: {
    fileSystemId: 'The id of the file system, fs-….',
    rootDirectory: 'The folder in it; not with an access point.',
    transitEncryption: 'Whether traffic is encrypted; needed for IAM and access points.',
    transitEncryptionPort: 'The port for encrypted traffic.',
    authorizationConfig: 'Access point and IAM.'
  },
  EFSAuthorizationConfig: {
    accessPointId: 'The id of the access point, fsap-….',
    iam: "Whether the task role's rights count."
  },
  S3FilesVolumeConfiguration: {
    fileSystemArn: 'The ARN of the file system.',
    rootDirectory: 'The folder in it.',
    transitEncryptionPort: 'The port for encrypted traffic.',
    accessPointArn: 'The ARN of the access point.'
  },
  FSxWindowsFileServerVolumeConfiguration: {
    fileSystemId: 'The id of the file system.',
    rootDirectory: 'The folder in it.',
    authorizationConfig: 'Credentials and domain.'
  },
  FSxWindowsFileServerAuthorizationConfig: {
    credentialsParameter: 'The ARN of the secret or parameter with the credentials.',
    domain: 'The Active Directory domain.'
  },
  TaskDefinitionPlacementConstraint: {
    type: 'Only memberOf.',
    expression: 'An expression of the cluster query language.'
  },
  Tag: { key: 'The key.', value: 'The value.' },
  ProxyConfiguration: {
    type: 'Only APPMESH.',
    containerName: 'The container that is the proxy.',
    properties: 'Properties of the proxy.'
  },
  InferenceAccelerator: { deviceName: 'The name that containers call it by.', deviceType: 'Its type.' },
  EphemeralStorage: { sizeInGiB: 'GiB, 21 to 200.' },
  RuntimePlatform: { cpuArchitecture: 'The processor.', operatingSystemFamily: 'The operating system.' },
  TrustedExecutionConfiguration: {
    isolationMode: 'How the task is isolated.',
    attestationPolicy: 'What the host must attest.'
  }
};
