import { describe, expect, it } from '@jest/globals';
import { ProblemsError } from '../../src/errors.js';
import { readDocument, type TextDocument } from '../../src/text/document.js';
import { keysOf, writeJson } from '../../src/text/record.js';

const read = (text: string, file = 'file.json'): TextDocument => readDocument(file, new TextEncoder().encode(text));

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemsError) return error.message;
    throw error;
  }
  throw new Error('It was taken.');
}

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('what a document may be', () => {
  it.each([
    ['JSON', '{"a": [1, "x", null, true]}', 'json'],
    ['JSON with tabs and CRLF', '{\r\n\t"a": [1,\t"x",\r\n null, true]\r\n}\r\n', 'json'],
    ['JSON with comments and trailing commas', '// first\n{ /* a */ "a": [1, "x", null, true,], }', 'json'],
    ['YAML in a .json file', 'a:\n  - 1\n  - x\n  - ~\n  - true\n', 'yaml'],
    ['YAML', 'a: [1, x, null, true]\n', 'yaml'],
    ['YAML with CRLF and a comment', '# a\r\na:\r\n- 1\r\n- x\r\n-\r\n- true\r\n', 'yaml'],
    ['YAML after ---', '---\na: [1, x, null, true]\n...\n', 'yaml']
  ])('%s', (_, text, format) => {
    const document = read(text);
    expect(document.value).toEqual({ a: [1, 'x', null, true] });
    expect(document.format).toBe(format);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFF{"a":"é"}')],
    ['UTF-16LE', utf16('{"a":"é"}', 'le', true)],
    ['UTF-16BE', utf16('{"a":"é"}', 'be', true)],
    ['UTF-16LE without a mark', utf16('{"a":"é"}', 'le', false)],
    ['UTF-16BE without a mark', utf16('{"a":"é"}', 'be', false)]
  ])('%s', (_, bytes) => {
    expect(readDocument('a.json', bytes).value).toEqual({ a: 'é' });
  });

  it('takes JSON in a .yml file, tabs and comments included', () => {
    expect(read('{\n\t// note\n\t"a": 1\n}', 'a.yml')).toMatchObject({ value: { a: 1 }, format: 'json' });
  });

  it('takes flow YAML in a .yml file', () => {
    expect(read("{a: 1, b: 'x'}", 'a.yml')).toMatchObject({ value: { a: 1, b: 'x' }, format: 'yaml' });
  });

  it('reads YAML scalars after the core schema and leaves numbers with leading zeros as written', () => {
    const text =
      'a: yes\nb: 012345678901\nc: 0.0\nd: 2024-01-01\ne: 0x1F\nf: "10"\ng: !!str 5\nh: |\n  two\n  lines\ni: 1e3\nj: .inf\nk: -7\n';
    expect(read(text, 'a.yml').value).toEqual({
      a: 'yes',
      b: '012345678901',
      c: 0,
      d: '2024-01-01',
      e: 31,
      f: '10',
      g: '5',
      h: 'two\nlines\n',
      i: 1000,
      j: '.inf',
      k: -7
    });
  });

  it('resolves aliases and merge keys; own keys win', () => {
    const text = 'base: &base { a: 1, b: 2 }\nsame: *base\nmore:\n  <<: *base\n  b: 3\n"<<": 4\n';
    expect(read(text, 'a.yml').value).toEqual({
      base: { a: 1, b: 2 },
      same: { a: 1, b: 2 },
      more: { b: 3, a: 1 },
      '<<': 4
    });
  });

  it.each(['{"__proto__": {"x": 1}, "constructor": 2}', '__proto__: {x: 1}\nconstructor: 2\n'])(
    'keeps odd keys as data: %s',
    text => {
      const value = read(text).value as object;
      expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
      expect(writeJson(value)).toBe('{\n  "__proto__": {\n    "x": 1\n  },\n  "constructor": 2\n}\n');
    }
  );

  it('keeps the order of keys, also of those that look like indexes', () => {
    const value = read('{"z": 1, "10": 2, "a": 3, "2": 4}').value as object;
    expect(keysOf(value)).toEqual(['z', '10', 'a', '2']);
    expect(writeJson(value)).toBe('{\n  "z": 1,\n  "10": 2,\n  "a": 3,\n  "2": 4\n}\n');
  });
});

