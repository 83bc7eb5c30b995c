import type { Place, Severity } from '../../errors.js';

/** Takes a finding; `code` is the rule. */
export type Report = (severity: Severity, code: string, place: Place, what: string, next: string) => void;
