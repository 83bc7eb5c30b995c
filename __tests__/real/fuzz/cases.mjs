// Files as nobody means them: mutations of good ones, and what parsers are afraid of.

const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ': ',
  ',',
  '"',
  "'",
  '\\',
  '\n',
  '\r\n',
  '\t',
  '- ',
  '? ',
  '| ',
  '> ',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '&a ',
  '*a',
  '<<: *a\n',
  '!!binary ',
  '!!str ',
  '!Ref x',
  '!<tag:x> ',
  '# ',
  '//',
  '/*',
  '*/',
  'null',
  '~',
  'true',
  'NaN',
  '.inf',
  '1e999',
  '-1e999',
  '99999999999999999999999999',
  '0x1fffffffffffffff',
  '-0',
  '1.7976931348623157e308',
  '4294967296',
  '0.1e-400',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '"__proto__": {"x": 1},',
  '\u0000',
  '\ufeff',
  '\ud800',
  '\u2028',
  '${',
  '$(',
  '`',
  '$((',
  '<<EOF\n',
  'EOF\n',
  '&&',
  '||',
  ';',
  '<(',
  '"$@"',
  '${x:-${y}}',
  '<IMAGE1_NAME>',
  '<TASK_DEFINITION>',
  '🚢',
  'FROM ',
  '--platform=$X ',
  ' AS ',
  'EXPOSE ',
  '--mount=type=secret,id=',
  'environments:\n  ',
  'images:\n  - ',
  'services: [{}]\n'
];
const KEYS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  '0',
  '-1',
  '10',
  'containerDefinitions',
  'Resources'
];
const ODD = [
  null,
  true,
  false,
  0,
  -1,
  1e21,
  65536,
  '',
  ' ',
  '$X',
  '<X>',
  '\u0000',
  'x'.repeat(5000),
  [],
  {},
  [[]],
  [null],
  [{}],
  { '': null }
];

/** One case: `{ name, bytes }`. */
export function makeCase(random, seeds) {
  const { name, bytes } = random.pick(seeds);
  const kind = random.below(100);
  if (kind < 12) return { name, bytes: bytes.subarray(0, random.below(bytes.length + 1)) };
  if (kind < 24) return { name, bytes: flip(random, bytes) };
  if (kind < 27) return { name, bytes: Uint8Array.from({ length: random.below(400) }, () => random.below(256)) };
  if (kind < 30) return { name, bytes: encode(nest(random)) };
  if (kind < 32) return { name, bytes: encode(multiply(random)) };
  // Each of these takes as long as fifty others.
  if (kind < 33 && random.below(4) === 0) return { name, bytes: encode(widen(random)) };
  if (kind < 36) return { name, bytes: encode(soup(random)) };
  if (kind < 60) return { name, bytes: encode(restructure(random, decode(bytes))) };
  if (kind < 70) return { name: random.pick(seeds).name, bytes };
  return { name, bytes: encode(splice(random, decode(bytes), decode(random.pick(seeds).bytes))) };
}

function flip(random, bytes) {
  const copy = Uint8Array.from(bytes);
  for (let count = 1 + random.below(8); count > 0 && copy.length > 0; count -= 1)
    copy[random.below(copy.length)] = random.below(256);
  return copy;
}

function splice(random, text, other) {
  let result = text;
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    const at = random.below(result.length + 1);
    const end = Math.min(result.length, at + random.below(40));
    const from = random.below(other.length + 1);
    const insert = [
      random.pick(TOKENS),
      other.slice(from, from + random.below(80)),
      result.slice(at, end).repeat(2),
      ''
    ];
    result = result.slice(0, at) + random.pick(insert) + result.slice(random.pick([at, end]));
  }
  return result;
}