describe('where things are', () => {
  const json = read('{\r\n  "list": [\r\n    { "name": "x" },\r\n    7\r\n  ]\r\n}');
  const yaml = read('# note\nlist:\n  - name: x\n    port: 0.0\n  - "7"\n', 'a.yml');

  it.each([
    [json, ['list'], 2, 3, 'list'],
    [json, ['list', 0, 'name'], 3, 7, 'list[0].name'],
    [json, ['list', 1], 4, 5, 'list[1]'],
    [json, ['list', 0, 'image'], 3, 5, 'list[0].image'],
    [json, ['other', 3, 'x y'], 1, 1, 'other[3]["x y"]'],
    [yaml, ['list'], 2, 1, 'list'],
    [yaml, ['list', 0, 'port'], 4, 5, 'list[0].port'],
    [yaml, ['list', 1], 5, 5, 'list[1]']
  ])('%#', (document, path, line, column, formatted) => {
    expect(document.place(path)).toEqual({ file: document.file, line, column, path: formatted });
  });

  it('names no path for the root', () => {
    expect(json.place([])).toEqual({ file: 'file.json', line: 1, column: 1 });
  });

  it('knows scalars as they are written', () => {
    expect(yaml.source(['list', 0, 'port'])).toBe('0.0');
    expect(yaml.source(['list'])).toBeUndefined();
    expect(read('{"a": 1.50}').source(['a'])).toBe('1.50');
  });
});

describe('what is refused, in one sentence with line and column', () => {
  it.each([
    ['file.json', '', 'file.json:1:1: The file is empty.'],
    ['file.yml', '# only a comment\n', 'file.yml:1:1: The file is empty.'],
    [
      'file.json',
      '{"a": $NAME}',
      'file.json:1:7: A JSON value was expected, got "$NAME". A placeholder must stand in double quotes'
    ],
    ['file.json', '{\n  "a": <PORT>\n}', 'file.json:2:8: A JSON value was expected, got "<PORT>".'],
    ['file.json', '{"a": 1 "b": 2}', 'file.json:1:9: A comma was expected between two entries, got "b".'],
    ['file.json', '{"a": 1', 'file.json:1:8: The object is not closed'],
    ['file.json', "{'a': 1}", 'file.json:1:2: '],
    ['file.json', '"family": "x",', 'file.json:1:9: '],
    ['file.json', '{"a": 1}\n{"b": 1}', 'file.json:2:1: The JSON ends here, but there is more: "{".'],
    [
      'file.json',
      '{"a": 1,\n"a": 2}',
      'file.json:2:1: The key "a" is written twice in the same object, first in line 1.'
    ],
    ['file.json', '{"a": 12345678901234567890}', 'file.json:1:7: The number 12345678901234567890 is too large'],
    ['file.json', '['.repeat(50_000), 'file.json:1:101: Objects and lists are nested more than 100 deep.'],
    ['file.yml', '['.repeat(50_000), 'file.yml:1:100: Objects and lists are nested more than 100 deep.'],
    [
      'file.yml',
      'a: 1\nb: 2\na: 3\n',
      'file.yml:3:1: The key "a" is written twice in the same object, first in line 1.'
    ],
    [
      'file.yml',
      'a:\n\t- b\n',
      'file.yml:2:1: The line is indented with a tab, which YAML does not allow. Indent with spaces.'
    ],
    [
      'file.yml',
      'a: {{ x }}\n',
      'file.yml:1:5: An object cannot be a key. A template placeholder such as {{ name }} must stand in quotes.'
    ],
    ['file.yml', 'a: !Ref x\n', 'file.yml:1:4: The YAML tag !Ref is not known here'],
    ['file.yml', 'a: *x\n', 'file.yml:1:4: There is no anchor &x before this alias.'],
    ['file.yml', 'a: &x [*x]\n', 'file.yml:1:8: The alias *x is inside its own anchor.'],
    ['file.yml', 'a: 1\n---\nb: 2\n', 'file.yml:2:1: The file holds several YAML documents.'],
    ['file.yml', 'a: @x\n', 'file.yml:1:4: This is not YAML: '],
    ['file.yml', 'a: "x\n', 'file.yml:']
  ])('%s %j', (file, text, sentence) => {
    expect(refusal(() => read(text, file))).toContain(sentence);
  });

  it('an alias bomb', () => {
    const lines = ['a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]'];
    for (let i = 1; i < 10; i++)
      lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    expect(refusal(() => read(lines.join('\n'), 'a.yml'))).toMatch(
      /^a\.yml:5:\d+: The file stands for more than 20000 values\./
    );
  });

  it('more values than a file of AWS can hold', () => {
    expect(refusal(() => read(`[${'1,'.repeat(20_001)}1]`, 'a.json'))).toMatch(
      /^a\.json:1:\d+: The file holds more than 20000 values\.$/
    );
  });

  it('bytes that are no text', () => {
    const bytes = Buffer.concat([Buffer.from('{"a":\n"'), Buffer.from([0xe9, 0x22, 0x7d])]);
    expect(refusal(() => readDocument('a.json', bytes))).toBe(
      'a.json:2:2: The file holds bytes that are not UTF-8. Save it as UTF-8.'
    );
  });

  it('all keys that are written twice, at once', () => {
    expect(refusal(() => read('{"a": 1, "a": 2, "b": {"c": 1, "c": 2}}')).split('\n')).toHaveLength(2);
  });

  it('long white space before something that is neither takes no time', () => {
    expect(read(`${' '.repeat(5000)}a: 1`, 'a.yml').value).toEqual({ a: 1 });
  });
});
