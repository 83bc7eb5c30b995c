import { rule, type Rule } from '../errors.js';

const ECS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

/** Every rule of the preflight, by the code of its nodes: NG is an error, WARN a warning. */
export const PREFLIGHT_RULES: readonly Rule[] = [
  rule('cluster-not-found', 'error', 'The cluster does not exist.', 'DescribeClusters'),
  rule('cluster-not-active', 'error', 'The cluster is not ACTIVE.', 'DescribeClusters'),
  rule(
    'capacity-provider-not-found',
    'error',
    'The cluster does not have a capacity provider of the strategy.',
    `DescribeClusters; ${ECS}/cluster-capacity-providers.html`
  ),
  rule('no-instances', 'warning', 'Tasks run on EC2, and no instance has joined the cluster.', 'DescribeClusters'),
  rule(
    'rollout-warning',
    'warning',
    'The service wants no tasks, or another deployment of it is in progress.',
    'DescribeServices'
  ),
  rule(
    'role-arn',
    'error',
    'A role is named by neither its ARN nor its name.',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'
  ),
  rule(
    'role-not-found',
    'error',
    'A role does not exist, or has a different path than its ARN.',
    'GetRole; ECS answers: “Role is not valid”'
  ),
  rule(
    'role-trust',
    'error',
    'The trust policy of a role does not let the service assume it: ecs-tasks.amazonaws.com for a task, CodeDeploy, or ECS.',
    `GetRole; ${ECS}/task_execution_IAM_role.html`
  ),
  rule(
    'pass-role',
    'either',
    "The deploying role, or CodeDeploy's, may not pass the task definition's roles to ecs-tasks.amazonaws.com. A warning if a policy depends on a condition key that is unknown here; skipped for a role that only plans.",
    'SimulatePrincipalPolicy; ECS answers: “is not authorized to perform: iam:PassRole on resource”; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'
  ),
  rule(
    'secret-form',
    'error',
    "valueFrom is neither a parameter nor a secret's ARN with all of its suffixes.",
    `${ECS}/secrets-envvar-secrets-manager.html`
  ),
  rule(
    'secret-not-found',
    'error',
    'A secret does not exist. Slipway describes it and never reads its value.',
    'DescribeSecret'
  ),
  rule('secret-deleted', 'error', 'A secret is scheduled for deletion.', 'DescribeSecret'),
  rule('secret-version', 'error', 'A secret does not have the named version, or has no value.', 'DescribeSecret'),
  rule(
    'parameter-not-found',
    'error',
    'A parameter does not exist. Slipway describes it and never reads its value.',
    'DescribeParameters'
  ),
  rule(
    'log-group-not-found',
    'error',
    'A log group does not exist; a task that cannot log does not start.',
    `DescribeLogGroups; ${ECS}/using_awslogs.html`
  ),
  rule(
    'log-group-created',
    'warning',
    'awslogs-create-group is to create the log group, but the execution role may not (logs:CreateLogGroup).',
    `${ECS}/using_awslogs.html`
  ),
  rule('image-not-found', 'error', 'An image that is named is not in ECR.', 'BatchGetImage'),
  rule(
    'image-architecture',
    'error',
    "An image is not built for the task definition's platform.",
    'BatchGetImage; a task says: “image Manifest does not contain descriptor matching platform”'
  ),
  rule('subnet-not-found', 'error', 'A subnet does not exist.', 'DescribeSubnets'),
  rule('subnet-full', 'warning', 'A subnet has no free addresses.', 'DescribeSubnets'),
  rule('security-group-not-found', 'error', 'A security group does not exist.', 'DescribeSecurityGroups'),
  rule(
    'several-vpcs',
    'error',
    'Subnets, security groups and target groups are in different VPCs.',
    `${ECS}/task-networking-awsvpc.html`
  ),
  rule('target-group-not-found', 'error', 'A target group does not exist.', 'DescribeTargetGroups'),
  rule(
    'target-type',
    'error',
    'The target type of a target group does not fit: ip for tasks with their own address, otherwise instance.',
    `${ECS}/alb.html`
  ),
  rule('health-check-port', 'warning', 'The health check uses a port that no container maps.', 'DescribeTargetGroups'),
  rule(
    'target-group-without-traffic',
    'warning',
    'No load balancer sends traffic to the target group.',
    'DescribeTargetGroups'
  ),
  rule(
    'target-group-pair',
    'error',
    'The deployment group lacks a second target group or a production listener.',
    'GetDeploymentGroup'
  ),
  rule(
    'listener-not-found',
    'error',
    'A listener or one of its rules does not exist.',
    'DescribeListeners, DescribeRules'
  ),
  rule(
    'target-group-not-behind-listener',
    'error',
    'The serving target group is not behind the production listener; or, with ECS-native blue/green, one of the two is behind neither the production nor the test rule.',
    'CodeDeploy answers: “Primary taskset target group must be behind listener”; ECS answers: “Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.”'
  ),
  rule(
    'target-group-weight',
    'either',
    'The target group of the new tasks gets production traffic before the shift.',
    'CodeDeploy answers: “Green taskset target group cannot have non-zero weight prior to traffic shifting”'
  ),
  rule(
    'gradual-traffic',
    'error',
    'The load balancer cannot shift traffic step by step; only an Application Load Balancer can.',
    `GetDeploymentConfig; CodeDeploy answers: “Only ALB supports gradual traffic routing”`
  ),
  rule('not-checked', 'warning', 'AWS did not answer the check.', 'any other error of AWS')
];
