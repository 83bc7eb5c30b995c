import type { Rule } from '../errors.js';

const ECS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide';

const error = (name: string, says: string, source: string): Rule => ({ name, severity: 'error', says, source });
const warning = (name: string, says: string, source: string): Rule => ({ name, severity: 'warning', says, source });

/** Every rule of the preflight, by the code of its nodes: NG is an error, WARN a warning. */
export const PREFLIGHT_RULES: readonly Rule[] = [
  error('cluster-not-found', 'The cluster is there.', 'DescribeClusters'),
  error('cluster-not-active', 'The cluster is ACTIVE.', 'DescribeClusters'),
  error(
    'capacity-provider-not-found',
    'A capacity provider of the strategy is one of the cluster.',
    `DescribeClusters; ${ECS}/cluster-capacity-providers.html`
  ),
  warning('no-instances', 'Where tasks run on EC2, an instance has joined the cluster.', 'DescribeClusters'),
  warning(
    'rollout-warning',
    'The service wants tasks, and no other deployment of it is under way.',
    'DescribeServices'
  ),
  error(
    'role-arn',
    'A role is named by its ARN or its name.',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html'
  ),
  error(
    'role-not-found',
    'A role is there, with the path that its ARN has.',
    'GetRole; ECS answers: “Role is not valid”'
  ),
  error(
    'role-trust',
    'The trust policy of a role lets the service assume it that is to: ecs-tasks.amazonaws.com for a task, CodeDeploy, or ECS.',
    `GetRole; ${ECS}/task_execution_IAM_role.html`
  ),
  {
    name: 'pass-role',
    severity: 'either',
    says: 'Who registers the task definition may pass its roles to ecs-tasks.amazonaws.com, and so may the role of CodeDeploy. In doubt where a policy asks for a condition key that is not known here; skipped for one who only plans.',
    source:
      'SimulatePrincipalPolicy; ECS answers: “is not authorized to perform: iam:PassRole on resource”; https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html'
  },
  error(
    'secret-form',
    'valueFrom is the ARN of a secret, with all of its colons once anything follows the name, or a parameter.',
    `${ECS}/secrets-envvar-secrets-manager.html`
  ),
  error('secret-not-found', 'A secret is there. It is described, and its value never read.', 'DescribeSecret'),
  error('secret-deleted', 'A secret is not about to be deleted.', 'DescribeSecret'),
  error('secret-version', 'A secret has the version that is named, or else a value.', 'DescribeSecret'),
  error(
    'parameter-not-found',
    'A parameter is there. It is described, and its value never read.',
    'DescribeParameters'
  ),
  error(
    'log-group-not-found',
    'A log group is there: a task that cannot log does not start.',
    `DescribeLogGroups; ${ECS}/using_awslogs.html`
  ),
  warning(
    'log-group-created',
    'Where awslogs-create-group makes the log group, the execution role may do so (logs:CreateLogGroup).',
    `${ECS}/using_awslogs.html`
  ),
  error('image-not-found', 'An image that is named is in ECR.', 'BatchGetImage'),
  error(
    'image-architecture',
    'An image is made for the platform that the task definition asks for.',
    'BatchGetImage; a task says: “image Manifest does not contain descriptor matching platform”'
  ),
  error('subnet-not-found', 'The subnets are there.', 'DescribeSubnets'),
  warning('subnet-full', 'The subnets have addresses left.', 'DescribeSubnets'),
  error('security-group-not-found', 'The security groups are there.', 'DescribeSecurityGroups'),
  error(
    'several-vpcs',
    'Subnets, security groups and target groups are in one VPC.',
    `${ECS}/task-networking-awsvpc.html`
  ),
  error('target-group-not-found', 'The target groups are there.', 'DescribeTargetGroups'),
  error(
    'target-type',
    'A target group takes addresses (ip) where tasks have their own, else instances.',
    `${ECS}/alb.html`
  ),
  warning('health-check-port', 'The health check goes to a port that a container maps.', 'DescribeTargetGroups'),
  warning('target-group-without-traffic', 'A load balancer sends traffic to the target group.', 'DescribeTargetGroups'),
  error(
    'target-group-pair',
    'The deployment group has two target groups and a production listener.',
    'GetDeploymentGroup'
  ),
  error('listener-not-found', 'The listeners and their rules are there.', 'DescribeListeners, DescribeRules'),
  error(
    'target-group-not-behind-listener',
    'The target group that serves is behind the production listener; with the blue/green of ECS both are behind the production or the test rule.',
    'CodeDeploy answers: “Primary taskset target group must be behind listener”; ECS answers: “Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule.”'
  ),
  {
    name: 'target-group-weight',
    severity: 'either',
    says: 'The target group of the new tasks gets no production traffic before the shift.',
    source: 'CodeDeploy answers: “Green taskset target group cannot have non-zero weight prior to traffic shifting”'
  },
  error(
    'gradual-traffic',
    'Only an Application Load Balancer shifts traffic step by step.',
    `GetDeploymentConfig; CodeDeploy answers: “Only ALB supports gradual traffic routing”`
  ),
  warning('not-checked', 'AWS answers what it is asked.', 'any other error of AWS')
];
