import type { SourceLocation, RuleProblem } from '../../errors.js';
import { nameKind, quote } from '../../text/format.js';
import { WRONG_TYPE } from '../../text/shape-rules.js';
import { MALFORMED } from '../setting-rules.js';
import type { Form } from '../table/setting.js';
import type { ReportProblem } from '../sources/source-value.js';

/** The problem of a value in a document that is no text where one is expected. */
export function describeNotAString(
  value: unknown,
  source: string | undefined,
  place: SourceLocation,
  sensitive: boolean
): RuleProblem {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const written = source ?? String(value);
  return {
    code: WRONG_TYPE.name,
    place,
    what: `expected a string, got ${scalar && !sensitive ? `the ${typeof value} ${written}` : nameKind(value)}.`,
    next: scalar ? `Put it in quotes${sensitive ? '' : `: ${quote(written)}`}.` : ''
  };
}

/** Whether a text has the form; tells the problem where it has not. */
export function matchesFormat(
  form: Form,
  text: string,
  place: SourceLocation,
  sensitive: boolean,
  report: ReportProblem
): boolean {
  if (new RegExp(form.pattern, 'u').test(text)) return true;
  report({
    code: MALFORMED.name,
    place,
    what: `expected ${form.description}${sensitive ? '' : `, got ${quote(text)}`}.`,
    next: sensitive ? '' : (form.advise?.(text) ?? '')
  });
  return false;
}
