import { awsErrorName, explainAwsError, isAccessDenied, isTransient } from '../../aws/errors.js';
import type { Service } from '../../aws/types.js';
import { SlipwayError } from '../../errors.js';
import type { Clock } from '../../ports.js';
import { retryTransient } from '../transient.js';
import type { EcsPort, RolloutPorts } from '../ports.js';
import type { CodeDeployTarget, EcsTarget, RolloutTarget } from '../target.js';
import { TASK_DEFINITION_ARN, resourceName } from '../../text/arn.js';

type Ports = Pick<RolloutPorts, 'ecs' | 'codedeploy'> & { readonly clock: Clock };

/** What to go back to. */
interface Previous {
  readonly taskDefinitionArn: string;
  /** The AppSpec that brings it, where CodeDeploy deploys. */
  readonly appspec: string | undefined;
}

/** As far back as ECS and CodeDeploy are asked. */
const LAST_DAYS = 180;
/** So many deployments may have brought the same revision over and over. */
const MOST_DEPLOYMENTS = 25;
const TASK_DEFINITIONS = new RegExp(TASK_DEFINITION_ARN, 'g');

/**
 * The revision that was live before the one that runs now: that of the last deployment which succeeded with another one. Rests on
 * ListServiceDeployments and DescribeServiceRevisions; with CodeDeploy on the deployments that Succeeded, the sha256 of their AppSpecs
 * (GetDeployment) and their text (GetApplicationRevision).
 *
 * @param to a revision to go to instead: `family:revision` or an ARN
 * @throws SlipwayError where none is known, or it is not ACTIVE any more
 */
export async function findPrevious(target: RolloutTarget, to: string | undefined, ports: Ports): Promise<Previous> {
  const previous =
    target.controller === 'ECS'
      ? { taskDefinitionArn: to ?? (await findPreviousEcs(target, ports)), appspec: undefined }
      : await findPreviousCodeDeploy(target, to, ports);
  const taskDefinitionArn = await requireActive(previous.taskDefinitionArn, to !== undefined, ports);
  const { appspec } = previous;
  // The AppSpec is that of another deployment where somebody chose the revision.
  return {
    taskDefinitionArn,
    appspec: to === undefined ? appspec : appspec?.replaceAll(TASK_DEFINITIONS, () => taskDefinitionArn)
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

async function findPreviousEcs(target: EcsTarget, ports: Ports): Promise<string> {
  const found = await read('the service deployments', () =>
    findSuccessful(target, arn => arn !== target.runningTaskDefinitionArn, ports)
  );
  if (found !== undefined) return found;
  throw nothingBefore(target, 'ECS lists no successful deployment of another one');
}

/** The newest service deployment that was SUCCESSFUL with a task definition that is looked for (ListServiceDeployments, DescribeServiceRevisions). */
async function findSuccessful(
  { clusterArn, serviceName }: Pick<EcsTarget, 'clusterArn' | 'serviceName'>,
  isWanted: (taskDefinitionArn: string) => boolean,
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
      if (found !== undefined && isWanted(found)) return found;
    }
  }
  return undefined;
}

async function findPreviousCodeDeploy(
  target: CodeDeployTarget,
  to: string | undefined,
  { codedeploy, clock }: Ports
): Promise<Previous> {
  const { application, deploymentGroup } = target;
  const createdAfter = daysAgo(LAST_DAYS, clock);
  const ids = await read('the deployments that succeeded', () =>
    retryTransient(clock, () =>
      codedeploy.listDeployments({ application, deploymentGroup, statuses: ['Succeeded'], createdAfter })
    )
  );
  const seen = new Set<string>();
  for (const id of ids.slice(0, MOST_DEPLOYMENTS)) {
    const info = await read(`the deployment ${id}`, () => retryTransient(clock, () => codedeploy.getDeployment(id)));
    const sha256 = info.revision?.appSpecContent?.sha256;
    if (sha256 === undefined || seen.has(sha256)) continue;
    seen.add(sha256);
    const appspec = await read(`the AppSpec of ${id}`, () =>
      retryTransient(clock, () => codedeploy.getAppSpec(application, sha256))
    );
    const [arn] = appspec?.match(TASK_DEFINITIONS) ?? [];
    if (appspec === undefined || arn === undefined) continue;
    if (to === undefined && arn === target.runningTaskDefinitionArn) continue;
    return { taskDefinitionArn: to ?? arn, appspec };
  }
  throw nothingBefore(target, `${deploymentGroup} has no deployment that succeeded with another one`);
}

async function requireActive(reference: string, isGiven: boolean, { ecs }: Ports): Promise<string> {
  const what = `The task definition ${resourceName(reference)}`;
  const next = isGiven ? 'Correct --to.' : 'Name another one with --to=family:revision.';
  const described = await ecs.describeTaskDefinition(reference).catch((error: unknown) => {
    // A revision that is known to have been live need not be looked at.
    if (!isGiven && isAccessDenied(error)) return undefined;
    if (awsErrorName(error) !== 'ClientException') throw explainAwsError(error, `Reading ${resourceName(reference)}`);
    throw new SlipwayError({ code: 'no-such-revision', fault: 'user', what: `${what} does not exist.`, next });
  });
  const { status = 'ACTIVE', taskDefinitionArn = reference } = described?.taskDefinition ?? {};
  if (status === 'ACTIVE') return taskDefinitionArn;
  throw new SlipwayError({
    code: 'revision-not-active',
    fault: 'user',
    what: `${what} is ${status}: it was deregistered, so it cannot be deployed.`,
    next
  });
}

function nothingBefore(target: RolloutTarget, why: string): SlipwayError {
  const running = resourceName(target.runningTaskDefinitionArn ?? 'nothing');
  return new SlipwayError({
    code: 'nothing-before',
    fault: 'user',
    what: `What was live on ${target.clusterName}/${target.serviceName} before ${running} is not known: ${why} in the last ${LAST_DAYS} days.`,
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
