import { SlipwayError } from '../../errors.js';
import { locateExisting } from '../check/check-images.js';
import type { EcrScan, ImageLocation, ImagePorts } from '../ports.js';
import type { PublishedImage } from '../published-image.js';
import { parseReference } from '../reference.js';
import { addCounts, countFindings, countStopping, describeCounts, listWorst, readScanState } from './scan-findings.js';
import { retry } from '../../retry.js';
import { memoize } from '../../memoize.js';
import type { ScanSeverity } from '../../text/scan-severity.js';

type GatePorts = Pick<ImagePorts, 'ecr' | 'clock' | 'reporter' | 'region' | 'signal'>;

/** A basic scan takes a minute, Amazon Inspector's first one several. */
const MAX_MINUTES = 10;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 10_000;
/** So many findings of an image are named. */
const NAMED = 5;

interface Result {
  /** As `2 HIGH, 11 LOW`. */
  readonly findings: string;
  /** Why the gate is shut for this image, in lines; empty: it may pass. */
  readonly stops: readonly string[];
}

/**
 * Waits for ECR's scans of all images (DescribeImageScanFindings: basic scanning and Amazon Inspector's) and lets them pass where nothing of
 * the gate's severity or worse was found. What cannot be known does not pass: a scan that failed, or did not end in time. Images outside of
 * ECR are told and not held up.
 *
 * @param gate undefined: everything passes, nothing is asked
 * @returns the images, with what their scans found
 * @throws SlipwayError `scan-findings` with the counts and the worst of them; `scan-failed`; the signal's reason when it fires
 */
export async function passScanGate<I extends PublishedImage>(
  images: readonly I[],
  gate: ScanSeverity | undefined,
  ports: GatePorts
): Promise<readonly I[]> {
  if (gate === undefined) return images;
  return ports.reporter.group(`Wait for ECR's scan (scan-gate: ${gate})`, async () => {
    const scanOnce = memoize(
      (image: PublishedImage) => scanImage(image, gate, ports),
      ({ uri }) => uri
    );
    const settled = await Promise.allSettled(images.map(async image => ({ image, result: await scanOnce(image) })));
    const failed = settled.find(scan => scan.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    const scanned = settled.flatMap(scan => (scan.status === 'fulfilled' ? scan.value : []));
    const stops = [...new Set(scanned.flatMap(({ result }) => result?.stops ?? []))];
    if (stops.length > 0) throw shut(stops, gate);
    return scanned.map(({ image, result }) => ({ ...image, findings: result?.findings }));
  });
}

function shut(stops: readonly string[], gate: ScanSeverity): SlipwayError {
  return new SlipwayError({
    code: 'scan-findings',
    fault: 'user',
    what: `${stops.join('\n')}.`,
    next: `Nothing was registered or deployed. Fix the listed packages, or raise scan-gate above ${gate} if this may run.`
  });
}

async function scanImage(image: PublishedImage, gate: ScanSeverity, ports: GatePorts): Promise<Result | undefined> {
  const location = await locate(image, ports);
  if (location === undefined) {
    ports.reporter.warn(`${image.uri} is not in a private registry of ECR: scan-gate does not look at it.`);
    return undefined;
  }
  // A scan is of an image for one platform; an index of several has none of its own.
  const digests = await ports.ecr.listPlatformImages(location);
  if (digests.length === 0) {
    const what = `${image.uri} cannot pass scan-gate: it is not in ECR.`;
    const next = 'An image of a pull-through cache is there once somebody has pulled it.';
    throw new SlipwayError({ code: 'scan-failed', fault: 'user', what, next });
  }
  const scans = await Promise.all(
    digests.map(digest => waitForScan({ ...location, tag: undefined, digest }, image, ports))
  );
  const counts = addCounts(scans.map(countFindings));
  const platforms = digests.length > 1 ? ` in its ${digests.length} platforms` : '';
  const findings = `${describeCounts(counts)}${platforms}`;
  const found = `${image.uri}: ECR's scan found ${findings}`;
  ports.reporter.info(`${found}.`);
  const stopping = countStopping(counts, gate);
  if (stopping === 0) return { findings, stops: [] };
  const all = scans.flatMap(scan => scan.findings);
  const worst = listWorst(all, gate, NAMED);
  const more = stopping > worst.length ? [`… and ${stopping - worst.length} more`] : [];
  return { findings, stops: [`${found}, and scan-gate is ${gate}:`, ...worst, ...more] };
}

async function locate(image: PublishedImage, ports: GatePorts): Promise<ImageLocation | undefined> {
  if (image.location !== undefined) return image.location;
  const reference = parseReference(image.digestUri);
  return reference === undefined ? undefined : locateExisting(reference, ports);
}

async function waitForScan(location: ImageLocation, image: PublishedImage, ports: GatePorts): Promise<EcrScan> {
  const { clock, ecr, signal } = ports;
  const deadline = clock.now() + MAX_MINUTES * 60_000;
  let asked = false;
  let last: EcrScan | undefined;
  const look = async (): Promise<EcrScan | undefined> => {
    signal?.throwIfAborted();
    last = await ecr.describeScan(location);
    if (last === undefined && !asked) {
      asked = true;
      await askForScan(location, image, ports);
    }
    const state = last === undefined ? undefined : readScanState(last);
    if (last !== undefined && state?.kind === 'done') return last;
    if (state?.kind === 'none') {
      const what = `${image.uri} cannot pass scan-gate: ${state.why}.`;
      throw new SlipwayError({ code: 'scan-failed', fault: 'user', what, next: state.next });
    }
    return undefined;
  };
  const pauses = { first: FIRST_PAUSE, factor: 1.5, longest: LONGEST_PAUSE };
  const scan = await retry({ clock, signal, deadline, pauses, isPending: seen => seen === undefined }, look);
  if (scan === undefined) throw tooLate(image, last);
  return scan;
}

function tooLate({ uri }: PublishedImage, last: EcrScan | undefined): SlipwayError {
  const stands = last === undefined ? 'ECR knows of no scan' : `ECR says ${last.status} and has no results`;
  return new SlipwayError({
    code: 'scan-failed',
    fault: 'aws',
    what: `${uri} cannot pass scan-gate: after ${MAX_MINUTES} minutes ${stands}.`,
    next: "Check the scan in ECR: the registry's scanning filters must cover the repository."
  });
}

/** Scan on push is off, or has not begun. Where Amazon Inspector scans, it begins by itself. */
async function askForScan(location: ImageLocation, image: PublishedImage, ports: GatePorts): Promise<void> {
  switch (await ports.ecr.startScan(location)) {
    case 'started':
      ports.reporter.info(`${image.uri} was not scanned when it was pushed: a scan has been asked for.`);
      return;
    case 'unsupported': {
      const what = `${image.uri} cannot pass scan-gate: ECR cannot scan an image of this kind.`;
      throw new SlipwayError({ code: 'scan-failed', fault: 'user', what, next: 'Leave scan-gate out for it.' });
    }
    case 'by-itself':
      return;
  }
}
