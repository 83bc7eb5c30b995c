import type { CheckDetails } from '../../src/preflight/check-result.js';
import type { PreflightPorts, TargetGroup } from '../../src/preflight/ports.js';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-west-1';

/** Ports that answer only what a test gives them. */
export function portsOf(given: Partial<PreflightPorts>): PreflightPorts {
  const refuse = (): Promise<never> => Promise.reject(new Error('This look is not expected here.'));
  return {
    getRole: refuse,
    simulatePrincipalPolicy: refuse,
    getCaller: refuse,
    describeSecret: refuse,
    findParameters: refuse,
    describeTargetGroups: refuse,
    describeListener: refuse,
    describeRulesOf: refuse,
    describeRule: refuse,
    describeSubnets: refuse,
    describeSecurityGroups: refuse,
    hasLogGroup: refuse,
    readManifest: refuse,
    readImageConfig: refuse,
    findPullThroughRule: () => Promise.resolve(undefined),
    listSigningProfiles: () => Promise.resolve([]),
    ...given
  };
}

/** An error as the SDK throws it. */
function awsError(name: string, message: string = name): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } });
}

export const denies = (): Promise<never> => Promise.reject(awsError('AccessDeniedException'));
export const breaks = (): Promise<never> => Promise.reject(awsError('ValidationException', 'The request is not right'));

/** What a node found, as a line: `ng role-not-found`, `ok`, `skip`. */
export function shortOf({ state, code }: CheckDetails): string {
  return code === undefined ? state : `${state} ${code}`;
}

export function targetGroup(name: string, changes: Partial<TargetGroup> = {}): TargetGroup {
  return {
    arn: groupArn(name),
    name,
    targetType: 'ip',
    protocol: 'HTTP',
    port: 8080,
    vpcId: 'vpc-1',
    loadBalancerArns: ['lb'],
    healthCheck: { protocol: 'HTTP', port: 'traffic-port', path: '/', intervalSeconds: 30, healthyThreshold: 5 },
    ...changes
  };
}

export function groupArn(name: string): string {
  return `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:targetgroup/${name}/0123456789abcdef`;
}

export function listenerArn(kind: 'app' | 'net', rule = false): string {
  const base = `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:listener${rule ? '-rule' : ''}/${kind}/web/0123456789abcdef/0123456789abcdef`;
  return rule ? `${base}/0123456789abcdef` : base;
}
