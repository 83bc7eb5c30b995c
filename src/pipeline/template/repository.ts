import type { BuiltImage } from '../../config/config.js';
import { readField } from '../../image/docker/docker-args.js';
import { listBuiltImages } from '../build-facts.js';
import { listOwnRepositories } from '../iam/images.js';
import type { PipelineProject } from '../project.js';
import { comment, getAtt, type Part, type Section } from './yaml.js';

/** ECR takes so many exclusions. */
const MAX_EXCLUSIONS = 5;
/** Images that stay: enough to go back by a hundred deployments. */
const KEPT_IMAGES = 100;
const UNTAGGED_DAYS = 14;

/** The ECR repositories, by their names in the template. Several images may share one. */
export function makeRepositories(project: PipelineProject, policy?: Part): Section {
  const images = listBuiltImages(project);
  const names = listOwnRepositories(images);
  return Object.fromEntries(
    names.map((name, index) => [
      repositoryResource(index, names.length),
      makeRepository(
        name,
        images.filter(({ registry, repository }) => registry === undefined && repository === name),
        policy
      )
    ])
  );
}

/** Where the images go, for whoever needs to know. */
export function makeRepositoryOutputs(project: PipelineProject): Section {
  const names = listOwnRepositories(listBuiltImages(project));
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

function makeRepository(name: string, images: readonly BuiltImage[], policy: Part | undefined): Part {
  return {
    Type: 'AWS::ECR::Repository',
    ...comment('It outlives the stack: what runs is pulled from it.'),
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      RepositoryName: name,
      ImageScanningConfiguration: { ScanOnPush: true },
      ...makeMutability(listMovingTags(name, images)),
      ...(policy === undefined ? {} : { RepositoryPolicyText: policy }),
      LifecyclePolicy: {
        LifecyclePolicyText: LIFECYCLE
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
const RULES = [
  {
    rulePriority: 1,
    description: `Untagged images go after ${UNTAGGED_DAYS} days`,
    selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: UNTAGGED_DAYS },
    action: EXPIRE
  },
  {
    rulePriority: 2,
    description: `The ${KEPT_IMAGES} newest images stay`,
    selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: KEPT_IMAGES },
    action: EXPIRE
  }
];
/** JSON in a text, a rule a line. */
const LIFECYCLE = `{"rules": [\n${RULES.map(rule => `  ${JSON.stringify(rule)}`).join(',\n')}\n]}\n`;
