import { describe, expect, it } from '@jest/globals';

import { formatDate, isTimeZone, listTokens, readVariable, replaceTokens, writeToken } from '../../src/text/tokens.js';

const part = (separator: string, number: number): object => ({ separator, number });

describe('a token', () => {
  it.each([
    ['{sha}', { kind: 'commit', length: undefined }],
    ['{short-sha}', { kind: 'commit', length: 7 }],
    ['{sha:12}', { kind: 'commit', length: 12 }],
    ['{date:%Y%m%d%H%M%S}', { kind: 'date', format: '%Y%m%d%H%M%S', zone: undefined }],
    ['{date:%F %T}', { kind: 'date', format: '%F %T', zone: undefined }],
    [
      '{date:%Y-%m-%dT%H:%M:%S+09:00@Asia/Seoul}',
      { kind: 'date', format: '%Y-%m-%dT%H:%M:%S+09:00', zone: 'Asia/Seoul' }
    ],
    [
      '{date:%F@America/Argentina/Buenos_Aires}',
      { kind: 'date', format: '%F', zone: 'America/Argentina/Buenos_Aires' }
    ],
    ['{env:CODEBUILD_BUILD_NUMBER}', { kind: 'variable', name: 'CODEBUILD_BUILD_NUMBER', part: undefined }],
    ['{env:CODEBUILD_BUILD_ID/:/2}', { kind: 'variable', name: 'CODEBUILD_BUILD_ID', part: part(':', 2) }],
    ['{env:GITHUB_REF///3}', { kind: 'variable', name: 'GITHUB_REF', part: part('/', 3) }],
    ['{env:a/-/17}', { kind: 'variable', name: 'a', part: part('-', 17) }]
  ])('is %s, and is written so again', (text, token) => {
    expect(listTokens(text)).toEqual([token]);
    expect(listTokens(`"a":"${text}"`)).toEqual([token]);
    expect(listTokens(text).map(writeToken)).toEqual([text]);
  });

  it.each([
    '{}',
    '{SHA}',
    '{sha:3}',
    '{sha:41}',
    '{sha: 7}',
    '{{sha}}',
    '{{ sha }}',
    '${sha}',
    '${env:HOME}',
    '${date:%Y}',
    '{date:}',
    '{date:yyyy-MM-dd}',
    '{date:%Q}',
    '{date:%Y,%m}',
    '{date:%Y%}',
    '{date:%Y@}',
    '{date:$(id)%Y}',
    "{date:%Y'}",
    '{date:%Y@Asia/}',
    '{date:%Y@../x}',
    '{env:}',
    '{env:1A}',
    '{env:A-B}',
    '{env:A/:/0}',
    '{env:A/:/100}',
    '{env:A/::/1}',
    '{env:A/$/1}',
    '{env:A/:}',
    '{file:VERSION}'
  ])('is not %s', text => {
    expect(listTokens(text)).toEqual([]);
    expect(replaceTokens(text, () => 'x')).toBe(text);
  });

  it('is put in where it stands, and the text around it is what it was', () => {
    expect(replaceTokens('a{sha}{env:B}{{sha}}c{sha}', ({ kind }) => `<${kind}>`)).toBe(
      'a<commit><variable>{{sha}}c<commit>'
    );
    expect(replaceTokens('{sha}-{sha}', () => '{sha}')).toBe('{sha}-{sha}');
    expect(replaceTokens('', () => 'x')).toBe('');
  });

  it('is written only where it is one', () => {
    expect(writeToken({ kind: 'commit', length: 3 })).toBeUndefined();
    expect(writeToken({ kind: 'date', format: '%-d', zone: undefined })).toBeUndefined();
    expect(writeToken({ kind: 'date', format: '%Y}', zone: undefined })).toBeUndefined();
    expect(writeToken({ kind: 'date', format: '%Y', zone: 'KST-9,x' })).toBeUndefined();
    expect(writeToken({ kind: 'variable', name: 'A', part: { separator: ' ', number: 1 } })).toBeUndefined();
  });
});

describe('a date', () => {
  const at = Date.UTC(2024, 11, 30, 20, 5, 9, 999);

  it.each([
    ['%Y%m%d%H%M%S', undefined, '20241230200509'],
    ['%Y%m%d%H%M%S', 'Asia/Seoul', '20241231050509'],
    ['%y.%j', undefined, '24.365'],
    ['%y.%j', 'Asia/Seoul', '24.366'],
    ['%F %T', 'America/St_Johns', '2024-12-30 16:35:09'],
    ['%s', 'Asia/Seoul', '1735589109'],
    ['v%Y-%m-%dT%H:%MZ', undefined, 'v2024-12-30T20:05Z']
  ])('%s in %s', (format, zone, expected) => {
    expect(formatDate({ kind: 'date', format, zone }, at)).toBe(expected);
  });

  it('has midnight at 00, and the first day of a year at 001', () => {
    expect(formatDate({ kind: 'date', format: '%T %j', zone: undefined }, Date.UTC(2025, 0, 1))).toBe('00:00:00 001');
  });

  it('has the zones of the tz database', () => {
    expect(['UTC', 'Asia/Seoul', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, true, false, false]);
  });
});

describe('a variable', () => {
  it.each([
    ['{env:A}', 'x y', 'x y'],
    ['{env:A}', '', undefined],
    ['{env:A}', undefined, undefined],
    ['{env:A}', 'x\ny', undefined],
    ['{env:A/:/2}', 'shop:11-22', '11-22'],
    ['{env:A/:/1}', 'shop', 'shop'],
    ['{env:A/:/2}', 'shop', undefined],
    ['{env:A/:/2}', 'shop:', undefined],
    ['{env:A/-/3}', 'a--c', 'c'],
    ['{env:A/-/2}', 'a--c', undefined],
    ['{env:A/:/2}', 'a:b\nc:d', undefined]
  ])('%s of %j', (text, value, expected) => {
    const [token] = listTokens(text);
    if (token?.kind !== 'variable') throw new Error(`${text} is no variable.`);
    expect(readVariable(token, { A: value })).toBe(expected);
  });
});
