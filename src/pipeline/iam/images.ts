import { DOCKER_PULL, DOCKER_PUSH, SIGN_PUSHED, actionsOf } from '../../aws/iam-actions.js';
import type { BuiltImage, EcrRegistry } from '../../config/config.js';
import type { RepositoryPlace } from '../../image/build/registry-cache.js';
import { parseReference } from '../../image/reference.js';
import { parseEcrHost } from '../../text/ecr-host.js';
import { listBuiltImages, listCachePlaces } from '../build-facts.js';
import { listBuildReads, type BuildReads, type S3Cache } from '../build-reads.js';
import type { Statement } from './policy.js';
import type { PipelineProject } from '../project.js';
import { type ArnScope, arnOf, partitionOf } from '../../text/arn.js';

const PUBLIC = 'public';

/**
 * What building, pushing and looking at the images needs: the same for the Action and for CodeBuild.
 *
 * @param logsIntoPublic the job logs into ECR Public without being told to
 */
export function allowImages(project: PipelineProject, names: ArnScope, logsIntoPublic: boolean): readonly Statement[] {
  const { config } = project;
  const reads = listBuildReads(project);
  const built = config.images.filter(image => image.kind === 'built');
  const repositories = listArns(built, names);
  const creates = listArns(
    built.filter(image => image.createRepository),
    names
  );
  const places = listArns(listCachePlaces(project), names);
  const caches = [...new Set([...namesOf(reads.caches, names), ...places])];
  const anything = built.length === 0 ? [] : ['*'];
  const others = config.registries
    .filter(registry => registry !== PUBLIC)
    .map(registry => ({ ...names, ...(parseEcrHost(registry) ?? { account: registry }) }));
  return [
    { sid: 'LogInToEcr', actions: actionsOf('ecr', 'GetAuthorizationToken'), resources: anything },
    {
      sid: 'LogInToEcrPublic',
      actions: actionsOf('ecr-public', 'GetAuthorizationToken'),
      resources: logsIntoPublic || config.registries.includes(PUBLIC) ? anything : []
    },
    {
      sid: 'PushImages',
      actions: [
        ...actionsOf('ecr', 'DescribeRepositories', 'DescribeImages', 'BatchGetImage', 'PutImage'),
        ...DOCKER_PUSH
      ],
      resources: repositories
    },
    {
      // ECR's managed signing signs as whoever pushes; by which profiles, the registry says.
      sid: 'SignPushedImages',
      actions: SIGN_PUSHED,
      resources: listSigningProfiles(built, names)
    },
    {
      sid: 'CreateRepositories',
      actions: actionsOf('ecr', 'CreateRepository'),
      resources: creates
    },
    {
      sid: 'PullBaseImages',
      actions: DOCKER_PULL,
      resources: without(namesOf(reads.pulled, names), [...repositories, ...caches])
    },
    {
      // Which of its repositories a build reads is not known here, so all of a registry that the settings name.
      sid: 'PullBaseImagesOfOtherAccounts',
      actions: DOCKER_PULL,
      resources: reads.unknown.length === 0 ? [] : others.map(other => arnOf(other, 'ecr', 'repository/*'))
    },
    { sid: 'KeepBuildCaches', actions: DOCKER_PUSH, resources: without(caches, repositories) },
    {
      // Where it is, and whether its tags are immutable.
      sid: 'LookAtBuildCaches',
      actions: actionsOf('ecr', 'DescribeRepositories'),
      resources: without(places, repositories)
    },
    ...allowS3Caches(reads, names),
    { sid: 'LookAtImages', actions: actionsOf('ecr', 'DescribeImages'), resources: listExisting(config.images, names) },
    ...(config.scanGate === undefined ? [] : allowScans([...repositories, ...listExisting(config.images, names)]))
  ];
}

/** BuildKit looks whether an object is there before it reads or writes it; without s3:ListBucket the answer would be a refusal. */
function allowS3Caches({ s3 }: BuildReads, names: ArnScope): readonly Statement[] {
  const keysOf = (caches: readonly S3Cache[]): readonly string[] =>
    caches.flatMap(({ bucket, keys }) => keys.map(key => arnOf(names, 's3', `${bucket}/${key}`)));
  const written = keysOf(s3.to);
  return [
    { sid: 'ReadBuildCaches', actions: ['s3:GetObject'], resources: without(keysOf(s3.from), written) },
    { sid: 'WriteBuildCaches', actions: ['s3:GetObject', 's3:PutObject'], resources: written },
    {
      sid: 'LookIntoBuildCaches',
      actions: ['s3:ListBucket'],
      resources: [...s3.from, ...s3.to].map(({ bucket }) => arnOf(names, 's3', bucket))
    }
  ];
}

