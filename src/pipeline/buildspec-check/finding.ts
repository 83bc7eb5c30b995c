import type { SourceLocation, Severity } from '../../errors.js';

/** Takes a finding; `code` is the rule. */
export type Report = (severity: Severity, code: string, place: SourceLocation, what: string, next: string) => void;
