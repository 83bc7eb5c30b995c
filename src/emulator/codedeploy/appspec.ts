import { createHash } from 'node:crypto';
import { load } from 'js-yaml';
import { AwsFault } from '../server/protocol.js';
import type { Revision } from './shapes.js';

/** Hooks may stand on these lifecycle events of an ECS deployment. */
const HOOK_EVENTS = [
  'BeforeInstall',
  'AfterInstall',
  'AfterAllowTestTraffic',
  'BeforeAllowTraffic',
  'AfterAllowTraffic'
] as const;

/** What an AppSpec says about an ECS service. Whether its task definition, container and port exist shows only when it is deployed. */
export interface AppSpec {
  readonly taskDefinition: string;
  readonly containerName: string;
  readonly containerPort: number;
  readonly platformVersion: string | undefined;
  readonly network:
    | {
        readonly subnets: readonly string[];
        readonly securityGroups: readonly string[];
        readonly assignPublicIp: string;
      }
    | undefined;
  readonly capacityProviderStrategy:
    readonly { readonly capacityProvider: string; readonly base: number; readonly weight: number }[] | undefined;
  /** Lifecycle event to Lambda function. */
  readonly hooks: ReadonlyMap<string, string>;
}

/**
 * Reads the revision of a deployment: an AppSpec in JSON or YAML with the SHA-256 of its bytes.
 *
 * @throws AwsFault RevisionRequiredException or InvalidRevisionException
 */
export function readAppSpec(revision: Revision | undefined): { readonly appSpec: AppSpec; readonly sha256: string } {
  const given = revision?.appSpecContent ?? revision?.string;
  if (revision === undefined) throw new AwsFault('RevisionRequiredException', 'Revision is required');
  if (!['AppSpecContent', 'String'].includes(revision.revisionType ?? '') || given?.content === undefined) {
    throw invalid(
      `For ECS deployment, the revision must be AppSpecContent with its content; got ${revision.revisionType ?? 'no revisionType'}. BundleType must be either YAML or JSON`
    );
  }
  const sha256 = createHash('sha256').update(given.content).digest('hex');
  if (given.sha256 !== undefined && given.sha256.toLowerCase() !== sha256) {
    throw invalid(`The sha256 of the AppSpec content is ${sha256}, not ${given.sha256}`);
  }
  return { appSpec: decode(parse(given.content)), sha256 };
}

function parse(content: string): unknown {
  try {
    return load(content);
  } catch (error) {
    throw invalid(
      `The AppSpec is neither JSON nor YAML: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`
    );
  }
}

function decode(value: unknown): AppSpec {
  const version = member(value, 'version');
  if (version !== 0 && version !== '0.0') throw invalid('The version of the AppSpec must be 0.0');
  const resources = member(value, 'Resources');
  if (!Array.isArray(resources) || resources.length !== 1) throw invalid('The AppSpec must have exactly one resource');
  const [resource] = Object.values((resources[0] ?? {}) as Record<string, unknown>);
  if (member(resource, 'Type') !== 'AWS::ECS::Service') {
    throw invalid("The resource of the AppSpec must have the Type 'AWS::ECS::Service'");
  }
  const properties = member(resource, 'Properties');
  const balancer = member(properties, 'LoadBalancerInfo');
  const port = Number(member(balancer, 'ContainerPort'));
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw invalid('LoadBalancerInfo of the AppSpec must have a ContainerPort');
  return {
    taskDefinition: text(properties, 'TaskDefinition'),
    containerName: text(balancer, 'ContainerName'),
    containerPort: port,
    platformVersion: member(properties, 'PlatformVersion') as string | undefined,
    network: decodeNetwork(member(properties, 'NetworkConfiguration')),
    capacityProviderStrategy: decodeStrategy(member(properties, 'CapacityProviderStrategy')),
    hooks: decodeHooks(member(value, 'Hooks'))
  };
}

function decodeNetwork(value: unknown): AppSpec['network'] {
  const configuration = member(value, 'AwsvpcConfiguration');
  if (configuration === undefined || configuration === null) return undefined;
  const assignPublicIp = text(configuration, 'AssignPublicIp');
  if (assignPublicIp !== 'ENABLED' && assignPublicIp !== 'DISABLED') {
    throw invalid(`AssignPublicIp of the AppSpec must be ENABLED or DISABLED; got ${assignPublicIp}`);
  }
  return {
    subnets: texts(configuration, 'Subnets'),
    securityGroups: texts(configuration, 'SecurityGroups'),
    assignPublicIp
  };
}

function decodeStrategy(value: unknown): AppSpec['capacityProviderStrategy'] {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw invalid('CapacityProviderStrategy of the AppSpec must be a list');
  const strategy = value.map((item: unknown) => ({
    capacityProvider: text(item, 'CapacityProvider'),
    base: Number(member(item, 'Base') ?? 0),
    weight: Number(member(item, 'Weight') ?? 0)
  }));
  const wrong = strategy.find(({ base, weight }) => !isWithin(base, 100_000) || !isWithin(weight, 1000));
  if (wrong !== undefined) throw invalid(`The Base or Weight of ${wrong.capacityProvider} is not valid`);
  if (strategy.filter(({ base }) => base > 0).length > 1) {
    throw invalid('Only one capacity provider of the AppSpec can have a Base');
  }
  return strategy;
}

function decodeHooks(value: unknown): ReadonlyMap<string, string> {
  const hooks = new Map<string, string>();
  if (value === undefined || value === null) return hooks;
  if (!Array.isArray(value)) throw invalid('Hooks of the AppSpec must be a list');
  for (const [name, target] of value.flatMap((item: unknown) =>
    Object.entries((item ?? {}) as Record<string, unknown>)
  )) {
    const event = HOOK_EVENTS.find(known => known.toLowerCase() === name.toLowerCase());
    if (event === undefined) throw invalid(`The AppSpec has a hook for the unknown lifecycle event ${name}`);
    if (typeof target === 'string' && target !== '') hooks.set(event, target);
  }
  return hooks;
}

/** A whole number from 0 on (CapacityProviderStrategyItem of ECS's service model). */
function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

/** Keys count whatever their case. */
function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function text(value: unknown, name: string): string {
  const found = member(value, name);
  if (typeof found === 'string' && found !== '') return found;
  throw invalid(`The AppSpec must have a ${name}`);
}

function texts(value: unknown, name: string): readonly string[] {
  const found = member(value, name);
  if (Array.isArray(found) && found.every(item => typeof item === 'string')) return found;
  throw invalid(`${name} of the AppSpec must be a list of names`);
}

function invalid(message: string): AwsFault {
  return new AwsFault('InvalidRevisionException', message);
}
