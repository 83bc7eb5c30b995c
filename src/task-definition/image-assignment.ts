import { RuleList, RuleProblemsError, type RuleProblem, type SourceLocation } from '../errors.js';
import { nearestName } from '../text/suggest.js';
import { listNames, quote } from '../text/format.js';
import { describePlaceholder, findPlaceholder, missingEnd } from '../text/templates.js';
import { listContainers, type Container, type TaskDefinitionFile } from './types.js';
import { PLACEHOLDER_LEFT } from './rules/placeholders.js';
import { MODEL } from './validate-structure.js';

export const IMAGE_ASSIGNMENT_RULES = new RuleList();
const MISSING_IMAGE = IMAGE_ASSIGNMENT_RULES.add(
  'missing-image',
  'error',
  'A container has no image, and none is shipped for it.',
  MODEL
);
export const UNKNOWN_CONTAINER = IMAGE_ASSIGNMENT_RULES.add(
  'unknown-container',
  'error',
  'A container that is named is not in the task definition.',
  'CodeDeploy answers: “The container X does not exist in the task definition.”; CodePipeline: “The AWS ECS container X does not exist”'
);
export const AMBIGUOUS_CONTAINER = IMAGE_ASSIGNMENT_RULES.add(
  'ambiguous-container',
  'error',
  'It is not clear which container an image or a setting is for.',
  'container-name'
);
const CONTESTED_CONTAINER = IMAGE_ASSIGNMENT_RULES.add(
  'contested-container',
  'error',
  'Two images are for the same container.',
  'images'
);

/** As far as the assignment needs to know an image: which container the settings name, and which ECR repository it is in. */
export interface AssignableImage {
  readonly container?: string | undefined;
  /** The repository's name without the registry's host, as `shop/app`. */
  readonly repository?: string | undefined;
}

/** An image, and the names of the containers that it is for, in the order of the task definition. */
export interface ImageAssignment<I> {
  readonly image: I;
  readonly containers: readonly string[];
}

/**
 * Finds the containers that each image is for. In this order: the container that the settings name for the image; the
 * containers whose image is the placeholder `<IMAGE1_NAME>`, `<IMAGE2_NAME>` … with the image's number (without a number
 * for a single image); for a single image `containerName`; the only container; the one whose image names the same
 * repository; the one whose image is any other placeholder or empty. Containers that hold the same placeholder get the same image.
 *
 * @returns each image with its containers, in the order of the images; none of them is without a container
 * @throws ProblemsError where an image fits no container or several, and for each placeholder or missing image that is left over
 */
export function assignImages<I extends AssignableImage>(
  file: TaskDefinitionFile,
  images: readonly I[],
  containerName: string | undefined
): readonly ImageAssignment<I>[] {
  const containers = listContainers(file.definition);
  const named = images.map((image, index) => ({
    image,
    found: findNamed(image, index, images.length, containerName, containers)
  }));
  const taken = new Set(named.flatMap(({ found }) => found ?? []));
  const free = containers.filter(container => !taken.has(container));
  const assigned = named.map(({ image, found = findUnnamed(image, containers, free) }) => ({
    image,
    containers: containers.filter(container => found.includes(container)).map(({ name }) => name)
  }));

  const problems = [
    ...assigned.flatMap(({ image, containers: own }, index) =>
      own.length === 0 ? [explainUnassigned(file, image, index, images.length, containerName)] : []
    ),
    ...findContested(file, assigned, containers)
  ];
  // An image without a container is the cause; what it leaves over is only the consequence.
  if (problems.length === 0) problems.push(...findUnfilled(file, new Set(assigned.flatMap(own => own.containers))));
  if (problems.length > 0) throw new RuleProblemsError(problems);
  return assigned;
}

/** A container that has to be in the task definition: a RuleProblem with the nearest name and those that are there, where it is not. */
export function checkContainerExists(
  file: TaskDefinitionFile,
  name: string,
  place: SourceLocation
): RuleProblem | undefined {
  if (file.containerNames.includes(name)) return undefined;
  const what = `There is no container ${quote(name)} in ${file.document.file}; it has ${listNames(file.containerNames)}.`;
  const nearest = nearestName(name, file.containerNames);
  return {
    code: UNKNOWN_CONTAINER.name,
    place,
    what,
    next: nearest === undefined ? '' : `Did you mean ${quote(nearest)}?`
  };
}

