import type { RegionState } from '../server/state.js';
import type { GroupRecord, SubnetRecord, VpcRecord } from './network.js';
import { describeTags } from './tags.js';
import { zoneIdOf } from './zones.js';

/** What networks and subnets are as soon as they are there. */
const AVAILABLE = 'available';
/** Filters for what nothing has here: they are AWS's, and nothing passes them. */
const NOTHING: readonly string[] = [];

function withNothing(...names: readonly string[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(names.map(name => [name, NOTHING]));
}

export function describeVpc({ id, cidr, isDefault, tenancy, tags }: VpcRecord, region: RegionState): object {
  return {
    vpcId: id,
    ownerId: region.account,
    state: AVAILABLE,
    cidrBlock: cidr,
    instanceTenancy: tenancy,
    isDefault,
    tagSet: describeTags(tags)
  };
}

const NO_VPC = withNothing(
  'ipv6-cidr-block-association.association-id',
  'ipv6-cidr-block-association.ipv6-cidr-block',
  'ipv6-cidr-block-association.ipv6-pool',
  'ipv6-cidr-block-association.state'
);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeVpcs.html */
export function filterVpc({ id, cidr, isDefault }: VpcRecord, region: RegionState) {
  return {
    ...NO_VPC,
    'vpc-id': id,
    cidr,
    'cidr-block': cidr,
    'cidr-block-association.cidr-block': cidr,
    'cidr-block-association.state': 'associated',
    'owner-id': region.account,
    'is-default': String(isDefault),
    isDefault: String(isDefault),
    state: AVAILABLE
  };
}

export function describeSubnet({ id, vpcId, zone, cidr, isDefault, tags }: SubnetRecord, region: RegionState) {
  return {
    subnetId: id,
    subnetArn: region.arn('ec2', `subnet/${id}`),
    state: AVAILABLE,
    vpcId,
    ownerId: region.account,
    cidrBlock: cidr,
    availableIpAddressCount: 251,
    availabilityZone: zone,
    availabilityZoneId: zoneIdOf(zone),
    defaultForAz: isDefault,
    mapPublicIpOnLaunch: isDefault,
    tagSet: describeTags(tags)
  };
}

const NO_SUBNET = withNothing(
  'customer-owned-ipv4-pool',
  'enable-lni-at-device-index',
  'ipv6-cidr-block-association.association-id',
  'ipv6-cidr-block-association.ipv6-cidr-block',
  'ipv6-cidr-block-association.state',
  'outpost-arn'
);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSubnets.html: some have two names. */
export function filterSubnet(subnet: SubnetRecord, region: RegionState) {
  const shown = describeSubnet(subnet, region);
  const isDefault = String(subnet.isDefault);
  return {
    ...NO_SUBNET,
    'subnet-id': subnet.id,
    'subnet-arn': shown.subnetArn,
    'vpc-id': subnet.vpcId,
    'availability-zone': subnet.zone,
    availabilityZone: subnet.zone,
    'availability-zone-id': shown.availabilityZoneId,
    availabilityZoneId: shown.availabilityZoneId,
    'available-ip-address-count': String(shown.availableIpAddressCount),
    'cidr-block': subnet.cidr,
    cidr: subnet.cidr,
    cidrBlock: subnet.cidr,
    'default-for-az': isDefault,
    defaultForAz: isDefault,
    'enable-dns64': 'false',
    'ipv6-native': 'false',
    'map-customer-owned-ip-on-launch': 'false',
    'map-public-ip-on-launch': String(shown.mapPublicIpOnLaunch),
    'owner-id': region.account,
    state: AVAILABLE
  };
}

export function describeGroup({ id, vpcId, name, description, tags }: GroupRecord, region: RegionState): object {
  return {
    ownerId: region.account,
    groupId: id,
    securityGroupArn: region.arn('ec2', `security-group/${id}`),
    groupName: name,
    groupDescription: description,
    vpcId,
    ipPermissions: [],
    ipPermissionsEgress: [],
    tagSet: describeTags(tags)
  };
}

/** Groups have no rules here. */
const NO_GROUP = withNothing(
  ...['ip-permission', 'egress.ip-permission'].flatMap(rules =>
    [
      'cidr',
      'from-port',
      'group-id',
      'group-name',
      'ipv6-cidr',
      'prefix-list-id',
      'protocol',
      'to-port',
      'user-id'
    ].map(name => `${rules}.${name}`)
  )
);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html */
export function filterGroup({ id, vpcId, name, description }: GroupRecord, region: RegionState) {
  return {
    ...NO_GROUP,
    'group-id': id,
    'vpc-id': vpcId,
    'group-name': name,
    description,
    'owner-id': region.account
  };
}
