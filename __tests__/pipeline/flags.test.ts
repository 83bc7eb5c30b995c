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
      account: '012345678901',
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

  it('are told all at once', () => {
    expect(() => readPipelineOptions({ account: '1', branch: '-x' }, GENERAL)).toThrow(/--branch[^]*--account/);
  });

  it('take no name of a setting', () => {
    const settings = SETTINGS.map(({ name }) => name as string);
    expect(PIPELINE_FLAGS.filter(({ name }) => settings.includes(name))).toEqual([]);
  });
});
