import type { RolloutConfig } from '../config/config.js';
import type { SourceLocation, Problem } from '../errors.js';
import { nearestName } from '../text/suggest.js';
import { checkSettings } from './service-settings.js';
import type { RolloutTarget } from './target.js';

/** What the check needs to know of a task definition. */
export interface TaskDefinitionFacts {
  /** The file or reference that messages name. */
  readonly file?: string | undefined;
  readonly networkMode?: string | undefined;
  readonly requiresCompatibilities?: readonly string[] | undefined;
  readonly containers: readonly ContainerFacts[];
}

interface ContainerFacts {
  readonly name: string;
  /** The container ports of its port mappings. */
  readonly ports: readonly number[];
  /** `containerPortRange`s, as `8000-8010`. */
  readonly portRanges?: readonly string[] | undefined;
}

/** Where CodeDeploy sends the traffic: the AppSpec's LoadBalancerInfo. */
export interface AppSpecFacts {
  readonly file?: string | undefined;
  readonly containerName: string | undefined;
  readonly containerPort: number | undefined;
  /** Whether it has a NetworkConfiguration of its own. */
  readonly hasNetworkConfiguration?: boolean | undefined;
}

/**
 * Compares a task definition with the service that is to run it, before anything is registered: what ECS and CodeDeploy
 * would only say after the change, some of it (the AppSpec's container and port) in the middle of a deployment.
 */
export function checkTarget(
  target: RolloutTarget,
  taskDefinition: TaskDefinitionFacts,
  appspec: AppSpecFacts | undefined,
  rollout: RolloutConfig
): Problem[] {
  return [
    ...checkTraffic(target, taskDefinition, appspec),
    ...checkNetwork(target, taskDefinition, appspec),
    ...checkLaunch(target, taskDefinition),
    ...checkSettings(target, rollout)
  ];
}

function checkTraffic(
  target: RolloutTarget,
  taskDefinition: TaskDefinitionFacts,
  appspec: AppSpecFacts | undefined
): Problem[] {
  // With CodeDeploy the AppSpec says where the traffic goes, not the service.
  if (target.controller === 'CODE_DEPLOY') {
    if (appspec?.containerName === undefined) return [];
    const where = `The AppSpec's LoadBalancerInfo`;
    return checkEndpoint(appspec.containerName, appspec.containerPort, where, taskDefinition, appspec.file);
  }
  const ofBalancers = (target.service.loadBalancers ?? []).map(entry => ({
    container: entry.containerName,
    port: entry.containerPort,
    where: `The load balancer of the service ${target.serviceName}`
  }));
  const ofRegistries = (target.service.serviceRegistries ?? []).map(entry => ({
    container: entry.containerName,
    port: entry.containerPort,
    where: `The service registry of the service ${target.serviceName}`
  }));
  return [...ofBalancers, ...ofRegistries].flatMap(({ container, port, where }) =>
    container === undefined ? [] : checkEndpoint(container, port, where, taskDefinition, undefined)
  );
}

function checkEndpoint(
  containerName: string,
  port: number | undefined,
  where: string,
  taskDefinition: TaskDefinitionFacts,
  file: string | undefined
): Problem[] {
  const names = taskDefinition.containers.map(container => container.name);
  const container = taskDefinition.containers.find(candidate => candidate.name === containerName);
  const place: SourceLocation = { file: file ?? taskDefinition.file };
  if (container === undefined) {
    const nearest = nearestName(containerName, names);
    return [
      {
        code: 'unknown-container',
        place,
        what: `${where} sends traffic to the container ${containerName}, which the task definition does not have (it has ${names.join(', ')}).`,
        next: nearest === undefined ? 'Make the two agree.' : `Did you mean ${nearest}?`
      }
    ];
  }
  if (port === undefined || hasPort(container, port)) return [];
  const ports = [...container.ports.map(String), ...(container.portRanges ?? [])];
  return [
    {
      code: 'unknown-port',
      place,
      what: `${where} sends traffic to port ${port} of the container ${containerName}, which maps ${ports.length === 0 ? 'no port' : ports.join(', ')}.`,
      next: `Add containerPort ${port} to its portMappings, or make the two agree.`
    }
  ];
}

function hasPort(container: ContainerFacts, port: number): boolean {
  const inRange = (range: string) => {
    const [first = Number.NaN, last = Number.NaN] = range.split('-').map(Number);
    return first <= port && port <= last;
  };
  return container.ports.includes(port) || (container.portRanges ?? []).some(inRange);
}

function checkNetwork(
  target: RolloutTarget,
  taskDefinition: TaskDefinitionFacts,
  appspec: AppSpecFacts | undefined
): Problem[] {
  const mode = taskDefinition.networkMode;
  const place: SourceLocation = { file: taskDefinition.file, path: 'networkMode' };
  const ofTaskSets = target.service.taskSets?.some(set => set.networkConfiguration?.awsvpcConfiguration !== undefined);
  const ofService = target.service.networkConfiguration?.awsvpcConfiguration !== undefined || ofTaskSets === true;
  const hasNetwork = ofService || appspec?.hasNetworkConfiguration === true;
  if (mode === 'awsvpc' && !hasNetwork) {
    return [
      {
        code: 'network-mode',
        place,
        what: `The task definition has the network mode awsvpc, but the service ${target.serviceName} has no subnets (networkConfiguration).`,
        next: 'Give the service a network configuration, or use the network mode that it was made for.'
      }
    ];
  }
  if (mode !== 'awsvpc' && ofService && target.controller === 'ECS') {
    return [
      {
        code: 'network-mode',
        place,
        what: `The service ${target.serviceName} has subnets (networkConfiguration), but the task definition has the network mode ${mode ?? 'bridge (the default)'}.`,
        next: 'Set networkMode to awsvpc.'
      }
    ];
  }
  return [];
}

function checkLaunch(target: RolloutTarget, taskDefinition: TaskDefinitionFacts): Problem[] {
  const required = taskDefinition.requiresCompatibilities ?? [];
  const launchType = readLaunchType(target);
  if (launchType === undefined || required.length === 0 || required.includes(launchType)) return [];
  return [
    {
      code: 'launch-type',
      place: { file: taskDefinition.file, path: 'requiresCompatibilities' },
      what: `The service ${target.serviceName} runs on ${launchType}, but the task definition is for ${required.join(', ')} only.`,
      next: `Add ${launchType} to requiresCompatibilities.`
    }
  ];
}

/** What the service runs on, `FARGATE` or `EC2` …; undefined where its capacity providers leave that open. */
export function readLaunchType({ service }: RolloutTarget): string | undefined {
  const providers = service.capacityProviderStrategy ?? [];
  // Any other capacity provider may be one of EC2 or of managed instances: nothing to compare with.
  if (providers.length > 0) {
    const fargate = providers.every(item => /^FARGATE(_SPOT)?$/.test(item.capacityProvider ?? ''));
    return fargate ? 'FARGATE' : undefined;
  }
  return service.launchType ?? service.taskSets?.[0]?.launchType;
}
