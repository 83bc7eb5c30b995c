import type { Cause } from '../cause.js';
import { PAGES } from './pages.js';

const stage = 'api';

/** What ECS above all refuses of a request; CodeDeploy passes it on. */
export const API_CAUSES: readonly Cause[] = [
  {
    id: 'infrastructure-role',
    class: 'other',
    deterministic: true,
    what: "ECS cannot assume the service's infrastructure role{role: %}",
    advice: 'Let ecs.amazonaws.com assume it in its trust policy.',
    source: PAGES.infrastructureRole,
    message: 'ECS was unable to assume the configured ECS Infrastructure Role',
    signs: [{ stage, words: /infrastructure role/i }]
  },
  {
    id: 'service-linked-role',
    class: 'other',
    deterministic: true,
    what: 'the service-linked role of ECS is missing in this account',
    advice: 'Create it: aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com.',
    source: PAGES.updateService,
    message: 'Unable to assume the service linked role',
    signs: [{ stage, words: /service[- ]linked role/i }]
  },
  {
    id: 'task-role-not-assumed',
    class: 'other',
    deterministic: 'unknown',
    fault: 'user',
    what: 'ECS cannot assume the role {role|of the task}',
    advice:
      'Create the role, and let ecs-tasks.amazonaws.com assume it in its trust policy; a role made a moment ago takes some seconds.',
    source: PAGES.executionRole,
    message: 'ECS was unable to assume the role … that was provided for this task',
    signs: [{ stage, words: /unable to assume/i }]
  },
  {
    id: 'execution-role-needed',
    class: 'other',
    deterministic: true,
    what: 'the task definition needs an execution role',
    advice:
      'Give executionRoleArn: a role with AmazonECSTaskExecutionRolePolicy that ecs-tasks.amazonaws.com may assume.',
    source: PAGES.executionRole,
    message: 'Fargate requires task definition to have execution role ARN',
    signs: [{ stage, words: /(?:require|must|need)\w* .*execution role|execution role .*(?:require|must|need)/i }]
  },
  {
    id: 'role-invalid',
    class: 'other',
    deterministic: true,
    what: 'the ARN of a role in the task definition (taskRoleArn, executionRoleArn) is not one',
    advice: 'Correct it, or leave it out where it is empty: arn:aws:iam::ACCOUNT:role/NAME.',
    source: PAGES.register,
    message: 'Role is not valid',
    signs: [{ stage, words: /role is not valid|invalid role|role arn/i }]
  },
  {
    id: 'container-size',
    class: 'other',
    deterministic: true,
    what: 'cpu or memory of a container is missing, or does not fit the task',
    advice:
      "Give the container memory or memoryReservation (or the task memory); a container's limit may not exceed that of the task.",
    source: PAGES.register,
    message: "Invalid setting for container '…'. At least one of 'memory' or 'memoryReservation' must be specified",
    signs: [{ stage, words: /setting for container/i }]
  },
  {
    id: 'port-mappings',
    class: 'other',
    deterministic: true,
    what: 'portMappings do not fit the network mode',
    advice: 'With awsvpc and host, leave hostPort out or give it the number of containerPort.',
    source: PAGES.register,
    message: 'the host ports and container ports in port mappings must match',
    signs: [{ stage, words: /port mappings?|host ports?/i }]
  },
  {
    id: 'task-size',
    class: 'other',
    deterministic: true,
    what: 'cpu and memory of the task are no size that this launch type has',
    advice: 'Give a pair that Fargate has, for example cpu 256 with memory 512, 1024 or 2048.',
    source: PAGES.taskSize,
    message: "No Fargate configuration exists for given values, Invalid 'cpu' setting for task",
    signs: [
      {
        stage,
        words:
          /no fargate configuration|setting for task|invalid setting for container .*memory|(?:cpu|memory) .*(?:not (?:valid|supported)|invalid)|invalid (?:cpu|memory)/i
      }
    ]
  },
  {
    id: 'too-large',
    class: 'other',
    deterministic: true,
    what: 'what was sent is longer than AWS takes{limit: (at most %)}',
    advice:
      'Make it smaller: a task definition has 64 KiB at most; long environments belong into an environment file or a secret.',
    source: PAGES.register,
    message: 'Max allowed length is',
    signs: [
      {
        stage,
        words: /max allowed length|too (?:large|long)|exceeds? the maximum (?:size|length)|length less than or equal/i
      }
    ]
  },
  {
    id: 'reserved-tag',
    class: 'other',
    deterministic: true,
    what: "a tag's key begins with aws:, which AWS keeps for itself",
    advice: 'Leave tags that begin with aws: out.',
    source: PAGES.register,
    message: 'aws: prefixed tag key names are not allowed for external use',
    signs: [{ stage, words: /prefixed tag|tag key.*(?:reserved|not allowed)/i }]
  },
  {
    id: 'controller-codedeploy',
    class: 'other',
    deterministic: true,
    what: "the service's deployment controller is another than the request is for",
    advice:
      'Deploy a service of CODE_DEPLOY with CodeDeploy (codedeploy-application and codedeploy-deployment-group); one of EXTERNAL with its own program.',
    source: PAGES.updateService,
    message: 'on services with a CODE_DEPLOY deployment controller',
    signs: [{ stage, words: /deployment controller|use (?:AWS )?codedeploy/i }]
  },
  {
    id: 'target-group-unused',
    class: 'other',
    deterministic: true,
    what: 'the target group {targetGroup|of the service} belongs to no load balancer',
    advice: "Give it a listener or a rule of a listener that forwards to it, or correct the service's load balancers.",
    source: PAGES.updateService,
    message: 'does not have an associated load balancer',
    signs: [{ stage, words: /associated load balancer/i }]
  },
  {
    id: 'service-inactive',
    class: 'other',
    deterministic: true,
    what: 'the service or cluster was deleted, or is draining',
    advice: 'Correct service and cluster, or create the service again.',
    source: PAGES.updateService,
    message: 'Service was not ACTIVE',
    signs: [
      { stage, error: /^(?:ServiceNotActive|ClusterNotActive)/ },
      { stage, words: /(?:service|cluster) (?:was|is) (?:not active|inactive|draining)/i }
    ]
  },
  {
    id: 'deployment-active',
    class: 'other',
    deterministic: false,
    fault: 'user',
    what: 'the deployment group has an active deployment already',
    advice: 'Wait until that deployment has ended, or set on-conflict to wait or replace.',
    source: PAGES.codedeploy,
    message: 'already has an active Deployment',
    signs: [
      { stage, error: /^DeploymentLimitExceeded/ },
      { stage, words: /already has an active deployment/i }
    ]
  },
  {
    id: 'task-sets-left',
    class: 'other',
    deterministic: true,
    what: 'the service has as many deployments or task sets as ECS allows',
    advice:
      'Delete the task sets that are left from earlier deployments (aws ecs delete-task-set), or wait until they have ended.',
    source: PAGES.codedeployEcs,
    message: 'Unable to create new TaskSet since this exceeds the maximum limit',
    signs: [{ stage, words: /deployments exist on the service|task ?set.*(?:maximum|limit)/i }]
  },
  {
    id: 'api-no-capacity',
    class: 'no-capacity',
    deterministic: false,
    what: 'no container instance is registered with the cluster, or AWS has no capacity at this time',
    advice:
      "Start container instances (look at the capacity provider's Auto Scaling group), or try again later or in other availability zones.",
    source: PAGES.runTask,
    message: 'No Container Instances were found in your cluster',
    signs: [{ stage, words: /no container instances|capacity is unavailable|insufficient ?(?:instance ?)?capacity/i }]
  },
  {
    id: 'network-configuration',
    class: 'other',
    deterministic: true,
    what: 'the network configuration does not fit the network mode of the task definition',
    advice:
      'With awsvpc give subnets and security groups (run-task-subnets and run-task-security-groups for a task); with any other mode leave them out.',
    source: PAGES.runTask,
    message: "Network Configuration must be provided when networkMode 'awsvpc' is specified",
    signs: [{ stage, words: /network ?configuration|assign ?public ?ip/i }]
  },
  {
    id: 'network-missing',
    class: 'other',
    deterministic: true,
    what: 'a subnet or security group{subnet: (%)} does not exist',
    advice: 'Correct it in the network configuration: it is gone, or of another VPC, region or account.',
    source: PAGES.runTask,
    message: "The subnet ID '…' does not exist (ErrorCode: InvalidSubnetID.NotFound)",
    signs: [
      { stage, error: /^Invalid(?:Subnet|Group|SecurityGroup)/ },
      { stage, words: /(?:subnet|security group).*(?:not exist|not found|invalid|belong)/i }
    ]
  },
  {
    id: 'container-port',
    class: 'other',
    deterministic: true,
    what: 'the load balancer is to send to a port that the container does not have{port: (%)}',
    advice: "Correct containerPort in the AppSpec or the service, or add the port to the container's portMappings.",
    source: PAGES.codedeployEcs,
    message: 'did not have a container port … defined',
    signs: [{ stage, words: /container ?port/i }]
  },
  {
    id: 'container-name',
    class: 'other',
    deterministic: true,
    what: 'the load balancer or the request names a container that is not in the task definition',
    advice: "Correct the container's name in the AppSpec, the service or container-name.",
    source: PAGES.codedeployEcs,
    message: 'The container … does not exist in the task definition',
    signs: [{ stage, words: /container .*(?:does not exist|not found|not in|is not valid)/i }]
  },
  {
    id: 'revision-invalid',
    class: 'other',
    deterministic: true,
    what: 'the task definition that is named does not exist, is INACTIVE, or has no valid revision',
    advice:
      'Name a revision that is ACTIVE as family:number, in this region and account; in the AppSpec <TASK_DEFINITION> or its ARN.',
    source: PAGES.register,
    message: 'Invalid revision number, Unable to describe task definition, TaskDefinition is inactive',
    signs: [
      {
        stage,
        words:
          /revision number|task ?definition (?:is )?(?:inactive|not found|does not exist|is invalid)|unable to describe task definition|task ?definition.*(?:not found|inactive)/i
      }
    ]
  },
  {
    id: 'api-quota',
    class: 'other',
    deterministic: true,
    what: 'a quota of the account is reached',
    advice: 'Ask for a higher quota in Service Quotas, or delete what is not needed.',
    source: PAGES.quotas,
    message: 'LimitExceededException',
    signs: [{ stage, reason: 'limit' }]
  },
  {
    id: 'api-unreachable',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    retry: 'unsure',
    what: 'AWS does not answer',
    advice: 'This is usually temporary: run it again.',
    source: PAGES.errors,
    message: 'InternalFailure, ServiceUnavailable, ServerException',
    signs: [{ stage, reason: ['server-error', 'broken-connection', 'unreachable'] }]
  },
  {
    id: 'refused-for-now',
    class: 'eni-or-capacity-transient',
    deterministic: false,
    retry: 'refused',
    what: 'AWS takes the request later',
    advice: 'This is usually temporary: run it again.',
    source: PAGES.errors,
    message: 'Please try again later',
    signs: [{ stage, words: /\b(?:try|retry)(?: again)? (?:later|shortly|in a (?:few|moment|minute))\b/i }]
  },
  {
    id: 'api-not-found',
    class: 'other',
    deterministic: true,
    what: 'what the request names does not exist in this account and region',
    advice: 'Correct the name, the cluster, the region or the account.',
    source: PAGES.errors,
    message: 'ClusterNotFoundException, ApplicationDoesNotExistException, RepositoryNotFoundException',
    signs: [
      { stage, error: /NotFound|DoesNotExist|^NoSuch|Missing/ },
      { stage, reason: 'not-found' }
    ]
  },
  {
    id: 'api-invalid',
    class: 'other',
    deterministic: true,
    what: 'AWS does not take the request as it is',
    advice: 'Correct what AWS names.',
    source: PAGES.errors,
    message: 'ClientException, InvalidParameterException, ValidationException',
    signs: [
      {
        stage,
        error:
          /^Client(?:Exception)?$|^Invalid|Validation|^Unsupported|Required|^Malformed|NotValid|PlatformUnknown|Incompatib|AlreadyExists|^Conflict|^Bad/
      },
      { stage, reason: 'refused' }
    ]
  }
];
