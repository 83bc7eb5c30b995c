import { randomBytes } from 'node:crypto';
import { AwsFault } from '../server/protocol.js';
import { readList, readStructures } from '../server/query.js';
import type { CloudModule, QueryService, RequestContext } from '../server/service.js';
import { findPage } from './selection.js';
import { refuseEc2Request } from './request-refusal.js';
import type { PartKey, RegionState } from '../server/state.js';

interface SubnetRecord {
  readonly id: string;
  readonly vpcId: string;
  readonly zone: string;
  readonly cidr: string;
}

interface GroupRecord {
  readonly id: string;
  readonly vpcId: string;
  readonly name: string;
  readonly description: string;
}

interface Network {
  readonly vpcs: Map<string, { readonly id: string; readonly cidr: string; readonly isDefault: boolean }>;
  readonly subnets: Map<string, SubnetRecord>;
  readonly groups: Map<string, GroupRecord>;
}

/** The default VPC that every region of an account begins with: a subnet a zone and the group `default`. */
const NETWORK: PartKey<Network> = {
  create: region => {
    const vpc = { id: 'vpc-0123456789abcdef0', cidr: '172.31.0.0/16', isDefault: true };
    const subnets = ['a', 'b', 'c'].map((letter, index) => ({
      id: `subnet-0123456789abcdef${index}`,
      vpcId: vpc.id,
      zone: region.name + letter,
      cidr: `172.31.${16 * index}.0/20`
    }));
    const group = {
      id: 'sg-0123456789abcdef0',
      vpcId: vpc.id,
      name: 'default',
      description: 'default VPC security group'
    };
    return {
      vpcs: new Map([[vpc.id, vpc]]),
      subnets: new Map(subnets.map(subnet => [subnet.id, subnet])),
      groups: new Map([[group.id, group]])
    };
  }
};
/** What networks and subnets are as soon as they are there. */
const AVAILABLE = 'available';
/** A tag of this name chooses the id that AWS draws by lot, so that a file that names one can be rehearsed. */
const ID_TAG = '_custom_id_';

function newId(kind: string, form: URLSearchParams): string {
  const tags = readStructures(form, 'TagSpecification').flatMap(one => readStructures(one, 'Tag'));
  const chosen = tags.find(tag => tag.get('Key') === ID_TAG)?.get('Value');
  return chosen ?? `${kind}-0${randomBytes(8).toString('hex')}`;
}

function createVpc(form: URLSearchParams, { region }: RequestContext): unknown {
  const vpc = { id: newId('vpc', form), cidr: need(form, 'CidrBlock'), isDefault: false };
  region.part(NETWORK).vpcs.set(vpc.id, vpc);
  return { vpc: describeVpc(vpc, region) };
}

function createSubnet(form: URLSearchParams, { region }: RequestContext): unknown {
  const { subnets } = region.part(NETWORK);
  const subnet: SubnetRecord = {
    id: newId('subnet', form),
    vpcId: findVpc(region, need(form, 'VpcId')),
    zone: form.get('AvailabilityZone') ?? `${region.name}a`,
    cidr: need(form, 'CidrBlock')
  };
  subnets.set(subnet.id, subnet);
  return { subnet: describeSubnet(subnet, region) };
}

function createSecurityGroup(form: URLSearchParams, { region }: RequestContext): unknown {
  const { groups, vpcs } = region.part(NETWORK);
  const own = [...vpcs.values()].find(({ isDefault }) => isDefault)?.id ?? '';
  const group: GroupRecord = {
    id: newId('sg', form),
    vpcId: findVpc(region, form.get('VpcId') ?? own),
    name: need(form, 'GroupName'),
    description: need(form, 'GroupDescription')
  };
  if ([...groups.values()].some(({ name, vpcId }) => name === group.name && vpcId === group.vpcId)) {
    throw new AwsFault(
      'InvalidGroup.Duplicate',
      `The security group '${group.name}' already exists for VPC '${group.vpcId}'`
    );
  }
  groups.set(group.id, group);
  return { return: true, groupId: group.id, securityGroupArn: region.arn('ec2', `security-group/${group.id}`) };
}

function describeVpcs(form: URLSearchParams, { region }: RequestContext): unknown {
  const naming = { ids: 'VpcId', code: 'InvalidVpcID.NotFound', kind: 'vpc ID' };
  const { items, nextToken } = findPage(form, [...region.part(NETWORK).vpcs.values()], naming, vpc => ({
    'vpc-id': vpc.id,
    cidr: vpc.cidr,
    'owner-id': region.account,
    'is-default': String(vpc.isDefault),
    state: AVAILABLE
  }));
  return { vpcSet: items.map(vpc => describeVpc(vpc, region)), nextToken };
}