function namesOf(repositories: BuildReads['pulled'], names: ArnScope): readonly string[] {
  return repositories.map(place => arnOf(placeOf(place, names), 'ecr', `repository/${place.repository}`));
}

function without(arns: readonly string[], others: readonly string[]): readonly string[] {
  return arns.filter(arn => !others.includes(arn));
}

/** What a run of Slipway asks beside, which a buildspec does not: what the registry makes, fetches and signs by itself. */
export function allowRegistrySettings(project: PipelineProject, names: ArnScope): readonly Statement[] {
  const { config } = project;
  const built = config.images.filter(image => image.kind === 'built');
  const repositories = listArns(built, names);
  return [
    {
      // How large they are.
      sid: 'MeasureBuildCaches',
      actions: actionsOf('ecr', 'DescribeImages'),
      resources: without(listArns(listCachePlaces(project), names), repositories)
    },
    {
      sid: 'LookAtSignatures',
      actions: actionsOf('ecr', 'DescribeImageSigningStatus'),
      resources: repositories
    },
    {
      // None of these can be limited to a repository.
      sid: 'LookAtRegistry',
      actions: [
        ...(config.images.length === 0 ? [] : actionsOf('ecr', 'DescribeRepositoryCreationTemplates')),
        ...(config.images.length === built.length
          ? []
          : actionsOf('ecr', 'DescribePullThroughCacheRules', 'DescribeRegistry'))
      ],
      resources: ['*']
    }
  ];
}

/** What waiting for the scans of images needs: ECR's own, and what Amazon Inspector found. */
function allowScans(repositories: readonly string[]): readonly Statement[] {
  const actions = actionsOf('ecr', 'BatchGetImage', 'DescribeImageScanFindings', 'StartImageScan');
  const ofEcr = actions.filter(action => action.startsWith('ecr:'));
  const isInEcr = repositories.length > 0;
  return [
    { sid: 'WaitForScans', actions: ofEcr, resources: repositories },
    {
      sid: 'ReadFindingsOfInspector',
      actions: actions.filter(action => !ofEcr.includes(action)),
      resources: isInEcr ? ['*'] : []
    }
  ];
}

/** The repositories of the own registry that images are pushed to and caches kept in, each once. */
export function listOwnRepositories(project: PipelineProject): readonly string[] {
  const places = [...listBuiltImages(project), ...listCachePlaces(project)];
  return [...new Set(places.flatMap(({ registry, repository }) => (registry === undefined ? repository : [])))];
}

/** All profiles of the registries that are pushed to: signer:SignPayload is for images and the like alone. */
function listSigningProfiles(images: readonly BuiltImage[], names: ArnScope): readonly string[] {
  const places = images.map(({ registry }) => (registry === undefined ? names : placeOf(registry, names)));
  return [...new Set(places.map(place => arnOf(place, 'signer', '/signing-profiles/*')))];
}

function listArns(images: readonly RepositoryPlace[], names: ArnScope): readonly string[] {
  const arns = images.map(({ registry, repository }) =>
    arnOf(registry === undefined ? names : placeOf(registry, names), 'ecr', `repository/${repository}`)
  );
  return [...new Set(arns)];
}

/** The repositories of all images and of the caches of their builds, as far as they are in ECR. */
export function listBuiltAndExisting(project: PipelineProject, names: ArnScope): readonly string[] {
  const places = [...listBuiltImages(project), ...listCachePlaces(project)];
  return [...listArns(places, names), ...listExisting(project.config.images, names)];
}

/** Where the images that are used as they are lie, as far as that is ECR. */
function listExisting(images: PipelineProject['config']['images'], names: ArnScope): readonly string[] {
  return images.flatMap(image => {
    const reference = image.kind === 'existing' ? parseReference(image.image) : undefined;
    const host = parseEcrHost(reference?.registry ?? '');
    if (reference === undefined || host === undefined) return [];
    return [arnOf(placeOf(host, names), 'ecr', `repository/${reference.repository}`)];
  });
}

/** A literal partition is that of the registry's own region; a pseudo parameter stays one. */
function placeOf({ account, region }: Pick<EcrRegistry, 'account' | 'region'>, names: ArnScope): ArnScope {
  return { partition: names.partition.includes('$') ? names.partition : partitionOf(region), region, account };
}
