import { describe, expect, it } from '@jest/globals';

import { SETTINGS } from '../../src/config/table/settings-table.js';
import { readPipelineOptions } from '../../src/pipeline/flags.js';
import { PIPELINE_FLAGS } from '../../src/pipeline/pipeline-flags.js';

const GENERAL = { directory: 'deploy', flags: ' --environment dev' };

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
      with: 'approval\nrepository, codedeploy'
    };
    expect(readPipelineOptions(given, GENERAL)).toMatchObject({
      githubRepository: 'shop/web',
      githubIds: '1/2',
      oidcIssuer: 'https://ghes.example/_services/token',
      branch: 'release/1.x',
      account: '012345678901',
      uses: 'acme/tools/slipway@4f2c1d0',
      parts: ['repository', 'codedeploy', 'approval']
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
