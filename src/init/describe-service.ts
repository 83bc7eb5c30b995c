import { makeAppspec, type Appspec } from '../appspec/appspec.js';
import { listContainers } from '../task-definition/types.js';
import { readRegisteredTaskDefinition, type TaskDefinitionFile } from '../task-definition/index.js';
import { explainAwsError } from '../aws/errors.js';
import { ProblemsError, SlipwayError } from '../errors.js';
import { CACHE_TAG_PREFIX } from '../image/build/registry-cache.js';
import { isTagImmutable, parseReference } from '../image/reference.js';
import { findService, type ServiceTarget } from '../rollout/service.js';
import { parseEcrHost } from '../text/ecr-host.js';
import { explainController } from '../rollout/target.js';
import { parseArn, resourceName } from '../text/arn.js';
import { nearestName } from '../text/suggest.js';
import { findGroupOf, type GroupName } from './deployment-group.js';
import type { InitPorts } from './ports.js';

/** A service as it runs. */
export interface LiveService {
  readonly target: ServiceTarget;
  readonly controller: 'ECS' | 'CODE_DEPLOY';
  readonly definition: TaskDefinitionFile;
  /** The containers whose image is in ECR of this account and region. */
  readonly images: readonly LiveImage[];
  /** For CODE_DEPLOY, where one was found. */
  readonly group: GroupName | undefined;
  /** For CODE_DEPLOY, made from the service. */
  readonly appspec: Appspec | undefined;
  /** What has to be known of it. One sentence each. */
  readonly notes: readonly string[];
}

export interface LiveImage {
  readonly container: string;
  /** The repository's name in ECR. */
  readonly repository: string;
  /** A tag of a cache could not move there; undefined: the repository may not be looked at. */
  readonly isImmutable?: boolean | undefined;
}

/**
 * Looks at a service and at all that its files can be made from, without changing anything.
 *
 * @throws SlipwayError where cluster or service are not there (with the nearest name), another controller rolls it out, nothing was ever
 * deployed, or it may not be looked at
 */
export async function describeLiveService(cluster: string, wanted: string, ports: InitPorts): Promise<LiveService> {
  const target = await findService(cluster, wanted, ports).catch(async (error: unknown) => {
    throw error instanceof SlipwayError && error.code === 'cluster-not-found'
      ? await adviseCluster(error, cluster, ports)
      : error;
  });
  const controller = target.service.deploymentController?.type ?? 'ECS';
  if (controller !== 'ECS' && controller !== 'CODE_DEPLOY') throw explainController(controller, target);
  const definition = await readRunning(target, ports);
  const images = await findOwnImages(target, definition, ports);
  const isCodeDeploy = controller === 'CODE_DEPLOY';
  const group = isCodeDeploy ? await findGroup(target, ports) : undefined;
  const made = isCodeDeploy ? tryAppspec(target) : undefined;
  const missing =
    isCodeDeploy && group === undefined
      ? [
          `No CodeDeploy deployment group of ${target.serviceName} was found: set codedeploy-application and codedeploy-deployment-group.`
        ]
      : [];
  const notes = [...target.warnings, ...describeInProgress(target), ...missing, ...(made?.notes ?? [])];
  return { target, controller, definition, images, group, appspec: made?.appspec, notes };
}

async function adviseCluster(error: SlipwayError, cluster: string, ports: InitPorts): Promise<SlipwayError> {
  const arns = await ports.listClusters().catch((): readonly string[] => []);
  const near = nearestName(resourceName(cluster), arns.map(resourceName));
  if (near === undefined) return error;
  return new SlipwayError({ code: error.code, fault: error.fault, what: error.what, next: `Did you mean ${near}?` });
}

async function readRunning(target: ServiceTarget, { ecs }: InitPorts): Promise<TaskDefinitionFile> {
  const reference = target.runningTaskDefinitionArn;
  if (reference === undefined) {
    throw new SlipwayError({
      code: 'nothing-running',
      fault: 'user',
      what: `The service ${target.serviceName} has no task definition: nothing was ever deployed to it.`,
      next: 'Deploy to it once, or write the files by hand.'
    });
  }
  const { written } = await ecs.describeTaskDefinition(reference).catch((error: unknown) => {
    throw explainAwsError(error, `Reading the task definition ${resourceName(reference)}`);
  });
  return readRegisteredTaskDefinition(written.taskDefinition, written.tags, resourceName(reference));
}

/** An image by its address: of this account and region, or of an AWS at a custom endpoint that knows the address for its own. */
async function findOwnImages(
  target: ServiceTarget,
  { definition }: TaskDefinitionFile,
  { ecr }: InitPorts
): Promise<readonly LiveImage[]> {
  const { region, account } = parseArn(target.serviceArn) ?? {};
  const isOwn = async (registry: string, repository: string): Promise<boolean> => {
    const host = parseEcrHost(registry);
    if (host !== undefined) return host.account === account && host.region === region;
    if (!registry.includes(':')) return false;
    return (await ecr.describeRepository(repository))?.uri === `${registry}/${repository}`;
  };
  const found = await Promise.all(
    listContainers(definition).map(async ({ name, image }) => {
      const { registry, repository } = parseReference(image) ?? {};
      if (registry === undefined || repository === undefined) return [];
      if (!(await isOwn(registry, repository))) return [];
      // Only a proposal depends on it.
      const described = await ecr.describeRepository(repository).catch(() => undefined);
      const isImmutable = described === undefined ? undefined : isTagImmutable(described, `${CACHE_TAG_PREFIX}main`);
      return [{ container: name, repository, isImmutable }];
    })
  );
  return found.flat();
}

async function findGroup(target: ServiceTarget, { codedeploy }: InitPorts): Promise<GroupName | undefined> {
  return findGroupOf(target, codedeploy).catch((error: unknown) => {
    throw explainAwsError(error, `Looking for the CodeDeploy deployment group of ${target.serviceName}`);
  });
}

/** What CodeDeploy keeps with its task sets stands in for what the service itself does not say. */
function tryAppspec({ service }: ServiceTarget): { readonly appspec?: Appspec; readonly notes: readonly string[] } {
  const primary = service.taskSets?.find(({ status }) => status === 'PRIMARY');
  const balancers = service.loadBalancers ?? [];
  try {
    const appspec = makeAppspec({
      ...service,
      loadBalancers: balancers.length > 0 ? balancers : primary?.loadBalancers,
      networkConfiguration: service.networkConfiguration ?? primary?.networkConfiguration
    });
    return { appspec, notes: [] };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { notes: error.problems.map(({ what, next }) => `${what} ${next}`) };
  }
}

function describeInProgress({ service, serviceName }: ServiceTarget): readonly string[] {
  const primary = service.deployments?.find(({ status }) => status === 'PRIMARY');
  if (primary?.rolloutState !== 'IN_PROGRESS') return [];
  return [
    `A deployment of ${serviceName} is under way: the files say what it deploys (${resourceName(primary.taskDefinition ?? '')}).`
  ];
}
