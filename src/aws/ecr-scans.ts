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
import { awsErrorName, explainAwsError } from './errors.js';
import { MANIFEST_TYPES } from './manifests.js';

/** DescribeImageScanFindings gives so many findings at once; more pages than this hold nothing that a reader would look at. */
const PAGE = 1000;
const MOST_PAGES = 10;

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
    const platforms = readPlatforms(image?.imageManifest ?? '{}');
    const own = image?.imageId?.imageDigest ?? location.digest;
    return platforms.length > 0 || own === undefined ? platforms : [own];
  } catch (error) {
    throw explainAwsError(error, `Reading the manifest of ${nameOf(location)}`);
  }
}

/** An index lists one manifest a platform, and records of origin beside them, whose platform is unknown (OCI image index; buildx's attestations). */
function readPlatforms(manifest: string): readonly string[] {
  const { manifests = [] } = JSON.parse(manifest) as {
    readonly manifests?: readonly { readonly digest?: string; readonly platform?: { readonly os?: string } }[];
  };
  return manifests.flatMap(({ digest, platform }) =>
    digest === undefined || platform?.os === 'unknown' ? [] : digest
  );
}

async function describeScan(client: ECRClient, location: ImageLocation): Promise<EcrScan | undefined> {
  const findings: ScanFinding[] = [];
  let first: DescribeImageScanFindingsCommandOutput | undefined;
  let nextToken: string | undefined;
  try {
    for (let page = 0; page < MOST_PAGES; page += 1) {
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
    throw explainAwsError(error, `Reading the scan of ${nameOf(location)}`);
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
    throw explainAwsError(
      error,
      `${nameOf(location)} has no scan (scan on push is off, or has not begun), and asking for one`
    );
  }
}
