/**
 * Inputs of the actions that people come from, which have another name here or are not needed: what to do about each.
 * amazon-ecs-deploy-task-definition, amazon-ecs-render-task-definition, amazon-ecr-login, configure-aws-credentials,
 * docker/build-push-action.
 */
const FOREIGN_NAMES: ReadonlyMap<string, string> = new Map([
  ['aws-region', 'Its name here is region.'],
  ['task-definition-arn', 'Give the ARN as task-definition.'],
  ['task-definition-family', 'Give the family as task-definition.'],
  ['task-definition-revision', 'Give family:revision as task-definition.'],
  ['env-files', 'Write environmentFiles into the task definition.'],
  ['keep-null-value-keys', 'Leave it out: Slipway sends what the task definition says, empty values too.'],
  ['wait-max-delay-seconds', 'Leave it out: Slipway looks every few seconds.'],
  ['max-retries', 'Leave it out: Slipway tries again by itself when AWS throttles.'],
  [
    'service-managed-ebs-volume',
    'Leave it out: Slipway leaves the volumes of the service as they are; change them with `aws ecs update-service --volume-configurations`.'
  ],
  ['service-managed-ebs-volume-name', 'Leave it out: Slipway leaves the volumes of the service as they are.'],
  ['registry-type', 'For ECR Public write public into registries.'],
  ['mask-password', 'Leave it out: passwords are always masked.'],
  ['skip-logout', 'Leave it out: Slipway logs in for itself alone and always logs out.'],
  ['file', 'Its name here is dockerfile.'],
  ['no-cache', 'Write --no-cache into build-options.'],
  ['pull', 'Write --pull into build-options.'],
  ['push', 'Leave it out: what is built is pushed.'],
  ['load', 'Leave it out: what is built is pushed.'],
  ['secret-files', 'Its name here is build-secrets: id=name,src=path.'],
  ['secret-envs', 'Its name here is build-secrets: id=name,env=VARIABLE.']
]);

/** What to do instead of a setting that only another action has; undefined where none that we know has it. */
export function findForeignName(name: string): string | undefined {
  return FOREIGN_NAMES.get(name.toLowerCase());
}
