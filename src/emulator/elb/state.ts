import type { BALANCER, GROUP, InputOf, LISTENER } from './inputs.js';
import type { Rule } from './rules.js';
import { AwsFault } from '../server/protocol.js';
import type { PartKey, RegionState } from '../server/state.js';

export interface Listener {
  readonly arn: string;
  readonly balancerArn: string;
  readonly protocol: string;
  readonly port: number;
  /** What it was made with. */
  readonly input: InputOf<typeof LISTENER>;
  /** The default rule first. */
  readonly rules: Rule[];
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  /** What it was made with, and what was changed since. */
  input: InputOf<typeof GROUP>;
  /** Those that were set, by key. */
  readonly attributes: Map<string, string>;
}

export interface Balancer {
  readonly arn: string;
  readonly name: string;
  /** What it was made with. */
  readonly input: InputOf<typeof BALANCER>;
  readonly createdAt: number;
  readonly dnsName: string;
}

interface Balancing {
  readonly balancers: Map<string, Balancer>;
  readonly listeners: Map<string, Listener>;
  readonly groups: Map<string, TargetGroup>;
  /** By the ARN of what carries them. */
  readonly tags: Map<string, Map<string, string>>;
}

/** The key of Elastic Load Balancing's part: `region.part(BALANCING)`. */
export const BALANCING: PartKey<Balancing> = {
  create: () => ({ balancers: new Map(), listeners: new Map(), groups: new Map(), tags: new Map() })
};

/** @throws AwsFault ListenerNotFound */
export function findListener(region: RegionState, arn: string): Listener {
  const listener = region.part(BALANCING).listeners.get(arn);
  if (listener === undefined) throw new AwsFault('ListenerNotFound', 'One or more listeners not found');
  return listener;
}

/** The rules of a listener in the order in which they are tried: by priority, the default rule last. */
export function sortRules({ rules }: Listener): readonly Rule[] {
  return [...rules].sort((one, other) => orderOf(one) - orderOf(other));
}

function orderOf({ priority }: Rule): number {
  return priority === 'default' ? Infinity : Number(priority);
}
