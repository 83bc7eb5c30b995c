import { STARTED_BY } from './formats.js';
import { defineSettings, SHARED } from './setting.js';

/** A task that runs to its end before the rollout (a migration); named as in amazon-ecs-deploy-task-definition. */
export const RUN_TASK_SETTINGS = defineSettings({
  runTask: {
    name: 'run-task',
    group: 'run-task',
    kind: 'boolean',
    help: 'Run a task of the new revision before the rollout, such as a migration. With `services`, it belongs to the first one.',
    default: false,
    needs: 'task-definition',
    scopes: SHARED
  },
  containerOverrides: {
    name: 'run-task-container-overrides',
    group: 'run-task',
    kind: 'objects',
    help: 'Container overrides of the task, in the format of the RunTask API.',
    example: '[{"name": "app", "command": ["migrate"]}]',
    needs: 'run-task',
    scopes: SHARED
  },
  overrides: {
    name: 'run-task-overrides',
    group: 'run-task',
    kind: 'string',
    help: 'Overrides of the whole task, such as its cpu, memory, roles and ephemeral storage, in the format of the RunTask API (JSON).',
    example: '{"cpu": "1024", "memory": "4096"}',
    needs: 'run-task',
    scopes: SHARED
  },
  placementConstraints: {
    name: 'run-task-placement-constraints',
    group: 'run-task',
    kind: 'objects',
    help: 'The placement constraints of the task, in the format of the RunTask API. An empty list takes none from the service.',
    defaultText: "the service's, without `distinctInstance`",
    example: '[{"type": "memberOf", "expression": "attribute:ecs.instance-type =~ t3.*"}]',
    needs: 'run-task',
    scopes: SHARED
  },
  placementStrategy: {
    name: 'run-task-placement-strategy',
    group: 'run-task',
    kind: 'objects',
    help: 'The placement strategy of the task, in the format of the RunTask API. An empty list takes none from the service.',
    defaultText: "the service's",
    example: '[{"type": "binpack", "field": "memory"}]',
    needs: 'run-task',
    scopes: SHARED
  },
  securityGroups: {
    name: 'run-task-security-groups',
    group: 'run-task',
    kind: 'list',
    separator: 'comma',
    help: 'The security groups of the task.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  subnets: {
    name: 'run-task-subnets',
    group: 'run-task',
    kind: 'list',
    separator: 'comma',
    help: 'The subnets of the task.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  assignPublicIp: {
    name: 'run-task-assign-public-IP',
    group: 'run-task',
    kind: 'enum',
    values: ['ENABLED', 'DISABLED'],
    help: 'Whether the task gets a public IP address.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  capacityProviderStrategy: {
    name: 'run-task-capacity-provider-strategy',
    group: 'run-task',
    kind: 'objects',
    help: 'The capacity provider strategy of the task, in the format of the RunTask API.',
    defaultText: "the service's",
    example: '[{"capacityProvider": "FARGATE_SPOT", "weight": 1}]',
    needs: 'run-task',
    scopes: SHARED
  },
  launchType: {
    name: 'run-task-launch-type',
    group: 'run-task',
    kind: 'enum',
    values: ['FARGATE', 'EC2', 'EXTERNAL', 'MANAGED_INSTANCES'],
    help: 'The launch type of the task.',
    defaultText: "the service's",
    needs: 'run-task',
    scopes: SHARED
  },
  startedBy: {
    name: 'run-task-started-by',
    group: 'run-task',
    kind: 'string',
    help: 'The `startedBy` value of the task.',
    form: STARTED_BY,
    defaultText: 'an id of this run, `slipway-…`',
    needs: 'run-task',
    scopes: SHARED
  },
  tags: {
    name: 'run-task-tags',
    group: 'run-task',
    kind: 'objects',
    help: 'The tags of the task, in the format of the RunTask API.',
    example: '[{"key": "team", "value": "payments"}]',
    needs: 'run-task',
    scopes: SHARED
  },
  volumeName: {
    name: 'run-task-managed-ebs-volume-name',
    group: 'run-task',
    kind: 'string',
    help: 'The name of the EBS volume in the task definition.',
    needs: 'run-task',
    scopes: SHARED
  },
  volume: {
    name: 'run-task-managed-ebs-volume',
    group: 'run-task',
    kind: 'string',
    help: 'The EBS volume of the task, in the format of the RunTask API (JSON).',
    example: '{"sizeInGiB": 20, "roleArn": "arn:aws:iam::123456789012:role/ecsInfrastructureRole"}',
    needs: 'run-task',
    scopes: SHARED
  },
  waitForStopped: {
    name: 'wait-for-task-stopped',
    group: 'run-task',
    kind: 'boolean',
    help: 'Wait until the task has stopped before the rollout. The service is not changed unless the task succeeded.',
    default: true,
    defaultText: 'true with `run-task`',
    scopes: SHARED
  }
});
