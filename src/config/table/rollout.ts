import { defineSettings, PER_SERVICE, SHARED } from './setting.js';

/** What may be done with a deployment that shall not go on. */
const UNDO_POLICIES = ['rollback', 'stop', 'leave'] as const;

/** Which service is deployed, how it is followed, and what happens when it goes wrong. */
export const ROLLOUT_SETTINGS = defineSettings({
  cluster: {
    name: 'cluster',
    group: 'rollout',
    kind: 'string',
    help: 'The name or ARN of the ECS cluster.',
    default: 'default',
    example: 'shop',
    scopes: PER_SERVICE
  },
  service: {
    name: 'service',
    group: 'rollout',
    kind: 'string',
    help: 'The name or ARN of the ECS service.',
    defaultText: 'none: the job ends after it registers the task definition',
    example: 'api',
    scopes: PER_SERVICE
  },
  services: {
    name: 'services',
    group: 'rollout',
    kind: 'objects',
    entries: 'services',
    help: 'Several services. Each entry names its `service` and inherits other settings of the same names.',
    example: '- { service: worker, task-definition: worker.json }',
    scopes: SHARED
  },
  desiredCount: {
    name: 'desired-count',
    group: 'rollout',
    kind: 'integer',
    min: 0,
    unit: 'tasks',
    help: 'The number of tasks that the service should run.',
    defaultText: 'unchanged',
    needs: 'service',
    scopes: PER_SERVICE
  },
  forceNewDeployment: {
    name: 'force-new-deployment',
    group: 'rollout',
    kind: 'boolean',
    help: 'Deploy even if nothing changed.',
    default: false,
    needs: 'service',
    scopes: PER_SERVICE
  },
  propagateTags: {
    name: 'propagate-tags',
    group: 'rollout',
    kind: 'enum',
    values: ['TASK_DEFINITION', 'SERVICE', 'NONE'],
    help: 'Where the tasks get their tags from.',
    defaultText: 'unchanged',
    needs: 'service',
    scopes: PER_SERVICE
  },
  enableEcsManagedTags: {
    name: 'enable-ecs-managed-tags',
    group: 'rollout',
    kind: 'boolean',
    help: 'Whether tasks get ECS-managed tags (cluster and service).',
    defaultText: 'unchanged',
    needs: 'service',
    scopes: PER_SERVICE
  },
  codedeployApplication: {
    name: 'codedeploy-application',
    group: 'rollout',
    kind: 'string',
    help: 'The CodeDeploy application, if the service uses CodeDeploy.',
    defaultText: '`AppECS-<cluster>-<service>`',
    needs: 'service',
    scopes: PER_SERVICE
  },
  codedeployDeploymentGroup: {
    name: 'codedeploy-deployment-group',
    group: 'rollout',
    kind: 'string',
    help: 'The CodeDeploy deployment group.',
    defaultText: '`DgpECS-<cluster>-<service>`',
    needs: 'service',
    scopes: PER_SERVICE
  },
  codedeployDeploymentConfig: {
    name: 'codedeploy-deployment-config',
    group: 'rollout',
    kind: 'string',
    help: 'How CodeDeploy shifts the traffic.',
    defaultText: "the deployment group's",
    example: 'CodeDeployDefault.ECSCanary10Percent5Minutes',
    needs: 'service',
    scopes: PER_SERVICE
  },
  codedeployDeploymentDescription: {
    name: 'codedeploy-deployment-description',
    group: 'rollout',
    kind: 'string',
    help: "The description of the CodeDeploy deployment. Slipway appends this run's mark; together they are cut at 256 characters.",
    needs: 'service',
    scopes: PER_SERVICE
  },
  waitFor: {
    name: 'wait-for',
    group: 'rollout',
    kind: 'enum',
    values: ['nothing', 'started', 'paused', 'live', 'stable'],
    aliases: [{ name: 'wait-for-service-stability', values: { true: 'stable', false: 'nothing' } }],
    help: 'How far to follow the deployment: AWS accepted the request (`nothing`); tasks of the new version run (`started`); it waits for somebody to continue it (`paused`); they serve all production traffic (`live`); it finished and the old tasks are gone (`stable`).',
    default: 'stable',
    scopes: PER_SERVICE
  },
  waitForMinutes: {
    name: 'wait-for-minutes',
    group: 'rollout',
    kind: 'integer',
    min: 1,
    unit: 'minutes',
    help: "How long to follow the deployment, in addition to the deployment group's own wait times.",
    default: 30,
    scopes: PER_SERVICE
  },
  onFailure: {
    name: 'on-failure',
    group: 'rollout',
    kind: 'enum',
    values: UNDO_POLICIES,
    help: 'What to do with a deployment that failed or took too long.',
    default: 'rollback',
    scopes: PER_SERVICE
  },
  onCancel: {
    name: 'on-cancel',
    group: 'rollout',
    kind: 'enum',
    values: UNDO_POLICIES,
    help: 'What to do with the deployment if the job is cancelled.',
    default: 'rollback',
    scopes: PER_SERVICE
  },
  onConflict: {
    name: 'on-conflict',
    group: 'rollout',
    kind: 'enum',
    values: ['fail', 'wait', 'replace'],
    help: 'What to do if another deployment of the service is in progress: `fail` before anything changes, `wait` for it to end, or `replace` it (a CodeDeploy deployment is stopped and rolled back first).',
    defaultText: 'what AWS does: ECS replaces it, CodeDeploy refuses',
    scopes: PER_SERVICE
  },
  failAfter: {
    name: 'fail-after',
    group: 'rollout',
    kind: 'integer',
    min: 1,
    unit: 'tasks',
    help: 'How many tasks of the new version may stop for the same cause before the deployment fails. Stopped tasks count only until the new version has come up, which is when ECS first reports one of its tasks as healthy. Exit code 0, scale-in, Spot interruptions, missing capacity and failures of AWS itself never count.',
    defaultText: "the threshold of the service's circuit breaker, otherwise 3",
    scopes: PER_SERVICE
  },
  skipUnchanged: {
    name: 'skip-unchanged',
    group: 'rollout',
    kind: 'boolean',
    help: 'Do not register and deploy what already runs: the same task definition with the same images by digest, steady, and the newest of its family. `outcome` is then `unchanged`.',
    default: false,
    needs: 'service',
    scopes: PER_SERVICE
  },
  maxParallel: {
    name: 'max-parallel',
    group: 'rollout',
    kind: 'integer',
    min: 1,
    unit: 'services',
    help: 'How many of `services` to deploy at the same time.',
    defaultText: 'all',
    needs: 'services',
    scopes: SHARED
  }
});
