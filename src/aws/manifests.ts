import { BatchGetImageCommand, type ECRClient } from '@aws-sdk/client-ecr';

import type { EcrPort } from '../image/ports.js';
import { adviseOnRegistry } from '../text/registry-refusal.js';
import { explainAwsError } from './errors.js';

/** Every kind of manifest; one that is not asked for may come back converted, with another digest. */
export const MANIFEST_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json'
];

/** The manifests in ECR's repositories, with the client of each region. */
export function connectManifests(clientFor: (region: string | undefined) => ECRClient): Pick<EcrPort, 'readManifests'> {
  return {
    readManifests: async ({ region, registryId, repository }, ids) => {
      const input = {
        ...(registryId === undefined ? {} : { registryId }),
        repositoryName: repository,
        imageIds: ids.map(({ digest, tag }) => (digest === undefined ? { imageTag: tag } : { imageDigest: digest })),
        acceptedMediaTypes: MANIFEST_TYPES
      };
      try {
        const { images = [] } = await clientFor(region).send(new BatchGetImageCommand(input));
        return images.flatMap(({ imageId, imageManifest: text }) =>
          imageId?.imageDigest === undefined || text === undefined
            ? []
            : [{ digest: imageId.imageDigest, tag: imageId.imageTag, text }]
        );
      } catch (error) {
        throw adviseOnRegistry(explainAwsError(error, `Reading manifests of ${repository}`));
      }
    }
  };
}
