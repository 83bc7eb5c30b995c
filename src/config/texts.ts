import type { Place, Problem } from '../errors.js';
import { nameKind, quote } from '../text/words.js';
import type { Form } from './option.js';
import type { Tell } from './raw.js';

/** The problem of a value in a document that is no text where one is expected. */
export function describeNoText(value: unknown, source: string | undefined, place: Place, sensitive: boolean): Problem {
  const scalar = typeof value === 'number' || typeof value === 'boolean';
  const written = source ?? String(value);
  return {
    code: 'wrong-type',
    place,
    what: `expected a text, got ${scalar && !sensitive ? `the ${typeof value} ${written}` : nameKind(value)}.`,
    next: scalar ? `Put it in quotes${sensitive ? '' : `: ${quote(written)}`}.` : ''
  };
}

/** Whether a text has the form; tells the problem where it has not. */
export function fits(form: Form, text: string, place: Place, sensitive: boolean, tell: Tell): boolean {
  if (new RegExp(form.pattern, 'u').test(text)) return true;
  tell({
    code: 'malformed',
    place,
    what: `expected ${form.says}${sensitive ? '' : `, got ${quote(text)}`}.`,
    next: sensitive ? '' : (form.advise?.(text) ?? '')
  });
  return false;
}
