import { cutTruncatedPage } from './pages.js';
import { readPolicy, readTrustPolicy } from './policies.js';
import { describeRole, describeWhole, findRole, rolesOf, type RoleRecord } from './roles.js';
import { simulatePrincipalPolicy } from './simulation.js';
import { integer, isStructure, list, string, structure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';
import { operation, type CloudModule, type QueryService } from '../server/service.js';

const NAME = { RoleName: string };

const ROLE = structure({
  ...NAME,
  Path: string,
  AssumeRolePolicyDocument: string,
  Description: string,
  MaxSessionDuration: integer,
  MaxSigninSessionDuration: integer,
  PermissionsBoundary: string,
  Tags: list(structure({ Key: string, Value: string }))
});

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
const createRole = operation(ROLE, (input, { cloud, region, now }) => {
  const { RoleName: name = '', Path: path = '/', Tags = [] } = input;
  const roles = rolesOf(cloud);
  const same = [...roles.keys()].find(other => other.toLowerCase() === name.toLowerCase());
  if (same !== undefined) throw new AwsFault('EntityAlreadyExists', `Role with name ${name} already exists.`, 409);
  const tags = Tags.map(({ Key = '', Value = '' }) => ({ Key, Value }));
  if (new Set(tags.map(({ Key }) => Key.toLowerCase())).size < tags.length) {
    const message = 'Duplicate tag keys found. Please note that Tag keys are case insensitive.';
    throw new AwsFault('InvalidInput', message);
  }
  const role: RoleRecord = {
    name,
    path,
    arn: `arn:${region.partition}:iam::${cloud.account}:role${path}${name}`,
    description: input.Description,
    createdAt: now,
    maxSessionDuration: input.MaxSessionDuration ?? 3600,
    maxSigninSessionDuration: input.MaxSigninSessionDuration,
    tags,
    permissionsBoundary: input.PermissionsBoundary,
    trustPolicy: readTrustPolicy(input.AssumeRolePolicyDocument ?? ''),
    policies: new Map()
  };
  roles.set(name, role);
  return { Role: describeWhole(role) };
});

const getRole = operation(structure(NAME), ({ RoleName: name }, { cloud }) => ({
  Role: { ...describeWhole(findRole(cloud, name)), RoleLastUsed: {} }
}));

const updateAssumeRolePolicy = operation(structure({ ...NAME, PolicyDocument: string }), (input, { cloud }) => {
  findRole(cloud, input.RoleName).trustPolicy = readTrustPolicy(input.PolicyDocument ?? '');
});

const putRolePolicy = operation(
  structure({ ...NAME, PolicyName: string, PolicyDocument: string }),
  (input, { cloud }) => {
    findRole(cloud, input.RoleName).policies.set(input.PolicyName ?? '', readPolicy(input.PolicyDocument ?? ''));
  }
);

const deleteRole = operation(structure(NAME), ({ RoleName: name }, { cloud }) => {
  rolesOf(cloud).delete(findRole(cloud, name).name);
});

const listRoles = operation(
  structure({ PathPrefix: string, Marker: string, MaxItems: integer }),
  (input, { cloud }) => {
    const { PathPrefix: prefix = '/', MaxItems, Marker } = input;
    const roles = [...rolesOf(cloud).values()].filter(({ path }) => path.startsWith(prefix));
    const { items, ...rest } = cutTruncatedPage(roles, 'roles', MaxItems, Marker);
    return { Roles: items.map(describeRole), ...rest };
  }
);

const iam: QueryService = {
  name: 'iam',
  versions: ['2010-05-08'],
  operations: {
    CreateRole: createRole,
    GetRole: getRole,
    ListRoles: listRoles,
    PutRolePolicy: putRolePolicy,
    SimulatePrincipalPolicy: simulatePrincipalPolicy,
    UpdateAssumeRolePolicy: updateAssumeRolePolicy,
    DeleteRole: deleteRole
  },
  resource: (_operation, input) => {
    const { PolicySourceArn: source, RoleName: name = '' } = (isStructure(input) ? input : {}) as Named;
    return source ?? `role ${name}`;
  }
};

/** What of an input may say whom an operation is about. */
interface Named {
  readonly PolicySourceArn?: string;
  readonly RoleName?: string;
}

/** The roles of IAM: who may assume them, and what they may do where that is asked for; no call is refused by it. */
export const iamModule: CloudModule = { query: [iam] };
