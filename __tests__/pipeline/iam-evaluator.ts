/** A policy document as far as the evaluator reads it. */
export interface PolicyDocument {
  readonly Statement: readonly {
    readonly Sid?: string;
    readonly Effect: string;
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  }[];
}

/** One thing that a principal wants to do. */
export interface Wish {
  readonly action: string;
  /** `*` for an action without a resource. */
  readonly resource: string;
  /** The condition keys that AWS knows of the request. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether IAM would allow it: a statement has the action, its resource, and conditions that hold (IAM user guide, "Policy evaluation logic"). */
export function allows(policy: PolicyDocument, { action, resource, context = {} }: Wish): boolean {
  return policy.Statement.some(
    ({ Effect, Action, Resource, Condition = {} }) =>
      Effect === 'Allow' &&
      listOf(Action).some(pattern => matches(pattern, action)) &&
      listOf(Resource).some(pattern => matches(pattern, resource)) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every(([key, values]) => holds(operator, listOf(values), context[key]))
      )
  );
}

/** Every action in a policy. */
export function listAllowed(policy: PolicyDocument): readonly string[] {
  return [...new Set(policy.Statement.flatMap(({ Action }) => listOf(Action)))];
}

function holds(operator: string, values: readonly string[], value: string | undefined): boolean {
  if (operator.startsWith('ForAllValues:') && value === undefined) return true;
  if (!/^(ForAllValues:)?(StringEquals|ArnEquals)$/.test(operator)) throw new Error(`${operator} is not known here.`);
  return (
    value !== undefined && values.some(wanted => (operator.includes('Arn') ? matches(wanted, value) : wanted === value))
  );
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`).test(text);
}

function listOf(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value;
}
