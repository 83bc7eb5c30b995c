import { awsErrorName, explainAwsError } from '../../aws/errors.js';
import type { DeploymentInfo, EcsDeployment, Service, ServiceDeployment } from '../../aws/types.js';
import type { RolloutConfig } from '../../config/config.js';
import { SlipwayError } from '../../errors.js';
import type { Clock } from '../../ports.js';
import { readPause as readReady } from '../codedeploy/status.js';
import { readPause, type DeploymentRef } from '../ecs/status.js';
import type { Pause } from '../gate/pause.js';
import { ACTIVE_STATUSES, type CodeDeployPort, type EcsPort, type RolloutPorts } from '../ports.js';
import { findTarget, type CodeDeployTarget, type EcsTarget, type RolloutTarget } from '../target.js';
import { retryTransient } from '../transient.js';
import { resourceName } from '../../text/arn.js';

/** A deployment that somebody else began, or an earlier run, as AWS tells of it. */
export type TakenUp = (
  | { readonly engine: 'ecs'; readonly ref: DeploymentRef; readonly serviceDeploymentArn: string }
  | { readonly engine: 'codedeploy'; readonly id: string; readonly previousTaskDefinitionArn: string | undefined }
) & {
  readonly taskDefinitionArn: string;
  /** AWS's word for how it stands. */
  readonly status: string;
  readonly begunAt: number;
  /** undefined: it is under way. */
  readonly endedAt: number | undefined;
  /** What it waits for at this moment. */
  readonly waiting: Pause | undefined;
};

export interface FoundDeployment {
  readonly target: RolloutTarget;
  readonly hasEnded: boolean;
  readonly takenUp: TakenUp;
}

interface Search {
  /** The service that the settings name. What the reference names is stronger. */
  readonly config: RolloutConfig;
  readonly region: string;
  readonly ports: RolloutPorts;
  readonly clock: Clock;
}

const UNDER_WAY = /^(PENDING|IN_PROGRESS|STOP_REQUESTED|ROLLBACK_REQUESTED|ROLLBACK_IN_PROGRESS)$/;
/** In milliseconds. Hooks may hold each stage of a deployment for two weeks. */
const LONGEST_DEPLOYMENT = 90 * 86_400_000;

/**
 * Finds a deployment by its name: CodeDeploy's id, `cluster/service/id` or the ARN of an ECS service deployment. Reads only.
 *
 * @throws SlipwayError where there is none of that name, or AWS refuses
 */
export async function findDeployment(reference: string, search: Search): Promise<FoundDeployment> {
  if (reference.startsWith('d-')) return findCodeDeploy(reference, search);
  const [path = '', region = search.region] = [reference.split(':service-deployment/').at(-1), reference.split(':')[3]];
  if (region !== search.region) {
    const what = `The deployment ${reference} is in ${region}, and the region of the settings is ${search.region}.`;
    throw new SlipwayError({ code: 'wrong-region', fault: 'user', what, next: `Set region: ${region}.` });
  }
  const [cluster = '', service = '', id = ''] = path.split('/');
  const target = await findTargetOf(search, { cluster, service });
  if (target.controller !== 'ECS') throw notThere(reference, `${cluster}/${service} is deployed by CodeDeploy`);
  return takeUpEcs(
    target,
    target.serviceArn.replace(/:service\/.*$/, `:service-deployment/${cluster}/${service}/${id}`),
    search
  );
}

/** The deployment of the settings' service that is under way; undefined where none is. Throws as findDeployment does. */
export async function findUnderWay(search: Search): Promise<FoundDeployment | undefined> {
  return findUnderWayOf(await findTargetOf(search, {}), search);
}

