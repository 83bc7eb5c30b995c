import type { EcrScan, ScanFinding } from '../ports.js';
import { SCAN_SEVERITIES, type ScanSeverity } from '../../text/scan-severity.js';

/** How many findings there are of each severity. */
type SeverityCounts = Readonly<Record<string, number>>;

/** How far a scan is: its results are there, it goes on, or there will be none, and why. */
type ScanState =
  { readonly kind: 'done' | 'waiting' } | { readonly kind: 'none'; readonly why: string; readonly next: string };

const TURN_OFF = 'Ship an image that ECR can scan, or leave scan-gate out.';

/** Statuses (ECR's ScanStatus) after which no results come. */
const NEVER: Readonly<Record<string, { readonly why: string; readonly next: string }>> = {
  FAILED: { why: 'the scan failed', next: 'Have it scanned again in ECR, ship another image, or leave scan-gate out.' },
  UNSUPPORTED_IMAGE: { why: 'ECR cannot scan an image of this kind', next: TURN_OFF },
  SCAN_ELIGIBILITY_EXPIRED: {
    why: 'the image was pushed too long ago for Amazon Inspector to scan it',
    next: 'Rebuild the image, or extend the rescan duration in Amazon Inspector.'
  },
  FINDINGS_UNAVAILABLE: { why: 'ECR has a scan but cannot return its findings', next: 'Run it again later.' },
  LIMIT_EXCEEDED: { why: "the registry's scan quota is exhausted", next: 'Run it again later.' },
  IMAGE_ARCHIVED: {
    why: 'the image is archived in ECR, and archived images are not scanned',
    next: 'Restore it in ECR.'
  }
};

/** The same by name. */
export const STATUSES_WITHOUT_RESULTS: readonly string[] = Object.keys(NEVER);

/**
 * Reads how far a scan is. ECR calls the scan of Amazon Inspector COMPLETE or ACTIVE before its first results are there, so a result counts
 * when it comes with counts, findings or the time at which it ended.
 */
export function readScanState({ status, description, counts, findings, completed }: EcrScan): ScanState {
  const never = NEVER[status];
  if (never !== undefined) {
    const said = description === undefined || description === '' ? '' : ` (${description.replace(/[.\s]+$/, '')})`;
    return { kind: 'none', why: `${never.why}: ${status}${said}`, next: never.next };
  }
  const hasResults = completed || counts !== undefined || findings.length > 0;
  return { kind: (status === 'COMPLETE' || status === 'ACTIVE') && hasResults ? 'done' : 'waiting' };
}

/** The counts as ECR tells them, else of the findings themselves. */
export function countFindings({ counts, findings }: Pick<EcrScan, 'counts' | 'findings'>): SeverityCounts {
  if (counts !== undefined) return counts;
  return addCounts(findings.map(({ severity }) => ({ [severity]: 1 })));
}

export function addCounts(all: readonly SeverityCounts[]): SeverityCounts {
  const sum: Record<string, number> = {};
  for (const [severity, count] of all.flatMap(counts => Object.entries(counts))) {
    sum[severity] = (sum[severity] ?? 0) + count;
  }
  return sum;
}

/** How many are of the gate's severity or worse. */
export function countStopping(counts: SeverityCounts, gate: ScanSeverity): number {
  return stoppingAt(gate).reduce((sum, severity) => sum + (counts[severity] ?? 0), 0);
}

/** `2 CRITICAL, 11 LOW`, the worst first; `nothing` where nothing was found. */
export function describeCounts(counts: SeverityCounts): string {
  const known: readonly string[] = SCAN_SEVERITIES;
  const names = [...known, ...Object.keys(counts).filter(name => !known.includes(name))];
  const shown = names.filter(name => (counts[name] ?? 0) > 0).map(name => `${counts[name] ?? 0} ${name}`);
  return shown.length === 0 ? 'nothing' : shown.join(', ');
}

/** So many of the findings that stop the gate, the worst first, each once. */
export function listWorst(findings: readonly ScanFinding[], gate: ScanSeverity, max: number): readonly string[] {
  const stopping = stoppingAt(gate);
  const lines = stopping.flatMap(severity => findings.filter(finding => finding.severity === severity)).map(describe);
  return [...new Set(lines)].slice(0, max);
}

function describe({ name, severity, packages, fixedIn }: ScanFinding): string {
  const where = packages.length === 0 ? '' : ` in ${packages.slice(0, 3).join(', ')}`;
  return `${severity} ${name}${where}${fixedIn === undefined ? '' : `, fixed in ${fixedIn}`}`;
}

/** The gate's severity and those that are worse, the worst first. */
export function stoppingAt(gate: ScanSeverity): readonly ScanSeverity[] {
  return SCAN_SEVERITIES.slice(0, SCAN_SEVERITIES.indexOf(gate) + 1);
}
