import type { RuleCondition } from '../../src/rollout/gate/ports.js';

/** Conditions of listener rules, as they are read. */
export const host = (...values: string[]): RuleCondition => ({ field: 'host-header', values });
export const path = (...values: string[]): RuleCondition => ({ field: 'path-pattern', values });
export const method = (...values: string[]): RuleCondition => ({ field: 'http-request-method', values });
export const source = (...values: string[]): RuleCondition => ({ field: 'source-ip', values });
export const header = (headerName: string, ...values: string[]): RuleCondition => ({
  field: 'http-header',
  values,
  headerName
});
export const query = (...pairs: { key: string | undefined; value: string }[]): RuleCondition => ({
  field: 'query-string',
  values: [],
  pairs
});
export const regex = (field: string, ...regexValues: string[]): RuleCondition => ({ field, values: [], regexValues });
