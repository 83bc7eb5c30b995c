import { describe, expect, it } from '@jest/globals';

import { complaintsOf, decode, SHA, type Asked } from './decode-helpers.js';

const WHERE = { region: 'eu-west-1', repository: 'shop/a' };
const NOW = Date.UTC(2025, 11, 1, 20, 0, 1);
const ENV = { VERSION: '1.2', BUILD: 'shop:11-22', TEXT: `it's "$x"`, EMPTY: '', LINES: 'a\nb' };

function asked(given: Readonly<Record<string, string>>, more: Partial<Asked> = {}): Asked {
  return { given: { ...WHERE, ...given }, env: ENV, now: NOW, ...more };
}

describe('tokens', () => {
  it.each([
    ['{date:%Y%m%d%H%M%S}', '20251201200001'],
    ['1-{date:%Y%m%d@Asia/Seoul}', '1-20251202'],
    ['{env:VERSION}', '1.2'],
    ['{env:BUILD/:/2}', '11-22'],
    ['{env:VERSION}-{sha:8}', `1.2-${SHA.slice(0, 8)}`]
  ])('make the tag %s: %s', (tags, tag) => {
    expect(decode(asked({ tags })).images).toMatchObject([{ tags: [tag] }]);
  });

  it.each([
    ['{sha}', SHA],
    ['a {date:%F %T} b', 'a 2025-12-01 20:00:01 b'],
    ['{env:TEXT}', ENV.TEXT],
    ['${env:VERSION} {{sha}} {date:yyyy} {SHA} {env:}', '${env:VERSION} {{sha}} {date:yyyy} {SHA} {env:}']
  ])('make the build argument and the label %j: %j', (value, expected) => {
    const { images } = decode(asked({ 'build-args': `A=${value}`, labels: `b=${value}` }));
    const build = { buildArgs: [{ name: 'A', value: expected }], labels: [{ name: 'b', value: expected }] };
    expect(images).toMatchObject([{ build }]);
  });

  it('that turn out equal are one tag', () => {
    expect(decode(asked({ tags: '{env:VERSION},1.2,{date:%Y},2025' })).images).toMatchObject([
      { tags: ['1.2', '2025'] }
    ]);
  });

  it('are put in for each of several images', () => {
    const file = `images:
  - { container: a, repository: shop/a, tags: '{date:%Y}', build-args: { A: '{env:VERSION}' } }
  - { container: b, repository: shop/b, tags: 'b-{env:VERSION}' }
`;
    expect(
      decode({ given: { region: 'eu-west-1', 'task-definition': 'a.json' }, file, env: ENV, now: NOW }).images
    ).toMatchObject([{ tags: ['2025'], build: { buildArgs: [{ name: 'A', value: '1.2' }] } }, { tags: ['b-1.2'] }]);
  });

  it.each([
    [
      { tags: '{env:NONE}' },
      'tags: the tag needs NONE from the environment, which is not set, empty, or more than one line. Set NONE in the environment of this run.'
    ],
    [
      { 'build-args': 'A={env:EMPTY}' },
      'build-args: the value of A needs EMPTY from the environment, which is not set, empty, or more than one line. Set EMPTY in the environment of this run.'
    ],
    [
      { labels: 'a={env:LINES}' },
      'labels: the value of a needs LINES from the environment, which is not set, empty, or more than one line. Set LINES in the environment of this run.'
    ],
    [
      { tags: '{env:BUILD/:/3}' },
      'tags: the tag needs part 3 of BUILD between ":" from the environment, which is not set, empty, or more than one line. Set BUILD in the environment of this run.'
    ],
    [
      { tags: '{env:BUILD}' },
      'tags: the tag is "shop:11-22" ("{env:BUILD}"); a tag has up to 128 letters, digits or any of _.- (the first no . or -).'
    ],
    [
      { tags: '{date:%F@Mars/Olympus}' },
      'tags: the tag names the time zone "Mars/Olympus", which is not one of the tz database. Write one such as Asia/Seoul, or leave it out for UTC.'
    ]
  ])('%j is refused', (given, complaint) => {
    expect(complaintsOf(asked(given))).toEqual([complaint]);
  });

  it('of the commit need one in build arguments too', () => {
    expect(complaintsOf(asked({ tags: 'v1', 'build-args': 'A={sha}' }, { sha: null }))).toEqual([
      'build-args: the value of A needs the commit, which is unknown: this is not a Git checkout, and GITHUB_SHA is not set. Run this in a Git checkout, or set GITHUB_SHA.'
    ]);
  });

  it('that are none are told with those that are', () => {
    expect(complaintsOf(asked({ tags: '{date:%Q}' }))).toEqual([
      expect.stringContaining('got "{date:%Q}". The tokens are {sha}, {short-sha}, {sha:12}, {date:%Y%m%d%H%M%S}, ')
    ]);
  });

  it('are kept and checked where the build is still to come', () => {
    const kept = asked({ tags: 'v-{env:NONE},{date:%F}', 'build-args': 'A={sha}' }, { sha: null, keepTokens: true });
    expect(decode(kept).images).toMatchObject([
      { tags: ['v-{env:NONE}', '{date:%F}'], build: { buildArgs: [{ name: 'A', value: '{sha}' }] } }
    ]);
    expect(complaintsOf(asked({ tags: '{date:%F %T}' }, { keepTokens: true }))).toEqual([
      'tags: the tag is "2025-12-01 20:00:01" ("{date:%F %T}"); a tag has up to 128 letters, digits or any of _.- (the first no . or -).'
    ]);
  });
});
