/**
 * ARNs and the names in them. Rests on "Amazon Resource Names (ARNs)" in the IAM user guide:
 * `arn:partition:service:region:account:resource`, where region and account may be empty and the resource may hold `:` and `/`.
 */

/** The parts of an ARN; a part that it leaves empty is the empty string. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All behind the account: `task-definition/web:7`, `secret:db-AbCdEf`. */
  readonly resource: string;
}

/** Where an ARN is: literal names, or what CloudFormation or a shell puts in their place. */
export type ArnScope = Pick<Arn, 'partition' | 'region' | 'account'>;

/** In a text, an ARN with an account, up to that account, which is the first group. */
export const ARN_WITH_ACCOUNT = '\\barn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:(\\d{12}):';

/** In a text such as an AppSpec, the ARN of a task definition's revision. */
export const TASK_DEFINITION_ARN = 'arn:[\\w-]+:ecs:[\\w-]+:\\d{12}:task-definition/[\\w-]+:\\d+';

const ARN = /^arn:(aws[\w-]*):([^:]*):([^:]*):([^:]*):(.*)$/s;

/** The beginnings of the regions' names (botocore's partitions.json). */
const PARTITIONS = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc']
] as const;

/** Whether a text is meant as an ARN, and is no name or path; it may be malformed. */
export function isArn(text: string): boolean {
  return text.startsWith('arn:');
}

/** The parts of an ARN; undefined for a text that is none. */
export function parseArn(text: string): Arn | undefined {
  const match = ARN.exec(text);
  if (match === null) return undefined;
  const [, partition = '', service = '', region = '', account = '', resource = ''] = match;
  return { partition, service, region, account, resource };
}

/** An ARN in the account and region of `scope`; IAM and S3 have no region in theirs, S3 no account either. */
export function arnOf(scope: ArnScope, service: string, resource: string): string {
  const region = service === 'iam' || service === 's3' ? '' : scope.region;
  const account = service === 's3' ? '' : scope.account;
  return `arn:${scope.partition}:${service}:${region}:${account}:${resource}`;
}

/** The partition that a region is in. */
export function partitionOf(region: string): string {
  return PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? 'aws';
}

/** The account that an ARN is in, twelve digits; undefined without one. */
export function accountOf(arn: string): string | undefined {
  const { account = '' } = parseArn(arn) ?? {};
  return /^\d{12}$/.test(account) ? account : undefined;
}

/** The region that an ARN is in; empty without one. */
export function regionOf(arn: string): string {
  return parseArn(arn)?.region ?? '';
}

/**
 * The name that an ARN ends in, behind its last slash, whatever stands before: a cluster, a service of the long or the short form
 * (`service/cluster/web`, `service/web`), a task's id, a role without its path, `family:revision` of a task definition. A name stays as it is;
 * of nothing it is empty.
 */
export function resourceName(nameOrArn = ''): string {
  return nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
}

/** Family and revision of a task definition's ARN or of `family:revision`; without a revision it is undefined, and AWS means the newest. */
export function parseTaskDefinitionName(nameOrArn: string): {
  readonly family: string;
  readonly revision: string | undefined;
} {
  const [family = '', revision] = resourceName(nameOrArn).split(':');
  return { family, revision };
}

/** The name in `arn:…:targetgroup/<name>/<id>`; a name as it is. */
export function targetGroupName(nameOrArn: string): string {
  return /:targetgroup\/([^/]+)\//.exec(nameOrArn)?.[1] ?? nameOrArn;
}
