import { integer, map, string, structure } from '../decode.js';
import { AwsFault, operation, toEpochSeconds, type Operation, type RequestContext } from '../protocol.js';
import { isList } from '../registry/manifest.js';
import { describeImageId, getImage, getRepository, type EcrRepository } from './state.js';

/** How long a basic scan takes, in virtual milliseconds. */
const SCAN_TIME = 20_000;
const DAY = 24 * 60 * 60 * 1000;

/** `findings` of the scenarios document: what scans find from now on, severity to count. Absent: nothing. */
const readScenario = structure({ findings: map(integer) });

function readFindings(context: RequestContext): Readonly<Record<string, number>> {
  return readScenario(context.cloud.scenarios.document, 'scenarios').findings ?? {};
}

/** When the scan of an image began: when it was asked for, or with the push where the repository says `scanOnPush`. */
function scanStart(repository: EcrRepository, digest: string): number | undefined {
  const image = repository.images.manifests.get(digest);
  if (image === undefined || isList(image)) return undefined;
  return repository.scans.get(digest) ?? (repository.scanOnPush ? image.pushedAt : undefined);
}

function describeStatus(start: number, now: number): object {
  return now < start + SCAN_TIME
    ? { status: 'IN_PROGRESS', description: 'The scan was started.' }
    : { status: 'COMPLETE', description: 'The scan was completed successfully.' };
}

/** `imageScanStatus` and `imageScanFindingsSummary` of DescribeImages; empty for an image that nobody scanned. */
export function describeScan(repository: EcrRepository, digest: string, context: RequestContext): object {
  const start = scanStart(repository, digest);
  if (start === undefined) return {};
  const isDone = context.now >= start + SCAN_TIME;
  return {
    imageScanStatus: describeStatus(start, context.now),
    imageScanFindingsSummary: isDone
      ? {
          imageScanCompletedAt: toEpochSeconds(start + SCAN_TIME),
          vulnerabilitySourceUpdatedAt: toEpochSeconds(start - DAY),
          findingSeverityCounts: readFindings(context)
        }
      : undefined
  };
}

const scanned = structure({
  registryId: string,
  repositoryName: string,
  imageId: structure({ imageDigest: string, imageTag: string }),
  nextToken: string,
  maxResults: integer
});

/** Basic scanning, as far as a gate on severities needs it. */
export const scanOperations: Readonly<Record<string, Operation>> = {
  StartImageScan: operation(scanned, (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const image = getImage(context.region, repository, input.imageId ?? {});
    if (isList(image)) {
      throw new AwsFault('UnsupportedImageTypeException', 'The image is of a type that cannot be scanned.');
    }
    const before = scanStart(repository, image.digest);
    if (before !== undefined && context.now < before + DAY) {
      throw new AwsFault('LimitExceededException', 'The scan quota per image has been exceeded. Wait and try again.');
    }
    repository.scans.set(image.digest, context.now);
    return {
      registryId: context.cloud.account,
      repositoryName: repository.images.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      imageScanStatus: { status: 'IN_PROGRESS' }
    };
  }),

  DescribeImageScanFindings: operation(scanned, (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const image = getImage(context.region, repository, input.imageId ?? {});
    const start = scanStart(repository, image.digest);
    if (start === undefined) {
      throw new AwsFault(
        'ScanNotFoundException',
        `Image scan does not exist for the image with '${describeImageId({ ...input.imageId, imageDigest: image.digest })}' in the repository with name '${repository.images.name}' in the registry with id '${context.cloud.account}'`
      );
    }
    const counts = readFindings(context);
    return {
      registryId: context.cloud.account,
      repositoryName: repository.images.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      imageScanStatus: describeStatus(start, context.now),
      imageScanFindings:
        context.now < start + SCAN_TIME
          ? undefined
          : {
              imageScanCompletedAt: toEpochSeconds(start + SCAN_TIME),
              vulnerabilitySourceUpdatedAt: toEpochSeconds(start - DAY),
              findingSeverityCounts: counts,
              findings: Object.entries(counts).flatMap(([severity, count]) =>
                Array.from({ length: count }, (_, index) => ({
                  name: `CVE-0000-${String(index + 1).padStart(4, '0')}`,
                  description: 'A finding of the rehearsal; no image is scanned.',
                  severity
                }))
              )
            }
    };
  })
};
