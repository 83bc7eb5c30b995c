import type { ImageLocation, PullThroughRule } from '../image/ports.js';

/** What IAM says of a role. */
export interface Role {
  readonly arn: string;
  /** AssumeRolePolicyDocument as JSON; IAM sends it percent-encoded. */
  readonly trustPolicy: string;
}

/** A question for IAM: whether a user or a role may do something. */
export interface Simulation {
  /** The ARN of a user or a role. */
  readonly principal: string;
  /** As `iam:PassRole`. */
  readonly action: string;
  readonly resources: readonly string[];
  /** Condition keys and their values. */
  readonly context: Readonly<Record<string, string>>;
}

/** What IAM says of one resource. */
export interface Judgement {
  readonly resource: string;
  /** `allowed`, `implicitDeny` (nothing allows it) or `explicitDeny` (something denies it). */
  readonly decision: string;
  /** Condition keys that a policy asks for and the question did not have. */
  readonly missingKeys: readonly string[];
  /** By service control policies; undefined: the account is in no organization. */
  readonly allowedByOrganization: boolean | undefined;
  /** By the permissions boundary; undefined: there is none. */
  readonly allowedByBoundary: boolean | undefined;
}

/** What Secrets Manager says of a secret without its value. */
export interface Secret {
  readonly name: string;
  /** It is to be deleted, and its value is not given out any more. */
  readonly deleted: boolean;
  /** Every staging label that one of its versions has, and every version's id. */
  readonly stages: readonly string[];
  readonly versions: readonly string[];
}

export interface TargetGroup {
  readonly arn: string;
  readonly name: string;
  /** `instance`, `ip`, `lambda` or `alb`. */
  readonly targetType: string;
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  readonly vpcId: string | undefined;
  /** Whatever sends traffic to it; empty: nothing does. */
  readonly loadBalancerArns: readonly string[];
  readonly healthCheck: {
    readonly protocol: string | undefined;
    /** A number or `traffic-port`. */
    readonly port: string | undefined;
    /** Where the protocol is HTTP or HTTPS. */
    readonly path: string | undefined;
    readonly intervalSeconds: number | undefined;
    readonly healthyThreshold: number | undefined;
  };
}

/** A target group that an action forwards to, with its share of the traffic. */
export interface Forward {
  readonly targetGroupArn: string;
  /** undefined: the only one. */
  readonly weight: number | undefined;
}

export interface ListenerRule {
  readonly arn: string;
  readonly isDefault: boolean;
  readonly forwards: readonly Forward[];
}

interface Listener {
  readonly arn: string;
  readonly protocol: string | undefined;
  readonly port: number | undefined;
  /** Its default action, which is all that a Network Load Balancer has. */
  readonly forwards: readonly Forward[];
}

export interface Subnet {
  readonly id: string;
  readonly vpcId: string | undefined;
  readonly zone: string | undefined;
  readonly freeAddresses: number | undefined;
}

export interface SecurityGroup {
  readonly id: string;
  readonly vpcId: string | undefined;
}

/** The manifest of an image as the registry has it, and its kind. */
interface Manifest {
  readonly mediaType: string;
  /** JSON. */
  readonly text: string;
}

/** The looks that only a preflight takes; none changes anything, none reads a secret's value. Every method rejects with the service's own error. */
export interface PreflightPorts {
  /** IAM GetRole; undefined: there is none (NoSuchEntity). */
  getRole(name: string): Promise<Role | undefined>;
  /** IAM SimulatePrincipalPolicy; undefined: there is no such user or role (NoSuchEntity). */
  simulatePrincipalPolicy(simulation: Simulation): Promise<readonly Judgement[] | undefined>;
  /** STS GetCallerIdentity: the ARN of a user or of a role's session. */
  getCaller(): Promise<string>;
  /** Secrets Manager DescribeSecret, by name or ARN; undefined: there is none. */
  describeSecret(region: string, id: string): Promise<Secret | undefined>;
  /** SSM DescribeParameters: which of these names are there. */
  findParameters(region: string, names: readonly string[]): Promise<readonly string[]>;
  /** ELBv2 DescribeTargetGroups; those that are not there are left out. */
  describeTargetGroups(by: 'arn' | 'name', values: readonly string[]): Promise<readonly TargetGroup[]>;
  /** ELBv2 DescribeListeners; undefined: it is not there. */
  describeListener(arn: string): Promise<Listener | undefined>;
  /** ELBv2 DescribeRules of a listener; undefined: there is no such listener. */
  describeRulesOf(listenerArn: string): Promise<readonly ListenerRule[] | undefined>;
  /** ELBv2 DescribeRules of one rule; undefined: it is not there. */
  describeRule(arn: string): Promise<ListenerRule | undefined>;
  /** EC2 DescribeSubnets; those that are not there are left out. */
  describeSubnets(ids: readonly string[]): Promise<readonly Subnet[]>;
  /** EC2 DescribeSecurityGroups; those that are not there are left out. */
  describeSecurityGroups(ids: readonly string[]): Promise<readonly SecurityGroup[]>;
  /** CloudWatch Logs DescribeLogGroups: whether there is one of exactly this name. */
  hasLogGroup(region: string, name: string): Promise<boolean>;
  /** ECR BatchGetImage; undefined: there is no such image, or no such repository. */
  readManifest(location: ImageLocation): Promise<Manifest | undefined>;
  /** ECR DescribePullThroughCacheRules: the rule that covers a repository; undefined: there is none. */
  findPullThroughRule(location: ImageLocation): Promise<PullThroughRule | undefined>;
  /** ECR GetSigningConfiguration: the ARNs of the profiles that images of a repository are signed by when they are pushed. */
  listSigningProfiles(repository: string): Promise<readonly string[]>;
  /** ECR GetDownloadUrlForLayer, and the blob from there: an image's config, as JSON. */
  readImageConfig(location: ImageLocation, digest: string): Promise<string>;
}
