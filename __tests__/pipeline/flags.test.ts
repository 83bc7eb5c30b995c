import { describe, expect, it } from '@jest/globals';

import { SETTINGS } from '../../src/config/table/settings-table.js';
import { readPipelineOptions } from '../../src/pipeline/flags.js';
import { PIPELINE_FLAGS } from '../../src/pipeline/pipeline-flags.js';

const GENERAL = { directory: 'deploy', flags: ' --environment dev' };

const INTEGRITY = `sha512-${Buffer.alloc(64, 0x5a).toString('base64')}`;
const SHA256 = 'ab'.repeat(32);

describe('the version of Slipway that deploys', () => {
  it.each([
    [`1.2.3#${INTEGRITY}`, { from: 'npm', name: 'slipway', version: '1.2.3' }],
    [`1.2.3-rc.1+b5#${INTEGRITY}`, { from: 'npm', name: 'slipway', version: '1.2.3-rc.1+b5' }],
    [`slipway@1.2.3#${INTEGRITY}`, { from: 'npm', name: 'slipway', version: '1.2.3' }],
    [`@acme/slipway@0.1.0#${INTEGRITY}`, { from: 'npm', name: '@acme/slipway', version: '0.1.0' }],
    [
      `https://example.com/a/slipway-1.2.3.tgz#sha256:${SHA256}`,
      { from: 'url', url: 'https://example.com/a/slipway-1.2.3.tgz' }
    ],
    [
      `https://example.com:8443/s.tgz#sha256-${SHA256.toUpperCase()}`,
      { from: 'url', url: 'https://example.com:8443/s.tgz' }
    ]
  ])('is pinned: %s', (slipway, archive) => {
    expect(readPipelineOptions({ deploy: 'slipway', slipway }, GENERAL).deployer).toMatchObject({ archive });
  });

  it.each([
    ['', /which version of it is not said\. Write --slipway=1\.2\.3#sha512/],
    ['1.2.3', /without the hash/],
    ['1.2.3#', /without the hash/],
    [`1.2.3#${INTEGRITY}#x`, /without the hash/],
    [`latest#${INTEGRITY}`, /expected an exact version such as 1\.2\.3: a tag or a range/],
    [`^1.2.3#${INTEGRITY}`, /exact version/],
    [`1.x#${INTEGRITY}`, /exact version/],
    [`v1.2.3#${INTEGRITY}`, /exact version/],
    [`>=1.2.3#${INTEGRITY}`, /exact version/],
    [`slipway@next#${INTEGRITY}`, /exact version/],
    [`a b@1.2.3#${INTEGRITY}`, /exact version/],
    [`1.2.3#sha256:${SHA256}`, /expected npm's sha512-/],
    ['1.2.3#sha512-abc', /expected npm's sha512-/],
    ['1.2.3#sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=', /expected npm's sha512-/],
    [`http://example.com/s.tgz#sha256:${SHA256}`, /expected the https:/],
    [`https://user:secret@example.com/s.tgz#sha256:${SHA256}`, /expected the https:/],
    [`https://example.com/$(id).tgz#sha256:${SHA256}`, /expected the https:/],
    [`https://example.com/s.tgz#${INTEGRITY}`, /expected sha256: and 64/],
    ['https://example.com/s.tgz#sha256:abc', /expected sha256: and 64/]
  ])('is refused in one sentence where it could become another program: %s', (slipway, says) => {
    expect(() => readPipelineOptions({ deploy: 'slipway', slipway }, GENERAL)).toThrow(says);
  });

  it("is nothing that AWS's own action needs", () => {
    expect(() => readPipelineOptions({ slipway: `1.2.3#${INTEGRITY}` }, GENERAL)).toThrow(/Add --deploy=slipway/);
    expect(() => readPipelineOptions({ deploy: 'ecs' }, GENERAL)).toThrow(/there are aws and slipway/);
  });
});

describe("the generators' flags", () => {
  it('have defaults', () => {
    expect(readPipelineOptions({ environment: 'dev', account: '' }, GENERAL)).toEqual({
      ...GENERAL,
      githubRepository: undefined,
      githubIds: undefined,
      branch: 'main',
      account: undefined,
      uses: 'example/slipway@v1',
      parts: [],
      deployer: { kind: 'aws' },
      settings: {}
    });
  });

  it('are read', () => {
    const given = {
      'github-repository': 'shop/web',
      'github-ids': '1/2',
      'oidc-issuer': 'https://ghes.example/_services/token',
      branch: 'release/1.x',
      'git-tag': 'v*\nrelease-1',
      account: '012345678901',
      'kms-key': 'arn:aws:kms:eu-west-1:012345678901:key/0a1b',
      uses: 'acme/tools/slipway@4f2c1d0',
      with: 'approval\nrepository, codedeploy',
      deploy: 'slipway',
      slipway: `1.2.3#${INTEGRITY}`
    };
    expect(readPipelineOptions(given, GENERAL)).toMatchObject({
      githubRepository: 'shop/web',
      githubIds: '1/2',
      oidcIssuer: 'https://ghes.example/_services/token',
      branch: 'release/1.x',
      gitTags: ['v*', 'release-1'],
      tagsAlone: false,
      account: '012345678901',
      uses: 'acme/tools/slipway@4f2c1d0',
      parts: ['repository', 'codedeploy', 'approval'],
      deployer: {
        kind: 'slipway',
        archive: { from: 'npm', name: 'slipway', version: '1.2.3' },
        hash: { algorithm: 'sha512', hex: '5a'.repeat(64) }
      }
    });
    expect(Object.keys(given).sort()).toEqual(PIPELINE_FLAGS.map(({ name }) => name).sort());
  });

  it.each([
    ['github-repository', 'https://github.com/shop/web', /owner\/name/],
    ['github-ids', 'shop/web', /two numbers/],
    ['oidc-issuer', 'ghes.example/_services/token', /the issuer of the tokens/],
    ['oidc-issuer', 'https://ghes.example/"x', /the issuer of the tokens/],
    ['branch', 'refs/*', /a branch's name/],
    ['branch', '${{ x }}', /a branch's name/],
    ['account', '12345', /12 digits/],
    ['uses', 'slipway', /owner\/slipway@ref/],
    ['uses', 'a/b@v1 # x', /owner\/slipway@ref/],
    ['with', 'aproval', /Did you mean approval\?/]
  ])('are refused: --%s %s', (name, value, expected) => {
    expect(() => readPipelineOptions({ [name]: value }, GENERAL)).toThrow(expected);
  });

  it.each([
    'main',
    'release/1.x',
    'feature/a-b_c',
    'v1.2',
    'user@work',
    '1',
    'a.b',
    'refs',
    'heads/main',
    'dependabot/npm/x-1.2.3'
  ])('take the branch %s', branch => {
    expect(readPipelineOptions({ branch }, GENERAL)).toMatchObject({ branch });
  });

  it.each<[string, RegExp]>([
    ['refs/heads/main', /Write --branch=main\.$/],
    ['refs/heads/release/1', /Write --branch=release\/1\.$/],
    ['refs/tags/v1', /For tags, write --git-tag=v1\.$/],
    ['refs/remotes/origin/main', /the branch's short name/],
    ['refs/pull/1/merge', /the branch's short name/],
    ['a..b', /git takes none with two dots in a row/],
    ['a b', /git takes none with a space/],
    ['a\tb', /a control character/],
    ['a~1', /~ \^ :/],
    ['a^', /~ \^ :/],
    ['a:b', /~ \^ :/],
    ['a\\b', /~ \^ :/],
    ['*', /A pattern is not taken/],
    ['release/*', /A pattern is not taken/],
    ['release/v?', /A pattern is not taken/],
    ['v[0-9]', /A pattern is not taken/],
    ['-x', /begins with -/],
    ['/main', /begins or ends with \//],
    ['main/', /begins or ends with \//],
    ['a//b', /two of them in a row/],
    ['.main', /begins with a dot/],
    ['a/.b', /begins with a dot/],
    ['main.', /ends with a dot/],
    ['main.lock', /ends with \.lock/],
    ['a.lock/b', /ends with \.lock/],
    ['a@{1}', /with @\{/],
    ['@', /of that name/],
    ['HEAD', /of that name/],
    ['!main', /! cannot be used here/],
    ['a+b', /\+ cannot be used here/],
    ['{a,b}', /\{ cannot be used here/],
    ['$(date)', /\$ cannot be used here/]
  ])('refuse the branch %j in one sentence', (branch, expected) => {
    expect(() => readPipelineOptions({ branch }, GENERAL)).toThrow(expected);
    expect(() => readPipelineOptions({ branch }, GENERAL)).toThrow(/--branch is "/);
  });

  it.each(['v1', 'v*', '*', 'release-*', 'app/v*', '**'])('take the tag %s, alone', tag => {
    expect(readPipelineOptions({ 'git-tag': tag }, GENERAL)).toMatchObject({
      branch: 'main',
      gitTags: [tag],
      tagsAlone: true
    });
  });

  it.each<[string, RegExp]>([
    ['refs/tags/v1', /Write --git-tag=v1\.$/],
    ['refs/heads/main', /write --branch=main\.$/],
    ['v?', /only \* is taken/],
    ['v[0-9]', /only \* is taken/],
    ['v1..2', /two dots/],
    ['v 1', /a space/],
    ['!v1', /! cannot be used here/],
    ['v1+build', /\+ cannot be used here/]
  ])('refuse the tag %j', (tag, expected) => {
    expect(() => readPipelineOptions({ 'git-tag': `v0\n${tag}` }, GENERAL)).toThrow(expected);
  });

  it('are told all at once', () => {
    expect(() => readPipelineOptions({ account: '1', branch: '-x' }, GENERAL)).toThrow(/--branch[^]*--account/);
  });

  it('take no name of a setting', () => {
    const settings = SETTINGS.map(({ name }) => name as string);
    expect(PIPELINE_FLAGS.filter(({ name }) => settings.includes(name))).toEqual([]);
  });
});
