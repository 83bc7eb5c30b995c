import { quote } from './format.js';

/**
 * What templates leave for somebody to fill in: GitHub's `${{ name }}`, `{{ name }}` (Go, Jinja, Mustache), `{% if %}`, `<%= name %>`,
 * `#{name}#`, `<NAME>`, `${NAME}`, `$NAME`, `%NAME%`, `__NAME__` and `@NAME@`. Those of braces may lack some at their end.
 */
const BRACES = String.raw`\$?\{\{[^{}]*\}{0,2}|#?\{%[^%]*%\}|#\{[^{}]*\}#?|\$\{[^{}]*\}?`;
const ANYWHERE = new RegExp(String.raw`${BRACES}|<[^<>]*>|\$[A-Za-z_]\w*`);
/** Outside of strings of JSON and YAML, where the others would be names and signs of anybody's. */
const BARE = new RegExp(
  String.raw`${BRACES}|<%[^%]*%>|<[A-Za-z][^<>\n]*>|%\w+%|__\w+__|@{1,2}\w+@{1,2}|\$[A-Za-z_]\w*`,
  'g'
);
/** As far as a placeholder reaches before what a reader stumbles over, and behind it. */
const WINDOW = 200;

/** The first placeholder of a text; undefined where there is none. */
export function findPlaceholder(text: string): string | undefined {
  return ANYWHERE.exec(text)?.[0];
}

/** The placeholder that a place of a file lies in, outside of strings; undefined where it lies in none. */
export function findPlaceholderAt(text: string, offset: number): string | undefined {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - WINDOW);
  for (const { 0: found, index } of text.slice(start, offset + WINDOW).matchAll(BARE)) {
    if (start + index <= offset && offset < start + index + found.length) return found;
  }
  return undefined;
}

/** Whether it is an expression that GitHub fills in, in workflows alone, closed or not. */
export function isGithubExpression(placeholder: string): boolean {
  return placeholder.startsWith('${{');
}

/** What is missing at the end of a placeholder: `}` of `${{ name }`; undefined where it is whole. */
export function missingEnd(placeholder: string): string | undefined {
  const open = /^[$#]?(\{{1,2})(?!%)/.exec(placeholder)?.[1]?.length ?? 0;
  const closed = /(\}{0,2})#?$/.exec(placeholder)?.[1]?.length ?? 0;
  return open > closed ? '}'.repeat(open - closed) : undefined;
}

/** Names a placeholder in the middle of a sentence, and says what is wrong with it: `the placeholder "<ACCOUNT>"`. */
export function describePlaceholder(placeholder: string): string {
  const kind = isGithubExpression(placeholder) ? "GitHub's expression" : 'the placeholder';
  const missing = missingEnd(placeholder);
  return `${kind} ${quote(placeholder)}${missing === undefined ? '' : ` (not closed: ${quote(missing)} is missing)`}`;
}

/** What to do about one that is left. */
export function advisePlaceholder(placeholder: string): string {
  return isGithubExpression(placeholder)
    ? 'Write the value, or fill it in before Slipway runs: GitHub fills in expressions of workflows, and of no other file.'
    : 'Write the value, or fill it in before Slipway runs.';
}

/** What to do about one that stands where JSON or YAML has a value. Tags that steer a template cannot stand in quotes. */
export function adviseBarePlaceholder(placeholder: string): string {
  return /^(?:#?\{%|\{\{\s*[-#/^>!]|\{\{-?\s*(?:if|else|end|range|with|define|template|block)\b|<%(?![=-]))/.test(
    placeholder
  )
    ? 'Slipway fills in no templates: let the tool that does write the file first.'
    : 'A placeholder must stand in double quotes, or be filled in before the file is read.';
}
