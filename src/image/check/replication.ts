import type { EcrImage, ImageLocation, ImagePorts } from '../ports.js';

/** Most images are there within seconds; so many looks, so far apart, are two minutes. */
const MAX_ATTEMPTS = 24;
const PAUSE = 5000;

/**
 * Waits a short while for an image that is not in a registry yet, where replication brings images of its repository there.
 *
 * @param name the image, for people
 * @returns undefined where nothing is replicated there, or it did not come in time
 */
export async function waitForReplica(
  name: string,
  location: ImageLocation,
  { ecr, clock, reporter, signal }: Pick<ImagePorts, 'ecr' | 'clock' | 'reporter' | 'signal'>
): Promise<EcrImage | undefined> {
  if (!(await ecr.isReplicatedTo(location))) return undefined;
  const minutes = (MAX_ATTEMPTS * PAUSE) / 60_000;
  reporter.info(`${name} is not there yet, and ECR replicates its repository: waiting up to ${minutes} minutes.`);
  for (let look = 1; look <= MAX_ATTEMPTS; look += 1) {
    await clock.sleep(PAUSE, signal);
    const there = await ecr.describeImage(location);
    if (there !== undefined) return there;
  }
  return undefined;
}
