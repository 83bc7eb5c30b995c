import { createHash } from 'node:crypto';
import { evaluatePolicies } from './policies.js';
import { isStructure } from '../server/decode.js';
import { cutMarkedPage } from '../server/paging.js';
import { AwsFault } from '../server/protocol.js';
import { readList, readStructures } from '../server/query.js';
import type { CloudModule, QueryService, RequestContext } from '../server/service.js';
import type { PartKey } from '../server/state.js';

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

interface RoleRecord {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly createdAt: number;
  readonly maxSessionDuration: number;
  readonly tags: readonly Tag[];
  /** The ARN of a policy. */
  readonly permissionsBoundary: string | undefined;
  /** JSON as it was given. */
  trustPolicy: string;
  /** Inline policies by their names, each as JSON. */
  readonly policies: Map<string, string>;
}

const ROLES: PartKey<Map<string, RoleRecord>> = { create: () => new Map() };

/** IAM knows no regions: all of them see the same roles. */
function rolesOf({ cloud }: RequestContext): Map<string, RoleRecord> {
  return cloud.region('global').part(ROLES);
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
function createRole(form: URLSearchParams, context: RequestContext): unknown {
  const name = need(form, 'RoleName');
  const roles = rolesOf(context);
  if (roles.has(name)) throw new AwsFault('EntityAlreadyExists', `Role with name ${name} already exists.`, 409);
  const path = form.get('Path') ?? '/';
  const role: RoleRecord = {
    name,
    path,
    arn: `arn:${context.region.partition}:iam::${context.cloud.account}:role${path}${name}`,
    description: form.get('Description') ?? undefined,
    createdAt: context.now,
    maxSessionDuration: Number(form.get('MaxSessionDuration') ?? 3600),
    tags: readStructures(form, 'Tags').map(tag => ({ Key: need(tag, 'Key'), Value: need(tag, 'Value') })),
    permissionsBoundary: form.get('PermissionsBoundary') ?? undefined,
    trustPolicy: readTrustPolicy(need(form, 'AssumeRolePolicyDocument')),
    policies: new Map()
  };
  roles.set(name, role);
  return { Role: describeWhole(role) };
}

function getRole(form: URLSearchParams, context: RequestContext): unknown {
  return { Role: { ...describeWhole(findRole(form, context)), RoleLastUsed: {} } };
}

function updateAssumeRolePolicy(form: URLSearchParams, context: RequestContext): unknown {
  findRole(form, context).trustPolicy = readTrustPolicy(need(form, 'PolicyDocument'));
  return undefined;
}

function putRolePolicy(form: URLSearchParams, context: RequestContext): unknown {
  findRole(form, context).policies.set(need(form, 'PolicyName'), readPolicy(need(form, 'PolicyDocument')));
  return undefined;
}

/**
 * Each action on each resource, by the inline policies of a role; the stage's own user may do everything. What the faults deny is denied
 * to all. https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
function simulatePrincipalPolicy(form: URLSearchParams, context: RequestContext): unknown {
  const source = need(form, 'PolicySourceArn');
  const policies = policiesOf(source, context);
  const actions = readList(form, 'ActionNames');
  const given = readList(form, 'ResourceArns');
  const resources = given.length === 0 ? ['*'] : given;
  const keys = new Map(
    readStructures(form, 'ContextEntries').map(entry => [
      (entry.get('ContextKeyName') ?? '').toLowerCase(),
      readList(entry, 'ContextKeyValues')
    ])
  );
  const EvaluationResults = actions.flatMap(action =>
    resources.map(resource => {
      const { decision, missingKeys } = context.cloud.faults.denies(action)
        ? { decision: 'explicitDeny', missingKeys: [] }
        : evaluatePolicies(policies, { action, resource, context: keys });
      return {
        EvalActionName: action,
        EvalResourceName: resource,
        EvalDecision: decision,
        MatchedStatements: [],
        MissingContextValues: missingKeys
      };
    })
  );
  const { items, ...rest } = cutTruncatedPage(EvaluationResults, form);
  return { EvaluationResults: items, ...rest };
}

const EVERYTHING = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] });

function policiesOf(source: string, context: RequestContext): readonly string[] {
  const [, kind, path] = /^arn:[^:]+:iam::\d{12}:(user|role)\/(.+)$/.exec(source) ?? [];
  if (kind === undefined || path === undefined) throw new AwsFault('InvalidInput', `Invalid Entity Arn: ${source}`);
  if (kind === 'user' && path === 'rehearsal') return [EVERYTHING];
  const role = kind === 'role' ? [...rolesOf(context).values()].find(({ arn }) => arn === source) : undefined;
  if (role === undefined) throw new AwsFault('NoSuchEntity', `The ${kind} with name ${path} cannot be found.`, 404);
  return [...role.policies.values()];
}

function deleteRole(form: URLSearchParams, context: RequestContext): unknown {
  rolesOf(context).delete(findRole(form, context).name);
  return undefined;
}

function listRoles(form: URLSearchParams, context: RequestContext): unknown {
  const prefix = form.get('PathPrefix') ?? '/';
  const roles = [...rolesOf(context).values()].filter(({ path }) => path.startsWith(prefix));
  const { items, ...rest } = cutTruncatedPage(roles, form);
  return { Roles: items.map(describeRole), ...rest };
}

/** IAM's lists say also whether there is more. */
function cutTruncatedPage<T>(
  list: readonly T[],
  form: URLSearchParams
): { readonly items: readonly T[]; readonly IsTruncated: boolean; readonly Marker: string | undefined } {
  const { items, marker } = cutMarkedPage(list, form, { size: 'MaxItems', usual: 100, most: 1000 });
  return { items, IsTruncated: marker !== undefined, Marker: marker };
}

function findRole(form: URLSearchParams, context: RequestContext): RoleRecord {
  const name = need(form, 'RoleName');
  const role = rolesOf(context).get(name);
  if (role === undefined) {
    throw new AwsFault('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
  }
  return role;
}

function describeRole(role: RoleRecord): object {
  const id = createHash('sha256').update(role.arn).digest('hex').slice(0, 16).toUpperCase();
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: `AROA${id}`,
    Arn: role.arn,
    CreateDate: new Date(role.createdAt).toISOString().replace(/\.\d+Z$/, 'Z'),
    // As RFC 3986 has it, says the model.
    AssumeRolePolicyDocument: encodeURIComponent(role.trustPolicy),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDuration
  };
}

/** With what ListRoles leaves out. */
function describeWhole(role: RoleRecord): object {
  const boundary = role.permissionsBoundary;
  return {
    ...describeRole(role),
    ...(role.tags.length === 0 ? {} : { Tags: role.tags }),
    ...(boundary === undefined
      ? {}
      : {
          PermissionsBoundary: {
            PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
            PermissionsBoundaryArn: boundary
          }
        })
  };
}

/** A role's trust policy is on the role itself: no statement names a resource. */
function readTrustPolicy(text: string): string {
  const { Statement: statements } = JSON.parse(readPolicy(text)) as { readonly Statement: unknown };
  const hasResource = [statements]
    .flat()
    .some(each => isStructure(each) && ('Resource' in each || 'NotResource' in each));
  if (hasResource) throw new AwsFault('MalformedPolicyDocument', 'Has prohibited field Resource');
  return text;
}

function readPolicy(text: string): string {
  try {
    const policy = JSON.parse(text) as { readonly Statement?: unknown } | null;
    if (policy?.Statement !== undefined) return text;
  } catch {
    // As a policy without a statement.
  }
  throw new AwsFault('MalformedPolicyDocument', 'This policy contains invalid Json');
}

/** A member that the service model requires. */
function need(form: URLSearchParams, name: string): string {
  return form.get(name) ?? '';
}

const iam: QueryService = {
  name: 'iam',
  version: '2010-05-08',
  actions: {
    CreateRole: { signed: true, run: createRole },
    GetRole: { signed: true, run: getRole },
    ListRoles: { signed: true, run: listRoles },
    PutRolePolicy: { signed: true, run: putRolePolicy },
    SimulatePrincipalPolicy: { signed: true, run: simulatePrincipalPolicy },
    UpdateAssumeRolePolicy: { signed: true, run: updateAssumeRolePolicy },
    DeleteRole: { signed: true, run: deleteRole }
  },
  resource: (_operation, form) => form.get('PolicySourceArn') ?? `role ${form.get('RoleName') ?? ''}`
};

/** The roles of IAM: who may assume them, and what they may do where that is asked for; no call is refused by it. */
export const iamModule: CloudModule = { query: [iam] };
