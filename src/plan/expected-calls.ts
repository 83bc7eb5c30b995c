import { actionsOf, CALLS, DOCKER_PUSH, type CallService } from '../aws/iam-actions.js';
import type { Config } from '../config/config.js';
import type { ExpectedImage } from '../image/planned-image.js';
import type { ArtifactTexts } from '../steps/write-artifacts.js';
import type { Compared } from '../steps/detect-unchanged.js';
import type { PreparedRun } from '../steps/prepare.js';
import type { PreparedService } from '../steps/prepare-service.js';
import { NEW_REVISION, type PlannedCall } from '../report/plan.js';
import { createDeploymentInput, describeSettings, updateServiceInput } from '../rollout/requests.js';
import { own, type JsonRecord } from '../text/record.js';
import { hideSecrets } from '../text/redact.js';

/** A run as far as it is known before anything is done. */
export interface ExpectedRun extends Pick<PreparedRun, 'task'> {
  readonly images: readonly ExpectedImage[];
  readonly services: readonly ExpectedService[];
}

/** A service with the texts of its files, compared with what runs. */
export interface ExpectedService extends PreparedService, Compared {
  readonly texts: ArtifactTexts;
}

/**
 * The calls that a run would change something with, in its order, with what they would be sent: made by the same functions as the
 * requests themselves. What only a call before it can tell (a revision's ARN, a digest, a token) is said in brackets or left out. Pure.
 */
export function listExpectedCalls(
  { scanGate }: Pick<Config, 'scanGate'>,
  { images, services, task }: ExpectedRun
): readonly PlannedCall[] {
  const registered = new Set<string>();
  const changed = services.filter(({ unchanged }) => unchanged === undefined);
  const registrations = changed.flatMap(({ asRegistered, texts }) => {
    const text = texts.taskDefinition;
    if (text === undefined || asRegistered !== undefined || registered.has(text)) return [];
    registered.add(text);
    return [registration(JSON.parse(text) as JsonRecord)];
  });
  const [first] = services;
  const revision = first?.unchanged?.arn ?? first?.asRegistered ?? NEW_REVISION;
  return [
    ...images.filter(isFirstOfItsName).flatMap(publication),
    ...(scanGate === undefined
      ? []
      : images.filter(({ location, built }) => built || location !== undefined).map(scan)),
    ...registrations,
    ...(task === undefined || changed.length === 0 ? [] : [taskRun(task, revision)]),
    ...changed.flatMap(service => [...rollout(service), ...continuation(service)])
  ];
}

function call<S extends CallService>(
  service: S,
  operation: string & keyof (typeof CALLS)[S],
  input: unknown,
  further: readonly string[] = []
): PlannedCall {
  const actions = [...new Set([...actionsOf(service, operation), ...further])];
  return { call: `${service}:${operation}`, input: hideSecrets(input), actions };
}

/** Several containers may have one image. */
function isFirstOfItsName({ uri }: ExpectedImage, index: number, images: readonly ExpectedImage[]): boolean {
  return images.findIndex(other => other.uri === uri) === index;
}

function publication(image: ExpectedImage): readonly PlannedCall[] {
  const { action, tags, tagsToAdd, createsRepository, digest } = image;
  const where = whereOf(image);
  const putTag = (imageTag: string): PlannedCall =>
    call(
      'ecr',
      'PutImage',
      { ...where, imageTag, imageDigest: digest ?? '(known after the build)' },
      CALLS.ecr.BatchGetImage
    );
  if (action !== 'build') return tagsToAdd.map(putTag);
  const login = actionsOf('ecr', 'GetAuthorizationToken');
  return [
    ...(createsRepository
      ? [call('ecr', 'CreateRepository', { ...where, imageScanningConfiguration: { scanOnPush: true } })]
      : []),
    { call: 'docker push', input: { image: image.uri }, actions: [...login, ...DOCKER_PUSH] },
    ...[...new Set(tags.slice(1))].map(putTag)
  ];
}

/** A registry is named where it is not the run's own. */
function whereOf({ registryId, repository }: ExpectedImage): object {
  return { ...(registryId === undefined ? {} : { registryId }), repositoryName: repository };
}

function scan(image: ExpectedImage): PlannedCall {
  const { tag, digest } = image;
  const imageId = digest === undefined ? { imageTag: tag } : { imageDigest: digest };
  return call('ecr', 'StartImageScan', { ...whereOf(image), imageId, unless: 'ECR scans it by itself' });
}

/** Its content is what the diff tells of; here it would show what the diff hides. */
function registration(definition: JsonRecord): PlannedCall {
  const roles = ['taskRoleArn', 'executionRoleArn'].some(role => own(definition, role) !== undefined);
  return call('ecs', 'RegisterTaskDefinition', { family: own(definition, 'family') }, [
    ...(roles ? ['iam:PassRole'] : []),
    ...(own(definition, 'tags') === undefined ? [] : ['ecs:TagResource'])
  ]);
}

function taskRun(
  { cluster, launch, startedBy }: NonNullable<PreparedRun['task']>,
  taskDefinition: string
): PlannedCall {
  const input = { ...launch, cluster, taskDefinition, ...(startedBy === undefined ? {} : { startedBy }) };
  return call('ecs', 'RunTask', input, [
    'iam:PassRole',
    ...((launch.tags ?? []).length === 0 && launch.propagateTags === undefined ? [] : ['ecs:TagResource'])
  ]);
}

/** What ends the pause that a gate answers. */
function continuation({ gate, target }: PreparedService): readonly PlannedCall[] {
  if (gate?.at !== 'test') return [];
  const after = 'the gate has passed';
  return target?.controller === 'ECS'
    ? [call('ecs', 'ContinueServiceDeployment', { stage: gate.stage, action: 'CONTINUE', after })]
    : [call('codedeploy', 'ContinueDeployment', { deploymentWaitType: 'READY_WAIT', after })];
}

function rollout({ target, config, asRegistered, taskDefinition }: PreparedService): readonly PlannedCall[] {
  if (target === undefined || taskDefinition === undefined) return [];
  const revision = asRegistered ?? NEW_REVISION;
  if (target.controller === 'ECS')
    return [call('ecs', 'UpdateService', updateServiceInput(target, revision, config.rollout))];
  const settings = describeSettings(target, config.rollout);
  const appspec = `(the AppSpec, with ${asRegistered ?? 'the revision registered before'})`;
  return [
    ...(settings === undefined ? [] : [call('ecs', 'UpdateService', settings)]),
    call('codedeploy', 'CreateDeployment', createDeploymentInput(target, appspec, config.rollout, 'slipway-…'))
  ];
}
