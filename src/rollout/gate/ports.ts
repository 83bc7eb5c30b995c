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
  readonly arn: string;
  /** 1 to 50,000: the lowest is tried first. Infinity: the default rule. */
  readonly priority: number;
  /** All have to be met. */
  readonly conditions: readonly RuleCondition[];
  /** The target groups of its forward action, with their weights; undefined is 1. */
  readonly forwards: readonly { readonly targetGroupArn: string; readonly weight: number | undefined }[];
}

export interface Listener {
  /** HTTP, HTTPS, TCP, TLS … */
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  readonly loadBalancerArn: string;
}

/** The calls of Elastic Load Balancing (API version 2015-12-01) that tell where a listener is. Each rejects with the service's own error. */
export interface ListenersPort {
  /** DescribeRules of a listener, in any order; undefined where there is no such listener. */
  listRules(listenerArn: string): Promise<readonly ListenerRule[] | undefined>;
  getListener(arn: string): Promise<Listener | undefined>;
  /** DescribeLoadBalancers: DNSName. */
  getDnsName(loadBalancerArn: string): Promise<string | undefined>;
  /** DescribeTargetGroups, and of its load balancers DescribeListeners and DescribeRules. */
  listListenersOf(
    targetGroupArn: string
  ): Promise<readonly { readonly listener: Listener; readonly rules: readonly ListenerRule[] }[]>;
}

/** What a gate works with. */
export interface GatePorts {
  readonly listeners: ListenersPort;
  readonly shell: Shell;
  readonly web: WebClient;
}
