import { matchesPattern } from '../server/faults.js';
import { isStructure } from '../server/decode.js';
import { AwsFault } from '../server/protocol.js';

/** What a principal wants to do to one resource. */
export interface IamRequest {
  readonly action: string;
  readonly resource: string;
  /** Condition keys in lower case, and their values. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

export interface Verdict {
  readonly decision: 'allowed' | 'implicitDeny' | 'explicitDeny';
  /** Keys that a condition asks for and the context does not have. */
  readonly missingKeys: readonly string[];
}

/**
 * A policy's text, as it was given.
 *
 * @param code the operation's own error for a text that is none
 * @throws AwsFault of that code where it is no JSON with a statement
 */
export function readPolicy(text: string, code = 'MalformedPolicyDocument'): string {
  try {
    const policy = JSON.parse(text) as { readonly Statement?: unknown } | null;
    if (policy?.Statement !== undefined) return text;
  } catch {
    // As a policy without a statement.
  }
  throw new AwsFault(code, 'This policy contains invalid Json');
}

/** As readPolicy, of who may assume a role. It is on the role itself: no statement names a resource. */
export function readTrustPolicy(text: string): string {
  const hasResource = statementsOf(readPolicy(text)).some(each => 'Resource' in each || 'NotResource' in each);
  if (hasResource) throw new AwsFault('MalformedPolicyDocument', 'Has prohibited field Resource');
  return text;
}

/**
 * Whether a role's trust policy lets a request pass that assumes the role with these values, as far as its conditions look at them; who asks is
 * not looked at.
 *
 * @param context condition keys in lower case
 */
export function trusts(policy: string, action: string, context: ReadonlyMap<string, string | undefined>): boolean {
  const given = new Map([...context].flatMap(([key, value]) => (value === undefined ? [] : [[key, [value]] as const])));
  const statements = statementsOf(policy).filter(
    ({ Effect, Action }) => Effect === 'Allow' && isNamed(Action, undefined, action)
  );
  return (
    statements.length === 0 ||
    statements.some(({ Condition }) => holds(Condition, given, new Set(), key => context.has(key)))
  );
}

function statementsOf(policy: string): readonly Readonly<Record<string, unknown>>[] {
  return listOf((JSON.parse(policy) as { readonly Statement?: unknown }).Statement).filter(isStructure);
}

/**
 * What these policies (JSON) say to a wish, by IAM's rules: a denial beats what allows, and what nothing allows is denied. IAM user guide,
 * "Policy evaluation logic". Conditions: StringEquals, StringLike, ArnEquals, ArnLike, with or without IfExists; any other does not hold.
 */
export function evaluatePolicies(policies: readonly string[], wish: IamRequest): Verdict {
  const statements = policies.flatMap(statementsOf);
  const missing = new Set<string>();
  const fitting = statements.filter(
    statement =>
      isNamed(statement['Action'], statement['NotAction'], wish.action) &&
      isNamed(statement['Resource'], statement['NotResource'], wish.resource)
  );
  const holding = fitting.filter(({ Condition }) => holds(Condition, wish.context, missing));
  const effects = new Set(holding.map(({ Effect }) => Effect));
  const undenied = effects.has('Allow') ? 'allowed' : 'implicitDeny';
  return { decision: effects.has('Deny') ? 'explicitDeny' : undenied, missingKeys: [...missing] };
}

function isNamed(patterns: unknown, exceptions: unknown, text: string): boolean {
  const fits = (pattern: unknown) => typeof pattern === 'string' && matchesPattern(pattern, text);
  return patterns === undefined
    ? exceptions !== undefined && !listOf(exceptions).some(fits)
    : listOf(patterns).some(fits);
}

function holds(
  condition: unknown,
  context: IamRequest['context'],
  missing: Set<string>,
  counts: (key: string) => boolean = () => true
): boolean {
  const all = Object.entries(isStructure(condition) ? condition : {}).flatMap(([operator, keys]) =>
    Object.entries(isStructure(keys) ? keys : {}).map(([key, wanted]) => ({ operator, key, wanted: listOf(wanted) }))
  );
  const results = all
    .filter(({ key }) => counts(key.toLowerCase()))
    .map(({ operator, key, wanted }) => {
      const values = context.get(key.toLowerCase());
      if (values === undefined) {
        missing.add(key);
        return operator.endsWith('IfExists');
      }
      const [, kind] = /^(?:String|Arn)(Equals|Like)(?:IfExists)?$/.exec(operator) ?? [];
      if (kind === undefined) return false;
      return wanted.some(
        pattern =>
          typeof pattern === 'string' &&
          values.some(value => (kind === 'Like' ? matchesPattern(pattern, value) : pattern === value))
      );
    });
  return results.every(Boolean);
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