/** The same of a service that was looked at in this moment. */
export async function findUnderWayOf(target: RolloutTarget, search: Search): Promise<FoundDeployment | undefined> {
  const { ports, clock } = search;
  if (target.controller === 'CODE_DEPLOY') {
    const { application, deploymentGroup } = target;
    const query = { application, deploymentGroup, statuses: ACTIVE_STATUSES };
    const [id] = await orExplained(`Listing the deployments of ${deploymentGroup}`, () =>
      retryTransient(clock, () => ports.codedeploy.listDeployments(query))
    );
    return id === undefined ? undefined : findCodeDeploy(id, search);
  }
  const query = {
    cluster: target.clusterArn,
    service: target.serviceName,
    createdAfter: new Date(clock.now() - LONGEST_DEPLOYMENT)
  };
  const listed = await orExplained(`Listing the service deployments of ${target.serviceName}`, () =>
    retryTransient(clock, () => ports.ecs.listServiceDeployments(query))
  );
  const [newest] = listed
    .filter(({ status = '' }) => UNDER_WAY.test(status))
    .sort((one, other) => (other.createdAt?.getTime() ?? 0) - (one.createdAt?.getTime() ?? 0));
  return newest?.serviceDeploymentArn === undefined
    ? undefined
    : takeUpEcs(target, newest.serviceDeploymentArn, search);
}

/** An active deployment is what is looked for, and nothing to refuse. */
async function findTargetOf({ config, ports, clock }: Search, named: Partial<RolloutConfig>): Promise<RolloutTarget> {
  return findTarget({ ...config, ...named, onConflict: 'wait' }, { ...ports, clock });
}

/** A service deployment by its ARN. Throws as findDeployment does. */
export async function takeUpEcs(
  target: EcsTarget,
  arn: string,
  { ports, clock }: Pick<Search, 'ports' | 'clock'>
): Promise<FoundDeployment> {
  const name = arn.split(':service-deployment/')[1] ?? arn;
  const [deployment] = await orExplained(`Reading the deployment ${name}`, () =>
    retryTransient(clock, () => ports.ecs.describeServiceDeployments([arn]))
  );
  if (deployment === undefined) throw notThere(name, `${target.serviceName} has no service deployment of that id`);
  const ref = await readOwn(deployment, target.service, ports.ecs, clock);
  const { status = 'unknown', createdAt, startedAt, finishedAt, stoppedAt } = deployment;
  const hasEnded = !UNDER_WAY.test(status);
  return {
    target,
    hasEnded,
    takenUp: {
      engine: 'ecs',
      ref,
      serviceDeploymentArn: arn,
      taskDefinitionArn: ref.taskDefinitionArn,
      status,
      begunAt: (startedAt ?? createdAt)?.getTime() ?? clock.now(),
      endedAt: hasEnded ? (finishedAt ?? stoppedAt)?.getTime() : undefined,
      waiting: readPause(deployment)
    }
  };
}

/** In milliseconds: so far apart ECS may make a deployment and its service deployment. */
const SAME_TIME = 60_000;

/** The deployment of a service deployment among those of the service: by its number, where ECS gives both the same, else by revision and age. */
export async function readOwn(
  deployment: ServiceDeployment,
  service: Service,
  ecs: EcsPort,
  clock: Clock
): Promise<DeploymentRef> {
  const revisionArn = deployment.targetServiceRevision?.arn ?? '';
  const sources = (deployment.sourceServiceRevisions ?? []).flatMap(({ arn }) => arn ?? []);
  const arns = [...new Set([revisionArn, ...sources])].filter(arn => arn !== '').slice(0, 20);
  const revisions = await orExplained('Reading its service revisions', () =>
    retryTransient(clock, () => ecs.describeServiceRevisions(arns))
  );
  const revisionOf = (arn: string): string | undefined =>
    revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === arn)?.taskDefinition;
  const taskDefinitionArn = revisionOf(revisionArn) ?? '';
  const createdAt = deployment.createdAt?.getTime() ?? 0;
  const deploymentId = `ecs-svc/${resourceName(revisionArn)}`;
  const deployments = service.deployments ?? [];
  const distance = (each: EcsDeployment): number => Math.abs((each.createdAt?.getTime() ?? 0) - createdAt);
  const [nearest] = deployments
    .filter(each => each.taskDefinition === taskDefinitionArn && distance(each) <= SAME_TIME)
    .sort((one, other) => distance(one) - distance(other));
  const listed = deployments.find(({ id }) => id === deploymentId) ?? nearest;
  const ourTime = listed?.createdAt?.getTime() ?? createdAt;
  const before = deployments.filter(each => each.id !== listed?.id && (each.createdAt?.getTime() ?? 0) <= ourTime);
  return {
    deploymentId: listed?.id ?? deploymentId,
    serviceRevisionArn: revisionArn,
    taskDefinitionArn,
    previousTaskDefinitionArn: sources.map(revisionOf).find(arn => arn !== undefined && arn !== taskDefinitionArn),
    createdAt: ourTime,
    before: { deploymentIds: before.flatMap(({ id }) => id ?? []), serviceRevisionArns: [] }
  };
}

