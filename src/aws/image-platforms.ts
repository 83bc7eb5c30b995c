import type { ECRClient } from '@aws-sdk/client-ecr';
import { SlipwayError } from '../errors.js';
import type { ImageLocation } from '../image/ports.js';
import type { PreflightPorts } from '../preflight/ports.js';
import type { Connection } from './connection.js';
import { connectRegistrySettings } from './ecr-registry.js';
import { MANIFEST_TYPES } from './manifests.js';
import { awsErrorName } from './errors.js';

type Sdk = typeof import('@aws-sdk/client-ecr');

/** A config is some kB: what is larger is none. */
const MAX_BYTES = 4_000_000;

/** Amazon ECR by the SDK, for what an image is made for. One client a region. */
export function createImagePlatformsPort({
  clientConfig,
  region: own
}: Connection): Pick<
  PreflightPorts,
  'readManifest' | 'readImageConfig' | 'findPullThroughRule' | 'listSigningProfiles'
> {
  const clients = new Map<string, ECRClient>();
  const open = async (region: string = own): Promise<{ sdk: Sdk; client: ECRClient }> => {
    const sdk = await import('@aws-sdk/client-ecr');
    const client = clients.get(region) ?? new sdk.ECRClient({ ...clientConfig, region });
    clients.set(region, client);
    return { sdk, client };
  };
  return {
    findPullThroughRule: async location => {
      const { client } = await open(location.region);
      return connectRegistrySettings(() => client).findPullThroughRule(location);
    },
    listSigningProfiles: async repository => {
      const { client } = await open();
      return connectRegistrySettings(() => client).listSigningProfiles(repository);
    },
    readManifest: async location => {
      const { sdk, client } = await open(location.region);
      const { tag, digest } = location;
      const input = {
        ...whereOf(location),
        imageIds: [digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }],
        acceptedMediaTypes: MANIFEST_TYPES
      };
      try {
        const image = (await client.send(new sdk.BatchGetImageCommand(input))).images?.[0];
        if (image?.imageManifest === undefined) return undefined;
        return { mediaType: image.imageManifestMediaType ?? '', text: image.imageManifest };
      } catch (error) {
        if (awsErrorName(error) === 'RepositoryNotFoundException') return undefined;
        throw error;
      }
    },
    readImageConfig: async (location, digest) => {
      const { sdk, client } = await open(location.region);
      const input = { ...whereOf(location), layerDigest: digest };
      const { downloadUrl = '' } = await client.send(new sdk.GetDownloadUrlForLayerCommand(input));
      const response = await fetch(downloadUrl, { signal: AbortSignal.timeout(30_000) });
      const text = response.ok ? await readText(response) : undefined;
      if (text !== undefined) return text;
      // The address itself is a key to the layer: it is not told.
      throw new SlipwayError({
        code: 'image-config',
        fault: 'aws',
        what: `The config ${digest} of ${location.repository} could not be downloaded: the answer was ${response.status}${response.ok ? ` with more than ${MAX_BYTES} bytes` : ''}.`
      });
    }
  };
}

/** The body as text; undefined where it is too large, whatever its headers say. */
async function readText({ body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function whereOf({ registryId, repository }: ImageLocation) {
  return { ...(registryId === undefined ? {} : { registryId }), repositoryName: repository };
}