/** Containers outside `filled` whose image is missing or still a placeholder: nothing could be pulled for them. */
export function findUnfilled(file: TaskDefinitionFile, filled: ReadonlySet<string>): readonly RuleProblem[] {
  return listContainers(file.definition)
    .filter(container => !filled.has(container.name) && isOpen(container.image))
    .map(({ index, name, image }) => {
      const place = file.place(['containerDefinitions', index, ...(image === '' ? [] : ['image'])]);
      const next = 'Name an image for this container, or write one into the file.';
      if (image === '')
        return {
          code: MISSING_IMAGE.name,
          place,
          what: `The container ${quote(name)} has no image, and none is shipped for it.`,
          next
        };
      return {
        code: PLACEHOLDER_LEFT.name,
        place,
        what: `The image of the container ${quote(name)} is still ${describeOpen(image)}.`,
        next
      };
    });
}

/** Undefined: nothing names a container for this image, so what is left over decides. Empty: what is named is not there. */
function findNamed(
  image: AssignableImage,
  index: number,
  count: number,
  containerName: string | undefined,
  containers: readonly Container[]
): readonly Container[] | undefined {
  const byNumber = containers.filter(container => placeholderNumber(container.image, count) === index + 1);
  if (image.container === undefined && byNumber.length > 0) return byNumber;
  const name = image.container ?? (count === 1 ? containerName : undefined);
  if (name === undefined) return undefined;
  const container = containers.find(candidate => candidate.name === name);
  return containers.filter(
    candidate => candidate === container || (container !== undefined && sharesPlaceholder(candidate, container))
  );
}

function findUnnamed(
  image: AssignableImage,
  containers: readonly Container[],
  free: readonly Container[]
): readonly Container[] {
  if (containers.length === 1) return containers;
  const sameRepository = free.filter(
    container => !isOpen(container.image) && repositoryOf(container.image) === image.repository
  );
  const candidates = sameRepository.length > 0 ? sameRepository : free.filter(container => isOpen(container.image));
  const [first, ...others] = candidates;
  const alike = first !== undefined && others.every(other => other.image !== '' && other.image === first.image);
  return alike ? candidates : [];
}

function explainUnassigned(
  file: TaskDefinitionFile,
  image: AssignableImage,
  index: number,
  count: number,
  containerName: string | undefined
): RuleProblem {
  // A single image that is no entry of images has its container from container-name.
  const isOwn = image.container !== undefined && image.container !== containerName;
  const setting = count === 1 && !isOwn ? 'container-name' : `images[${index}].container`;
  const name = image.container ?? (count === 1 ? containerName : undefined);
  const missing = name === undefined ? undefined : checkContainerExists(file, name, { path: setting });
  if (missing !== undefined) return missing;
  const which = image.repository === undefined ? `Image ${index + 1}` : `The image from ${quote(image.repository)}`;
  const what = `${which} could be for any container of ${file.document.file}: ${listNames(file.containerNames, 'or')}.`;
  return { code: AMBIGUOUS_CONTAINER.name, place: { path: setting }, what, next: `Set ${setting}.` };
}

function findContested(
  file: TaskDefinitionFile,
  assigned: readonly ImageAssignment<unknown>[],
  containers: readonly Container[]
): readonly RuleProblem[] {
  return containers
    .filter(({ name }) => assigned.filter(own => own.containers.includes(name)).length > 1)
    .map(({ index, name }) => ({
      code: CONTESTED_CONTAINER.name,
      place: file.place(['containerDefinitions', index]),
      what: `Two images are set for the container ${quote(name)}.`,
      next: 'Name a different container for each image.'
    }));
}

function sharesPlaceholder(one: Container, other: Container): boolean {
  return one.image !== '' && isOpen(one.image) && one.image === other.image;
}

function describeOpen(image: string): string {
  const placeholder = findPlaceholder(image);
  return placeholder === undefined || (placeholder !== image && missingEnd(placeholder) === undefined)
    ? `the placeholder ${quote(image)}`
    : describePlaceholder(placeholder);
}

/** Characters that no image reference holds mark a placeholder: `<IMAGE1_NAME>`, `{{ image }}`, `${IMAGE}`. */
function isOpen(image: string): boolean {
  return image === '' || /[<>{}$]/.test(image);
}

/** CodePipeline's `<IMAGE1_NAME>` and the like; without a number it stands for the only image. */
function placeholderNumber(image: string, count: number): number | undefined {
  const match = /^<IMAGE_?(\d*)(?:_[A-Z]+)*>$/i.exec(image);
  if (match === null) return undefined;
  if (match[1] === '' || match[1] === undefined) return count === 1 ? 1 : undefined;
  return Number(match[1]);
}

/** The repository in an image reference: without registry host, tag and digest. */
function repositoryOf(image: string): string {
  const path = image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
  const [host = '', ...rest] = path.split('/');
  return rest.length > 0 && (/[.:]/.test(host) || host === 'localhost') ? rest.join('/') : path;
}
