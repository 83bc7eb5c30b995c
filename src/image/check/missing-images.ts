import { SlipwayError } from '../../errors.js';
import type { ImagePorts } from '../ports.js';
import { parseReference } from '../reference.js';
import { locateExisting } from './check-images.js';

/**
 * Which of these images cannot be pulled from ECR any more: a lifecycle policy or somebody has removed them, or they are in its archive
 * (DescribeImages). One that a pull-through cache rule covers is fetched again. Those of other registries, and those that may not be looked at,
 * are not told.
 */
export async function findMissingImages(
  images: readonly string[],
  ports: Pick<ImagePorts, 'ecr' | 'reporter'>
): Promise<readonly string[]> {
  const missing = await Promise.all(
    [...new Set(images)].map(async image => ((await isMissing(image, ports)) ? [image] : []))
  );
  return missing.flat();
}

async function isMissing(image: string, ports: Pick<ImagePorts, 'ecr' | 'reporter'>): Promise<boolean> {
  const reference = parseReference(image);
  if (reference === undefined) return false;
  try {
    const location = await locateExisting(reference, ports);
    if (location === undefined) return false;
    const there = await ports.ecr.describeImage(location);
    if (there !== undefined) return there.archived;
    return (await ports.ecr.findPullThroughRule(location)) === undefined;
  } catch (error) {
    if (!(error instanceof SlipwayError)) throw error;
    ports.reporter.info(`Whether ${image} is still in its registry is not known: ${error.what}`);
    return false;
  }
}
