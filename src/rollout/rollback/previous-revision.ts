import { awsErrorName, explainAwsError, isAccessDenied, isTransient } from '../../aws/errors.js';
import type { Service } from '../../aws/types.js';
import { SlipwayError } from '../../errors.js';
import type { Clock } from '../../ports.js';
import { retryTransient } from '../transient.js';
import type { EcsPort, RolloutPorts } from '../ports.js';
import { listNames } from '../../text/format.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from '../target.js';
import { TASK_DEFINITION_ARN, resourceName } from '../../text/arn.js';

type Ports = Pick<RolloutPorts, 'ecs' | 'codedeploy'> & {
  readonly clock: Clock;
  /** Which of these images cannot be pulled any more; undefined: they are not looked for. */
  readonly findMissingImages?: FindMissingImages | undefined;
};

export type FindMissingImages = (images: readonly string[]) => Promise<readonly string[]>;

/** What to go back to. */
interface Previous {
  readonly taskDefinitionArn: string;
  /** The AppSpec that brings it, where CodeDeploy deploys. */
  readonly appspec: string | undefined;
  /** Newer ones that were live too and cannot be deployed any more, each with its status: `web:5 is INACTIVE`. */
  readonly passedOver: readonly string[];
}

/** As far back as ECS and CodeDeploy are asked. */
const LAST_DAYS = 180;
/** So many deployments may have brought the same revision over and over. */
const MAX_DEPLOYMENTS = 25;
const TASK_DEFINITIONS = new RegExp(TASK_DEFINITION_ARN, 'g');

/**
 * The revision that was live before the one that runs now: that of the last deployment which succeeded with another one that is still
 * ACTIVE, as one that was deregistered cannot be deployed. Rests on
 * ListServiceDeployments and DescribeServiceRevisions; with CodeDeploy on the deployments that Succeeded, the sha256 of their AppSpecs
 * (GetDeployment) and their text (GetApplicationRevision).
 *
 * @param to a revision to go to instead: `family:revision` or an ARN
 * @throws SlipwayError where none is known, none is ACTIVE any more, or its images are gone
 */
export async function findPrevious(target: RolloutTarget, to: string | undefined, ports: Ports): Promise<Previous> {
  const named = to === undefined ? undefined : await requireActive(to, ports);
  const given = named?.arn;
  const candidates = createCandidates(ports.ecs);
  const previous = await choosePrevious(target, given, candidates, ports);
  const { images } = named ?? candidates.describe(previous.taskDefinitionArn);
  await requireImages(previous.taskDefinitionArn, images, to !== undefined, ports);
  return previous;
}

async function choosePrevious(
  target: RolloutTarget,
  given: string | undefined,
  candidates: Candidates,
  ports: Ports
): Promise<Previous> {
  if (target.controller === 'ECS') {
    const taskDefinitionArn = given ?? (await findPreviousEcs(target, candidates, ports));
    return { taskDefinitionArn, appspec: undefined, passedOver: candidates.passedOver };
  }
  const previous = await findPreviousCodeDeploy(target, given !== undefined, candidates, ports);
  // The AppSpec is that of another deployment where somebody chose the revision.
  return given === undefined
    ? { ...previous, passedOver: candidates.passedOver }
    : {
        taskDefinitionArn: given,
        appspec: previous.appspec.replaceAll(TASK_DEFINITIONS, () => given),
        passedOver: []
      };
}

/**
 * The revision of a service that was last deployed with success: the PRIMARY's where it is COMPLETED, else that of a COMPLETED deployment
 * which still has tasks (what ECS itself rolls back to), else that of the last service deployment which was SUCCESSFUL. A PRIMARY that is
 * under way, or failed, is none to go back to.
 *
 * @returns undefined where none is known, as after a first deployment that failed, and where it may not be read
 */
export async function findProven(
  { service, clusterArn, serviceName }: EcsTarget,
  ecs: EcsPort,
  clock: Clock
): Promise<string | undefined> {
  const completed = findCompleted(service);
  if (completed !== undefined) return completed;
  try {
    return await findSuccessful({ clusterArn, serviceName }, () => true, { ecs, clock });
  } catch (error) {
    // Where that cannot be told, there is none; the deployment itself does not hang on it.
    if (isTransient(error)) throw error;
    return undefined;
  }
}

