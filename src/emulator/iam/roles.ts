import { createHash } from 'node:crypto';
import { AwsFault } from '../server/protocol.js';
import type { Cloud, PartKey } from '../server/state.js';

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

export interface RoleRecord {
  readonly name: string;
  readonly path: string;
  readonly arn: string;
  readonly description: string | undefined;
  readonly createdAt: number;
  readonly maxSessionDuration: number;
  readonly maxSigninSessionDuration: number | undefined;
  readonly tags: readonly Tag[];
  /** The ARN of a policy. */
  readonly permissionsBoundary: string | undefined;
  /** JSON as it was given. */
  trustPolicy: string;
  /** Inline policies by their names, each as JSON. */
  readonly policies: Map<string, string>;
}

const ROLES: PartKey<Map<string, RoleRecord>> = { create: () => new Map() };

/** The roles by their names. IAM knows no regions: all of them see the same. */
export function rolesOf(cloud: Cloud): Map<string, RoleRecord> {
  return cloud.region('global').part(ROLES);
}

/** @throws AwsFault NoSuchEntity */
export function findRole(cloud: Cloud, name = ''): RoleRecord {
  const role = rolesOf(cloud).get(name);
  if (role === undefined) {
    throw new AwsFault('NoSuchEntity', `The role with name ${name} cannot be found.`, 404);
  }
  return role;
}

/** The role of an ARN; undefined where there is none. */
export function findRoleByArn(cloud: Cloud, arn: string): RoleRecord | undefined {
  return [...rolesOf(cloud).values()].find(role => role.arn === arn);
}

/** As ListRoles shows it. */
export function describeRole(role: RoleRecord): object {
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
    MaxSessionDuration: role.maxSessionDuration,
    MaxSigninSessionDuration: role.maxSigninSessionDuration
  };
}

/** With what ListRoles leaves out. */
export function describeWhole(role: RoleRecord): object {
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
