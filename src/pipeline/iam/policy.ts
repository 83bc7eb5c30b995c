import { type ArnScope, arnOf, isArn, partitionOf } from '../../text/arn.js';

/** What a policy allows. Resources and conditions are always said; there is no statement that denies. */
export interface Statement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: Conditions | undefined;
}

/** By operator, then by key. */
type Conditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export type ServiceName = 'codebuild' | 'codedeploy' | 'codepipeline' | 'ecs' | 'ecs-tasks';

/** A role's ARN; ECS takes its short name too, which is that of a role without a path in the same account. */
export function roleArnOf(names: ArnScope, role: string): string {
  return isArn(role) ? role : arnOf(names, 'iam', `role/${role}`);
}

/** How a service is named as a principal. China's CodeDeploy is a principal of its region. */
function principalOf(service: ServiceName, region: string): string {
  if (partitionOf(region) !== 'aws-cn') return `${service}.amazonaws.com`;
  return service === 'codedeploy' ? `codedeploy.${region}.amazonaws.com.cn` : `${service}.amazonaws.com`;
}

/** The statement's name where the roles are those that the tasks run with. */
export const PASS_TASK_ROLES = 'PassTheRolesOfTheTask';

/** iam:PassRole for these roles, to these services alone; none without roles. */
export function passRoles(sid: string, roles: readonly string[], services: readonly string[]): readonly Statement[] {
  const conditions = { StringEquals: { 'iam:PassedToService': services } };
  return [{ sid, actions: ['iam:PassRole'], resources: roles, conditions }];
}

/** A policy document as IAM reads it. */
export interface Policy {
  readonly Version: string;
  readonly Statement: readonly {
    readonly Sid: string;
    readonly Effect: 'Allow';
    readonly Action: readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: Conditions;
  }[];
}

/** The policy document of these statements; those without actions or resources are left out. */
export function toPolicy(statements: readonly Statement[]): Policy {
  return {
    Version: '2012-10-17',
    Statement: statements
      .filter(({ actions, resources }) => actions.length > 0 && resources.length > 0)
      .map(({ sid, actions, resources, conditions }) => ({
        Sid: sid,
        Effect: 'Allow',
        Action: [...new Set(actions)],
        Resource: unwrap([...new Set(resources)]),
        ...(conditions === undefined ? {} : { Condition: conditions })
      }))
  };
}

/** What several may do together: the same actions under the same conditions on the resources of all; each name once. */
export function mergeStatements(all: readonly Statement[]): readonly Statement[] {
  const merged = new Map<string, Statement>();
  for (const statement of all) {
    const { sid, actions, conditions, resources } = statement;
    if (actions.length === 0 || resources.length === 0) continue;
    const key = JSON.stringify([sid, actions, conditions]);
    merged.set(key, { ...statement, resources: [...(merged.get(key)?.resources ?? []), ...resources] });
  }
  const names = new Map<string, number>();
  return [...merged.values()].map(statement => {
    const count = (names.get(statement.sid) ?? 0) + 1;
    names.set(statement.sid, count);
    return count === 1 ? statement : { ...statement, sid: `${statement.sid}${count}` };
  });
}

/** A trust policy for an AWS service, for calls on behalf of this account alone (the "confused deputy"). */
export function trustService(service: ServiceName, names: ArnScope, region: string): object {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: principalOf(service, region) },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': names.account } }
      }
    ]
  };
}

/** IAM takes a single value without a list; one line is easier to read. */
function unwrap(values: readonly string[]): string | readonly string[] {
  return values.length === 1 ? (values[0] ?? '') : values;
}
