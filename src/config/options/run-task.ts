import { STARTED_BY } from '../forms.js';
import { SHARED, type Option } from '../option.js';

/** A task that runs to its end before the rollout (a migration); named as in amazon-ecs-deploy-task-definition. */
export const RUN_TASK_OPTIONS = [
  {
    name: 'run-task',
    group: 'run-task',
    kind: 'boolean',
    help: 'Run a task of the new revision before the rollout, as for a migration; with `services`, of the first one.',
    default: 'false',
    needs: 'task-definition',
    scopes: SHARED
  },
  {
    name: 'run-task-container-overrides',
    group: 'run-task',
    kind: 'objects',
    help: 'Changes to its containers, as the RunTask API takes them.',
    example: '[{"name": "app", "command": ["migrate"]}]',
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-security-groups',
    group: 'run-task',
    kind: 'list',
    separator: 'comma',
    help: 'Its security groups.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-subnets',
    group: 'run-task',
    kind: 'list',
    separator: 'comma',
    help: 'Its subnets.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-assign-public-IP',
    group: 'run-task',
    kind: 'enum',
    values: ['ENABLED', 'DISABLED'],
    help: 'Whether it gets a public IP address.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-capacity-provider-strategy',
    group: 'run-task',
    kind: 'objects',
    help: 'Its capacity providers, as the RunTask API takes them.',
    defaultText: "the service's",
    example: '[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]',
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-launch-type',
    group: 'run-task',
    kind: 'enum',
    values: ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'],
    help: 'Its launch type.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-started-by',
    group: 'run-task',
    kind: 'string',
    help: 'What it is marked with as its starter.',
    form: STARTED_BY,
    defaultText: 'a mark of this run, `slipway-…`',
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-tags',
    group: 'run-task',
    kind: 'objects',
    help: 'Its tags, as the RunTask API takes them.',
    example: '[{"key": "team", "value": "payments"}]',
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-managed-ebs-volume-name',
    group: 'run-task',
    kind: 'string',
    help: 'The name of the volume in the task definition that is an EBS volume.',
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'run-task-managed-ebs-volume',
    group: 'run-task',
    kind: 'string',
    help: 'Its EBS volume, as the RunTask API takes it (JSON).',
    example: '{"sizeInGiB": 20, "roleArn": "arn:aws:iam::123456789012:role/ecsInfrastructureRole"}',
    needs: 'run-task',
    scopes: SHARED
  },
  {
    name: 'wait-for-task-stopped',
    group: 'run-task',
    kind: 'boolean',
    help: 'Wait for the end of the task before the rollout: the service is not touched unless it succeeded.',
    defaultText: 'true with `run-task`',
    scopes: SHARED
  }
] as const satisfies readonly Option[];
