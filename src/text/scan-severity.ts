/** The severities that scan-gate can be set at, the worst first (ECR's FindingSeverity, without UNDEFINED, which is no grade). */
export const SCAN_SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'INFORMATIONAL'] as const;

export type ScanSeverity = (typeof SCAN_SEVERITIES)[number];
