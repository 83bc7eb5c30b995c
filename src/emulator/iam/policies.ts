import { matchesPattern } from '../server/faults.js';
import { isStructure } from '../server/decode.js';

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
 * What these policies (JSON) say to a wish, by IAM's rules: a denial beats what allows, and what nothing allows is denied. IAM user guide,
 * "Policy evaluation logic". Conditions: StringEquals, StringLike, ArnEquals, ArnLike, with or without IfExists; any other does not hold.
 */
export function evaluatePolicies(policies: readonly string[], wish: IamRequest): Verdict {
  const statements = policies.flatMap(policy =>
    listOf((JSON.parse(policy) as { readonly Statement?: unknown }).Statement).filter(isStructure)
  );
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

function holds(condition: unknown, context: IamRequest['context'], missing: Set<string>): boolean {
  const tests = Object.entries(isStructure(condition) ? condition : {}).flatMap(([operator, keys]) =>
    Object.entries(isStructure(keys) ? keys : {}).map(([key, wanted]) => ({ operator, key, wanted: listOf(wanted) }))
  );
  const results = tests.map(({ operator, key, wanted }) => {
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
