import { actionsOf, DOCKER_PULL, DOCKER_PUSH } from '../../aws/iam-actions.js';
import type { BuiltImage, EcrRegistry } from '../../config/config.js';
import { own } from '../../text/record.js';
import { listBuiltImages, listCachePlaces } from '../build-facts.js';
import type { PipelineProject } from '../project.js';
import { definitionOf } from './deploy.js';
import { arnOf, partitionOf, type ArnScope } from '../../text/arn.js';
import { roleArnOf } from './policy.js';

/** What stands where a role's name is not known. */
const DEPLOY_ROLE = '${DEPLOY_ROLE_NAME}';
const CODEBUILD_ROLE = '${CODEBUILD_ROLE_NAME}';
const EXECUTION_ROLE = '${EXECUTION_ROLE_NAME}';

interface Grant {
  readonly sid: string;
  readonly roles: readonly string[];
  readonly actions: readonly string[];
  readonly resources?: readonly string[];
}

/**
 * What registries that the settings name must allow, where those are another account's: the policy of a repository, for `aws ecr
 * set-repository-policy`, and, where repositories are created, that of the registry, for `aws ecr put-registry-policy`. By the names of their
 * files; empty where no registry is named. ECR user guide, "Private repository policies", "Private registry permissions".
 */
export function makeRegistryPolicies(
  project: PipelineProject,
  names: ArnScope
): readonly (readonly [string, object])[] {
  const images = listBuiltImages(project).flatMap(image => (image.registry === undefined ? [] : [image]));
  const caches = listCachePlaces(project).filter(({ registry }) => registry !== undefined);
  const pushing: readonly (readonly [string, string])[] = [
    ['Github', project.config.role?.arn ?? roleArnOf(names, DEPLOY_ROLE)],
    ['CodeBuild', roleArnOf(names, CODEBUILD_ROLE)]
  ];
  const registries = listRegistries(images.filter(image => image.createRepository));
  return [
    ...(images.length === 0 && caches.length === 0
      ? []
      : [['repository-policy', makeRepositoryPolicy(project, names, pushing)] as const]),
    ...registries.map(registry => {
      const file = registries.length === 1 ? '' : `-${registry.account}-${registry.region}`;
      return [`registry-policy${file}`, makeRegistryPolicy(registry, images, pushing)] as const;
    })
  ];
}

function makeRepositoryPolicy(
  project: PipelineProject,
  names: ArnScope,
  pushing: readonly (readonly [string, string])[]
): object {
  const scans = project.config.scanGate === undefined ? [] : (['DescribeImageScanFindings', 'StartImageScan'] as const);
  const actions = [
    ...actionsOf('ecr', 'DescribeRepositories', 'DescribeImages', 'BatchGetImage', 'PutImage'),
    ...DOCKER_PUSH,
    ...actionsOf('ecr', ...scans).filter(action => action.startsWith('ecr:'))
  ];
  return toResourcePolicy([
    ...pushing.map(([from, role]) => ({ sid: `PushFrom${from}`, roles: [role], actions })),
    // Tasks of another account pull as their execution role.
    { sid: 'PullForTasks', roles: listExecutionRoles(project, names), actions: DOCKER_PULL }
  ]);
}

function makeRegistryPolicy(
  registry: EcrRegistry,
  images: readonly BuiltImage[],
  pushing: readonly (readonly [string, string])[]
): object {
  const { account, region } = registry;
  const created = images.filter(image => image.createRepository && isSame(image.registry, registry));
  const resources = created.map(({ repository }) =>
    arnOf({ partition: partitionOf(region), region, account }, 'ecr', `repository/${repository}`)
  );
  return toResourcePolicy(
    pushing.map(([from, role]) => ({
      sid: `CreateRepositoriesFrom${from}`,
      roles: [role],
      actions: actionsOf('ecr', 'CreateRepository'),
      resources
    }))
  );
}

function listExecutionRoles(project: PipelineProject, names: ArnScope): readonly string[] {
  const roles = [project, ...project.others].map(each => {
    const role = own(definitionOf(each) ?? {}, 'executionRoleArn');
    return roleArnOf(names, typeof role === 'string' ? role : EXECUTION_ROLE);
  });
  return [...new Set(roles)];
}

function listRegistries(images: readonly BuiltImage[]): readonly EcrRegistry[] {
  const registries = images.flatMap(({ registry }) => registry ?? []);
  return registries.filter((registry, index) => registries.findIndex(other => isSame(other, registry)) === index);
}

function isSame(one: EcrRegistry | undefined, other: EcrRegistry): boolean {
  return one?.account === other.account && one.region === other.region;
}

/** A policy of a resource names who may; that of a repository names no resource. */
function toResourcePolicy(grants: readonly Grant[]): object {
  const single = <T>(values: readonly T[]): T | readonly T[] =>
    values.length === 1 && values[0] !== undefined ? values[0] : values;
  return {
    Version: '2012-10-17',
    Statement: grants.map(({ sid, roles, actions, resources }) => ({
      Sid: sid,
      Effect: 'Allow',
      Principal: { AWS: single(roles) },
      Action: [...new Set(actions)],
      ...(resources === undefined ? {} : { Resource: single([...new Set(resources)]) })
    }))
  };
}
