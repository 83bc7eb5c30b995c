import { RuleList } from '../errors.js';
import { listNames } from '../text/format.js';
import { tryCall, type CallResult } from './probe.js';
import { ECS_GUIDE, makeNode, fail, ok, warn, type CheckNode, type CheckDetails } from './check-result.js';
import type { PreflightPorts, SecurityGroup, Subnet } from './ports.js';

export const NETWORK_RULES = new RuleList();
const SUBNET_NOT_FOUND = NETWORK_RULES.add('subnet-not-found', 'error', 'A subnet does not exist.', 'DescribeSubnets');
const SUBNET_FULL = NETWORK_RULES.add('subnet-full', 'warning', 'A subnet has no free addresses.', 'DescribeSubnets');
const SECURITY_GROUP_NOT_FOUND = NETWORK_RULES.add(
  'security-group-not-found',
  'error',
  'A security group does not exist.',
  'DescribeSecurityGroups'
);
export const SEVERAL_VPCS = NETWORK_RULES.add(
  'several-vpcs',
  'error',
  'Subnets, security groups and target groups are in different VPCs.',
  `${ECS_GUIDE}/task-networking-awsvpc.html`
);

/** Where tasks run (awsvpc). */
export interface NetworkRequirement {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
}

interface CheckedNetwork {
  readonly nodes: readonly CheckNode[];
  /** The VPC of the subnets; undefined: not known, or not one. */
  readonly vpcId: string | undefined;
}

type Ports = Pick<PreflightPorts, 'describeSubnets' | 'describeSecurityGroups'>;

/** Looks whether subnets and security groups are there and in one VPC. Rests on DescribeSubnets and DescribeSecurityGroups. */
export async function checkNetwork(
  { subnets, securityGroups }: NetworkRequirement,
  ports: Ports
): Promise<CheckedNetwork> {
  const [ofSubnets, ofGroups] = await Promise.all([
    subnets.length === 0
      ? undefined
      : tryCall('ec2:DescribeSubnets', `Describing ${listNames(subnets)}`, () =>
          ports.describeSubnets([...subnets].sort())
        ),
    securityGroups.length === 0
      ? undefined
      : tryCall('ec2:DescribeSecurityGroups', `Describing ${listNames(securityGroups)}`, () =>
          ports.describeSecurityGroups([...securityGroups].sort())
        )
  ]);
  const vpcId = onlyVpc(ofSubnets);
  return {
    nodes: [
      ...(ofSubnets === undefined ? [] : [makeNode(`subnets ${subnets.join(', ')}`, judgeSubnets(subnets, ofSubnets))]),
      ...(ofGroups === undefined
        ? []
        : [makeNode(`security groups ${securityGroups.join(', ')}`, judgeGroups(securityGroups, ofGroups, vpcId))])
    ],
    vpcId
  };
}

function onlyVpc(result: CallResult<readonly Subnet[]> | undefined): string | undefined {
  if (result === undefined || 'details' in result) return undefined;
  const vpcs = vpcsOf(result.answer);
  return vpcs.length === 1 ? vpcs[0] : undefined;
}

function judgeSubnets(wanted: readonly string[], result: CallResult<readonly Subnet[]>): CheckDetails {
  if ('details' in result) return result.details;
  const there = result.answer;
  const missing = wanted.filter(id => !there.some(subnet => subnet.id === id));
  if (missing.length > 0) {
    const what = `There is no subnet ${listNames(missing)} in this account and region.`;
    return fail(SUBNET_NOT_FOUND, what, 'Correct the subnets of the service, the AppSpec or run-task.');
  }
  const vpcs = vpcsOf(there);
  if (vpcs.length > 1) {
    return fail(SEVERAL_VPCS, `The subnets are in several VPCs: ${listNames(vpcs)}.`, 'Name subnets of one VPC.');
  }
  const full = there.filter(({ freeAddresses }) => freeAddresses === 0).map(({ id }) => id);
  if (full.length > 0) {
    const what = `${listNames(full)} has no free address, and every task needs one.`;
    return warn(SUBNET_FULL, what, 'Free addresses, or add a subnet.');
  }
  const zones = [...new Set(there.flatMap(({ zone }) => zone ?? []))].sort();
  return ok([...vpcs, ...zones].join(', '));
}

function judgeGroups(
  wanted: readonly string[],
  result: CallResult<readonly SecurityGroup[]>,
  vpcId: string | undefined
): CheckDetails {
  if ('details' in result) return result.details;
  const missing = wanted.filter(id => !result.answer.some(group => group.id === id));
  if (missing.length > 0) {
    const what = `There is no security group ${listNames(missing)} in this account and region.`;
    return fail(SECURITY_GROUP_NOT_FOUND, what, 'Correct the security groups of the service, the AppSpec or run-task.');
  }
  const vpcs = vpcsOf(result.answer);
  if (vpcs.length > 1 || (vpcId !== undefined && vpcs[0] !== vpcId)) {
    const subnets = vpcId === undefined ? '' : `, the subnets in ${vpcId}`;
    return fail(
      SEVERAL_VPCS,
      `The security groups are in ${listNames(vpcs)}${subnets}.`,
      'Name security groups of the VPC of the subnets.'
    );
  }
  return ok(vpcs.join(', '));
}

function vpcsOf(items: readonly { readonly vpcId: string | undefined }[]): readonly string[] {
  return [...new Set(items.flatMap(({ vpcId }) => vpcId ?? []))].sort();
}
