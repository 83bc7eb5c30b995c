import { integer, string, structure } from '../server/decode.js';
import { AwsFault, toEpochSeconds } from '../server/protocol.js';
import { operation, type Operation, type RequestContext } from '../server/service.js';
import { isList } from '../registry/manifest.js';
import type { StoredManifest } from '../registry/repository.js';
import { readFindings, readScanner, type Scanner } from './scan-scenarios.js';
import { isScannedOnPush } from './scanning-settings.js';
import { describeImageId, getImage, getRepository, cutPage, type EcrRepository } from './state.js';

/** How long a scan takes, in virtual milliseconds. */
const SCAN_TIME = 20_000;
/** Amazon Inspector has an image in its list after so long, calls it ACTIVE after so long, and has results only at the end. */
const INSPECTOR_LISTS = 3_000;
const INSPECTOR_ACTIVE = 10_000;
const DAY = 24 * 60 * 60 * 1000;

/** When the scan of an image began: when it was asked for, or with the push where the repository or the registry says so or Inspector scans. */
function scanStart(
  repository: EcrRepository,
  digest: string,
  scanner: Scanner,
  context: RequestContext
): number | undefined {
  const image = repository.images.manifests.get(digest);
  if (image === undefined || !isScannable(image)) return undefined;
  if (scanner.enhanced) return image.pushedAt + INSPECTOR_LISTS;
  return repository.scans.get(digest) ?? (isScannedOnPush(repository, context) ? image.pushedAt : undefined);
}

/** An image for one platform, by what its config is; a list and an artifact are none. */
function isScannable(image: StoredManifest): boolean {
  return !isList(image) && (image.artifactType ?? '').match(/^$|image/) !== null;
}

function describeStatus(start: number, now: number, scanner: Scanner): { status: string; description: string } {
  if (now >= start + SCAN_TIME && scanner.status !== undefined)
    return { status: scanner.status, description: `The scan ended as ${scanner.status} in this rehearsal.` };
  if (scanner.enhanced) {
    return now < start + INSPECTOR_ACTIVE
      ? { status: 'PENDING', description: 'Pending start of the image scan.' }
      : { status: 'ACTIVE', description: 'Continuous scan is selected for image.' };
  }
  return now < start + SCAN_TIME
    ? { status: 'IN_PROGRESS', description: 'The scan was started.' }
    : { status: 'COMPLETE', description: 'The scan was completed successfully.' };
}

function describeResults(start: number, counts: Readonly<Record<string, number>>): object {
  return {
    imageScanCompletedAt: toEpochSeconds(start + SCAN_TIME),
    vulnerabilitySourceUpdatedAt: toEpochSeconds(start - DAY),
    findingSeverityCounts: counts
  };
}

/** `imageScanStatus` and `imageScanFindingsSummary` of DescribeImages; empty for an image that nobody scanned, and for Inspector's scans. */
export function describeScan(repository: EcrRepository, digest: string, context: RequestContext): object {
  const scanner = readScanner(context);
  const start = scanStart(repository, digest, scanner, context);
  if (start === undefined || scanner.enhanced) return {};
  const isDone = context.now >= start + SCAN_TIME && scanner.status === undefined;
  return {
    imageScanStatus: describeStatus(start, context.now, scanner),
    imageScanFindingsSummary: isDone ? describeResults(start, readFindings(context).counts) : undefined
  };
}

const scanned = structure({
  registryId: string,
  repositoryName: string,
  imageId: structure({ imageDigest: string, imageTag: string }),
  nextToken: string,
  maxResults: integer
});

/** Scanning, basic or Amazon Inspector's, as far as a gate on severities needs it. */
export const scanOperations: Readonly<Record<string, Operation>> = {
  StartImageScan: operation(scanned, (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const image = getImage(context.region, repository, input.imageId ?? {});
    const scanner = readScanner(context);
    if (scanner.enhanced) throw new AwsFault('ValidationException', 'This feature is disabled');
    if (!isScannable(image)) {
      throw new AwsFault('UnsupportedImageTypeException', 'The image is of a type that cannot be scanned.');
    }
    const before = scanStart(repository, image.digest, scanner, context);
    if (before !== undefined && context.now < before + DAY) {
      throw new AwsFault('LimitExceededException', 'The scan quota per image has been exceeded. Wait and try again.');
    }
    repository.scans.set(image.digest, context.now);
    return {
      registryId: context.region.account,
      repositoryName: repository.images.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      imageScanStatus: { status: 'IN_PROGRESS' }
    };
  }),

  DescribeImageScanFindings: operation(scanned, (input, context) => {
    const repository = getRepository(context.region, input.repositoryName, input.registryId);
    const image = getImage(context.region, repository, input.imageId ?? {});
    const scanner = readScanner(context);
    const start = scanStart(repository, image.digest, scanner, context);
    if (start === undefined || context.now < start) {
      throw new AwsFault(
        'ScanNotFoundException',
        `Image scan does not exist for the image with '${describeImageId({ ...input.imageId, imageDigest: image.digest })}' in the repository with name '${repository.images.name}' in the registry with id '${context.region.account}'`
      );
    }
    const isDone = context.now >= start + SCAN_TIME && scanner.status === undefined;
    const { counts, findings } = readFindings(context);
    const { page, nextToken } = cutPage(isDone ? findings : [], input.nextToken, input.maxResults);
    return {
      registryId: context.region.account,
      repositoryName: repository.images.name,
      imageId: { ...input.imageId, imageDigest: image.digest },
      imageScanStatus: describeStatus(start, context.now, scanner),
      imageScanFindings: {
        ...(isDone ? describeResults(start, counts) : {}),
        ...(scanner.enhanced ? { enhancedFindings: page } : { findings: page })
      },
      nextToken
    };
  })
};
