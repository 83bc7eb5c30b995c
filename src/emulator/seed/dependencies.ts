import { CallError, type Call, type Shape } from '../client.js';
import { isStructure } from '../server/decode.js';

/** The load balancer of a service, by ARNs. */
export interface Traffic {
  readonly blue: string;
  readonly green: string;
  readonly listener: string;
  /** Only where the new version is to be tested. */
  readonly testListener: string | undefined;
}

/** What of a service its surroundings follow from. */
interface Needs {
  readonly service: string;
  /** RegisterTaskDefinition's input. */
  readonly taskDefinition: Shape;
  readonly network: { readonly subnets: readonly string[]; readonly securityGroups: readonly string[] };
  /** Undefined where CodeDeploy does not deploy it. */
  readonly codedeploy: object | undefined;
  readonly isGated?: boolean;
}

/** Which role CodeDeploy works with on the stage. */
export const CODEDEPLOY_ROLE = 'CodeDeployRoleForECS';
/** Which role ECS shifts traffic with there. */
const INFRASTRUCTURE_ROLE = 'ecsInfrastructureRoleForLoadBalancers';
/** What the managed policy AWSCodeDeployRoleForECS says of the tasks' roles. */
const PASSES_ROLES = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringLike: { 'iam:PassedToService': ['ecs-tasks.amazonaws.com'] } }
    }
  ]
};
/** What the account begins with. */
const VPC = 'vpc-0123456789abcdef0';
/** Of the listeners: any user may have these, and the test port is the one of AWS's own examples. */
const PRODUCTION_PORT = '8080';
const TEST_PORT = '9001';
const THERE_ALREADY =
  /^(EntityAlreadyExists|(Repository|Image|ImageTag)AlreadyExistsException|ResourceAlreadyExistsException|ResourceExistsException|ParameterAlreadyExists|InvalidGroup\.Duplicate)$/;

/** Makes what a service's files name and a deployment needs to be there: subnets, security groups, roles, secrets, parameters, log groups. */
export async function seedDependencies(needs: Needs, call: Call): Promise<void> {
  const { taskDefinition, network, codedeploy, isGated = false } = needs;
  for (const [index, subnet] of network.subnets.entries()) {
    await unlessThere(() =>
      call.ask('ec2', 'CreateSubnet', {
        VpcId: VPC,
        CidrBlock: `172.31.${128 + index}.0/24`,
        ...withId('subnet', subnet)
      })
    );
  }
  for (const group of network.securityGroups) {
    const form = { VpcId: VPC, GroupName: group, GroupDescription: 'the tasks', ...withId('security-group', group) };
    await unlessThere(() => call.ask('ec2', 'CreateSecurityGroup', form));
  }
  for (const member of ['executionRoleArn', 'taskRoleArn']) {
    const role = taskDefinition[member];
    if (typeof role === 'string') await createRole(role, 'ecs-tasks.amazonaws.com', call);
  }
  if (codedeploy !== undefined) {
    await createRole(CODEDEPLOY_ROLE, 'codedeploy.amazonaws.com', call);
    await call.ask('iam', 'PutRolePolicy', {
      RoleName: CODEDEPLOY_ROLE,
      PolicyName: 'PassRole',
      PolicyDocument: JSON.stringify(PASSES_ROLES)
    });
  } else if (isGated) await createRole(INFRASTRUCTURE_ROLE, 'ecs.amazonaws.com', call);
  for (const container of listOf(taskDefinition['containerDefinitions'])) {
    for (const { valueFrom } of listOf(container['secrets'])) {
      if (typeof valueFrom === 'string') await createValue(valueFrom, call);
    }
    const log = container['logConfiguration'];
    const options = isStructure(log) ? log['options'] : undefined;
    const logGroupName = isStructure(options) ? options['awslogs-group'] : undefined;
    if (typeof logGroupName === 'string') await unlessThere(() => call('logs', 'CreateLogGroup', { logGroupName }));
  }
}