function describeSubnets(form: URLSearchParams, { region }: RequestContext): unknown {
  const naming = { ids: 'SubnetId', code: 'InvalidSubnetID.NotFound', kind: 'subnet ID' };
  const { items, nextToken } = findPage(form, [...region.part(NETWORK).subnets.values()], naming, subnet => ({
    'subnet-id': subnet.id,
    'vpc-id': subnet.vpcId,
    'availability-zone': subnet.zone,
    'cidr-block': subnet.cidr,
    'owner-id': region.account,
    state: AVAILABLE
  }));
  return { subnetSet: items.map(subnet => describeSubnet(subnet, region)), nextToken };
}

function describeSecurityGroups(form: URLSearchParams, { region }: RequestContext): unknown {
  const naming = { ids: 'GroupId', code: 'InvalidGroup.NotFound', kind: 'security group' };
  const { items: found, nextToken } = findPage(form, namedGroups(form, region), naming, group => ({
    'group-id': group.id,
    'vpc-id': group.vpcId,
    'group-name': group.name,
    description: group.description,
    'owner-id': region.account
  }));
  return {
    securityGroupInfo: found.map(group => ({
      ownerId: region.account,
      groupId: group.id,
      securityGroupArn: region.arn('ec2', `security-group/${group.id}`),
      groupName: group.name,
      groupDescription: group.description,
      vpcId: group.vpcId,
      ipPermissions: [],
      ipPermissionsEgress: []
    })),
    nextToken
  };
}

/** The groups that `GroupName` names, in the default network alone; all where it names none. */
function namedGroups(form: URLSearchParams, region: RegionState): readonly GroupRecord[] {
  const { groups, vpcs } = region.part(NETWORK);
  const names = readList(form, 'GroupName');
  if (names.length === 0) return [...groups.values()];
  const own = [...groups.values()].filter(({ vpcId }) => vpcs.get(vpcId)?.isDefault === true);
  const missing = names.find(name => !own.some(group => group.name === name));
  if (missing === undefined) return own.filter(({ name }) => names.includes(name));
  throw new AwsFault('InvalidGroup.NotFound', `The security group '${missing}' does not exist in default VPC`);
}

function describeVpc(
  { id, cidr, isDefault }: { readonly id: string; readonly cidr: string; readonly isDefault: boolean },
  region: RegionState
) {
  return { vpcId: id, ownerId: region.account, state: AVAILABLE, cidrBlock: cidr, isDefault };
}

function describeSubnet(subnet: SubnetRecord, region: RegionState): object {
  return {
    subnetId: subnet.id,
    subnetArn: region.arn('ec2', `subnet/${subnet.id}`),
    state: AVAILABLE,
    vpcId: subnet.vpcId,
    ownerId: region.account,
    cidrBlock: subnet.cidr,
    availableIpAddressCount: 251,
    availabilityZone: subnet.zone,
    defaultForAz: false,
    mapPublicIpOnLaunch: false
  };
}

/** Where a subnet is; undefined where there is no such. */
export function findSubnet(
  region: RegionState,
  id: string
): { readonly vpcId: string; readonly zone: string } | undefined {
  return region.part(NETWORK).subnets.get(id);
}

function findVpc(region: RegionState, id: string): string {
  if (region.part(NETWORK).vpcs.has(id)) return id;
  throw new AwsFault('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`);
}

function need(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  throw new AwsFault('MissingParameter', `The request must contain the parameter ${name}`);
}

const ec2: QueryService = {
  name: 'ec2',
  version: '2016-11-15',
  dialect: 'ec2',
  refuse: refuseEc2Request,
  actions: {
    CreateVpc: { signed: true, run: createVpc },
    CreateSubnet: { signed: true, run: createSubnet },
    CreateSecurityGroup: { signed: true, run: createSecurityGroup },
    DescribeVpcs: { signed: true, run: describeVpcs },
    DescribeSubnets: { signed: true, run: describeSubnets },
    DescribeSecurityGroups: { signed: true, run: describeSecurityGroups }
  }
};

/** Amazon EC2's networks, as far as tasks run in them. */
export const ec2Module: CloudModule = { query: [ec2] };
