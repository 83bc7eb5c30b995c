import { boolean, integer, list, string, structure, document, type Decoder } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import {
  operation,
  type CloudModule,
  type Operation,
  type QueryService,
  type RequestContext
} from '../server/service.js';
import type { RegionState } from '../server/state.js';
import { refuseUnsupported } from '../server/unsupported.js';
import { describeGroup, describeSubnet, describeVpc, filterGroup, filterSubnet, filterVpc } from './describe.js';
import { findVpc, NETWORK, type GroupRecord } from './network.js';
import { refuseEc2Request } from './request-refusal.js';
import { findPage, SELECTION } from './selection.js';
import { describeTags, newId, readTags, TAG_SPECIFICATIONS } from './tags.js';
import { findZone } from './zones.js';

/**
 * An operation in two parts: `plan` checks the request and gives what is left to be done. With `DryRun` that is not done.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html
 */
function planned<T extends { readonly DryRun?: boolean | undefined }>(
  input: Decoder<T>,
  plan: (input: Omit<T, 'DryRun'>, context: RequestContext) => () => unknown
): Operation {
  return operation(input, ({ DryRun, ...rest }, context) => {
    const run = plan(rest, context);
    if (DryRun === true) {
      throw new AwsFault('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', 412);
    }
    return run();
  });
}

/** EC2's error for a request that it cannot fulfil. */
const UNSUPPORTED = 'UnsupportedOperation';
const IPAM = { Ipv4IpamPoolId: string, Ipv4NetmaskLength: integer, Ipv6IpamPoolId: string, Ipv6NetmaskLength: integer };

const VPC = structure({
  ...IPAM,
  CidrBlock: string,
  Ipv6Pool: string,
  Ipv6CidrBlock: string,
  Ipv6CidrBlockNetworkBorderGroup: string,
  VpcEncryptionControl: document,
  TagSpecification: TAG_SPECIFICATIONS,
  DryRun: boolean,
  InstanceTenancy: string,
  AmazonProvidedIpv6CidrBlock: boolean
});

const createVpc = planned(VPC, (input, { region }) => {
  const { CidrBlock, TagSpecification, InstanceTenancy: tenancy = 'default', ...others } = input;
  refuseUnsupported(UNSUPPORTED, others);
  const cidr = need(CidrBlock, 'CidrBlock');
  const tags = readTags(TagSpecification, 'vpc');
  return () => {
    const vpc = { id: newId('vpc', tags), cidr, isDefault: false, tenancy, tags };
    region.part(NETWORK).vpcs.set(vpc.id, vpc);
    return { vpc: describeVpc(vpc, region) };
  };
});

const SUBNET = structure({
  ...IPAM,
  TagSpecification: TAG_SPECIFICATIONS,
  AvailabilityZone: string,
  AvailabilityZoneId: string,
  CidrBlock: string,
  Ipv6CidrBlock: string,
  OutpostArn: string,
  VpcId: string,
  Ipv6Native: boolean,
  DryRun: boolean
});

const createSubnet = planned(SUBNET, (input, { region }) => {
  const { TagSpecification, AvailabilityZone, AvailabilityZoneId, CidrBlock, VpcId, ...others } = input;
  refuseUnsupported(UNSUPPORTED, others);
  const vpcId = findVpc(region, VpcId ?? '').id;
  const cidr = need(CidrBlock, 'CidrBlock');
  const zone = findZone(region.name, AvailabilityZone, AvailabilityZoneId);
  const tags = readTags(TagSpecification, 'subnet');
  return () => {
    const subnet = { id: newId('subnet', tags), vpcId, zone, cidr, isDefault: false, tags };
    region.part(NETWORK).subnets.set(subnet.id, subnet);
    return { subnet: describeSubnet(subnet, region) };
  };
});

const GROUP = structure({
  GroupName: string,
  GroupDescription: string,
  VpcId: string,
  TagSpecification: TAG_SPECIFICATIONS,
  DryRun: boolean
});

