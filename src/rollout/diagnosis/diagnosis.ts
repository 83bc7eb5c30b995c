import { isDeterministic, type StoppedTaskGroup, type StopCause } from '../monitor/stop-reasons.js';

/** Why a rollout failed, as far as AWS tells. `report/` prints it. */
export interface Diagnosis {
  readonly cause: Cause | undefined;
  /** What AWS itself says about the deployment: rollout state reason, status reason, CodeDeploy's error. */
  readonly stopReason: string | undefined;
  /** The last state in one line, where AWS itself had not called it failed: how far it had come. */
  readonly lastState?: string | undefined;
  /** The stopped tasks of this deployment by reason, container and exit code, the commonest first. */
  readonly stoppedTasks: readonly StoppedTaskGroup[];
  /** Service events since the start, oldest first. */
  readonly events: readonly DiagnosedEvent[];
  readonly circuitBreaker: CircuitBreaker | undefined;
  /** Names of CloudWatch alarms that went off. */
  readonly alarms: readonly string[];
  readonly codedeploy: CodeDeployFailure | undefined;
  readonly logs: readonly LogTail[];
  /** What could not be found out and why, one sentence each, naming the missing permission. */
  readonly gaps: readonly string[];
}

interface Cause {
  readonly kind: StopCause | 'alarm' | 'hook' | 'codedeploy' | 'circuit-breaker' | 'stuck';
  /** The likely cause in one sentence. */
  readonly sentence: string;
  /** What to do. */
  readonly advice: string;
}

interface DiagnosedEvent {
  /** Milliseconds since the epoch. */
  readonly at: number | undefined;
  readonly message: string;
}

interface CircuitBreaker {
  readonly status: string | undefined;
  readonly failureCount: number | undefined;
  readonly threshold: number | undefined;
}

export interface CodeDeployFailure {
  readonly deploymentId: string;
  readonly errorCode: string | undefined;
  readonly message: string | undefined;
  readonly failedEvent: string | undefined;
  /** The failed event's diagnostics: error code, message, the end of its log. */
  readonly diagnostics: string | undefined;
  readonly rollbackMessage: string | undefined;
}

export interface LogTail {
  readonly container: string;
  readonly taskArn: string;
  /** Where the log group is, which need not be the service's region. */
  readonly region?: string;
  readonly group: string;
  readonly stream: string;
  /** Oldest first. */
  readonly lines: readonly string[];
}

/** The likely cause in one sentence, from everything that was found. Pure. */
export function findCause(found: Omit<Diagnosis, 'cause'>): Cause | undefined {
  const group = found.stoppedTasks.find(candidate => isDeterministic(candidate.kind));
  if (group !== undefined) return explainDeaths(group, found.logs);
  const alarm = found.alarms[0];
  if (alarm !== undefined) {
    return {
      kind: 'alarm',
      sentence: `The CloudWatch alarm ${alarm} went off during the deployment.`,
      advice: 'Look at its metric at that time; the new version may be slower or fail requests.'
    };
  }
  const { codedeploy } = found;
  if (codedeploy?.failedEvent !== undefined && codedeploy.errorCode === 'HOOK_EXECUTION_FAILURE') {
    return {
      kind: 'hook',
      sentence: `The hook of ${codedeploy.failedEvent} failed or did not answer.`,
      advice: "Read the log of its Lambda function; it must call PutLifecycleEventHookExecutionStatus with 'Succeeded'."
    };
  }
  const unplaced = found.events.findLast(event =>
    /unable to place a task|unable to consistently start|capacity is unavailable/i.test(event.message)
  );
  const noCapacity = found.stoppedTasks.find(candidate => candidate.kind === 'no-capacity');
  if (noCapacity !== undefined || (unplaced !== undefined && !/consistently start/i.test(unplaced.message))) {
    return {
      kind: 'no-capacity',
      sentence: `ECS found no capacity for the new tasks: ${noCapacity?.reason ?? unplaced?.message ?? ''}`,
      advice: 'Add capacity or subnets in other availability zones, make the task smaller, or try again later.'
    };
  }
  return explainRest(found);
}

function explainRest(found: Omit<Diagnosis, 'cause'>): Cause | undefined {
  const { codedeploy, circuitBreaker } = found;
  if (codedeploy?.errorCode !== undefined) {
    return {
      kind: 'codedeploy',
      sentence: `CodeDeploy gave up with ${codedeploy.errorCode}${codedeploy.failedEvent === undefined ? '' : ` at ${codedeploy.failedEvent}`}.`,
      advice: CODEDEPLOY_ADVICE[codedeploy.errorCode] ?? codedeploy.message ?? 'Read the deployment in the console.'
    };
  }
  if (circuitBreaker?.status === 'TRIGGERED') {
    return {
      kind: 'circuit-breaker',
      sentence: 'Tasks of the new version kept failing until the deployment circuit breaker was triggered.',
      advice: 'Read the service events below.'
    };
  }
  if (found.lastState !== undefined) {
    return {
      kind: 'stuck',
      sentence: `The deployment stalled at: ${found.lastState}.`,
      advice:
        'Tasks that stay pending wait for a large image, a container that others depend on, or network access; ' +
        'old tasks that stay wait for connections to drain; a hook may be waiting for approval.'
    };
  }
  return undefined;
}