/**
 * ECS rolls back to the last deployment that completed (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html).
 * It is ACTIVE as long as it has tasks. Behind a Classic Load Balancer ECS tells no rolloutState.
 */
export function findCompleted({ deployments = [] }: Service): string | undefined {
  const completed = (status: string) =>
    deployments.find(each => each.status === status && (each.rolloutState ?? 'COMPLETED') === 'COMPLETED');
  return (completed('PRIMARY') ?? completed('ACTIVE'))?.taskDefinition;
}

async function findPreviousEcs(target: EcsTarget, candidates: Candidates, ports: Ports): Promise<string> {
  const found = await read('the service deployments', () =>
    findSuccessful(
      target,
      async arn => arn !== target.runningTaskDefinitionArn && (await candidates.isDeployable(arn)),
      ports
    )
  );
  if (found !== undefined) return found;
  throw nothingBefore(target, 'ECS lists no successful deployment of another one', candidates.passedOver);
}

/** The newest service deployment that was SUCCESSFUL with a task definition that is looked for (ListServiceDeployments, DescribeServiceRevisions). */
async function findSuccessful(
  { clusterArn, serviceName }: Pick<EcsTarget, 'clusterArn' | 'serviceName'>,
  isWanted: (taskDefinitionArn: string) => boolean | Promise<boolean>,
  { ecs, clock }: Omit<Ports, 'codedeploy'>
): Promise<string | undefined> {
  const query = { cluster: clusterArn, service: serviceName, createdAfter: daysAgo(LAST_DAYS, clock) };
  const listed = await retryTransient(clock, () => ecs.listServiceDeployments(query));
  const revisions = listed
    .filter(brief => brief.status === 'SUCCESSFUL' && brief.targetServiceRevisionArn !== undefined)
    .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0))
    .map(brief => brief.targetServiceRevisionArn ?? '')
    .filter((arn, index, all) => all.indexOf(arn) === index);
  // DescribeServiceRevisions takes twenty at once.
  for (let start = 0; start < revisions.length; start += 20) {
    const arns = revisions.slice(start, start + 20);
    const described = await retryTransient(clock, () => ecs.describeServiceRevisions(arns));
    for (const arn of arns) {
      const found = described.find(revision => revision.serviceRevisionArn === arn)?.taskDefinition;
      if (found !== undefined && (await isWanted(found))) return found;
    }
  }
  return undefined;
}

async function findPreviousCodeDeploy(
  target: CodeDeployTarget,
  isGiven: boolean,
  candidates: Candidates,
  { codedeploy, clock }: Ports
): Promise<{ readonly taskDefinitionArn: string; readonly appspec: string }> {
  const { application, deploymentGroup } = target;
  const createdAfter = daysAgo(LAST_DAYS, clock);
  const ids = await read('the deployments that succeeded', () =>
    retryTransient(clock, () =>
      codedeploy.listDeployments({ application, deploymentGroup, statuses: ['Succeeded'], createdAfter })
    )
  );
  const seen = new Set<string>();
  for (const id of ids.slice(0, MAX_DEPLOYMENTS)) {
    const info = await read(`the deployment ${id}`, () => retryTransient(clock, () => codedeploy.getDeployment(id)));
    const sha256 = info.revision?.appSpecContent?.sha256;
    if (sha256 === undefined || seen.has(sha256)) continue;
    seen.add(sha256);
    const appspec = await read(`the AppSpec of ${id}`, () =>
      retryTransient(clock, () => codedeploy.getAppSpec(application, sha256))
    );
    const [arn] = appspec?.match(TASK_DEFINITIONS) ?? [];
    if (appspec === undefined || arn === undefined) continue;
    if (!isGiven && (arn === target.runningTaskDefinitionArn || !(await candidates.isDeployable(arn)))) continue;
    return { taskDefinitionArn: arn, appspec };
  }
  const why = `${deploymentGroup} has no deployment that succeeded with another one`;
  throw nothingBefore(target, why, candidates.passedOver);
}

