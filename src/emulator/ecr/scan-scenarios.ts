import { boolean, integer, list, map, string, structure } from '../server/decode.js';
import type { RequestContext } from '../server/service.js';
import { REGISTRY } from './state.js';

/** Who scans: ECR itself, or Amazon Inspector; and how the scans end. */
export interface Scanner {
  readonly enhanced: boolean;
  /** A ScanStatus without results, as FAILED or UNSUPPORTED_IMAGE; undefined: they come to their end. */
  readonly status: string | undefined;
}

const finding = structure({ name: string, severity: string, package: string, version: string, fixedIn: string });

/**
 * The scans' part of the scenarios document. `findings`: severity to count; `vulnerabilities`: findings one by one; `scanner`: who scans.
 * What is absent finds nothing, by basic scanning.
 */
const readScenario = structure({
  findings: map(integer),
  vulnerabilities: list(finding),
  scanner: structure({ enhanced: boolean, status: string })
});

type Found = ReturnType<typeof finding>;

function read(context: RequestContext): ReturnType<typeof readScenario> {
  return readScenario(context.cloud.scenarios.document, 'scenarios');
}

/** As the scenarios say it, else as the registry is set. */
export function readScanner(context: RequestContext): Scanner {
  const { scanner } = read(context);
  const isEnhanced = context.region.part(REGISTRY).scanning.scanType === 'ENHANCED';
  return { enhanced: scanner?.enhanced ?? isEnhanced, status: scanner?.status };
}

/** What scans find from now on, in the shape of the scanner. */
export function readFindings(context: RequestContext): {
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly object[];
} {
  const { findings = {}, vulnerabilities = [] } = read(context);
  const counted = Object.entries(findings).flatMap(([severity, count]) =>
    Array.from({ length: count }, (_, index) => ({
      name: `CVE-0000-${String(index + 1).padStart(4, '0')}`,
      severity,
      package: undefined,
      version: undefined,
      fixedIn: undefined
    }))
  );
  const all: readonly Found[] = [...vulnerabilities, ...counted];
  const counts: Record<string, number> = {};
  for (const { severity = 'UNDEFINED' } of all) counts[severity] = (counts[severity] ?? 0) + 1;
  return { counts, findings: all.map(readScanner(context).enhanced ? describeEnhanced : describeBasic) };
}

const DESCRIPTION = 'A finding of the rehearsal; no image is scanned.';

function describeBasic({ name, severity, package: packageName, version }: Found): object {
  return {
    name,
    description: DESCRIPTION,
    severity,
    attributes: [
      ...(version === undefined ? [] : [{ key: 'package_version', value: version }]),
      ...(packageName === undefined ? [] : [{ key: 'package_name', value: packageName }])
    ]
  };
}

function describeEnhanced({ name = '', severity, package: packageName, version, fixedIn }: Found): object {
  return {
    title: packageName === undefined ? name : `${name} - ${packageName}`,
    description: DESCRIPTION,
    severity,
    status: 'ACTIVE',
    type: 'PACKAGE_VULNERABILITY',
    packageVulnerabilityDetails: {
      vulnerabilityId: name,
      vulnerablePackages:
        packageName === undefined ? [] : [{ name: packageName, version, fixedInVersion: fixedIn ?? 'NotAvailable' }]
    }
  };
}
