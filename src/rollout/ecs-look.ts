import { awsErrorName, isAccessDenied } from '../aws/errors.js';
import type { Service, ServiceDeployment } from '../aws/shapes.js';
import { findServiceDeployment, isOwnServiceDeployment } from './ecs-identity.js';
import type { EcsOwn, EcsSnapshot } from './ecs-state.js';
import type { EcsPort } from './ports.js';

interface EcsLook {
  readonly ecs: EcsPort;
  readonly cluster: string;
  readonly service: string;
  readonly own: EcsOwn;
  /** Where it was found before. */
  readonly serviceDeploymentArn: string | undefined;
  /** What the service named before ours began. */
  readonly serviceDeploymentBefore: string | undefined;
  /** Called once, when our service deployment is found. */
  onFound(serviceDeploymentArn: string): void;
  warnOnce(line: string): void;
}

/** So often the service may name an older service deployment than ours before the list is asked. */
const PATIENT_LOOKS = 4;

/**
 * Makes the function that looks at our deployment once: DescribeServices and, side by side, DescribeServiceDeployments. Which service
 * deployment is ours the service says itself (`currentServiceDeployment`), some seconds after UpdateService; where it says nothing of the
 * kind, or goes on naming another, ListServiceDeployments tells.
 *
 * Where the service deployment may not be read, or what answers does not know it, it goes on with DescribeServices alone.
 */
export function createEcsLook(look: EcsLook): () => Promise<EcsSnapshot> {
  const { ecs, own } = look;
  const query = { ...own, cluster: look.cluster, service: look.service };
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
      if (!isOutOfReach(error)) throw error;
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

  return async () => {
    const known = arn;
    if (known === undefined) {
      const service = await describeService(look);
      return { service, serviceDeployment: await attempt(() => findOwn(service)) };
    }
    const [service, serviceDeployment] = await Promise.all([describeService(look), attempt(() => describe(known))]);
    return { service, serviceDeployment };
  };
}

async function describeService({ ecs, cluster, service }: EcsLook): Promise<Service | undefined> {
  return (await ecs.describeServices(cluster, [service])).services[0];
}

function isOutOfReach(error: unknown): boolean {
  const name = awsErrorName(error) ?? '';
  return isAccessDenied(error) || /^(UnknownOperation|UnsupportedOperation|NotImplemented|InvalidAction)/.test(name);
}

function nameAction(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  const action = /perform: (ecs:[A-Za-z]+)/.exec(message)?.[1];
  if (isAccessDenied(error)) {
    return `allow ${action ?? 'ecs:ListServiceDeployments, ecs:DescribeServiceRevisions and ecs:DescribeServiceDeployments'}`;
  }
  return message;
}
