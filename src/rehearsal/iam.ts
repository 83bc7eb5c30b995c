import { createHash } from 'node:crypto';
import { AwsFault } from './protocol.js';
import type { CloudModule, QueryService, RequestContext } from './service.js';
import type { PartKey } from './state.js';

interface RoleRecord {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly createdAt: number;
  /** JSON as it was given. */
  trustPolicy: string;
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
  if (!/^[\w+=,.@-]{1,64}$/.test(name)) {
    throw new AwsFault('ValidationError', 'The specified value for roleName is invalid.');
  }
  if (roles.has(name)) throw new AwsFault('EntityAlreadyExists', `Role with name ${name} already exists.`, 409);
  const path = form.get('Path') ?? '/';
  const role: RoleRecord = {
    name,
    path,
    arn: `arn:${context.region.partition}:iam::${context.cloud.account}:role${path}${name}`,
    description: form.get('Description') ?? undefined,
    createdAt: context.now,
    trustPolicy: readPolicy(need(form, 'AssumeRolePolicyDocument'))
  };
  roles.set(name, role);
  return { Role: describeRole(role) };
}

function getRole(form: URLSearchParams, context: RequestContext): unknown {
  return { Role: { ...describeRole(findRole(form, context)), RoleLastUsed: {} } };
}

function updateAssumeRolePolicy(form: URLSearchParams, context: RequestContext): unknown {
  findRole(form, context).trustPolicy = readPolicy(need(form, 'PolicyDocument'));
  return undefined;
}

function deleteRole(form: URLSearchParams, context: RequestContext): unknown {
  rolesOf(context).delete(findRole(form, context).name);
  return undefined;
}

function listRoles(form: URLSearchParams, context: RequestContext): unknown {
  const prefix = form.get('PathPrefix') ?? '/';
  const roles = [...rolesOf(context).values()].filter(({ path }) => path.startsWith(prefix));
  return { Roles: roles.map(describeRole), IsTruncated: false };
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
    MaxSessionDuration: 3600
  };
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

function need(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value !== null && value !== '') return value;
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  throw new AwsFault(
    'ValidationError',
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`
  );
}

const iam: QueryService = {
  name: 'iam',
  version: '2010-05-08',
  actions: {
    CreateRole: { signed: true, run: createRole },
    GetRole: { signed: true, run: getRole },
    ListRoles: { signed: true, run: listRoles },
    UpdateAssumeRolePolicy: { signed: true, run: updateAssumeRolePolicy },
    DeleteRole: { signed: true, run: deleteRole }
  },
  resource: (_operation, form) => `role ${form.get('RoleName') ?? ''}`
};

/** The roles of IAM: who may assume them; what they may do is not asked here. */
export const iamModule: CloudModule = { query: [iam] };
