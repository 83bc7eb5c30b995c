/** A common deployment mistake, and where it is caught. */
export interface Mistake {
  readonly number: number;
  readonly title: string;
  /** The message that AWS, Docker or GitHub shows for it. */
  readonly message: string;
  /** Projects that contain the mistake, each in its own folder under `mistakes`. */
  readonly cases: readonly MistakeCase[];
  /** Where else it is caught, or why it cannot be detected before a deployment. */
  readonly note?: string;
}

interface MistakeCase {
  readonly folder: string;
  /** The arguments of `slipway check` in that folder. */
  readonly argv?: readonly string[];
  readonly rule: string;
  /** The line that `slipway check` prints. */
  readonly line: string;
}

/** `npm run generate` writes docs/mistakes.md from this table; mistakes.test.ts compares it with the output of `slipway check`. */
export const MISTAKES: readonly Mistake[] = [
  {
    number: 1,
    title: 'Pushing in post_build after a failed build',
    message: 'An image does not exist locally with the tag …',
    cases: [
      {
        folder: '01-push-after-failed-build',
        rule: 'push-after-failed-build',
        line: 'buildspec.yml:14:9: error push-after-failed-build: phases.post_build.commands[0]: The push runs in post_build also after the build phase failed: it may push an image that was not built or not tested, and it hides the cause. Write as the first command of post_build: - test "$CODEBUILD_BUILD_SUCCEEDING" = 1. Or push at the end of the build phase.'
      }
    ]
  },
  {
    number: 2,
    title: 'No privileged mode',
    message: 'Cannot connect to the Docker daemon at unix:/var/run/docker.sock. Is the docker daemon running?',
    cases: [],
    note: 'The CodeBuild project sets it, not a file in the repository. The template of slipway generate pipeline sets PrivilegedMode: true.'
  },
  {
    number: 3,
    title: 'An unquoted colon in a command',
    message: 'YAML_FILE_ERROR: Expected Commands[N] to be of string type: found subkeys instead',
    cases: [
      {
        folder: '03-colon-in-command',
        rule: 'colon-in-command',
        line: 'buildspec.yml:12:9: error colon-in-command: phases.build.commands[0]: YAML reads the command as a map, because of the colon and the blank in it: "echo Build: started". CodeBuild stops with "Expected Commands[…] to be of string type". Write the whole command in quotes: \'echo Build: started\'.'
      }
    ]
  },
  {
    number: 4,
    title: 'An artifact that no command writes',
    message: 'CLIENT_ERROR Message: no matching artifact paths found',
    cases: [
      {
        folder: '04-artifact-not-written',
        rule: 'artifact-not-written',
        line: 'buildspec.yml:18:7: warning artifact-not-written: artifacts.files[0]: No command writes imagedefinitions.json; where it is not in the repository, the build ends with "no matching artifact paths found". Write it in post_build, or leave it out.'
      }
    ]
  },
  {
    number: 5,
    title: 'No imagedefinitions.json among the artifacts',
    message: 'Did not find the image definition file imagedefinitions.json in the input artifacts ZIP file',
    cases: [
      {
        folder: '05-no-image-definitions',
        argv: ['--deploy-provider=ECS'],
        rule: 'artifact-missing',
        line: 'buildspec.yml:17:1: error artifact-missing: artifacts: The ECS action needs imagedefinitions.json, and no artifact holds it. Write it in post_build and add - imagedefinitions.json.'
      }
    ]
  },
  {
    number: 6,
    title: 'Wrong container name',
    message: 'Invalid action configuration: The AWS ECS container X does not exist',
    cases: [
      {
        folder: '06-wrong-container',
        rule: 'unknown-container',
        line: 'slipway.yml:3:1: error unknown-container: container-name: There is no container "wbe" in taskdefinition.json; it has web. Did you mean "web"?'
      }
    ]
  },
  {
    number: 7,
    title: 'imageDetail.json is missing or misnamed',
    message: 'Exception while trying to read the image artifact file from: BuildArtifact',
    cases: [
      {
        folder: '07-image-detail',
        argv: ['--deploy-provider=CodeDeployToECS'],
        rule: 'file-name',
        line: 'buildspec.yml:19:7: error file-name: artifacts.files[0]: The file is called imageDetails.json; CodeDeployToECS reads imageDetail.json and nothing else. Call it imageDetail.json.'
      }
    ]
  },
  {
    number: 8,
    title: 'Wrong path of a template file',
    message: 'Exception while trying to read the task definition artifact file from: …',
    cases: [
      {
        folder: '08-template-path',
        argv: ['--deploy-provider=CodeDeployToECS'],
        rule: 'artifact-missing',
        line: 'buildspec.yml:17:1: error artifact-missing: artifacts: CodeDeployToECS looks for taskdef.json, and no artifact holds such a file. Add - taskdef.json.'
      }
    ],
    note: 'An artifact larger than 3 MB can only be detected when CodeBuild packs it.'
  },
  {
    number: 9,
    title: 'Wrong deploy provider',
    message: 'BundleType must be either YAML or JSON',
    cases: [],
    note: 'The pipeline sets it, not a file in the repository. The template of slipway generate pipeline uses CodeDeployToECS.'
  },
  {
    number: 10,
    title: 'AppSpec and task definition do not match',
    message:
      'The container X does not exist in the task definition. / The container X did not have a container port 443 defined. / Invalid revision number. Number: latest',
    cases: [
      {
        folder: '10-appspec-container',
        rule: 'unknown-container',
        line: 'appspec.yml:8:11: error unknown-container: Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerName: There is no container "wbe" in taskdefinition.json; it has web. Did you mean "web"?'
      },
      {
        folder: '10-appspec-port',
        rule: 'unknown-port',
        line: 'appspec.yml:9:11: error unknown-port: Resources[0].TargetService.Properties.LoadBalancerInfo.ContainerPort: The container "web" of taskdefinition.json has no port 443; it has 8080. Correct the port here, or map it in portMappings there.'
      },
      {
        folder: '10-appspec-revision',
        rule: 'appspec-task-definition',
        line: 'appspec.yml:6:9: warning appspec-task-definition: Resources[0].TargetService.Properties.TaskDefinition: TaskDefinition is "web:latest"; CodeDeploy takes only the ARN of a revision ("Invalid revision number"). Write <TASK_DEFINITION>: Slipway and CodePipeline put the ARN there.'
      }
    ]
  },
  {
    number: 11,
    title: 'A rolling update of a CodeDeploy service',
    message: 'Unable to update task definition on services with a CODE_DEPLOY deployment controller',
    cases: [],
    note: 'Cannot happen: a run reads the deployment controller from the service and uses it. The plan shows which one.'
  },
  {
    number: 12,
    title: 'A deployment is already in progress',
    message: 'DeploymentLimitExceededException … The Deployment Group already has an active Deployment',
    cases: [],
    note: 'Not visible in files: a run checks before it builds, names the active deployment, and applies on-conflict.'
  },
  {
    number: 13,
    title: 'Load balancer configuration',
    message:
      'Primary taskset target group must be behind listener / Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.',
    cases: [],
    note: 'Not visible in files: the preflight of slipway plan checks target groups, listeners and rules (target-group-not-behind-listener, target-group-weight, target-type, gradual-traffic).'
  },
  {
    number: 14,
    title: 'Task size and network mode on Fargate',
    message:
      "No Fargate configuration exists for given values. / Fargate requires that 'cpu' be defined at the task level. / Fargate only supports network mode ‘awsvpc’. / Invalid 'cpu' setting for task.",
    cases: [
      {
        folder: '14-fargate-size',
        rule: 'fargate-size',
        line: 'taskdefinition.json:8:3: error fargate-size: memory: With cpu 256 Fargate takes 512, 1024 or 2048 MiB of memory, got 4096. Set memory to "2048", or cpu to "512".'
      },
      {
        folder: '14-fargate-no-cpu',
        rule: 'fargate-size-missing',
        line: 'taskdefinition.json:1:1: error fargate-size-missing: cpu: On Fargate the task itself needs cpu; there is none beside "family". Add "cpu": "256", or more, at the top of the task definition.'
      },
      {
        folder: '14-fargate-network',
        rule: 'fargate-network-mode',
        line: 'taskdefinition.json:6:3: error fargate-network-mode: networkMode: Fargate has the network mode awsvpc only; the file has networkMode "bridge". Set "networkMode": "awsvpc".'
      },
      {
        folder: '14-cpu-form',
        rule: 'task-size-form',
        line: 'taskdefinition.json:7:3: error task-size-form: cpu: "quarter" is no cpu of a task: ECS takes CPU units ("1024") or vCPUs ("1 vCPU"). Write it so.'
      }
    ]
  },
  {
    number: 15,
    title: 'Ports and links with awsvpc',
    message:
      'When networkMode=awsvpc, the host ports and container ports in port mappings must match. / Links are not supported when networkMode=awsvpc',
    cases: [
      {
        folder: '15-host-port',
        rule: 'host-port',
        line: 'taskdefinition.json:18:11: error host-port: containerDefinitions[0].portMappings[0].hostPort: With the network mode awsvpc a host port is the container port: got hostPort 80 for containerPort 8080. Leave hostPort out.'
      },
      {
        folder: '15-links',
        rule: 'awsvpc-unsupported',
        line: 'taskdefinition.json:19:7: error awsvpc-unsupported: containerDefinitions[0].links: The container "web" has links, which the network mode awsvpc does not have. The containers of the task reach each other at localhost.'
      }
    ]
  },
  {
    number: 16,
    title: 'Missing execution role or log group',
    message:
      "Fargate requires task definition to have execution role ARN to support ECR images. / … log driver awslogs. / When you are specifying container secrets, you must also specify a value for 'executionRoleArn'. / Log driver awslogs requires options: awslogs-group",
    cases: [
      {
        folder: '16-execution-role-image',
        rule: 'execution-role',
        line: 'taskdefinition.json:12:7: error execution-role: containerDefinitions[0].image: There is no executionRoleArn, which Fargate for the image of "web" in ECR needs. Set executionRoleArn to a role that ecs-tasks.amazonaws.com may assume (usually ecsTaskExecutionRole).'
      },
      {
        folder: '16-execution-role-logs',
        rule: 'execution-role',
        line: 'taskdefinition.json:19:7: error execution-role: containerDefinitions[0].logConfiguration: There is no executionRoleArn, which Fargate for the log driver awslogs of "web" needs. Set executionRoleArn to a role that ecs-tasks.amazonaws.com may assume (usually ecsTaskExecutionRole).'
      },
      {
        folder: '16-execution-role-secrets',
        rule: 'execution-role',
        line: 'taskdefinition.json:19:7: error execution-role: containerDefinitions[0].secrets: There is no executionRoleArn, which the container "web" with its secrets needs. Set executionRoleArn to a role that ecs-tasks.amazonaws.com may assume (usually ecsTaskExecutionRole).'
      },
      {
        folder: '16-log-group',
        rule: 'log-options',
        line: 'taskdefinition.json:22:9: error log-options: containerDefinitions[0].logConfiguration.options: The log driver awslogs of the container "web" has no awslogs-group. Add it to options.'
      }
    ]
  },
  {
    number: 17,
    title: 'The same name for a variable and a secret',
    message:
      'The secret name must be unique and not shared with any new or existing environment variables set on the container',
    cases: [
      {
        folder: '17-secret-and-variable',
        rule: 'secret-name',
        line: 'taskdefinition.json:28:11: error secret-name: containerDefinitions[0].secrets[0].name: "TOKEN" is both in environment and in secrets of the container "web"; ECS takes a name once. Remove one of the two.'
      }
    ]
  },
  {
    number: 18,
    title: 'Task definition structure',
    message:
      "Max allowed length is '65536' bytes. / Task definition doesn't have any essential container / Container names must be unique within a task definition / The 'memory' setting for container is greater than for the task / At least one of 'memory' or 'memoryReservation' must be specified. / A dependency container with SUCCESS or COMPLETE condition cannot be an essential container / Unknown parameter in input: \"taskDefinitionArn\"",
    cases: [
      {
        folder: '18-too-large',
        rule: 'too-large',
        line: 'taskdefinition.json:1:1: error too-large: The task definition has 66359 bytes; ECS takes at most 65536. Move long values into files or parameters.'
      },
      {
        folder: '18-no-essential',
        rule: 'no-essential-container',
        line: 'taskdefinition.json:10:3: error no-essential-container: containerDefinitions: No container is essential, and ECS needs one: the task lives as long as it does. Set "essential": true for the container that the task is for.'
      },
      {
        folder: '18-same-name',
        rule: 'duplicate-name',
        line: 'taskdefinition.json:22:7: error duplicate-name: containerDefinitions[1].name: Two containers are called "web". Rename one of them.'
      },
      {
        folder: '18-memory-over-task',
        rule: 'memory-over-task',
        line: 'taskdefinition.json:20:7: error memory-over-task: containerDefinitions[0].memory: The container "web" has 1024 MiB of memory, the whole task 512. Set it to 512 or less, or give the task more.'
      },
      {
        folder: '18-no-memory',
        rule: 'memory-missing',
        line: 'taskdefinition.json:8:5: error memory-missing: containerDefinitions[0]: The container "web" has neither memory nor memoryReservation, and the task has no memory either. Give the container memory or memoryReservation, in MiB.'
      },
      {
        folder: '18-essential-dependency',
        rule: 'depends-on-essential',
        line: 'taskdefinition.json:21:9: error depends-on-essential: containerDefinitions[0].dependsOn[0]: "web" waits for the end of "init", which is essential: its end is the end of the task. Set "essential": false for "init", or wait for START or HEALTHY.'
      }
    ],
    note: 'Read-only fields from describe-task-definition are not an error in Slipway: it does not register them.'
  },
  {
    number: 19,
    title: 'Pushing to an immutable tag',
    message: 'The image tag already exists in the repository and cannot be overwritten because the tag is immutable.',
    cases: [],
    note: 'Not visible in files: a run checks before it builds and uses the existing image, unless reuse-image is false.'
  },
  {
    number: 20,
    title: 'Wrong CPU architecture',
    message: "CannotPullContainerError: … image Manifest does not contain descriptor matching platform 'linux/amd64'",
    cases: [
      {
        folder: '20-architecture',
        rule: 'platform',
        line: 'taskdefinition.json:1:1: error platform: runtimePlatform.cpuArchitecture: The image of "web" is built for linux/arm64; the task has no runtimePlatform, which means X86_64. Set platforms to linux/amd64, or cpuArchitecture to ARM64.'
      }
    ],
    note: 'The preflight of slipway plan checks existing images (image-architecture).'
  },
  {
    number: 21,
    title: 'Invalid IAM roles',
    message: 'is not authorized to perform: iam:PassRole / Role is not valid',
    cases: [
      {
        folder: '21-role',
        rule: 'role-form',
        line: 'taskdefinition.json:22:3: error role-form: taskRoleArn: "arn:aws:iam::12345678901:role/web" is not a valid role: an account id has twelve digits, got "12345678901". Write "arn:aws:iam::123456789012:role/NAME".'
      }
    ],
    note: 'Files do not show whether the role exists, trusts ECS and may be passed: the preflight of slipway plan checks this (role-not-found, role-trust, pass-role). slipway generate iam writes the policy.'
  },
  {
    number: 22,
    title: 'The role does not trust the GitHub workflow',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    cases: [],
    note: "AWS compares the role's trust policy with the workflow's token when the role is assumed, which is the first call. slipway generate iam writes the trust policy."
  },
  {
    number: 23,
    title: 'Empty outputs in another job',
    message: "Skip output 'registry' since it may contain secret.",
    cases: [],
    note: 'Cannot happen with the outputs for other jobs (repository, image-tag, image-digest): they contain no account ID.'
  },
  {
    number: 24,
    title: 'ECR login',
    message:
      "Error: Cannot perform an interactive login from a non TTY device / Invalid parameter at 'registryIds' failed to satisfy constraint",
    cases: [
      {
        folder: '24-login',
        rule: 'no-pipefail',
        line: 'buildspec.yml:7:9: warning no-pipefail: phases.pre_build.commands[0]: Without pipefail a failed get-login-password goes on to docker login, which then fails with "Cannot perform an interactive login from a non TTY device" and hides the reason. Write set -o pipefail before it (env: shell: bash).'
      },
      {
        folder: '24-registry-ids',
        rule: 'malformed',
        line: 'slipway.yml:2:14: error malformed: registries[0]: expected an account\'s id (12 digits), the host of an ECR registry, or public for ECR Public, got "12345678901".'
      }
    ]
  },
  {
    number: 25,
    title: 'Wrong deployment results',
    message:
      'Success after a rollback; “Resource is not in the state deploymentSuccessful”; “5 active deployments exist, unable to create new deployment.”',
    cases: [],
    note: 'Concerns the end of a run, not its files: the outcome of a run is that of its own deployment. docs/outcomes.md shows every outcome.'
  },
  {
    number: 26,
    title: 'Deployments that time out',
    message:
      'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.',
    cases: [],
    note: 'Whether tasks become healthy is only known when they run: a run ends, with the reason, once fail-after tasks have stopped before one was healthy.'
  }
];
