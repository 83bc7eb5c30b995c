import type { Shell, WebClient } from '../../ports.js';

/** A condition of a listener rule, as Elastic Load Balancing's RuleCondition. */
export interface RuleCondition {
  /** `host-header`, `path-pattern`, `http-header`, `query-string`, `http-request-method`, `source-ip`. */
  readonly field: string;
  readonly values: readonly string[];
  readonly regexValues?: readonly string[] | undefined;
  /** http-header only. */
  readonly headerName?: string | undefined;
  /** query-string only. */
  readonly pairs?: readonly { readonly key: string | undefined; readonly value: string }[] | undefined;
}

export interface ListenerRule {
  readonly isDefault: boolean;
  readonly conditions: readonly RuleCondition[];
  readonly targetGroupArns: readonly string[];
}

export interface Listener {
  /** HTTP, HTTPS, TCP, TLS … */
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  readonly loadBalancerArn: string;
}

/** The calls of Elastic Load Balancing (API version 2015-12-01) that tell where a listener is. Each rejects with the service's own error. */
export interface ListenersPort {
  /** DescribeRules by the rule's ARN; undefined where there is no such rule. */
  getRule(arn: string): Promise<ListenerRule | undefined>;
  /** DescribeRules of a listener, by priority, the default rule last; undefined where there is no such listener. */
  listRules(listenerArn: string): Promise<readonly ListenerRule[] | undefined>;
  getListener(arn: string): Promise<Listener | undefined>;
  /** DescribeLoadBalancers: DNSName. */
  getDnsName(loadBalancerArn: string): Promise<string | undefined>;
  /** DescribeTargetGroups, and of its load balancers DescribeListeners and DescribeRules: the rules that forward to it. */
  listRulesTo(targetGroupArn: string): Promise<readonly { readonly listener: Listener; readonly rule: ListenerRule }[]>;
}

/** What a gate works with. */
export interface GatePorts {
  readonly listeners: ListenersPort;
  readonly shell: Shell;
  readonly web: WebClient;
}