const createSecurityGroup = planned(GROUP, (input, { region }) => {
  const { groups, vpcs } = region.part(NETWORK);
  const own = [...vpcs.values()].find(({ isDefault }) => isDefault)?.id ?? '';
  const vpcId = findVpc(region, input.VpcId ?? own).id;
  const name = need(input.GroupName, 'GroupName');
  const description = need(input.GroupDescription, 'GroupDescription');
  if ([...groups.values()].some(group => group.name === name && group.vpcId === vpcId)) {
    throw new AwsFault('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`);
  }
  const tags = readTags(input.TagSpecification, 'security-group');
  return () => {
    const id = newId('sg', tags);
    groups.set(id, { id, vpcId, name, description, tags });
    return {
      return: true,
      groupId: id,
      tagSet: tags.length === 0 ? undefined : describeTags(tags),
      securityGroupArn: region.arn('ec2', `security-group/${id}`)
    };
  };
});

const describeVpcs = planned(structure({ ...SELECTION, VpcId: list(string) }), (input, { region }) => {
  const naming = { member: 'VpcId', code: 'InvalidVpcID.NotFound', kind: 'vpc ID' };
  const all = [...region.part(NETWORK).vpcs.values()];
  const { items, nextToken } = findPage(input, input.VpcId, all, naming, vpc => filterVpc(vpc, region));
  return () => ({ vpcSet: items.map(vpc => describeVpc(vpc, region)), nextToken });
});

const describeSubnets = planned(structure({ ...SELECTION, SubnetId: list(string) }), (input, { region }) => {
  const naming = { member: 'SubnetId', code: 'InvalidSubnetID.NotFound', kind: 'subnet ID' };
  const all = [...region.part(NETWORK).subnets.values()];
  const { items, nextToken } = findPage(input, input.SubnetId, all, naming, subnet => filterSubnet(subnet, region));
  return () => ({ subnetSet: items.map(subnet => describeSubnet(subnet, region)), nextToken });
});

const GROUPS = structure({ ...SELECTION, GroupId: list(string), GroupName: list(string) });

const describeSecurityGroups = planned(GROUPS, (input, { region }) => {
  const naming = { member: 'GroupId', code: 'InvalidGroup.NotFound', kind: 'security group' };
  const all = namedGroups(input.GroupName, region);
  const { items, nextToken } = findPage(input, input.GroupId, all, naming, group => filterGroup(group, region));
  return () => ({ securityGroupInfo: items.map(group => describeGroup(group, region)), nextToken });
});

/** The groups of these names, in the default network alone; all where there are none. */
function namedGroups(names: readonly string[] = [], region: RegionState): readonly GroupRecord[] {
  const { groups, vpcs } = region.part(NETWORK);
  if (names.length === 0) return [...groups.values()];
  const own = [...groups.values()].filter(({ vpcId }) => vpcs.get(vpcId)?.isDefault === true);
  const missing = names.find(name => !own.some(group => group.name === name));
  if (missing === undefined) return own.filter(({ name }) => names.includes(name));
  throw new AwsFault('InvalidGroup.NotFound', `The security group '${missing}' does not exist in default VPC`);
}

/** A member that the service model does not require, or that may be empty there. */
function need(value: string | undefined, name: string): string {
  if (value !== undefined && value !== '') return value;
  throw new AwsFault('MissingParameter', `The request must contain the parameter ${name}`);
}

const ec2: QueryService = {
  name: 'ec2',
  // Those of botocore 1.44.8: a client may be told to use an older one (`api_versions` of the AWS CLI's configuration).
  versions: [
    '2016-11-15',
    '2016-09-15',
    '2016-04-01',
    '2015-10-01',
    '2015-04-15',
    '2015-03-01',
    '2014-10-01',
    '2014-09-01'
  ],
  dialect: 'ec2',
  refuse: refuseEc2Request,
  operations: {
    CreateVpc: createVpc,
    CreateSubnet: createSubnet,
    CreateSecurityGroup: createSecurityGroup,
    DescribeVpcs: describeVpcs,
    DescribeSubnets: describeSubnets,
    DescribeSecurityGroups: describeSecurityGroups
  }
};

/** Amazon EC2's networks, as far as tasks run in them. */
export const ec2Module: CloudModule = { query: [ec2] };
