import { PER_SERVICE, SHARED, type Option } from '../option.js';

/** Which service is deployed, how it is followed, and what happens when it goes wrong. */
export const ROLLOUT_OPTIONS = [
  {
    name: 'cluster',
    group: 'rollout',
    kind: 'string',
    help: "The ECS cluster's name or ARN.",
    default: 'default',
    example: 'shop',
    scopes: PER_SERVICE
  },
  {
    name: 'service',
    group: 'rollout',
    kind: 'string',
    help: "The ECS service's name or ARN.",
    defaultText: 'none: the job ends after registering the task definition',
    example: 'api',
    scopes: PER_SERVICE
  },
  {
    name: 'services',
    group: 'rollout',
    kind: 'objects',
    entries: 'services',
    help: 'Several services: each entry names its `service`; what it does not say it takes from the settings of the same names.',
    example: '- { service: worker, task-definition: worker.json }',
    scopes: SHARED
  },
  {
    name: 'desired-count',
    group: 'rollout',
    kind: 'integer',
    min: 0,
    unit: 'tasks',
    help: 'How many tasks the service shall run.',
    defaultText: 'as it is',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'force-new-deployment',
    group: 'rollout',
    kind: 'boolean',
    help: 'Deploy even where nothing has changed.',
    default: 'false',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'propagate-tags',
    group: 'rollout',
    kind: 'enum',
    values: ['TASK_DEFINITION', 'SERVICE', 'NONE'],
    help: 'From where the tasks get their tags.',
    defaultText: 'as it is',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'enable-ecs-managed-tags',
    group: 'rollout',
    kind: 'boolean',
    help: "Whether the tasks get ECS's own tags (cluster and service).",
    defaultText: 'as it is',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'codedeploy-application',
    group: 'rollout',
    kind: 'string',
    help: 'The CodeDeploy application, where the service uses CodeDeploy.',
    defaultText: '`AppECS-<cluster>-<service>`',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'codedeploy-deployment-group',
    group: 'rollout',
    kind: 'string',
    help: 'The CodeDeploy deployment group.',
    defaultText: '`DgpECS-<cluster>-<service>`',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'codedeploy-deployment-config',
    group: 'rollout',
    kind: 'string',
    help: 'How CodeDeploy shifts the traffic.',
    defaultText: "the deployment group's",
    example: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'codedeploy-deployment-description',
    group: 'rollout',
    kind: 'string',
    help: 'The description of the CodeDeploy deployment; cut at 256 characters.',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'wait-for',
    group: 'rollout',
    kind: 'enum',
    values: ['nothing', 'started', 'live', 'stable'],
    aliases: [{ name: 'wait-for-service-stability', values: { true: 'stable', false: 'nothing' } }],
    help: 'How far the deployment is followed: AWS took the request; tasks of the new version run; they serve all production traffic; it is finished and the old tasks are gone.',
    default: 'stable',
    scopes: PER_SERVICE
  },
  {
    name: 'wait-for-minutes',
    group: 'rollout',
    kind: 'integer',
    min: 1,
    unit: 'minutes',
    help: "How long it is followed, beyond the deployment group's own waits.",
    default: '30',
    scopes: PER_SERVICE
  },
  {
    name: 'on-failure',
    group: 'rollout',
    kind: 'enum',
    values: ['rollback', 'stop', 'leave'],
    help: 'What becomes of a deployment that failed or took too long.',
    default: 'rollback',
    scopes: PER_SERVICE
  },
  {
    name: 'on-cancel',
    group: 'rollout',
    kind: 'enum',
    values: ['rollback', 'stop', 'leave'],
    help: 'What becomes of the deployment when the job is cancelled.',
    default: 'rollback',
    scopes: PER_SERVICE
  },
  {
    name: 'on-conflict',
    group: 'rollout',
    kind: 'enum',
    values: ['fail', 'wait', 'replace'],
    help: 'What happens when another deployment of the service is under way: this run fails before it changes anything; it waits for the end of the other; it takes its place (a CodeDeploy deployment is stopped and rolled back first).',
    defaultText: 'what AWS does: ECS replaces it, CodeDeploy refuses',
    scopes: PER_SERVICE
  },
  {
    name: 'fail-after',
    group: 'rollout',
    kind: 'integer',
    min: 1,
    unit: 'tasks',
    help: 'How many tasks of the new version may die of the same cause before the deployment counts as failed. They count while the new version has not come up: no longer once one of its tasks has been healthy, as ECS says. Exit code 0, scaling in, Spot, lack of capacity and what AWS itself fails at never count.',
    defaultText: "the threshold of the service's circuit breaker, else 3",
    scopes: PER_SERVICE
  },
  {
    name: 'skip-unchanged',
    group: 'rollout',
    kind: 'boolean',
    help: 'Do not register and deploy what runs already: the same task definition with the same images by digest, steady, and the newest of its family. `outcome` is then `unchanged`.',
    default: 'false',
    needs: 'service',
    scopes: PER_SERVICE
  },
  {
    name: 'max-parallel',
    group: 'rollout',
    kind: 'integer',
    min: 1,
    unit: 'services',
    help: 'How many of `services` are deployed at the same time.',
    defaultText: 'all',
    needs: 'services',
    scopes: SHARED
  }
] as const satisfies readonly Option[];
