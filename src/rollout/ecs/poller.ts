import { awsErrorName, isAccessDenied, isUnavailable } from '../../aws/errors.js';
import type { Service, ServiceDeployment } from '../../aws/types.js';
import { findServiceDeployment, isOwnServiceDeployment, readServiceRevision } from './identity.js';
import { isDeleted, isTurningOver, type DeploymentRef, type EcsSnapshot } from './status.js';
import type { EcsPort } from '../ports.js';

interface EcsPollInput {
  readonly ecs: EcsPort;
  readonly cluster: string;
  readonly service: string;
  readonly ref: DeploymentRef;
  /** Where it was found before. */
  readonly serviceDeploymentArn: string | undefined;
  /** What the service named before ours began. */
  readonly serviceDeploymentBefore: string | undefined;
  /** It has failed, or was given up: what is left is the service deployment's to tell. */
  readonly isFailing: () => boolean;
  /** Called once, when our service deployment is found. */
  onFound(serviceDeploymentArn: string): void;
  warnOnce(line: string): void;
}

/** So often the service may name an older service deployment than ours before the list is asked. */
const PATIENT_LOOKS = 4;

/** What tells little at the time is asked on every so many looks. */
const SELDOM = 3;

/**
 * Makes the function that looks at our deployment once, with as few calls as tell what is new: a minute of waiting stays within 30.
 *
 * While tasks come up and go, DescribeServices tells of it, and DescribeServiceDeployments is asked when the deployments are different, else
 * on every third look. When they stand, it is the other way round: stages, traffic and the end are the service deployment's to tell. Which
 * one is ours the service says itself (`currentServiceDeployment`), some seconds after UpdateService; where it says nothing of the kind, or
 * goes on naming another, ListServiceDeployments tells.
 *
 * Where the service deployment may not be read, or what answers does not know it, it goes on with DescribeServices alone.
 */
export function createEcsPoller(look: EcsPollInput): () => Promise<EcsSnapshot> {
  const { ecs, ref } = look;
  let query = { ...ref, cluster: look.cluster, service: look.service };
  let arn = look.serviceDeploymentArn;
  let other = look.serviceDeploymentBefore;
  let looksWithout = 0;
  let readable = true;

  const attempt = async (
    read: () => Promise<ServiceDeployment | undefined>
  ): Promise<ServiceDeployment | undefined> => {
    if (!readable) return undefined;
    try {
      return await read();
    } catch (error) {
      if (isOfDeleted(error)) return undefined;
      if (!isUnavailable(error)) throw error;
      readable = false;
      look.warnOnce(
        `The service deployment cannot be read (${nameAction(error)}); the verdict rests on DescribeServices alone.`
      );
      return undefined;
    }
  };

  const describe = async (which: string): Promise<ServiceDeployment | undefined> =>
    (await ecs.describeServiceDeployments([which]))[0];

  const remember = (which: string): void => {
    arn = which;
    look.onFound(which);
  };

  const findOwn = async (service: Service | undefined): Promise<ServiceDeployment | undefined> => {
    query = { ...query, serviceRevisionArn: query.serviceRevisionArn ?? readServiceRevision(service, ref) };
    const current = service?.currentServiceDeployment;
    if (current !== undefined && current !== other) {
      const described = await describe(current);
      if (described !== undefined && (await isOwnServiceDeployment(described, query, ecs))) {
        remember(current);
        return described;
      }
      if (described !== undefined) other = current;
    }
    looksWithout += 1;
    if (current !== undefined && looksWithout < PATIENT_LOOKS) return undefined;
    const listed = await findServiceDeployment(query, ecs);
    if (listed === undefined) return undefined;
    remember(listed);
    return describe(listed);
  };

  let service: Service | undefined;
  let deployment: ServiceDeployment | undefined;
  let polls = 0;
  let behind = false;

  const askService = async (): Promise<void> => {
    service = await describeService(look);
  };
  const askDeployment = async (which: string): Promise<void> => {
    deployment = await attempt(() => describe(which));
  };
  /** Whether a newer deployment stopped it is the service's to tell, at a moment after that. */
  const askWhatStopped = async (): Promise<void> => {
    if (deployment?.status === 'STOPPED') await askService();
  };
  /** Whether ours had ended before its service was deleted is the deployment's to tell, at a moment after that. */
  const askWhatWasBefore = async (which: string): Promise<void> => {
    if (service !== undefined && !isDeleted(service)) return;
    deployment = (await attempt(() => describe(which))) ?? deployment;
  };

  return async () => {
    const which = arn;
    if (which === undefined) {
      await askService();
      deployment = await attempt(() => findOwn(service));
      await askWhatStopped();
      return { service, serviceDeployment: deployment };
    }
    const serviceLeads =
      !readable || (!look.isFailing() && isTurningOver(ref, { service, serviceDeployment: deployment }));
    const before = serviceLeads ? serviceFingerprint(service) : deploymentFingerprint(deployment);
    polls += 1;
    behind ||= polls % SELDOM === 0;
    if (behind) await Promise.all([askService(), askDeployment(which)]);
    else if (serviceLeads) {
      await askService();
      // With all tasks there, the next thing to happen is the deployment's to tell.
      const stands = !look.isFailing() && !isTurningOver(ref, { service, serviceDeployment: deployment });
      behind = stands || serviceFingerprint(service) !== before;
      if (behind) await askDeployment(which);
    } else {
      await askDeployment(which);
      behind = deploymentFingerprint(deployment) !== before;
      if (behind) await askService();
    }
    behind = false;
    await askWhatStopped();
    await askWhatWasBefore(which);
    return { service, serviceDeployment: deployment };
  };
}

/** What of a service makes its deployment worth a look. */
function serviceFingerprint(service: Service | undefined): string {
  const deployments = service?.deployments?.map(({ id, status, rolloutState }) => [id, status, rolloutState]);
  return JSON.stringify([service?.status, deployments]);
}

/** What of a service deployment makes its service worth a look. */
function deploymentFingerprint(deployment: ServiceDeployment | undefined): string {
  const { status, lifecycleStage, targetServiceRevision: target } = deployment ?? {};
  return JSON.stringify([status, lifecycleStage, target?.runningTaskCount]);
}

async function describeService({ ecs, cluster, service }: EcsPollInput): Promise<Service | undefined> {
  return (await ecs.describeServices(cluster, [service])).services[0];
}

/** ECS lists no service deployments of a service that is deleted. */
function isOfDeleted(error: unknown): boolean {
  return /^ServiceNot(Found|Active)Exception$/.test(awsErrorName(error) ?? '');
}

function nameAction(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const action = /perform: (ecs:[A-Za-z]+)/.exec(message)?.[1];
  if (isAccessDenied(error)) {
    return `allow ${action ?? 'ecs:ListServiceDeployments, ecs:DescribeServiceRevisions and ecs:DescribeServiceDeployments'}`;
  }
  return message;
}
