import type { ListenerRule, RuleCondition } from './ports.js';
import { matches } from './wildcards.js';

/** What listener rules look at in a request. */
export interface RuleRequest {
  readonly method: string;
  /** Without the port. */
  readonly host: string;
  /** As it is sent, without the query. */
  readonly path: string;
  /** As it is sent, without the question mark. */
  readonly query: string;
  /** By the name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Whether a request meets a condition; undefined: that is not known here, as of the address that it comes from. */
type Met = boolean | undefined;

/** What becomes of a request that is meant for a rule. */
interface Route {
  /** The rule that takes the request away; undefined: none does for certain. */
  readonly caughtBy: ListenerRule | undefined;
  /** Rules before that one which may take it away. */
  readonly perhapsBy: readonly ListenerRule[];
}

interface Listening {
  /** The rule that the request is meant for. */
  readonly rule: ListenerRule;
  /** All rules of the listener, in any order. */
  readonly rules: readonly ListenerRule[];
  /** Those that lead where this one does, it among them. */
  readonly leading: readonly ListenerRule[];
}

/**
 * Follows a request through the rules of a listener, which Elastic Load Balancing tries by priority, the lowest number first, until one has all
 * of its conditions met. Pure.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
export function findRoute(request: RuleRequest, { rule: own, rules, leading }: Listening): Route {
  const perhapsBy: ListenerRule[] = [];
  for (const rule of [...rules].sort((one, other) => one.priority - other.priority)) {
    const met = meetsRule(rule, request);
    if (met === false) continue;
    // What is not known of it is told of the gate: where it has to come from.
    if (rule.arn === own.arn) break;
    const leads = leading.some(({ arn }) => arn === rule.arn);
    if (met === true) return { caughtBy: leads ? undefined : rule, perhapsBy };
    if (!leads) perhapsBy.push(rule);
  }
  return { caughtBy: undefined, perhapsBy };
}

/** Whether a rule takes a request: all of its conditions are met, each by one of its values. Pure. */
export function meetsRule({ conditions }: ListenerRule, request: RuleRequest): Met {
  return every(conditions.map(condition => meetsCondition(condition, request)));
}

/** The conditions of a rule that tell nothing of a request, each as `10.0.0.0/8 (source-ip)`. Pure. */
export function listUndecided({ conditions }: ListenerRule, request: RuleRequest): readonly string[] {
  return conditions
    .filter(condition => meetsCondition(condition, request) === undefined)
    .map(({ field, values, regexValues = [] }) => `${[...values, ...regexValues].join(', ')} (${field})`);
}

function meetsCondition(condition: RuleCondition, { method, host, path, query, headers }: RuleRequest): Met {
  const { field, values } = condition;
  switch (field) {
    case 'host-header':
      return meetsText(condition, host, false);
    case 'path-pattern':
      return meetsText(condition, path, true);
    case 'http-header': {
      const value = headers.get((condition.headerName ?? '').toLowerCase());
      return value === undefined ? false : meetsText(condition, value, false);
    }
    case 'http-request-method':
      return values.includes(method);
    case 'query-string': {
      const parameters = query.split('&').flatMap(readParameter);
      const pairs = condition.pairs ?? [];
      return pairs.some(pair => parameters.some(parameter => meetsPair(pair, parameter)));
    }
    case 'source-ip':
      return values.includes('0.0.0.0/0') ? true : undefined;
    default:
      return undefined;
  }
}

function meetsText({ values, regexValues = [] }: RuleCondition, text: string, caseSensitive: boolean): Met {
  return some([
    ...values.map(value => matches(value, text, { caseSensitive })),
    ...regexValues.map(value => meetsRegex(value, text, caseSensitive))
  ]);
}

/** AWS does not say whether an expression without anchors has to take the whole text: it is known where that makes no difference. */
function meetsRegex(source: string, text: string, caseSensitive: boolean): Met {
  const flags = caseSensitive ? '' : 'i';
  try {
    if (!new RegExp(source, flags).test(text)) return false;
    return new RegExp(`^(?:${source})$`, flags).test(text) ? true : undefined;
  } catch {
    return undefined;
  }
}

interface Parameter {
  readonly key: string;
  readonly value: string;
}

/** A parameter as it is sent, and decoded. */
function readParameter(text: string): readonly Parameter[] {
  if (text === '') return [];
  const [key = '', value = ''] = text.split(/=(.*)/s);
  return [{ key, value }, ...[...new URLSearchParams(text)].map(([name, content]) => ({ key: name, value: content }))];
}

function meetsPair(
  { key, value }: { readonly key: string | undefined; readonly value: string },
  parameter: Parameter
): boolean {
  const fits = (pattern: string, text: string): boolean => matches(pattern, text, { caseSensitive: false });
  return (key === undefined || fits(key, parameter.key)) && fits(value, parameter.value);
}

function every(all: readonly Met[]): Met {
  if (all.includes(false)) return false;
  return all.includes(undefined) ? undefined : true;
}

function some(all: readonly Met[]): Met {
  if (all.includes(true)) return true;
  return all.includes(undefined) ? undefined : false;
}