async function findCodeDeploy(id: string, search: Search): Promise<FoundDeployment> {
  const { ports, clock } = search;
  const info = await retryTransient(clock, () => ports.codedeploy.getDeployment(id)).catch((error: unknown) => {
    if (/DeploymentDoesNotExist|InvalidDeploymentId/.test(awsErrorName(error) ?? '')) {
      throw notThere(id, `CodeDeploy has no such deployment in ${search.region}`);
    }
    throw explainAwsError(error, `Reading the deployment ${id}`);
  });
  const { applicationName: application = '', deploymentGroupName: deploymentGroup = '' } = info;
  const group = await orExplained(`Reading the deployment group ${deploymentGroup} of ${application}`, () =>
    retryTransient(clock, () => ports.codedeploy.getDeploymentGroup(application, deploymentGroup))
  );
  const [{ clusterName: cluster = 'default', serviceName: service } = {}] = group.ecsServices ?? [];
  if (service === undefined) throw notThere(id, `the deployment group ${deploymentGroup} deploys no ECS service`);
  const names = { codedeployApplication: application, codedeployDeploymentGroup: deploymentGroup };
  const target = await findTargetOf(search, { cluster, service, ...names });
  if (target.controller !== 'CODE_DEPLOY') throw notThere(id, `${cluster}/${service} is not deployed by CodeDeploy`);
  const taskDefinitionArn = await findRevision(info, target, ports.codedeploy);
  const others = (target.service.taskSets ?? []).filter(({ externalId }) => externalId !== id);
  const hasEnded = !ACTIVE_STATUSES.some(status => status === info.status);
  return {
    target,
    hasEnded,
    takenUp: {
      engine: 'codedeploy',
      id,
      taskDefinitionArn,
      previousTaskDefinitionArn: others.find(({ taskDefinition }) => taskDefinition !== taskDefinitionArn)
        ?.taskDefinition,
      status: info.status ?? 'unknown',
      begunAt: (info.startTime ?? info.createTime)?.getTime() ?? clock.now(),
      endedAt: hasEnded ? info.completeTime?.getTime() : undefined,
      waiting: readReady(info)
    }
  };
}

/** What a CodeDeploy deployment brings: its task set says it while there is one, else its AppSpec; '' where neither is to be had. */
export async function findRevision(
  info: DeploymentInfo,
  { service, application }: CodeDeployTarget,
  codedeploy: CodeDeployPort
): Promise<string> {
  const own = service.taskSets?.find(({ externalId }) => externalId === info.deploymentId)?.taskDefinition;
  if (own !== undefined) return own;
  const sha256 = info.revision?.appSpecContent?.sha256;
  const text =
    sha256 === undefined ? undefined : await codedeploy.getAppSpec(application, sha256).catch(() => undefined);
  return /arn:aws[a-z-]*:ecs:[a-z0-9-]+:\d{12}:task-definition\/[\w-]+:\d+/.exec(text ?? '')?.[0] ?? '';
}

function notThere(name: string, why: string): SlipwayError {
  return new SlipwayError({
    code: 'no-such-deployment',
    fault: 'user',
    what: `There is no deployment ${name}: ${why}.`,
    next: 'The output deployment of the run that began it has its name; slipway status lists the last ones.'
  });
}

async function orExplained<T>(doing: string, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    throw explainAwsError(error, doing);
  }
}
