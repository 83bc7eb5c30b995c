import type { Call } from '../client.js';
import { unlessThere } from './dependencies.js';

const INDEX = 'application/vnd.oci.image.index.v1+json';

/**
 * Makes the images that a project's files name in the private registry of the account and do not build: an index without manifests stands for
 * each, so that the task that names it can pull it. One that is named by its digest alone cannot be made, and stays missing.
 *
 * @param images references as in a task definition; those of other registries are left out
 */
export async function seedImages(images: readonly string[], account: string, call: Call): Promise<void> {
  for (const image of new Set(images)) {
    const [, owner, repositoryName, imageTag] =
      /^(\d{12})\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.[a-z.]+\/([^:@]+)(?::([\w.-]+))?$/.exec(image) ?? [];
    if (owner !== account || repositoryName === undefined) continue;
    await unlessThere(() => call('ecr', 'CreateRepository', { repositoryName }));
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [] });
    await unlessThere(() => call('ecr', 'PutImage', { repositoryName, imageManifest, imageTag: imageTag ?? 'latest' }));
  }
}