/** A load balancer with a listener that sends everything to the first of two target groups; with two such listeners for a gated service. */
export async function seedLoadBalancer(
  { service, network, isGated = false }: Needs,
  port: number,
  call: Call
): Promise<Traffic> {
  const group = async (colour: string): Promise<string> => {
    const form = {
      Name: `${service}-${colour}`,
      Protocol: 'HTTP',
      Port: String(port),
      VpcId: VPC,
      TargetType: 'ip',
      // Where the real one looks is in no file of the project.
      HealthCheckPath: '/',
      'Matcher.HttpCode': '200-499',
      // A rehearsal need not wait as long as AWS's defaults do (30 s, and 300 s for its connections).
      HealthCheckIntervalSeconds: '20'
    };
    const arn = valueOf(await call.ask('elasticloadbalancing', 'CreateTargetGroup', form), 'TargetGroupArn');
    await call.ask('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
      TargetGroupArn: arn,
      'Attributes.member.1.Key': 'deregistration_delay.timeout_seconds',
      'Attributes.member.1.Value': '10'
    });
    return arn;
  };
  const [blue, green] = [await group('blue'), await group('green')];
  const subnets = Object.fromEntries(network.subnets.map((subnet, index) => [`Subnets.member.${index + 1}`, subnet]));
  const balancer = await call.ask('elasticloadbalancing', 'CreateLoadBalancer', { Name: service, ...subnets });
  const listen = async (listenerPort: string): Promise<string> => {
    const form = {
      LoadBalancerArn: valueOf(balancer, 'LoadBalancerArn'),
      Protocol: 'HTTP',
      Port: listenerPort,
      'DefaultActions.member.1.Type': 'forward',
      'DefaultActions.member.1.TargetGroupArn': blue
    };
    return valueOf(await call.ask('elasticloadbalancing', 'CreateListener', form), 'ListenerArn');
  };
  const listener = await listen(PRODUCTION_PORT);
  return { blue, green, listener, testListener: isGated ? await listen(TEST_PORT) : undefined };
}

/** What ECS needs of a load balancer for a native strategy: AdvancedConfiguration of its service model. */
export async function describeBlueGreen(
  { green, listener, testListener }: Traffic,
  account: string,
  call: Call
): Promise<Shape> {
  const findRule = async (ListenerArn: string): Promise<string> =>
    valueOf(await call.ask('elasticloadbalancing', 'DescribeRules', { ListenerArn }), 'RuleArn');
  return {
    alternateTargetGroupArn: green,
    productionListenerRule: await findRule(listener),
    testListenerRule: testListener === undefined ? undefined : await findRule(testListener),
    roleArn: `arn:aws:iam::${account}:role/${INFRASTRUCTURE_ROLE}`
  };
}

async function createRole(role: string, service: string, call: Call): Promise<void> {
  const [, path = '/', name = role] = /^(?:arn:[^/]*:role(\/(?:.*\/)?))?([^/]+)$/.exec(role) ?? [];
  const trust = { Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
  await unlessThere(() => call.ask('iam', 'CreateRole', { RoleName: name, Path: path, AssumeRolePolicyDocument }));
}

/** A secret by its ARN, with the six characters that it has there, or a parameter. */
async function createValue(valueFrom: string, call: Call): Promise<void> {
  const [, name, suffix] = /:secretsmanager:[^:]*:[^:]*:secret:([^:]+)-(\w{6})(?::|$)/.exec(valueFrom) ?? [];
  if (name !== undefined && suffix !== undefined) {
    const input = { Name: name, SecretString: '{}', Tags: [{ Key: '_custom_id_', Value: suffix }] };
    await unlessThere(() => call('secretsmanager', 'CreateSecret', input));
  } else if (!valueFrom.includes(':secretsmanager:')) {
    const Name = valueFrom.replace(/^arn:.*:parameter(?=\/)/, '');
    // A name that the Parameter Store does not take stays missing, as it would be in AWS.
    await unlessThere(
      () => call('ssm', 'PutParameter', { Name, Value: '-', Type: 'SecureString' }),
      'ValidationException'
    );
  }
}

function withId(kind: string, id: string): Readonly<Record<string, string>> {
  return {
    'TagSpecification.1.ResourceType': kind,
    'TagSpecification.1.Tag.1.Key': '_custom_id_',
    'TagSpecification.1.Tag.1.Value': id
  };
}

/** Several services of a stage may share what they hang on. */
export async function unlessThere(create: () => Promise<unknown>, orElse?: string): Promise<void> {
  try {
    await create();
  } catch (error) {
    if (!(error instanceof CallError && (THERE_ALREADY.test(error.code) || error.code === orElse))) throw error;
  }
}

function valueOf(answer: Readonly<Record<string, string>>, name: string): string {
  const value = answer[name];
  if (value === undefined) throw new Error(`The answer has no ${name}.`);
  return value;
}

function listOf(value: unknown): readonly Shape[] {
  return Array.isArray(value) ? value.filter(isStructure) : [];
}
