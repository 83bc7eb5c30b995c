import { rule, type Rule } from '../errors.js';

const ECS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

/** Every rule of the preflight, by the code of its nodes: NG is an error, WARN a warning. */
export const PREFLIGHT_RULES: readonly Rule[] = [
  rule('cluster-not-found', 'error', 'The cluster is there.', 'DescribeClusters'),
  rule('cluster-not-active', 'error', 'The cluster is ACTIVE.', 'DescribeClusters'),
  rule(
    'capacity-provider-not-found',
    'error',
    'A capacity provider of the strategy is one of the cluster.',
    `DescribeClusters; ${ECS}/cluster-capacity-providers.html`
  ),
  rule('no-instances', 'warning', 'Where tasks run on EC2, an instance has joined the cluster.', 'DescribeClusters'),
  rule(
    'rollout-warning',
    'warning',
    'The service wants tasks, and no other deployment of it is under way.',
    'DescribeServices'
  ),
  rule(
    'role-arn',
    'error',
    'A role is named by its ARN or its name.',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'
  ),
  rule(
    'role-not-found',
    'error',
    'A role is there, with the path that its ARN has.',
    'GetRole; ECS answers: “Role is not valid”'
  ),
  rule(
    'role-trust',
    'error',
    'The trust policy of a role lets the service assume it that is to: ecs-tasks.amazonaws.com for a task, CodeDeploy, or ECS.',
    `GetRole; ${ECS}/task_execution_IAM_role.html`
  ),
  rule(
    'pass-role',
    'either',
    'Who registers the task definition may pass its roles to ecs-tasks.amazonaws.com, and so may the role of CodeDeploy. In doubt where a policy asks for a condition key that is not known here; skipped for one who only plans.',
    'SimulatePrincipalPolicy; ECS answers: “is not authorized to perform: iam:PassRole on resource”; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'
  ),
  rule(
    'secret-form',
    'error',
    'valueFrom is the ARN of a secret, with all of its colons once anything follows the name, or a parameter.',
    `${ECS}/secrets-envvar-secrets-manager.html`
  ),
  rule('secret-not-found', 'error', 'A secret is there. It is described, and its value never read.', 'DescribeSecret'),
  rule('secret-deleted', 'error', 'A secret is not about to be deleted.', 'DescribeSecret'),
  rule('secret-version', 'error', 'A secret has the version that is named, or else a value.', 'DescribeSecret'),
  rule(
    'parameter-not-found',
    'error',
    'A parameter is there. It is described, and its value never read.',
    'DescribeParameters'
  ),
  rule(
    'log-group-not-found',
    'error',
    'A log group is there: a task that cannot log does not start.',
    `DescribeLogGroups; ${ECS}/using_awslogs.html`
  ),
  rule(
    'log-group-created',
    'warning',
    'Where awslogs-create-group makes the log group, the execution role may do so (logs:CreateLogGroup).',
    `${ECS}/using_awslogs.html`
  ),
  rule('image-not-found', 'error', 'An image that is named is in ECR.', 'BatchGetImage'),
  rule(
    'image-architecture',
    'error',
    'An image is made for the platform that the task definition asks for.',
    'BatchGetImage; a task says: “image Manifest does not contain descriptor matching platform”'
  ),
  rule('subnet-not-found', 'error', 'The subnets are there.', 'DescribeSubnets'),
  rule('subnet-full', 'warning', 'The subnets have addresses left.', 'DescribeSubnets'),
  rule('security-group-not-found', 'error', 'The security groups are there.', 'DescribeSecurityGroups'),
  rule(
    'several-vpcs',
    'error',
    'Subnets, security groups and target groups are in one VPC.',
    `${ECS}/task-networking-awsvpc.html`
  ),
  rule('target-group-not-found', 'error', 'The target groups are there.', 'DescribeTargetGroups'),
  rule(
    'target-type',
    'error',
    'A target group takes addresses (ip) where tasks have their own, else instances.',
    `${ECS}/alb.html`
  ),
  rule(
    'health-check-port',
    'warning',
    'The health check goes to a port that a container maps.',
    'DescribeTargetGroups'
  ),
  rule(
    'target-group-without-traffic',
    'warning',
    'A load balancer sends traffic to the target group.',
    'DescribeTargetGroups'
  ),
  rule(
    'target-group-pair',
    'error',
    'The deployment group has two target groups and a production listener.',
    'GetDeploymentGroup'
  ),
  rule('listener-not-found', 'error', 'The listeners and their rules are there.', 'DescribeListeners, DescribeRules'),
  rule(
    'target-group-not-behind-listener',
    'error',
    'The target group that serves is behind the production listener; with the blue/green of ECS both are behind the production or the test rule.',
    'CodeDeploy answers: “Primary taskset target group must be behind listener”; ECS answers: “Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.”'
  ),
  rule(
    'target-group-weight',
    'either',
    'The target group of the new tasks gets no production traffic before the shift.',
    'CodeDeploy answers: “Green taskset target group cannot have non-zero weight prior to traffic shifting”'
  ),
  rule(
    'gradual-traffic',
    'error',
    'Only an Application Load Balancer shifts traffic step by step.',
    `GetDeploymentConfig; CodeDeploy answers: “Only ALB supports gradual traffic routing”`
  ),
  rule('not-checked', 'warning', 'AWS answers what it is asked.', 'any other error of AWS')
];
