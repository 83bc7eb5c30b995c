import type { Place, Problem } from '../errors.js';

/** What is wrong with a file: an error stops the build or ships what should not be shipped, a warning may. */
export interface Finding extends Problem {
  readonly severity: 'error' | 'warning';
}

/** Takes a finding; `code` is the rule. */
export type Report = (severity: Finding['severity'], code: string, place: Place, what: string, next: string) => void;
