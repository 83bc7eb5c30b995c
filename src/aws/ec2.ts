import type { ElasticLoadBalancingV2ClientResolvedConfig } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { makeBuilder as MakeBuilder } from '@smithy/core/client';
import type { PreflightPorts } from '../preflight/ports.js';
import type { Connection } from './connection.js';

const NAMESPACE = 'com.amazonaws.ec2';
const VERSION = '2016-11-15';

interface Answer {
  readonly Subnets?: readonly {
    readonly SubnetId?: string;
    readonly VpcId?: string;
    readonly AvailabilityZone?: string;
    readonly AvailableIpAddressCount?: number;
  }[];
  readonly SecurityGroups?: readonly { readonly GroupId?: string; readonly VpcId?: string }[];
}

type Call = (filter: string, values: readonly string[]) => Promise<Answer>;

/**
 * Amazon EC2 for looks at subnets and security groups. `client-ec2` has 2 MB for its 700 operations, and these are two. Its protocol is in
 * the SDK's core, and its endpoints are by the same rules as those of load balancing but for the name of the host (compare the rule
 * sets of the two clients): so that client is taken for sending, with the protocol, the names and the shapes of EC2. Loaded at the first call.
 *
 * Asked by filter, not by id: a missing one is then absent from the answer and does not make the whole call fail.
 */
export function createNetworkPort({
  clientConfig
}: Connection): Pick<PreflightPorts, 'describeSubnets' | 'describeSecurityGroups'> {
  let loading: ReturnType<typeof load> | undefined;
  const open = () => (loading ??= load(clientConfig));
  return {
    describeSubnets: async ids => {
      const { describeSubnets } = await open();
      const { Subnets = [] } = await describeSubnets('subnet-id', ids);
      return Subnets.flatMap(({ SubnetId: id, VpcId, AvailabilityZone, AvailableIpAddressCount }) =>
        id === undefined ? [] : [{ id, vpcId: VpcId, zone: AvailabilityZone, freeAddresses: AvailableIpAddressCount }]
      );
    },
    describeSecurityGroups: async ids => {
      const { describeSecurityGroups } = await open();
      const { SecurityGroups = [] } = await describeSecurityGroups('group-id', ids);
      return SecurityGroups.flatMap(({ GroupId: id, VpcId: vpcId }) => (id === undefined ? [] : [{ id, vpcId }]));
    }
  };
}

async function load(clientConfig: Connection['clientConfig']): Promise<{
  readonly describeSubnets: Call;
  readonly describeSecurityGroups: Call;
}> {
  const [{ ElasticLoadBalancingV2Client }, { AwsEc2QueryProtocol }, { makeBuilder }, { getEndpointPlugin }] =
    await Promise.all([
      import('@aws-sdk/client-elastic-load-balancing-v2'),
      import('@aws-sdk/core/protocols'),
      import('@smithy/core/client'),
      import('@smithy/core/endpoints')
    ]);
  const plain = new ElasticLoadBalancingV2Client(clientConfig);
  const { endpointProvider } = plain.config;
  const settings = {
    ...clientConfig,
    serviceId: 'EC2',
    signingName: 'ec2',
    endpointProvider: (...question: Parameters<typeof endpointProvider>) => {
      const { url, ...rest } = endpointProvider(...question);
      return { ...rest, url: new URL(url.href.replace('//elasticloadbalancing', '//ec2')) };
    },
    protocol: AwsEc2QueryProtocol,
    protocolSettings: {
      defaultNamespace: NAMESPACE,
      errorTypeRegistries: [],
      xmlNamespace: `http://ec2.amazonaws.com/doc/${VERSION}/`,
      version: VERSION,
      serviceTarget: 'AmazonEC2'
    }
  };
  const client = new ElasticLoadBalancingV2Client(settings) as unknown as Sender;
  const builtIn = (name: string) => ({ type: 'builtInParams' as const, name });
  const command = makeBuilder<ElasticLoadBalancingV2ClientResolvedConfig, Question, { $metadata: object }>(
    {
      UseFIPS: builtIn('useFipsEndpoint'),
      Endpoint: builtIn('endpoint'),
      Region: builtIn('region'),
      UseDualStack: builtIn('useDualstackEndpoint')
    },
    'AmazonEC2',
    'EC2Client',
    getEndpointPlugin
  );
  const operation = (name: string, result: Schema): Call => {
    const Command = command({}, () => [], name, [9, NAMESPACE, name, 0, REQUEST, result]);
    return (filter, values) => client.send(new Command({ Filters: [{ Name: filter, Values: [...values] }] }));
  };
  return {
    describeSubnets: operation('DescribeSubnets', resultOf('Subnets', 'subnetSet', SUBNET)),
    describeSecurityGroups: operation(
      'DescribeSecurityGroups',
      resultOf('SecurityGroups', 'securityGroupInfo', SECURITY_GROUP)
    )
  };
}

/** What the client sends and gives, with the shapes of another service. */
interface Sender {
  send(command: object): Promise<Answer>;
}

interface Question {
  readonly Filters: readonly { readonly Name: string; readonly Values: readonly string[] }[];
}

// The shapes of the service model, in the form in which the SDK's own clients have theirs; lists carry the name of their entries.
const STRING = 0;
const NUMBER = 1;
type Schema = Parameters<ReturnType<typeof MakeBuilder>>[3][4];
const named = (schema: Schema, xmlName: string): Schema => [schema, { xmlName }] as Schema;
const VALUES: Schema = [1, NAMESPACE, 'ValueStringList', 0, named(STRING, 'item')];
const FILTER: Schema = [3, NAMESPACE, 'Filter', 0, ['Name', 'Values'], [STRING, named(VALUES, 'Value')]];
const FILTERS: Schema = [1, NAMESPACE, 'FilterList', 0, named(FILTER, 'Filter')];
const REQUEST: Schema = [3, NAMESPACE, 'Request', 0, ['Filters'], [named(FILTERS, 'Filter')]];
const SUBNET: Schema = [
  3,
  NAMESPACE,
  'Subnet',
  0,
  ['SubnetId', 'VpcId', 'AvailabilityZone', 'AvailableIpAddressCount'],
  [
    named(STRING, 'subnetId'),
    named(STRING, 'vpcId'),
    named(STRING, 'availabilityZone'),
    named(NUMBER, 'availableIpAddressCount')
  ]
];
const SECURITY_GROUP: Schema = [
  3,
  NAMESPACE,
  'SecurityGroup',
  0,
  ['GroupId', 'VpcId'],
  [named(STRING, 'groupId'), named(STRING, 'vpcId')]
];

/** A result of one list. */
function resultOf(member: string, xmlName: string, entry: Schema): Schema {
  const list: Schema = [1, NAMESPACE, `${member}List`, 0, named(entry, 'item')];
  return [3, NAMESPACE, 'Result', 0, [member], [named(list, xmlName)]];
}
