import type { SourceLocation } from '../../errors.js';
import { parseRepositoryAddress } from '../../text/ecr-host.js';
import { quote } from '../../text/format.js';
import type { ImageConfig } from '../config.js';
import { CONFLICT, MISSING_SETTING } from '../setting-rules.js';
import { BUILD_SETTINGS } from '../table/build.js';
import { IMAGE_SETTINGS, PUBLISH_SETTINGS } from '../table/image.js';
import { readMap } from '../sources/sources.js';
import type { ReportProblem } from '../sources/source-value.js';
import { PRECEDENCE, type Settings } from '../sources/resolved-settings.js';
import { expandPairs, expandTags, type TokenFacts } from './tags.js';

/**
 * The images to ship: the entries of `images`, else the one that the settings at the top say, else none. An entry takes
 * what it does not say from the top.
 *
 * @param facts for the tokens in tags, build arguments and labels
 */
export function decodeImages(settings: Settings, facts: TokenFacts, report: ReportProblem): readonly ImageConfig[] {
  const entries = settings.get('images');
  if (entries === undefined) {
    const image = decodeImage(settings, facts, report);
    return image === undefined ? [] : [image];
  }
  const single = entries.length === 1;
  const images = entries.flatMap((entry): readonly PlacedImage[] => {
    const layer = readMap(entry, 'images', PRECEDENCE.entry, [], report);
    const own = settings.under(layer);
    const container = layer.get('container-name');
    if (!single && container === undefined) {
      const what = 'expected a container: with several images each names its own.';
      report({ code: MISSING_SETTING.name, place: entry.place([]), what, next: 'Add container: <name>.' });
    }
    const image = decodeImage(own, facts, report);
    if (image === undefined && !layer.has('image') && !layer.has('repository')) {
      const what = 'there is neither an image nor a repository.';
      const next = 'Add image (one that exists) or repository (to build and push).';
      report({ code: MISSING_SETTING.name, place: entry.place([]), what, next });
    }
    return image === undefined ? [] : [{ image, place: entry.place([]) }];
  });
  reportDuplicates(images, report);
  return images.map(({ image }) => image);
}

/** One image from the settings in force for it: `image` exists and is not built, `repository` is built; the stronger one counts. */
function decodeImage(settings: Settings, facts: TokenFacts, report: ReportProblem): ImageConfig | undefined {
  const image = settings.explicit('image');
  const repository = settings.explicit('repository');
  const container = settings.get('container-name');
  if (image !== undefined && repository !== undefined && image.strength === repository.strength) {
    report({
      code: CONFLICT.name,
      place: image.place,
      what: 'image (one that exists) and repository (to build and push) contradict each other.',
      next: 'Keep one of the two.'
    });
    return undefined;
  }
  const isExisting = (image?.strength ?? 0) > (repository?.strength ?? 0);
  const { image: existing, repository: name, ...target } = settings.getAll('images', IMAGE_SETTINGS);
  if (existing !== undefined && isExisting) return { kind: 'existing', container, image: existing };
  if (name === undefined || isExisting) return undefined;
  const { tags, ...publish } = settings.getAll('images', PUBLISH_SETTINGS);
  const { buildArgs, labels, ...build } = settings.getAll('images', BUILD_SETTINGS);
  return {
    kind: 'built',
    container,
    ...parseRepositoryAddress(name),
    ...target,
    ...publish,
    build: {
      ...build,
      buildArgs: expandPairs(buildArgs, facts, settings.place('build-args'), report),
      labels: expandPairs(labels, facts, settings.place('labels'), report)
    },
    tags: areTagsBroken(settings) ? [] : expandTags(tags, facts, settings.place('tags'), report)
  };
}

/** The problem was told; a second one about the commit would lead astray. */
function areTagsBroken(settings: Settings): boolean {
  const explicit = settings.explicit('tags');
  return explicit !== undefined && explicit.value === undefined;
}

interface PlacedImage {
  readonly image: ImageConfig;
  readonly place: SourceLocation;
}

/** Two entries for one container, or two different builds under one name: the second would silently win. */
function reportDuplicates(images: readonly PlacedImage[], report: ReportProblem): void {
  const containers = new Set<string>();
  const builds = new Map<string, string>();
  for (const { image, place } of images) {
    if (image.container !== undefined) {
      if (containers.has(image.container)) {
        const what = `the container ${quote(image.container)} has two images.`;
        report({ code: CONFLICT.name, place, what, next: 'Keep one of the two.' });
      }
      containers.add(image.container);
    }
    if (image.kind === 'existing') continue;
    const build = JSON.stringify(image.build);
    for (const tag of image.tags) {
      const name = `${image.registry === undefined ? '' : `${image.registry.host}/`}${image.repository}:${tag}`;
      if (builds.has(name) && builds.get(name) !== build) {
        const what = `two different builds are to be pushed as ${name}.`;
        report({ code: CONFLICT.name, place, what, next: 'Give them different repositories or tags.' });
      }
      builds.set(name, build);
    }
  }
}
