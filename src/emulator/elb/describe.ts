import type { TargetCheck } from '../containers/engine.js';
import { findSubnet } from '../ec2/network.js';
import type { RegionState } from '../server/state.js';
import { textOf } from './documents.js';
import type { BALANCER, InputOf } from './inputs.js';
import { describeActions } from './rules.js';
import { BALANCING, type Balancer, type Listener, type TargetGroup } from './state.js';

export function describeBalancer({ arn, name, input, createdAt, dnsName }: Balancer, region: RegionState): object {
  const subnets = subnetsOf(input).map(({ id, mapping }) => ({ id, mapping, ...findSubnet(region, id) }));
  return {
    LoadBalancerArn: arn,
    DNSName: dnsName,
    LoadBalancerName: name,
    CreatedTime: new Date(createdAt).toISOString(),
    VpcId: subnets[0]?.vpcId,
    Scheme: input.Scheme ?? 'internet-facing',
    State: { Code: 'active' },
    Type: input.Type ?? 'application',
    AvailabilityZones: subnets.map(({ id, zone, mapping }) => ({
      ZoneName: zone,
      SubnetId: id,
      LoadBalancerAddresses: mapping === undefined ? undefined : [mapping]
    })),
    SecurityGroups: input.SecurityGroups ?? [],
    IpAddressType: input.IpAddressType ?? 'ipv4',
    CustomerOwnedIpv4Pool: input.CustomerOwnedIpv4Pool,
    EnablePrefixForIpv6SourceNat: input.EnablePrefixForIpv6SourceNat,
    IpamPools: input.IpamPools
  };
}

/** `Subnets`, or `SubnetMappings` with the address that each is to have. */
export function subnetsOf({ Subnets = [], SubnetMappings = [] }: InputOf<typeof BALANCER>) {
  const mappings = SubnetMappings.map(({ SubnetId: id, ...mapping }) => ({
    id: textOf(id) ?? '',
    mapping: Object.keys(mapping).length === 0 ? undefined : mapping
  }));
  return [...Subnets.map(id => ({ id, mapping: undefined })), ...mappings];
}

export function describeGroup({ arn, name, input }: TargetGroup, region: RegionState) {
  const protocol = input.Protocol ?? 'HTTP';
  const isHttp = protocol.startsWith('HTTP');
  const looks = input.HealthCheckProtocol ?? (isHttp ? 'HTTP' : 'TCP');
  const asks = looks.startsWith('HTTP');
  const listeners = [...region.part(BALANCING).listeners.values()];
  const using = listeners.filter(({ rules }) => rules.some(rule => rule.forwards.some(target => target.arn === arn)));
  return {
    TargetGroupArn: arn,
    TargetGroupName: name,
    Protocol: protocol,
    Port: input.Port ?? 80,
    VpcId: input.VpcId,
    HealthCheckProtocol: looks,
    HealthCheckPort: input.HealthCheckPort ?? 'traffic-port',
    HealthCheckEnabled: input.HealthCheckEnabled ?? true,
    HealthCheckIntervalSeconds: input.HealthCheckIntervalSeconds ?? 30,
    HealthCheckTimeoutSeconds: input.HealthCheckTimeoutSeconds ?? 5,
    HealthyThresholdCount: input.HealthyThresholdCount ?? 5,
    UnhealthyThresholdCount: input.UnhealthyThresholdCount ?? 2,
    HealthCheckPath: asks ? (input.HealthCheckPath ?? '/') : undefined,
    Matcher: asks ? describeMatcher(input, isHttp) : undefined,
    LoadBalancerArns: [...new Set(using.map(({ balancerArn }) => balancerArn))],
    TargetType: input.TargetType ?? 'instance',
    ProtocolVersion: isHttp ? (input.ProtocolVersion ?? 'HTTP1') : undefined,
    IpAddressType: input.IpAddressType ?? 'ipv4',
    TargetControlPort: input.TargetControlPort
  };
}

/** Codes of gRPC for targets that speak it, else those of HTTP. */
function describeMatcher(
  { ProtocolVersion, Matcher }: TargetGroup['input'],
  isHttp: boolean
): { readonly HttpCode?: string; readonly GrpcCode?: string } {
  if (ProtocolVersion === 'GRPC') return { GrpcCode: Matcher?.GrpcCode ?? '12' };
  return { HttpCode: Matcher?.HttpCode ?? (isHttp ? '200' : '200-399') };
}

export function describeListener({ arn, balancerArn, protocol, port, input, rules }: Listener): object {
  const isSecure = protocol === 'HTTPS' || protocol === 'TLS';
  return {
    ListenerArn: arn,
    LoadBalancerArn: balancerArn,
    Port: port,
    Protocol: protocol,
    Certificates: input.Certificates,
    SslPolicy: input.SslPolicy ?? (isSecure ? 'ELBSecurityPolicy-2016-08' : undefined),
    DefaultActions: rules.slice(0, 1).flatMap(describeActions),
    AlpnPolicy: input.AlpnPolicy,
    MutualAuthentication: input.MutualAuthentication ?? (protocol === 'HTTPS' ? { Mode: 'off' } : undefined)
  };
}

/** How a target group looks at its targets; undefined where there is no such group, or where it asks as only gRPC can. */
export function targetCheckOf(region: RegionState, arn: string): TargetCheck | undefined {
  const group = region.part(BALANCING).groups.get(arn);
  if (group === undefined || group.input.ProtocolVersion === 'GRPC') return undefined;
  const settings = describeGroup(group, region);
  return {
    protocol: settings.HealthCheckProtocol,
    port: /^\d+$/.test(settings.HealthCheckPort) ? Number(settings.HealthCheckPort) : undefined,
    path: settings.HealthCheckPath ?? '/',
    codes: settings.Matcher?.HttpCode ?? '200-399',
    intervalSeconds: settings.HealthCheckIntervalSeconds,
    timeoutSeconds: settings.HealthCheckTimeoutSeconds,
    unhealthyThreshold: settings.UnhealthyThresholdCount
  };
}
