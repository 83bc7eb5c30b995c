import type {
  Action,
  ElasticLoadBalancingV2Client,
  Rule,
  TargetGroup
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Forward, ListenerRule, PreflightPorts, TargetGroup as FoundGroup } from '../preflight/ports.js';
import type { Connection } from './connection.js';
import { awsErrorName } from './errors.js';

type Sdk = typeof import('@aws-sdk/client-elastic-load-balancing-v2');
type LoadBalancersPort = Pick<
  PreflightPorts,
  'describeTargetGroups' | 'describeListener' | 'describeRulesOf' | 'describeRule'
>;

/** Elastic Load Balancing (Application, Network) by the SDK. Loaded at the first call. */
export function createLoadBalancersPort({ clientConfig }: Connection): LoadBalancersPort {
  let loading: Promise<{ sdk: Sdk; client: ElasticLoadBalancingV2Client }> | undefined;
  const load = async () => {
    const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2');
    return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientConfig) };
  };
  const open = () => (loading ??= load());
  return {
    describeTargetGroups: async (by, values) => {
      const { sdk, client } = await open();
      // One that is missing makes the whole call fail, without saying which: each is asked for by itself, at the same time.
      const found = await Promise.all(
        values.map(value =>
          unlessMissing('TargetGroupNotFound', async () => {
            const input = by === 'arn' ? { TargetGroupArns: [value] } : { Names: [value] };
            return (await client.send(new sdk.DescribeTargetGroupsCommand(input))).TargetGroups;
          })
        )
      );
      return found.flatMap(groups => (groups ?? []).map(readTargetGroup));
    },
    describeListener: async arn => {
      const { sdk, client } = await open();
      const answer = await unlessMissing('ListenerNotFound', () =>
        client.send(new sdk.DescribeListenersCommand({ ListenerArns: [arn] }))
      );
      const listener = answer?.Listeners?.[0];
      return listener === undefined
        ? undefined
        : { arn, protocol: listener.Protocol, port: listener.Port, forwards: readForwards(listener.DefaultActions) };
    },
    describeRulesOf: async listenerArn => {
      const { sdk, client } = await open();
      return unlessMissing('ListenerNotFound', async () => {
        const rules: ListenerRule[] = [];
        for await (const page of sdk.paginateDescribeRules({ client }, { ListenerArn: listenerArn })) {
          rules.push(...(page.Rules ?? []).map(readRule));
        }
        return rules;
      });
    },
    describeRule: async arn => {
      const { sdk, client } = await open();
      const answer = await unlessMissing('RuleNotFound', () =>
        client.send(new sdk.DescribeRulesCommand({ RuleArns: [arn] }))
      );
      return (answer?.Rules ?? []).map(readRule)[0];
    }
  };
}

function readTargetGroup(group: TargetGroup): FoundGroup {
  return {
    arn: group.TargetGroupArn ?? '',
    name: group.TargetGroupName ?? '',
    targetType: group.TargetType ?? 'instance',
    protocol: group.Protocol,
    port: group.Port,
    vpcId: group.VpcId,
    loadBalancerArns: group.LoadBalancerArns ?? [],
    healthCheck: {
      protocol: group.HealthCheckProtocol,
      port: group.HealthCheckPort,
      path: group.HealthCheckPath,
      intervalSeconds: group.HealthCheckIntervalSeconds,
      healthyThreshold: group.HealthyThresholdCount
    }
  };
}

function readRule(rule: Rule): ListenerRule {
  return { arn: rule.RuleArn ?? '', isDefault: rule.IsDefault === true, forwards: readForwards(rule.Actions) };
}

/** The target groups of a rule's forward action. */
export function readForwards(actions: readonly Action[] = []): readonly Forward[] {
  return actions.flatMap(({ TargetGroupArn: only, ForwardConfig: config }) => {
    const groups = (config?.TargetGroups ?? []).flatMap(({ TargetGroupArn: arn, Weight: weight }) =>
      arn === undefined ? [] : [{ targetGroupArn: arn, weight }]
    );
    return groups.length > 0 || only === undefined ? groups : [{ targetGroupArn: only, weight: undefined }];
  });
}

/** The query protocol's code has no suffix, the shape of the model has `Exception`. */
export async function unlessMissing<T>(name: string, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (awsErrorName(error)?.replace(/Exception$/, '') === name) return undefined;
    throw error;
  }
}
