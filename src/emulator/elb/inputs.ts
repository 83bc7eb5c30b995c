import { boolean, document, integer, list, string, structure, type Decoder, type Members } from '../server/decode.js';

const TAGS = list(structure({ Key: string, Value: string }));
const PAGE = { PageSize: integer, Marker: string };
/** Actions, conditions and transforms are shown again as they were sent. */
const DOCUMENTS = list(document);

const HEALTH_CHECK = {
  HealthCheckProtocol: string,
  HealthCheckPort: string,
  HealthCheckEnabled: boolean,
  HealthCheckPath: string,
  HealthCheckIntervalSeconds: integer,
  HealthCheckTimeoutSeconds: integer,
  HealthyThresholdCount: integer,
  UnhealthyThresholdCount: integer,
  Matcher: structure({ HttpCode: string, GrpcCode: string })
};

/** CreateLoadBalancerInput and the others of the service model. */
export const BALANCER = structure({
  Name: string,
  Subnets: list(string),
  SubnetMappings: list(document),
  SecurityGroups: list(string),
  Scheme: string,
  Tags: TAGS,
  Type: string,
  IpAddressType: string,
  CustomerOwnedIpv4Pool: string,
  EnablePrefixForIpv6SourceNat: string,
  IpamPools: document
});
export const GROUP = structure({
  ...HEALTH_CHECK,
  Name: string,
  Protocol: string,
  ProtocolVersion: string,
  Port: integer,
  VpcId: string,
  TargetType: string,
  Tags: TAGS,
  IpAddressType: string,
  TargetControlPort: integer
});
export const GROUP_CHANGES = structure({ ...HEALTH_CHECK, TargetGroupArn: string });
export const LISTENER = structure({
  LoadBalancerArn: string,
  Protocol: string,
  Port: integer,
  SslPolicy: string,
  Certificates: DOCUMENTS,
  DefaultActions: DOCUMENTS,
  AlpnPolicy: list(string),
  Tags: TAGS,
  MutualAuthentication: document
});
export const RULE = structure({
  ListenerArn: string,
  Conditions: DOCUMENTS,
  Priority: integer,
  Actions: DOCUMENTS,
  Tags: TAGS,
  Transforms: DOCUMENTS
});
export const BALANCERS_PAGE = structure({ ...PAGE, LoadBalancerArns: list(string), Names: list(string) });
export const GROUPS_PAGE = structure({
  ...PAGE,
  LoadBalancerArn: string,
  TargetGroupArns: list(string),
  Names: list(string)
});
export const LISTENERS_PAGE = structure({ ...PAGE, LoadBalancerArn: string, ListenerArns: list(string) });
export const RULES_PAGE = structure({ ...PAGE, ListenerArn: string, RuleArns: list(string) });
export const TAGGED = structure({ ResourceArns: list(string) });
export const GROUP_NAME = structure({ TargetGroupArn: string });
export const GROUP_ATTRIBUTES = structure({ TargetGroupArn: string, Attributes: TAGS });

/** What one of these decoders reads. */
export type InputOf<D> = D extends Decoder<infer T> ? T : never;
export type Tags = Members<{ readonly Tags: typeof TAGS }>['Tags'];
