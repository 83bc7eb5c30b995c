import type { Task } from '@aws-sdk/client-ecs';

import type { Sample } from './sample.js';
import { container, startFailed } from './task-forms.js';

/** Stopped tasks that find no place or do not start, as DescribeTasks shows them: Fargate's form, the EC2 agent's, and containerd's words. */
export const TASKS_START: readonly Sample<Task>[] = [
  ['eni-or-capacity-transient', false, startFailed('Timeout waiting for network interface provisioning to complete.')],
  ['eni-or-capacity-transient', false, startFailed('Network interface provision failed: timed out')],
  ['eni-or-capacity-transient', false, startFailed('Timeout waiting for EBS volume provisioning to complete.')],
  [
    'eni-or-capacity-transient',
    false,
    startFailed(
      'ResourceInitializationError: failed to configure ENI: failed to setup trunk eni: netplugin failed: "{ \\"code\\": 500 }"'
    )
  ],
  [
    'eni-or-capacity-transient',
    'unknown',
    startFailed(
      "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0fedcba9876543210': InsufficientFreeAddressesInSubnet"
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    startFailed(
      "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-0fedcba9876543210': RequestLimitExceeded"
    )
  ],
  ['no-capacity', false, startFailed('RESOURCE:CPU')],
  ['no-capacity', false, startFailed('RESOURCE:ENI')],
  [
    'no-capacity',
    false,
    startFailed('Capacity is unavailable at this time. Please try again later or in a different availability zone.')
  ],
  ['ecs-agent-disconnected', false, startFailed('AGENT')],
  ['other', true, startFailed('ATTRIBUTE')],
  ['no-capacity', false, startFailed('No Container Instances were found in your cluster.')],
  ['eni-or-capacity-transient', false, startFailed('InternalError: unable to start the task')],
  [
    'log-driver/role',
    true,
    startFailed(
      "ECS was unable to assume the role 'arn:aws:iam::210987654321:role/parcel-task' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role."
    )
  ],
  [
    'command-not-found/permission',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "gunicorn": executable file not found in $PATH: unknown'
    )
  ],
  [
    'command-not-found/permission',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "/app/denied/start.sh": permission denied: unknown'
    )
  ],
  [
    'command-not-found/permission',
    true,
    startFailed(
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "/log/timeout": stat /log/timeout: no such file or directory: unknown'
    )
  ],
  [
    'exec-format',
    true,
    startFailed(
      'CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to start shim: exec /usr/local/bin/python: exec format error: unknown'
    )
  ],
  [
    'other',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: unable to find user parcel: no matching entries in passwd file'
    )
  ],
  [
    'start-timeout',
    'unknown',
    container('DockerTimeoutError: Could not transition to created; timed out after waiting 4m0s')
  ],
  [
    'start-timeout',
    'unknown',
    startFailed('ContainerRuntimeTimeoutError: Could not transition to running; Timed out after waiting 3m0s')
  ],
  [
    'start-timeout',
    false,
    container('CannotInspectContainerError: Could not transition to inspecting; timed out after waiting 30s')
  ],
  [
    'dependency-failed',
    'unknown',
    container(
      'TaskDependencyError: Task dependencies cannot be resolved, taskArn: arn:aws:ecs:eu-central-1:210987654321:task/parcel/401403500',
      {
        containers: [
          { name: 'api', reason: 'TaskDependencyError: Task dependencies cannot be resolved' },
          { name: 'side' }
        ]
      }
    )
  ],
  [
    'other',
    false,
    container(
      'CannotCreateContainerError: Error response from daemon: devmapper: Thin Pool has 2100 free data blocks which is less than minimum required 4454 free data blocks.'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    container(
      'CannotCreateContainerError: Error response from daemon: Conflict. The container name "/ecs-edge-1-gw-d2a3" is already in use by container "4f0e9d8c7b6a5948372615f0e9d8c7b6". You have to remove (or rename) that container to be able to reuse that name.'
    )
  ],
  [
    'other',
    'unknown',
    container(
      'CannotCreateContainerError: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /opt/edge/denied'
    )
  ],
  [
    'command-not-found/permission',
    true,
    container('CannotCreateContainerError: API error (400): No command specified')
  ],
  [
    'no-capacity',
    false,
    container(
      'CannotStartContainerError: Error response from daemon: driver failed programming external connectivity on endpoint ecs-edge (4f0e): Bind for 0.0.0.0:8080 failed: port is already allocated'
    )
  ],
  [
    'other',
    true,
    container(
      "CannotStartContainerError: Error response from daemon: failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: error running prestart hook #0: exit status 1, stdout: , stderr: Auto-detected mode as 'legacy' nvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1: cannot open shared object file: no such file or directory: unknown"
    )
  ],
  [
    'command-not-found/permission',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: chdir to cwd ("/srv/app") set in config.json failed: no such file or directory: unknown'
    )
  ],
  [
    'command-not-found/permission',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: container_linux.go:380: starting container process caused: exec: "node server.js": executable file not found in $PATH: unknown'
    )
  ],
  [
    'command-not-found/permission',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec /entry.sh: no such file or directory: unknown'
    )
  ],
  [
    'image-platform',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: hcsshim::CreateComputeSystem edge: The container operating system does not match the host operating system.'
    )
  ],
  [
    'no-capacity',
    false,
    container(
      'CannotStartContainerError: Error response from daemon: fork/exec /usr/bin/containerd-shim-runc-v2: resource temporarily unavailable'
    )
  ],
  ['no-capacity', false, container('HostResourcesUnavailable: host resources not available')],
  ['other', 'unknown', container("VolumeError: Agent could not create task's volume resources")],
  [
    'start-timeout',
    false,
    container('CannotStopContainerError: Could not transition to stopping; timed out after waiting 2m0s', {
      stopCode: 'EssentialContainerExited',
      stoppedReason: 'Essential container in task exited',
      containers: [
        {
          name: 'edge',
          lastStatus: 'STOPPED',
          reason: 'CannotStopContainerError: Could not transition to stopping; timed out after waiting 2m0s'
        }
      ]
    })
  ],
  ['dependency-failed', 'unknown', container('dependency graph: dependency on containers not resolved')],
  [
    'eni-or-capacity-transient',
    false,
    startFailed(
      'ResourceInitializationError: failed to configure ENI: failed to setup service connect CNI plugin netns-1: netplugin failed'
    )
  ],
  [
    'command-not-found/permission',
    true,
    startFailed(
      'ResourceInitializationError: failed to create new container runtime task: OCI runtime create failed: exec: "sh": executable file not found in $PATH'
    )
  ],
  [
    'other',
    'unknown',
    startFailed(
      "CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: can't get final child's PID from pipe: EOF: unknown"
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    startFailed('Task provisioning failed: EBS volume attachment failed: Timeout waiting for volume attachment')
  ],
  [
    'other',
    true,
    startFailed(
      "Unexpected EC2 error while attempting to tag the network interface in subnet 'subnet-0aa11bb22cc33dd44': UnauthorizedOperation"
    )
  ],
  ['no-capacity', false, startFailed('Unable to provision capacity at this time. Please try again later.')],
  [
    'no-capacity',
    false,
    startFailed('The requested configuration is currently not supported: insufficient capacity in ap-southeast-2b')
  ],
  ['no-capacity', true, startFailed('MemberOf placement constraint unsatisfied.')],
  ['no-capacity', false, startFailed('Fargate Spot capacity is unavailable at this time.')],
  [
    'other',
    'unknown',
    container(
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: runc create failed: unable to start container process: error mounting "/etc/lab" to rootfs at "/app/conf.yml": not a directory: unknown: Are you trying to mount a directory onto a file (or vice-versa)?'
    )
  ],
  [
    'command-not-found/permission',
    true,
    container(
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: runc create failed: unable to start container process: exec: "/bin/bash": stat /bin/bash: no such file or directory: unknown'
    )
  ],
  [
    'eni-or-capacity-transient',
    false,
    container(
      'CannotStartContainerError: Error response from daemon: OCI runtime create failed: unable to apply cgroup configuration: cannot enter cgroupv2: no such process'
    )
  ],
  [
    'other',
    'unknown',
    container(
      'CannotStartContainerError: Error response from daemon: OCI runtime start failed: container process is already dead: unknown'
    )
  ],
  [
    'other',
    true,
    container('CannotCreateContainerError: Error response from daemon: Minimum memory limit allowed is 6MB')
  ],
  [
    'image-not-found',
    true,
    container(
      'CannotCreateContainerError: Error response from daemon: No such image: 111122223333.dkr.ecr.us-east-2.amazonaws.com/lab/api:1'
    )
  ],
  [
    'other',
    true,
    container('CannotCreateContainerError: Error response from daemon: unknown or invalid runtime name: nvidia')
  ],
  ['start-timeout', 'unknown', container('ContainerRuntimeError: Container creation timeout')],
  ['start-timeout', false, container('CannotInspectContainerError: inspect container: context deadline exceeded')],
  [
    'other',
    'unknown',
    container(
      'ResourceInitializationError: Unable to launch proxy container: service connect agent image cannot be loaded'
    )
  ],
  ['eni-or-capacity-transient', false, startFailed('Timeout waiting for network interface provisioning to complete')],
  [
    'other',
    'unknown',
    startFailed(
      "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-00000000deadbeef0': AuthFailure"
    )
  ],
  [
    'other',
    'unknown',
    startFailed(
      "Unexpected EC2 error while attempting to Create Network Interface in subnet 'subnet-00000000deadbeef0': NetworkInterfaceLimitExceeded"
    )
  ],
  ['no-capacity', false, startFailed('RESOURCE:GPU')],
  ['no-capacity', false, startFailed('RESOURCE:FARGATE')]
];
