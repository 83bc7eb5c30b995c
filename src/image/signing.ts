import { SlipwayError } from '../errors.js';
import type { ImageLocation, ImagePorts, ImageSigning } from './ports.js';

/** Signing takes seconds; it is looked at so often, so far apart. */
const MAX_ATTEMPTS = 10;
const PAUSE = 2000;

/**
 * Tells how ECR's managed signing of a pushed image ended (DescribeImageSigningStatus). It signs as whoever pushed, and an image that could not
 * be signed is in the repository all the same: that is a warning. Nothing is told where nothing signs, or where it may not be asked.
 *
 * @param name the image, for people
 */
export async function logSignings(
  name: string,
  location: ImageLocation,
  { ecr, clock, reporter, signal }: Pick<ImagePorts, 'ecr' | 'clock' | 'reporter' | 'signal'>
): Promise<void> {
  let signings: readonly ImageSigning[] = [];
  for (let look = 1; look <= MAX_ATTEMPTS; look += 1) {
    try {
      signings = await ecr.describeSignings(location);
    } catch (error) {
      if (!(error instanceof SlipwayError) || signal?.aborted === true) throw error;
      reporter.debug(error.what);
      return;
    }
    if (!signings.some(({ status }) => status === 'IN_PROGRESS') || look === MAX_ATTEMPTS) break;
    await clock.sleep(PAUSE, signal);
  }
  for (const { profile, status, reason } of signings) {
    if (status === 'COMPLETE') reporter.info(`ECR has signed ${name} by ${profile}.`);
    else if (status === 'IN_PROGRESS') reporter.info(`ECR is still signing ${name} by ${profile}.`);
    else {
      const why = reason === undefined ? '' : `: ${reason.replace(/[.\s]+$/, '')}`;
      reporter.warn(
        `ECR could not sign ${name} by ${profile}${why}. The image is unsigned. ECR signs as whoever pushes: allow signer:SignPayload on the profile in the policy of the role that this run uses, and push again under a new tag.`
      );
    }
  }
}
