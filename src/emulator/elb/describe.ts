import type { TargetCheck } from '../containers/engine.js';
import { findSubnet } from '../ec2/module.js';
import { readList } from '../server/query.js';
import type { RegionState } from '../server/state.js';
import { readFormStructures, readFormValue, textOf } from './documents.js';
import { describeActions } from './rules.js';
import { BALANCING, type Balancer, type Listener, type TargetGroup } from './state.js';

export function describeBalancer({ arn, name, form, createdAt, dnsName }: Balancer, region: RegionState): object {
  const subnets = subnetsOf(form).map(({ id, mapping }) => ({ id, mapping, ...findSubnet(region, id) }));
  return {
    LoadBalancerArn: arn,
    DNSName: dnsName,
    LoadBalancerName: name,
    CreatedTime: new Date(createdAt).toISOString(),
    VpcId: subnets[0]?.vpcId,
    Scheme: form.get('Scheme') ?? 'internet-facing',
    State: { Code: 'active' },
    Type: form.get('Type') ?? 'application',
    AvailabilityZones: subnets.map(({ id, zone, mapping }) => ({
      ZoneName: zone,
      SubnetId: id,
      LoadBalancerAddresses: mapping === undefined ? undefined : [mapping]
    })),
    SecurityGroups: readList(form, 'SecurityGroups'),
    IpAddressType: form.get('IpAddressType') ?? 'ipv4',
    CustomerOwnedIpv4Pool: form.get('CustomerOwnedIpv4Pool') ?? undefined,
    EnablePrefixForIpv6SourceNat: form.get('EnablePrefixForIpv6SourceNat') ?? undefined,
    IpamPools: readFormValue(form, 'IpamPools')
  };
}

/** `Subnets`, or `SubnetMappings` with the address that each is to have. */
export function subnetsOf(form: URLSearchParams) {
  const mappings = readFormStructures(form, 'SubnetMappings').map(({ SubnetId: id, ...mapping }) => ({
    id: textOf(id) ?? '',
    mapping: Object.keys(mapping).length === 0 ? undefined : mapping
  }));
  return [...readList(form, 'Subnets').map(id => ({ id, mapping: undefined })), ...mappings];
}

export function describeGroup({ arn, name, form }: TargetGroup, region: RegionState) {
  const protocol = form.get('Protocol') ?? 'HTTP';
  const isHttp = protocol.startsWith('HTTP');
  const looks = form.get('HealthCheckProtocol') ?? (isHttp ? 'HTTP' : 'TCP');
  const asks = looks.startsWith('HTTP');
  const listeners = [...region.part(BALANCING).listeners.values()];
  const using = listeners.filter(({ rules }) => rules.some(rule => rule.forwards.some(target => target.arn === arn)));
  return {
    TargetGroupArn: arn,
    TargetGroupName: name,
    Protocol: protocol,
    Port: Number(form.get('Port') ?? 80),
    VpcId: form.get('VpcId') ?? undefined,
    HealthCheckProtocol: looks,
    HealthCheckPort: form.get('HealthCheckPort') ?? 'traffic-port',
    HealthCheckEnabled: form.get('HealthCheckEnabled') !== 'false',
    HealthCheckIntervalSeconds: Number(form.get('HealthCheckIntervalSeconds') ?? 30),
    HealthCheckTimeoutSeconds: Number(form.get('HealthCheckTimeoutSeconds') ?? 5),
    HealthyThresholdCount: Number(form.get('HealthyThresholdCount') ?? 5),
    UnhealthyThresholdCount: Number(form.get('UnhealthyThresholdCount') ?? 2),
    HealthCheckPath: asks ? (form.get('HealthCheckPath') ?? '/') : undefined,
    Matcher: asks ? describeMatcher(form, isHttp) : undefined,
    LoadBalancerArns: [...new Set(using.map(({ balancerArn }) => balancerArn))],
    TargetType: form.get('TargetType') ?? 'instance',
    ProtocolVersion: isHttp ? (form.get('ProtocolVersion') ?? 'HTTP1') : undefined,
    IpAddressType: form.get('IpAddressType') ?? 'ipv4',
    TargetControlPort: form.get('TargetControlPort') ?? undefined
  };
}

/** Codes of gRPC for targets that speak it, else those of HTTP. */
function describeMatcher(
  form: URLSearchParams,
  isHttp: boolean
): { readonly HttpCode?: string; readonly GrpcCode?: string } {
  if (form.get('ProtocolVersion') === 'GRPC') return { GrpcCode: form.get('Matcher.GrpcCode') ?? '12' };
  return { HttpCode: form.get('Matcher.HttpCode') ?? (isHttp ? '200' : '200-399') };
}

export function describeListener({ arn, balancerArn, protocol, port, form, rules }: Listener): object {
  const isSecure = protocol === 'HTTPS' || protocol === 'TLS';
  return {
    ListenerArn: arn,
    LoadBalancerArn: balancerArn,
    Port: port,
    Protocol: protocol,
    Certificates: readFormValue(form, 'Certificates'),
    SslPolicy: form.get('SslPolicy') ?? (isSecure ? 'ELBSecurityPolicy-2016-08' : undefined),
    DefaultActions: rules.slice(0, 1).flatMap(describeActions),
    AlpnPolicy: readFormValue(form, 'AlpnPolicy'),
    MutualAuthentication:
      readFormValue(form, 'MutualAuthentication') ?? (protocol === 'HTTPS' ? { Mode: 'off' } : undefined)
  };
}

/** How a target group looks at its targets; undefined where there is no such group, or where it asks as only gRPC can. */
export function targetCheckOf(region: RegionState, arn: string): TargetCheck | undefined {
  const group = region.part(BALANCING).groups.get(arn);
  if (group === undefined || group.form.get('ProtocolVersion') === 'GRPC') return undefined;
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
