import type { RunContext } from '../context.js';
import { measureImage } from '../image/image-size.js';
import type { ImageId } from '../image/ports.js';
import type { ShippedImage } from '../image/published-image.js';
import { parseReference } from '../image/reference.js';
import { memoize } from '../memoize.js';
import { listContainers } from '../task-definition/types.js';
import { wantedPlatform, type Platform } from '../text/platform.js';
import { isRecord, own, type JsonRecord } from '../text/record.js';
import { containersOf, type PreparedService } from './prepare-service.js';
import { readRevision } from './revision.js';

type Context = Pick<RunContext, 'ecr' | 'ecs' | 'reporter'>;
type Service = Pick<PreparedService, 'assignments' | 'target' | 'taskDefinition'>;

/** Without a task definition that says otherwise, and the default of Fargate. */
const DEFAULT_PLATFORM: Platform = { os: 'linux', architecture: 'amd64' };

/**
 * Reads how large the images are that were built or reused, beside what their container runs now, where that is of the same repository
 * (DescribeTaskDefinition, BatchGetImage). For the eyes only: what cannot be read is left out. Never rejects.
 *
 * @param services as they were before the rollout
 * @returns the images in their order
 */
export async function measureImages(
  services: readonly Service[],
  images: readonly ShippedImage[],
  context: Context
): Promise<readonly ShippedImage[]> {
  const readOnce = memoize(
    (arn: string) => readRevision(arn, false, context),
    arn => arn
  );
  const measure = async (image: ShippedImage): Promise<ShippedImage> => {
    const { location, digest } = image;
    if (location === undefined || digest === undefined) return image;
    const service = services.find(each => containersOf(each, image.config).length > 0);
    try {
      const running = service?.target?.runningTaskDefinitionArn;
      const revision = running === undefined ? undefined : await readOnce(running).catch(() => undefined);
      const before = service && revision && findBefore(image, containersOf(service, image.config), revision.definition);
      const platform = platformOf(service?.taskDefinition?.definition);
      return {
        ...image,
        size: await measureImage({ location: { ...location, digest }, before, platform }, context.ecr)
      };
    } catch (error) {
      context.reporter.debug(`The size of ${image.uri} is not known: ${error instanceof Error ? error.message : ''}`);
      return image;
    }
  };
  return Promise.all(images.map(measure));
}

/** What a container of the image runs; undefined where it is of another repository, or by a tag that this run has moved. */
function findBefore(image: ShippedImage, containers: readonly string[], running: JsonRecord): ImageId | undefined {
  const named = listContainers(running).find(({ name }) => containers.includes(name))?.image;
  const reference = named === undefined ? undefined : parseReference(named);
  if (reference?.registry !== image.registry || reference?.repository !== image.repository) return undefined;
  const { digest, tag = 'latest' } = reference;
  if (digest !== undefined) return { digest };
  return image.config.kind === 'built' && image.config.tags.includes(tag) ? undefined : { tag };
}

function platformOf(definition: JsonRecord | undefined): Platform {
  const runtime = definition === undefined ? undefined : own(definition, 'runtimePlatform');
  return wantedPlatform(isRecord(runtime) ? runtime : undefined, true) ?? DEFAULT_PLATFORM;
}
