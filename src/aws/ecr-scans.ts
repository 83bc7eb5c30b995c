import {
  BatchGetImageCommand,
  DescribeImageScanFindingsCommand,
  StartImageScanCommand,
  type DescribeImageScanFindingsCommandInput,
  type DescribeImageScanFindingsCommandOutput,
  type ECRClient,
  type EnhancedImageScanFinding,
  type ImageScanFinding
} from '@aws-sdk/client-ecr';

import type { EcrPort, EcrScan, ImageLocation, ScanFinding } from '../image/ports.js';
import { adviseOnRegistry } from '../text/registry-refusal.js';
import { awsErrorName, explainAwsError } from './errors.js';
import { MANIFEST_TYPES } from './manifests.js';

/** DescribeImageScanFindings gives so many findings at once; more pages than this hold nothing that a reader would look at. */
const PAGE = 1000;
const MAX_PAGES = 10;
/** What the config of an image is. */
const IMAGE_CONFIG = /^application\/vnd\.(?:oci\.image\.config|docker\.container\.image)\.v1\+json$/;

/** ECR's scans of images, with the client of each region. */
export function connectScans(
  clientFor: (region: string | undefined) => ECRClient
): Pick<EcrPort, 'listPlatformImages' | 'describeScan' | 'startScan'> {
  return {
    listPlatformImages: location => listPlatformImages(clientFor(location.region), location),
    describeScan: location => describeScan(clientFor(location.region), location),
    startScan: location => startScan(clientFor(location.region), location)
  };
}

function nameOf({ repository, tag, digest }: ImageLocation): string {
  return digest === undefined ? `${repository}:${tag ?? 'latest'}` : `${repository}@${digest}`;
}

function inputOf({ registryId, repository, tag, digest }: ImageLocation): DescribeImageScanFindingsCommandInput {
  return {
    ...(registryId === undefined ? {} : { registryId }),
    repositoryName: repository,
    imageId: digest === undefined ? { imageTag: tag ?? 'latest' } : { imageDigest: digest }
  };
}

async function listPlatformImages(client: ECRClient, location: ImageLocation): Promise<readonly string[]> {
  const { imageId, ...where } = inputOf(location);
  try {
    const answer = await client.send(
      new BatchGetImageCommand({ ...where, imageIds: [imageId ?? {}], acceptedMediaTypes: MANIFEST_TYPES })
    );
    const [image] = answer.images ?? [];
    const entries = readEntries(image?.imageManifest ?? '{}');
    const others = entries.filter(({ isSaid }) => !isSaid).map(({ digest }) => digest);
    const artifacts = others.length === 0 ? [] : await findArtifacts(client, where, others);
    const platforms = entries.map(({ digest }) => digest).filter(digest => !artifacts.includes(digest));
    const own = image?.imageId?.imageDigest ?? location.digest;
    return platforms.length > 0 || own === undefined ? platforms : [own];
  } catch (error) {
    throw adviseOnRegistry(explainAwsError(error, `Reading the manifest of ${nameOf(location)}`));
  }
}

/** An entry of an index. */
interface IndexEntry {
  readonly digest: string;
  /** The entry says by its platform that it is an image. */
  readonly isSaid: boolean;
}

/**
 * The entries of an index that may be images: one a platform. Beside them stand records of origin, whose platform is unknown (buildx's
 * attestations), and artifacts, whose kind is said (OCI image specification 1.1, "Image Index Property Descriptions").
 */
function readEntries(manifest: string): readonly IndexEntry[] {
  const { manifests = [] } = JSON.parse(manifest) as {
    readonly manifests?: readonly {
      readonly digest?: string;
      readonly artifactType?: string;
      readonly platform?: { readonly os?: string };
    }[];
  };
  return manifests.flatMap(({ digest, artifactType, platform }) => {
    const isNone = platform?.os === 'unknown' || (platform === undefined && artifactType !== undefined);
    return digest === undefined || isNone ? [] : { digest, isSaid: platform !== undefined };
  });
}

