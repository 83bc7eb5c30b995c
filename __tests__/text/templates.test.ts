import { describe, expect, it } from '@jest/globals';

import { readDocument } from '../../src/text/document.js';
import { describePlaceholder, findPlaceholder } from '../../src/text/templates.js';
import { problemsOf } from '../task-definition/parsing.js';

const read = (file: string, text: string): readonly string[] =>
  problemsOf(() => readDocument(file, new TextEncoder().encode(text)));

const QUOTES = 'A placeholder must stand in double quotes, or be filled in before the file is read.';
const TOOL = 'Slipway fills in no templates: let the tool that does write the file first.';

describe('a placeholder where JSON has a value', () => {
  it.each([
    ['{{ cpu }}', QUOTES],
    ['{{cpu}}', QUOTES],
    ['{{ .Values.cpu | toJson }}', QUOTES],
    ['${{ vars.CPU }}', QUOTES],
    ['${{ vars.CPU }', QUOTES],
    ['${CPU}', QUOTES],
    ['$CPU', QUOTES],
    ['<CPU>', QUOTES],
    ['<%= cpu %>', QUOTES],
    ['#{cpu}#', QUOTES],
    ['%CPU%', QUOTES],
    ['__CPU__', QUOTES],
    ['@CPU@', QUOTES],
    ['{% if big %}', TOOL],
    ['{{#each sizes}}', TOOL],
    ['{{ range .Sizes }}', TOOL],
    ['{{- end }}', TOOL],
    ['<% if big %>', TOOL]
  ])('%s is named, and what to do about it', (placeholder, next) => {
    const said = read('td.json', `{"family": "web", "cpu": ${placeholder}, "memory": "512"}`);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`got ${JSON.stringify(placeholder)}. ${next}`);
  });

  it.each(['{ cpu }', '1 2', 'yes', '{"a": 1}}'])('%s is none', text => {
    expect(read('td.json', `{"cpu": ${text}, "memory": "512"}`).join()).not.toMatch(/placeholder|template/i);
  });
});

describe('a tag of a template where YAML has an entry', () => {
  it('is named', () => {
    expect(read('td.yml', '{% if big %}\nfamily: web\n{% endif %}\n')[0]).toContain(
      `The placeholder "{% if big %}" of a template is not YAML`
    );
  });
});

describe('a placeholder in a text', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['arn:<ACCOUNT>:x', '<ACCOUNT>', 'the placeholder "<ACCOUNT>"'],
    ['${ACCOUNT}', '${ACCOUNT}', 'the placeholder "${ACCOUNT}"'],
    ['${ACCOUNT', '${ACCOUNT', 'the placeholder "${ACCOUNT" (not closed: "}" is missing)'],
    ['{{ account }', '{{ account }', 'the placeholder "{{ account }" (not closed: "}" is missing)'],
    ['${{ secrets.X }}', '${{ secrets.X }}', `GitHub's expression "\${{ secrets.X }}"`],
    ['a ${{ secrets.X }', '${{ secrets.X }', `GitHub's expression "\${{ secrets.X }" (not closed: "}" is missing)`],
    ['${{ secrets.X', '${{ secrets.X', `GitHub's expression "\${{ secrets.X" (not closed: "}}" is missing)`],
    ['#{account}#', '#{account}#', 'the placeholder "#{account}#"'],
    ['100% sure, a $ and an __init__', undefined, undefined],
    ['arn:aws:iam::123456789012:role/a', undefined, undefined]
  ])('%s', (text, placeholder, description) => {
    expect(findPlaceholder(text)).toBe(placeholder);
    if (placeholder !== undefined) expect(describePlaceholder(placeholder)).toBe(description);
  });
});