function nest(random) {
  const depth = random.pick([50, 99, 101, 1000, 20_000]);
  const forms = [
    () => '['.repeat(depth) + ']'.repeat(random.pick([0, depth])),
    () => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
    () => '- '.repeat(depth) + 'a',
    () => Array.from({ length: Math.min(depth, 600) }, (_item, index) => `${' '.repeat(index)}a:`).join('\n'),
    () => `version: 0.2\nphases: {build: {commands: ['${'$('.repeat(depth)}x']}}`,
    () => `version: 0.2\nphases: {build: {commands: ['${'${a:-'.repeat(depth)}x']}}`,
    () => `version: 0.2\nphases: {build: {commands: ['${'( '.repeat(depth)}x', '${'if true; then '.repeat(depth)}']}}`,
    () => '"'.repeat(depth),
    () => '? '.repeat(depth)
  ];
  return random.pick(forms)();
}

/** A billion laughs, in the keys and values that are looked at. */
function multiply(random) {
  const key = random.pick(['containerDefinitions', 'phases', 'Resources', 'images', 'environments', 'a']);
  const times = 2 + random.below(9);
  const levels = 2 + random.below(28);
  const lines = ['a0: &a0 [lol, lol]'];
  for (let level = 1; level < levels; level += 1)
    lines.push(`a${level}: &a${level} [${Array.from({ length: times }, () => `*a${level - 1}`).join(', ')}]`);
  const merge = `m0: &m0 {x: 1}\n${Array.from({ length: 20 }, (_item, index) => `m${index + 1}: &m${index + 1}\n  <<: [*m${index}, *m${index}]\n  k${index}: *m${index}`).join('\n')}`;
  return random.pick([lines.join('\n') + `\n${key}: *a${levels - 1}\n`, `${merge}\n${key}: *m20\n`]);
}

function widen(random) {
  const size = random.pick([1000, 18_000, 30_000]);
  const forms = [
    () =>
      JSON.stringify({
        family: 'x',
        containerDefinitions: Array.from({ length: size }, (_item, index) => ({ name: `c${index}` }))
      }),
    () => JSON.stringify(Object.fromEntries(Array.from({ length: size }, (_item, index) => [`k${index}`, index]))),
    () => 'a '.repeat(size),
    () => '\n'.repeat(size),
    () => 'FROM a AS b\n'.repeat(size),
    () => 'EXPOSE 1 2 3\n'.repeat(size),
    () => `FROM a\nRUN ${'\\\n'.repeat(size)}`,
    () => `FROM a\n${'RUN <<EOF\n'.repeat(size)}`,
    () => `version: 0.2\nphases:\n  build:\n    commands:\n${'      - A=$A$A; echo $A\n'.repeat(Math.min(size, 2000))}`,
    () => `version: 0.2\nphases:\n  build:\n    commands:\n      - ${'a|'.repeat(size)}b\n`,
    () => `tags: ${'{sha}'.repeat(size)}\nrepository: ${'a'.repeat(size)}\n`,
    () => `repository: ${'a-'.repeat(size)}!\nregion: ${'a-'.repeat(size)}\nimage: ${'a/'.repeat(size)}:\n`
  ];
  return random.pick(forms)();
}

function soup(random) {
  return Array.from({ length: 1 + random.below(60) }, () => random.pick(TOKENS)).join('');
}

/** Some part of a document becomes something else; what is no JSON stays text. */
function restructure(random, text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return splice(random, text, random.pick(TOKENS));
  }
  for (let count = 1 + random.below(4); count > 0; count -= 1) value = change(random, value);
  return JSON.stringify(value);
}

function change(random, value) {
  if (typeof value !== 'object' || value === null || random.below(8) === 0) return random.pick(ODD);
  const keys = Object.keys(value);
  const key = random.below(10) === 0 || keys.length === 0 ? random.pick(KEYS) : random.pick(keys);
  if (random.below(12) === 0) {
    const rest = Object.fromEntries(keys.filter(other => other !== key).map(other => [other, value[other]]));
    return Array.isArray(value) ? Object.values(rest) : rest;
  }
  const changed = change(random, Object.hasOwn(value, key) ? value[key] : 0);
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? changed : item));
  return Object.fromEntries([
    ...keys.filter(other => other !== key).map(other => [other, value[other]]),
    [key, changed]
  ]);
}

function encode(text) {
  return new TextEncoder().encode(text);
}

function decode(bytes) {
  return new TextDecoder().decode(bytes);
}