/** Which of these manifests are artifacts by their own word: a kind of their own, or a config that is no image's. */
async function findArtifacts(
  client: ECRClient,
  where: Pick<DescribeImageScanFindingsCommandInput, 'registryId' | 'repositoryName'>,
  digests: readonly string[]
): Promise<readonly string[]> {
  const answer = await client.send(
    new BatchGetImageCommand({
      ...where,
      imageIds: digests.map(imageDigest => ({ imageDigest })),
      acceptedMediaTypes: MANIFEST_TYPES
    })
  );
  return (answer.images ?? []).flatMap(({ imageId, imageManifest = '{}' }) => {
    const { artifactType, config } = JSON.parse(imageManifest) as {
      readonly artifactType?: string;
      readonly config?: { readonly mediaType?: string };
    };
    const isArtifact =
      artifactType !== undefined || (config?.mediaType !== undefined && !IMAGE_CONFIG.test(config.mediaType));
    return isArtifact && imageId?.imageDigest !== undefined ? [imageId.imageDigest] : [];
  });
}

async function describeScan(client: ECRClient, location: ImageLocation): Promise<EcrScan | undefined> {
  const findings: ScanFinding[] = [];
  let first: DescribeImageScanFindingsCommandOutput | undefined;
  let nextToken: string | undefined;
  try {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const answer: DescribeImageScanFindingsCommandOutput = await client.send(
        new DescribeImageScanFindingsCommand({ ...inputOf(location), maxResults: PAGE, nextToken })
      );
      first ??= answer;
      findings.push(...(answer.imageScanFindings?.findings ?? []).map(readBasic));
      findings.push(...(answer.imageScanFindings?.enhancedFindings ?? []).map(readEnhanced));
      nextToken = answer.nextToken;
      if (nextToken === undefined) break;
    }
  } catch (error) {
    if (awsErrorName(error) === 'ScanNotFoundException') return undefined;
    throw adviseOnRegistry(explainAwsError(error, `Reading the scan of ${nameOf(location)}`));
  }
  const found = first?.imageScanFindings;
  return {
    status: first?.imageScanStatus?.status ?? 'PENDING',
    description: first?.imageScanStatus?.description,
    counts: found?.findingSeverityCounts,
    findings,
    completed: found?.imageScanCompletedAt !== undefined
  };
}

function readBasic({ name, severity, attributes = [] }: ImageScanFinding): ScanFinding {
  const valueOf = (wanted: string): string | undefined => attributes.find(({ key }) => key === wanted)?.value;
  return {
    name: name ?? 'unnamed',
    severity: severity ?? 'UNDEFINED',
    packages: describePackage(valueOf('package_name'), valueOf('package_version')),
    fixedIn: undefined
  };
}

function readEnhanced({
  title,
  severity,
  packageVulnerabilityDetails: details
}: EnhancedImageScanFinding): ScanFinding {
  const packages = details?.vulnerablePackages ?? [];
  const fixes = packages.flatMap(({ fixedInVersion }) => fixedInVersion ?? []).filter(fix => fix !== 'NotAvailable');
  return {
    name: details?.vulnerabilityId ?? title ?? 'unnamed',
    severity: severity ?? 'UNDEFINED',
    packages: [...new Set(packages.flatMap(({ name, version }) => describePackage(name, version)))],
    fixedIn: fixes[0]
  };
}

function describePackage(name: string | undefined, version: string | undefined): readonly string[] {
  return name === undefined ? [] : [version === undefined ? name : `${name} ${version}`];
}

async function startScan(client: ECRClient, location: ImageLocation): Promise<'started' | 'by-itself' | 'unsupported'> {
  try {
    await client.send(new StartImageScanCommand(inputOf(location)));
    return 'started';
  } catch (error) {
    const name = awsErrorName(error);
    // One scan a day and image; with Amazon Inspector "This feature is disabled".
    if (name === 'LimitExceededException' || name === 'ValidationException') return 'by-itself';
    if (name === 'UnsupportedImageTypeException') return 'unsupported';
    const doing = `${nameOf(location)} has no scan (scan on push is off, or has not begun), and asking for one`;
    throw adviseOnRegistry(explainAwsError(error, doing));
  }
}
