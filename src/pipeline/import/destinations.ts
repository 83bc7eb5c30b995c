import { ProblemsError } from '../../errors.js';
import { quote } from '../../text/format.js';
import type { BuildRun } from '../buildspec-reader/interpret.js';
import type { FoundImage, FoundImages } from './images.js';
import { readRegistry } from './registry.js';
import type { ImportNote } from './values.js';

type Note = (note: ImportNote) => void;

/**
 * The images that settings can say: those that are pushed to private registries of ECR, and those that exist. The others are told.
 *
 * @throws ProblemsError where none is left
 */
export function chooseImages({ images }: FoundImages, run: BuildRun, note: Note): readonly FoundImage[] {
  const chosen: FoundImage[] = [];
  for (const image of images) {
    for (const { image: name, step } of image.elsewhere) {
      const what = `The image is also pushed to ${quote(run.unknowns.show(name))}; Slipway pushes an image to one repository.`;
      const next = 'Let ECR replicate it (replication rules of the registry), or push it in a step of its own.';
      note({ kind: 'left-out', place: step.place, what, next });
    }
    noteContainers(image, note);
    const told = image.existing ?? findLiteralName(image, run);
    const reason = explainUnsaid(image, run);
    if (image.existing !== undefined || reason === undefined) {
      chosen.push(image);
      continue;
    }
    const next =
      'Keep that in a step of its own; Slipway deploys what image names, or builds and pushes what repository and context say.';
    note({ kind: 'left-out', place: image.step.place, what: reason, next });
    if (told !== undefined && image.containers.length > 0) chosen.push({ ...image, existing: told });
  }
  const [first] = images;
  if (chosen.length > 0 || first === undefined) return chosen;
  const what = `There is no image that settings can say. ${explainUnsaid(first, run) ?? ''}`;
  const next =
    'Write slipway.yml by hand: repository and context to build and push to ECR, or image for one that exists.';
  throw new ProblemsError([{ code: 'nothing-to-import', place: first.step.place, what, next }]);
}

/** Why Slipway does not build and push an image; undefined: it does. */
function explainUnsaid(image: FoundImage, run: BuildRun): string | undefined {
  const shown = run.unknowns.show(nameOf(image));
  if (image.copied) return `${quote(shown)} is pulled and gets another name; nothing is built.`;
  const registry = readRegistry(image, run);
  if (registry.kind === 'ecr') return undefined;
  return `${quote(shown)} is pushed to ${registry.called}; Slipway pushes to private registries of Amazon ECR.`;
}

/** The whole name, where nothing of it is made at build time. */
function findLiteralName(image: FoundImage, { unknowns }: BuildRun): string | undefined {
  const name = nameOf(image);
  return unknowns.listIn(name).length === 0 ? name : undefined;
}

function nameOf({ registry, repository, tags: [tag = 'latest'] }: FoundImage): string {
  return `${registry === undefined ? '' : `${registry}/`}${repository}:${tag}`;
}

function noteContainers({ containers, step }: FoundImage, note: Note): void {
  const [first, ...others] = containers;
  if (first === undefined || others.length === 0) return;
  const what = `The image is for ${containers.length} containers (${containers.join(', ')}); the settings name ${first}.`;
  const next = `Add an entry of images for ${others.join(' and ')}: image with the reference that was pushed.`;
  note({ kind: 'left-out', place: step.place, what, next });
}
