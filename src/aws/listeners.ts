import type {
  ElasticLoadBalancingV2Client,
  Listener as SdkListener,
  Rule,
  RuleCondition
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Listener, ListenerRule, ListenersPort, RuleCondition as FoundCondition } from '../rollout/gate/ports.js';
import type { Connection } from './connection.js';
import { readForwards, unlessMissing } from './load-balancers.js';

type Sdk = typeof import('@aws-sdk/client-elastic-load-balancing-v2');

/** Elastic Load Balancing (Application, Network) by the SDK, for where a listener is reached. Loaded at the first call. */
export function createListenersPort({ clientConfig }: Connection): ListenersPort {
  let loading: Promise<{ sdk: Sdk; client: ElasticLoadBalancingV2Client }> | undefined;
  const load = async () => {
    const sdk = await import('@aws-sdk/client-elastic-load-balancing-v2');
    return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientConfig) };
  };
  const open = () => (loading ??= load());
  const listRules: ListenersPort['listRules'] = async listenerArn => {
    const { sdk, client } = await open();
    return unlessMissing('ListenerNotFound', async () => {
      const rules: ListenerRule[] = [];
      for await (const page of sdk.paginateDescribeRules({ client }, { ListenerArn: listenerArn })) {
        rules.push(...(page.Rules ?? []).map(readRule));
      }
      return rules;
    });
  };
  return {
    listRules,
    listListenersOf: async targetGroupArn => {
      const { sdk, client } = await open();
      const command = new sdk.DescribeTargetGroupsCommand({ TargetGroupArns: [targetGroupArn] });
      const described = await unlessMissing('TargetGroupNotFound', () => client.send(command));
      const found: { listener: Listener; rules: readonly ListenerRule[] }[] = [];
      for (const LoadBalancerArn of described?.TargetGroups?.[0]?.LoadBalancerArns ?? []) {
        for await (const page of sdk.paginateDescribeListeners({ client }, { LoadBalancerArn })) {
          for (const listener of page.Listeners ?? []) {
            const rules = (await listRules(listener.ListenerArn ?? '')) ?? [];
            found.push({ listener: readListener(listener, LoadBalancerArn), rules });
          }
        }
      }
      return found;
    },
    getListener: async arn => {
      const { sdk, client } = await open();
      const command = new sdk.DescribeListenersCommand({ ListenerArns: [arn] });
      const listener = (await unlessMissing('ListenerNotFound', () => client.send(command)))?.Listeners?.[0];
      return listener?.LoadBalancerArn === undefined ? undefined : readListener(listener, listener.LoadBalancerArn);
    },
    getDnsName: async loadBalancerArn => {
      const { sdk, client } = await open();
      const command = new sdk.DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] });
      return (await unlessMissing('LoadBalancerNotFound', () => client.send(command)))?.LoadBalancers?.[0]?.DNSName;
    }
  };
}

function readListener({ Protocol: protocol, Port: port }: SdkListener, loadBalancerArn: string): Listener {
  return { protocol, port, loadBalancerArn };
}

function readRule({ RuleArn: arn = '', IsDefault, Priority, Conditions = [], Actions }: Rule): ListenerRule {
  const priority = IsDefault === true || Priority === 'default' ? Infinity : Number(Priority);
  return { arn, priority, conditions: Conditions.map(readCondition), forwards: readForwards(Actions) };
}

/** The old form has its values beside the field, the new one in a member for each field. */
function readCondition(condition: RuleCondition): FoundCondition {
  const { HostHeaderConfig: host, PathPatternConfig: path, HttpHeaderConfig: header } = condition;
  const config = host ?? path ?? header ?? condition.HttpRequestMethodConfig ?? condition.SourceIpConfig;
  const regexValues = [host, path, header].flatMap(each => each?.RegexValues ?? []);
  const pairs = condition.QueryStringConfig?.Values?.map(({ Key: key, Value: value = '' }) => ({ key, value }));
  return {
    field: condition.Field ?? '',
    values: config?.Values ?? condition.Values ?? [],
    ...(regexValues.length === 0 ? {} : { regexValues }),
    ...(header?.HttpHeaderName === undefined ? {} : { headerName: header.HttpHeaderName }),
    ...(pairs === undefined ? {} : { pairs })
  };
}
