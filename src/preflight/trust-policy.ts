import { isRecord, own, type JsonRecord } from '../text/record.js';

/** What a trust policy says of a service that wants to assume the role. */
export type Trust =
  | {
      readonly kind: 'trusted';
      /** Keys of conditions that could not be judged. */ readonly conditions: readonly string[];
    }
  /** Only for another account or another resource. */
  | { readonly kind: 'other-account'; readonly accounts: readonly string[] }
  | { readonly kind: 'denied' }
  | { readonly kind: 'not-trusted'; /** The services that are. */ readonly services: readonly string[] }
  | { readonly kind: 'unreadable' };

const ASSUME = 'sts:AssumeRole';

/**
 * Whether a role's trust policy (JSON) lets one of these service principals assume it. IAM user guide, "AWS JSON policy elements":
 * members may be a value or a list of them, actions may hold `*` and `?`.
 *
 * @param account the 12 digits of the account that the service works for; undefined: `aws:SourceAccount` is not judged
 */
export function readTrust(policy: string, principals: readonly string[], account: string | undefined): Trust {
  const document = parse(policy);
  if (document === undefined) return { kind: 'unreadable' };
  const statements = listOf(own(document, 'Statement')).filter(isRecord).filter(isAboutAssuming);
  const own_ = statements.filter(statement => servicesOf(statement).some(service => isOneOf(service, principals)));
  const denies = own_.some(statement => own(statement, 'Effect') === 'Deny' && conditionsOf(statement).length === 0);
  if (denies) return { kind: 'denied' };
  const allows = own_.filter(statement => own(statement, 'Effect') === 'Allow');
  if (allows.length === 0) {
    const allowed = statements.filter(statement => own(statement, 'Effect') === 'Allow');
    return { kind: 'not-trusted', services: [...new Set(allowed.flatMap(servicesOf))] };
  }
  const judged = allows.map(statement => judgeConditions(statement, account));
  const good = judged.find(({ accounts }) => accounts.length === 0);
  if (good !== undefined) return { kind: 'trusted', conditions: good.open };
  return { kind: 'other-account', accounts: judged.flatMap(({ accounts }) => accounts) };
}

function parse(text: string): JsonRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isAboutAssuming(statement: JsonRecord): boolean {
  const actions = listOf(own(statement, 'Action'));
  const others = listOf(own(statement, 'NotAction'));
  return actions.length > 0 ? actions.some(covers) : others.length > 0 && !others.some(covers);
}

function covers(pattern: unknown): boolean {
  if (typeof pattern !== 'string') return false;
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 'i').test(ASSUME);
}

/** The services that a statement is about; `*` for anybody. */
function servicesOf(statement: JsonRecord): readonly string[] {
  const principal = own(statement, 'Principal');
  if (principal === '*') return ['*'];
  if (!isRecord(principal)) return [];
  return listOf(own(principal, 'Service')).filter(service => typeof service === 'string');
}

function isOneOf(service: string, principals: readonly string[]): boolean {
  return service === '*' || principals.includes(service.toLowerCase());
}

interface Judged {
  /** Those that it is limited to, where ours is none of them. */
  readonly accounts: readonly string[];
  readonly open: readonly string[];
}

function judgeConditions(statement: JsonRecord, account: string | undefined): Judged {
  const accounts: string[] = [];
  const open: string[] = [];
  for (const { operator, key, values } of conditionsOf(statement)) {
    const isAccount = key.toLowerCase() === 'aws:sourceaccount' && /^StringEquals(IfExists)?$/i.test(operator);
    if (!isAccount || account === undefined) open.push(key);
    else if (!values.includes(account)) accounts.push(...values);
  }
  return { accounts, open };
}

function conditionsOf(statement: JsonRecord) {
  const condition = own(statement, 'Condition');
  return Object.entries(isRecord(condition) ? condition : {}).flatMap(([operator, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key,
      values: listOf(values).map(String)
    }))
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
