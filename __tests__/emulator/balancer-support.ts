import { Agent, request as ask, type IncomingHttpHeaders } from 'node:http';

import { connectToCloud, type Call } from '../../src/emulator/client.js';
import type { Cloud } from '../../src/emulator/server/state.js';

type Form = Readonly<Record<string, string>>;

/** The load balancer `web` with the target groups `blue` and `green`. */
export interface Balancer {
  readonly dnsName: string;
  readonly blue: string;
  readonly green: string;
  readonly call: Call;
  /** Adds a listener that sends everything to `blue`, or does what is said; gives its ARN. */
  listen(port: number, action?: Form): Promise<string>;
  /** Adds a rule to a listener; gives its ARN. */
  addRule(listener: string, priority: number, conditions: readonly Form[], action: Form, more?: Form): Promise<string>;
  /** Members of a rule's or listener's action that forwards to `blue` and `green` at these weights. */
  weigh(blue: number, green: number): Form;
}

export interface Got {
  readonly status: number;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

export function under(prefix: string, members: Form): Form {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [`${prefix}.${name}`, value]));
}

export async function makeBalancer(cloud: Cloud, name = 'web'): Promise<Balancer> {
  const call = connectToCloud(cloud.endpoint, 'eu-west-1');
  const make = async (action: string, form: Form, wanted: string): Promise<string> =>
    (await call.ask('elasticloadbalancing', action, form))[wanted] ?? '';
  await call
    .ask('ec2', 'CreateSubnet', {
      VpcId: 'vpc-0123456789abcdef0',
      CidrBlock: '172.31.200.0/24',
      'TagSpecification.1.ResourceType': 'subnet',
      'TagSpecification.1.Tag.1.Key': '_custom_id_',
      'TagSpecification.1.Tag.1.Value': 'subnet-1'
    })
    .catch(() => undefined);
  const group = async (colour: string): Promise<string> => {
    const settings = { Port: '80', Protocol: 'HTTP', TargetType: 'ip', HealthCheckIntervalSeconds: '20' };
    const TargetGroupArn = await make('CreateTargetGroup', { Name: colour, ...settings }, 'TargetGroupArn');
    await call.ask('elasticloadbalancing', 'ModifyTargetGroupAttributes', {
      TargetGroupArn,
      'Attributes.member.1.Key': 'deregistration_delay.timeout_seconds',
      'Attributes.member.1.Value': '10'
    });
    return TargetGroupArn;
  };
  const [blue, green] = [await group('blue'), await group('green')];
  const made = await call.ask('elasticloadbalancing', 'CreateLoadBalancer', {
    Name: name,
    'Subnets.member.1': 'subnet-1'
  });
  const LoadBalancerArn = made['LoadBalancerArn'] ?? '';
  return {
    call,
    blue,
    green,
    dnsName: made['DNSName'] ?? '',
    listen: (port, action = { Type: 'forward', TargetGroupArn: blue }) => {
      const form = {
        LoadBalancerArn,
        Protocol: 'HTTP',
        Port: String(port),
        ...under('DefaultActions.member.1', action)
      };
      return make('CreateListener', form, 'ListenerArn');
    },
    addRule: (ListenerArn, priority, conditions, action, more = {}) => {
      const listed = conditions.map((condition, index) => under(`Conditions.member.${index + 1}`, condition));
      const form = { ListenerArn, Priority: String(priority), ...under('Actions.member.1', action), ...more };
      return make('CreateRule', Object.assign(form, ...listed) as Form, 'RuleArn');
    },
    weigh: (toBlue, toGreen) => ({
      Type: 'forward',
      'ForwardConfig.TargetGroups.member.1.TargetGroupArn': blue,
      'ForwardConfig.TargetGroups.member.1.Weight': String(toBlue),
      'ForwardConfig.TargetGroups.member.2.TargetGroupArn': green,
      'ForwardConfig.TargetGroups.member.2.Weight': String(toGreen)
    })
  };
}

export interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
  readonly agent?: Agent;
  readonly signal?: AbortSignal;
}

/** Sends a request to a listener; no proxy, no redirect is followed. */
export function send(host: string, port: number, sent: Sent = {}): Promise<Got> {
  const { path = '/', method = 'GET', headers = {}, body, agent, signal } = sent;
  return new Promise((resolve, reject) => {
    const options = {
      host,
      port,
      path,
      method,
      headers,
      agent: agent ?? false,
      ...(signal === undefined ? {} : { signal })
    };
    const request = ask(options, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          headers: response.headers
        })
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** How many of so many requests each version answered, `api:1` and so on; what no task answered counts by its status. */
export async function countVersions(
  host: string,
  port: number,
  requests: number
): Promise<Readonly<Record<string, number>>> {
  const agent = new Agent({ keepAlive: true });
  const counts: Record<string, number> = {};
  for (let sent = 0; sent < requests; sent++) {
    const { status, headers } = await send(host, port, { agent });
    const version = String(headers['x-slipway-task-definition'] ?? status);
    counts[version] = (counts[version] ?? 0) + 1;
  }
  agent.destroy();
  return counts;
}
