import type { BuiltImage } from '../../config/config.js';
import { parseEcrHost, parseReference } from '../../image/reference.js';
import { actionsOf, DOCKER_PULL, DOCKER_PUSH } from '../../aws/iam-actions.js';
import type { Statement } from './policy.js';
import type { PipelineProject } from '../project.js';
import { type ArnScope, arnOf, partitionOf } from '../../text/arn.js';

const PUBLIC = 'public';

/** What building, pushing and looking at the images needs: the same for the Action and for CodeBuild. */
export function allowImages({ config }: PipelineProject, names: ArnScope): readonly Statement[] {
  const built = config.images.filter(image => image.kind === 'built');
  const repositories = listRepositories(built).map(name => arnOf(names, 'ecr', `repository/${name}`));
  const creates = listRepositories(built.filter(image => image.createRepository));
  const anything = built.length === 0 ? [] : ['*'];
  const others = config.registries
    .filter(registry => registry !== PUBLIC)
    .map(registry => ({ ...names, ...(parseEcrHost(registry) ?? { account: registry }) }));
  return [
    { sid: 'LogInToEcr', actions: actionsOf('ecr', 'GetAuthorizationToken'), resources: anything },
    {
      sid: 'LogInToEcrPublic',
      actions: actionsOf('ecr-public', 'GetAuthorizationToken'),
      resources: config.registries.includes(PUBLIC) ? anything : []
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
      sid: 'CreateRepositories',
      actions: actionsOf('ecr', 'CreateRepository'),
      resources: creates.map(name => arnOf(names, 'ecr', `repository/${name}`))
    },
    {
      // Which of its repositories a Dockerfile begins with is not known here.
      sid: 'PullBaseImagesOfOtherAccounts',
      actions: DOCKER_PULL,
      resources: built.length === 0 ? [] : others.map(other => arnOf(other, 'ecr', 'repository/*'))
    },
    { sid: 'LookAtImages', actions: actionsOf('ecr', 'DescribeImages'), resources: listExisting(config.images, names) },
    ...(config.scanGate === undefined ? [] : allowScans([...repositories, ...listExisting(config.images, names)]))
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

/** The repositories that images are pushed to, each once. */
export function listRepositories(images: readonly BuiltImage[]): readonly string[] {
  return [...new Set(images.map(({ repository }) => repository))];
}

/** The repositories of all images, as far as they are in ECR. */
export function listBuiltAndExisting({ config }: PipelineProject, names: ArnScope): readonly string[] {
  const built = listRepositories(config.images.filter(image => image.kind === 'built'));
  return [...built.map(name => arnOf(names, 'ecr', `repository/${name}`)), ...listExisting(config.images, names)];
}

/** Where the images that are used as they are lie, as far as that is ECR. */
function listExisting(images: PipelineProject['config']['images'], names: ArnScope): readonly string[] {
  return images.flatMap(image => {
    const reference = image.kind === 'existing' ? parseReference(image.image) : undefined;
    const host = parseEcrHost(reference?.registry ?? '');
    if (reference === undefined || host === undefined) return [];
    // A literal partition is that of the image's own region; a pseudo parameter stays one.
    const partition = names.partition.includes('$') ? names.partition : partitionOf(host.region);
    return [arnOf({ ...names, ...host, partition }, 'ecr', `repository/${reference.repository}`)];
  });
}