/** Revisions that were live, looked at one after the other, each once. */
interface Candidates {
  /** In the order in which they were met. */
  readonly passedOver: readonly string[];
  isDeployable(taskDefinitionArn: string): Promise<boolean>;
  /** What is known of one that was looked at. */
  describe(taskDefinitionArn: string): Pick<Revision, 'images'>;
}

function createCandidates(ecs: EcsPort): Candidates {
  const known = new Map<string, Revision | undefined>();
  const passedOver: string[] = [];
  const isDeployable = async (arn: string): Promise<boolean> => {
    if (known.has(arn)) return known.get(arn)?.status === ACTIVE;
    // One that was live need not be looked at where that is not permitted.
    const revision = await readRevision(arn, ecs).catch((error: unknown) => {
      if (isAccessDenied(error)) return { arn, status: ACTIVE, images: [] };
      throw error;
    });
    known.set(arn, revision);
    if (revision?.status === ACTIVE) return true;
    passedOver.push(`${resourceName(arn)} is ${revision?.status ?? 'deleted'}`);
    return false;
  };
  return { passedOver, isDeployable, describe: arn => known.get(arn) ?? { images: [] } };
}

const ACTIVE = 'ACTIVE';

interface Revision {
  readonly arn: string;
  readonly status: string;
  /** Those of its containers. */
  readonly images: readonly string[];
}

/** undefined: there is no such revision. */
async function readRevision(reference: string, ecs: EcsPort): Promise<Revision | undefined> {
  try {
    const { taskDefinition } = await ecs.describeTaskDefinition(reference);
    const { status = ACTIVE, taskDefinitionArn: arn = reference, containerDefinitions = [] } = taskDefinition;
    return { arn, status, images: containerDefinitions.flatMap(({ image }) => image ?? []) };
  } catch (error) {
    if (awsErrorName(error) === 'ClientException') return undefined;
    throw error;
  }
}

async function requireImages(
  taskDefinitionArn: string,
  images: readonly string[],
  isGiven: boolean,
  { findMissingImages }: Ports
): Promise<void> {
  const missing = (await findMissingImages?.(images)) ?? [];
  if (missing.length === 0) return;
  throw new SlipwayError({
    code: 'revision-without-images',
    fault: 'user',
    what: `The task definition ${resourceName(taskDefinitionArn)} cannot be pulled any more: ECR has no ${listNames(missing)}. A lifecycle policy may have removed it, or it is archived.`,
    next: isGiven
      ? 'Choose a revision whose images are there with --to, or push the image again.'
      : 'Push the image again, or name a revision whose images are there with --to=family:revision.'
  });
}

/** A revision that somebody named. Throws SlipwayError where it is not ACTIVE, or not there. */
async function requireActive(reference: string, { ecs }: Ports): Promise<Revision> {
  const what = `The task definition ${resourceName(reference)}`;
  const next = 'Correct --to.';
  const found = await read(resourceName(reference), () => readRevision(reference, ecs));
  if (found === undefined)
    throw new SlipwayError({ code: 'no-such-revision', fault: 'user', what: `${what} does not exist.`, next });
  if (found.status === ACTIVE) return found;
  throw new SlipwayError({
    code: 'revision-not-active',
    fault: 'user',
    what: `${what} is ${found.status}: it was deregistered, so it cannot be deployed.`,
    next
  });
}

function nothingBefore(target: RolloutTarget, why: string, passedOver: readonly string[]): SlipwayError {
  const running = resourceName(target.runningTaskDefinitionArn ?? 'nothing');
  const service = `${target.clusterName}/${target.serviceName}`;
  if (passedOver.length > 0) {
    return new SlipwayError({
      code: 'revision-not-active',
      fault: 'user',
      what: `No revision that was live on ${service} before ${running} can be deployed again: ${listNames(passedOver)}, as they were deregistered.`,
      next: 'Name another one with --to=family:revision.'
    });
  }
  return new SlipwayError({
    code: 'nothing-before',
    fault: 'user',
    what: `What was live on ${service} before ${running} is not known: ${why} in the last ${LAST_DAYS} days.`,
    next: 'Name the revision to go to with --to=family:revision.'
  });
}

async function read<T>(what: string, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    throw explainAwsError(error, `Reading ${what}`);
  }
}

function daysAgo(days: number, clock: Clock): Date {
  return new Date(clock.now() - days * 86_400_000);
}
