import { AwsFault } from '../server/protocol.js';
import type { PartKey, RegionState } from '../server/state.js';
import type { Tag } from './tags.js';

export interface VpcRecord {
  readonly id: string;
  readonly cidr: string;
  readonly isDefault: boolean;
  readonly tenancy: string;
  readonly tags: readonly Tag[];
}

export interface SubnetRecord {
  readonly id: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly cidr: string;
  /** One of those that the default VPC begins with. */
  readonly isDefault: boolean;
  readonly tags: readonly Tag[];
}

export interface GroupRecord {
  readonly id: string;
  readonly vpcId: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly Tag[];
}

interface Network {
  readonly vpcs: Map<string, VpcRecord>;
  readonly subnets: Map<string, SubnetRecord>;
  readonly groups: Map<string, GroupRecord>;
}

/** The default VPC that every region of an account begins with: a subnet a zone and the group `default`. */
export const NETWORK: PartKey<Network> = {
  create: region => {
    const tags: readonly Tag[] = [];
    const vpc = { id: 'vpc-0123456789abcdef0', cidr: '172.31.0.0/16', isDefault: true, tenancy: 'default', tags };
    const subnets = ['a', 'b', 'c'].map((letter, index) => ({
      id: `subnet-0123456789abcdef${index}`,
      vpcId: vpc.id,
      zone: region.name + letter,
      cidr: `172.31.${16 * index}.0/20`,
      isDefault: true,
      tags
    }));
    const group = {
      id: 'sg-0123456789abcdef0',
      vpcId: vpc.id,
      name: 'default',
      description: 'default VPC security group',
      tags
    };
    return {
      vpcs: new Map([[vpc.id, vpc]]),
      subnets: new Map(subnets.map(subnet => [subnet.id, subnet])),
      groups: new Map([[group.id, group]])
    };
  }
};

/** Where a subnet is; undefined where there is no such. */
export function findSubnet(
  region: RegionState,
  id: string
): { readonly vpcId: string; readonly zone: string } | undefined {
  return region.part(NETWORK).subnets.get(id);
}

/** @throws AwsFault InvalidVpcID.NotFound */
export function findVpc(region: RegionState, id: string): VpcRecord {
  const vpc = region.part(NETWORK).vpcs.get(id);
  if (vpc === undefined) throw new AwsFault('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`);
  return vpc;
}
