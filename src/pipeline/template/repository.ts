import type { BuiltImage } from '../../config/config.js';
import { readField } from '../../image/docker/docker-args.js';
import { CACHE_TAG_PREFIX } from '../../image/build/registry-cache.js';
import { listBuiltImages, listCachePlaces } from '../build-facts.js';
import { listOwnRepositories } from '../iam/images.js';
import type { PipelineProject } from '../project.js';
import { comment, getAtt, type Part, type Section } from './yaml.js';

/** ECR takes so many exclusions. */
const MAX_EXCLUSIONS = 5;
/** Images that stay: enough to go back by a hundred deployments. */
const KEPT_IMAGES = 100;
const UNTAGGED_DAYS = 14;
/** A branch that nobody builds for so long has no need of its cache. */
const CACHE_DAYS = 30;

/** The ECR repositories, by their names in the template. Several images may share one. */
export function makeRepositories(project: PipelineProject, policy?: Part): Section {
  const images = listBuiltImages(project);
  const caches = listCachePlaces(project);
  const names = listOwnRepositories(project);
  return Object.fromEntries(
    names.map((name, index) => [
      repositoryResource(index, names.length),
      makeRepository(
        name,
        images.filter(({ registry, repository }) => registry === undefined && repository === name),
        caches.some(({ registry, repository }) => registry === undefined && repository === name),
        policy
      )
    ])
  );
}

/** Where the images go, for whoever needs to know. */
export function makeRepositoryOutputs(project: PipelineProject): Section {
  const names = listOwnRepositories(project);
  return Object.fromEntries(
    names.map((name, index) => {
      const resource = repositoryResource(index, names.length);
      return [
        `${resource}Uri`,
        { Description: `Where ${name} is pushed to`, Value: getAtt(resource, 'RepositoryUri') }
      ];
    })
  );
}

function repositoryResource(index: number, count: number): string {
  return count === 1 ? 'Repository' : `Repository${index + 1}`;
}

function makeRepository(
  name: string,
  images: readonly BuiltImage[],
  keepsCaches: boolean,
  policy: Part | undefined
): Part {
  return {
    Type: 'AWS::ECR::Repository',
    ...comment('It outlives the stack: what runs is pulled from it.'),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      RepositoryName: name,
      ImageScanningConfiguration: { ScanOnPush: true },
      ...makeMutability([...listMovingTags(name, images), ...(keepsCaches ? [`${CACHE_TAG_PREFIX}*`] : [])]),
      ...(policy === undefined ? {} : { RepositoryPolicyText: policy }),
      LifecyclePolicy: {
        LifecyclePolicyText: writeLifecycle(keepsCaches ? [CACHES, ...RULES] : RULES)
      }
    }
  };
}

/** A tag that names the commit never changes its image; one without it has to, with every deployment. */
function makeMutability(moving: readonly string[]): Section {
  if (moving.length === 0) return { ImageTagMutability: 'IMMUTABLE' };
  if (moving.length > MAX_EXCLUSIONS) return { ImageTagMutability: 'MUTABLE' };
  return {
    ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION',
    ...comment('These move with every deployment; a tag that names a commit stays what it is.'),
    ImageTagMutabilityExclusionFilters: moving.map(tag => ({
      ImageTagMutabilityExclusionFilterType: 'WILDCARD',
      ImageTagMutabilityExclusionFilterValue: tag
    }))
  };
}

/** Tags without the commit, and those that a build's cache is pushed under. */
function listMovingTags(name: string, images: readonly BuiltImage[]): readonly string[] {
  const tags = images.flatMap(image => image.tags).filter(tag => !tag.includes('{'));
  const caches = images
    .flatMap(({ build }) => build.cacheTo)
    .map(cache => (cache.includes('=') ? (readField(cache, 'ref') ?? '') : cache))
    .flatMap(reference => {
      const [path = '', tag = 'latest'] = reference.split(/:(?=[^/:]*$)/);
      return path === name || path.endsWith(`/${name}`) ? [tag] : [];
    });
  return [...new Set([...tags, ...caches])];
}

const EXPIRE = { type: 'expire' };
const CACHES = {
  description: `Caches of builds go ${CACHE_DAYS} days after the last build that wrote them`,
  selection: {
    tagStatus: 'tagged',
    tagPrefixList: [CACHE_TAG_PREFIX],
    countType: 'sinceImagePushed',
    countUnit: 'days',
    countNumber: CACHE_DAYS
  },
  action: EXPIRE
};
const RULES = [
  {
    description: `Untagged images go after ${UNTAGGED_DAYS} days`,
    selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: UNTAGGED_DAYS },
    action: EXPIRE
  },
  {
    description: `The ${KEPT_IMAGES} newest images stay`,
    selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: KEPT_IMAGES },
    action: EXPIRE
  }
];

/** JSON in a text, a rule a line. */
function writeLifecycle(rules: readonly object[]): string {
  const lines = rules.map((rule, index) => `  ${JSON.stringify({ rulePriority: index + 1, ...rule })}`);
  return `{"rules": [\n${lines.join(',\n')}\n]}\n`;
}
