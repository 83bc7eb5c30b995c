import { awsErrorName, isAccessDenied } from '../aws/errors.js';
import type { Service, ServiceDeployment } from '../aws/shapes.js';
import { findServiceDeployment } from './ecs-identity.js';
import type { EcsOwn, EcsSnapshot } from './ecs-state.js';
import type { EcsPort } from './ports.js';

export interface EcsLook {
  readonly ecs: EcsPort;
  readonly cluster: string;
  readonly service: string;
  readonly own: EcsOwn;
  /** Where it was found before. */
  readonly serviceDeploymentArn: string | undefined;
  /** Called once, when our service deployment is found. */
  onFound(serviceDeploymentArn: string): void;
  warnOnce(line: string): void;
}

/**
 * Makes the function that looks at our deployment once: DescribeServices and DescribeServiceDeployments side by side.
 * Where the service deployment may not be read, or what answers does not know it, it goes on with DescribeServices alone.
 */
export function createEcsLook(look: EcsLook): () => Promise<EcsSnapshot> {
  let arn = look.serviceDeploymentArn;
  let readable = true;

  const describeOwn = async (): Promise<ServiceDeployment | undefined> => {
    if (!readable) return undefined;
    try {
      if (arn === undefined) {
        const { cluster, service } = look;
        arn = await findServiceDeployment({ ...look.own, cluster, service }, look.ecs);
        if (arn === undefined) return undefined;
        look.onFound(arn);
      }
      return (await look.ecs.describeServiceDeployments([arn]))[0];
    } catch (error) {
      if (!isOutOfReach(error)) throw error;
      readable = false;
      look.warnOnce(
        `The service deployment cannot be read (${nameAction(error)}); the verdict rests on DescribeServices alone.`
      );
      return undefined;
    }
  };

  return async () => {
    const [service, serviceDeployment] = await Promise.all([describeService(look), describeOwn()]);
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