const CODEDEPLOY_ADVICE: Readonly<Record<string, string>> = {
  ALARM_ACTIVE: 'An alarm of the deployment group was active: look at its metric.',
  MANUAL_STOP: 'Somebody stopped it: ask who, or look for StopDeployment in CloudTrail.',
  TIMEOUT:
    'The new tasks did not become healthy within 60 minutes, or a wait ran out: look at the target group and its health check.',
  IAM_ROLE_MISSING: "Give the deployment group's service role the policy AWSCodeDeployRoleForECS.",
  IAM_ROLE_PERMISSIONS:
    "Give the deployment group's service role the policy AWSCodeDeployRoleForECS, and iam:PassRole for the task's roles.",
  ELASTIC_LOAD_BALANCING_INVALID:
    'Check that the listener sends all traffic to the target group of the tasks that run now.'
};

function explainDeaths(group: StoppedTaskGroup, logs: readonly LogTail[]): Cause {
  const container = group.container === undefined ? 'a container' : `the container ${group.container}`;
  const times = group.count === 1 ? '' : ` (${group.count} tasks)`;
  const cause = (kind: StopCause, what: string, advice: string): Cause => ({
    kind,
    sentence: `${what.charAt(0).toUpperCase()}${what.slice(1)}${times}.`,
    advice
  });
  const logged = logs.flatMap(tail => tail.lines).join('\n');
  if (group.kind === 'exit' && /exec format error/i.test(logged)) return explainArchitecture(cause, container);
  switch (group.kind) {
    case 'cannot-pull':
      return cause(group.kind, `the image of ${container} cannot be pulled`, advisePull(group.reason));
    case 'exec-format':
      return explainArchitecture(cause, container);
    case 'resource-initialization':
      return cause(group.kind, `the task's resources cannot be set up`, adviseInitialization(group.reason));
    case 'out-of-memory':
      return cause(
        group.kind,
        `${container} runs out of memory`,
        'Raise memory of the task or container, or make it use less at start.'
      );
    case 'cannot-start':
      return cause(
        group.kind,
        `${container} cannot be started`,
        'Check command, entryPoint, user and mounts: ECS names the reason above.'
      );
    case 'unhealthy':
      return cause(group.kind, describeHealth(group, container), adviseHealth(group.reason));
    default:
      return cause(
        group.kind,
        `${container} exits${group.exitCode === undefined ? '' : ` with code ${group.exitCode}`}`,
        adviseExit(group.exitCode)
      );
  }
}

function explainArchitecture(
  cause: (kind: StopCause, what: string, advice: string) => Cause,
  container: string
): Cause {
  return cause(
    'exec-format',
    `${container} is built for another processor (exec format error)`,
    "Build for the service's architecture: set platforms (linux/amd64 or linux/arm64), or runtimePlatform.cpuArchitecture in the task definition."
  );
}

function advisePull(reason: string): string {
  if (/platform|descriptor matching/i.test(reason)) {
    return 'The image is not built for this architecture: set platforms, or runtimePlatform.cpuArchitecture in the task definition.';
  }
  if (/not found|manifest unknown|does not exist|NotFound/i.test(reason)) {
    return 'There is no such image or tag: check the reference, the region and the lifecycle policy of the repository.';
  }
  if (/denied|forbidden|unauthorized|no basic auth|403|401/i.test(reason)) {
    return "The execution role may not pull: give it AmazonECSTaskExecutionRolePolicy, and check the repository's policy.";
  }
  if (/timeout|deadline exceeded|dial tcp|no such host|i\/o/i.test(reason)) {
    return 'The task cannot reach the registry; it needs a public IP, a NAT gateway, or VPC endpoints for ecr.api, ecr.dkr and s3.';
  }
  return "Check the image reference, the execution role's rights and the way from the task's subnets to the registry.";
}

function adviseInitialization(reason: string): string {
  if (/secret|ssm|parameter/i.test(reason)) {
    return 'Check that the secret or parameter exists, that the execution role may read it, and that the subnets have a way to it.';
  }
  if (/log/i.test(reason)) return 'Create the log group, or let the execution role do so (logs:CreateLogGroup).';
  return "Check the execution role and the network of the task's subnets (NAT gateway or VPC endpoints).";
}

function describeHealth(group: StoppedTaskGroup, container: string): string {
  return /ELB|target-group|load balancer/i.test(group.reason)
    ? 'the new tasks fail the health check of the load balancer'
    : `${container} fails its health check`;
}

function adviseHealth(reason: string): string {
  if (/ELB|target-group|load balancer/i.test(reason)) {
    return "Check the target group's path, port and codes, the security groups, and healthCheckGracePeriodSeconds against the time the application needs to start.";
  }
  return "Run the container's healthCheck command in it by hand; startPeriod may be too short.";
}

function adviseExit(exitCode: number | undefined): string {
  if (exitCode === 137) return 'Code 137 is SIGKILL: often too little memory, or it did not stop within stopTimeout.';
  if (exitCode === 139) return 'Code 139 is a segmentation fault.';
  if (exitCode === 127) return 'Code 127: the command was not found in the image.';
  if (exitCode === 126) return 'Code 126: the command cannot be executed; check its mode and architecture.';
  if (exitCode === 0) return 'A container of a service must keep running: this one finished its work and ended.';
  return 'Its last log lines say why; run the image locally with the same environment.';
}
