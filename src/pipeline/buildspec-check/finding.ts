import type { ErrorRule, SourceLocation, WarningRule } from '../../errors.js';

type Details = readonly [place: SourceLocation, what: string, next: string];

/** Takes a finding of a rule. */
export type Report = (...finding: ['error', ErrorRule, ...Details] | ['warning', WarningRule, ...Details]) => void;
