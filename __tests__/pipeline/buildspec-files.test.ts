import { describe, expect, it } from '@jest/globals';

import { listSamples, listWritings } from '../samples.js';
import { expectImported, expectReadOrRefused, linesOf } from './buildspec-properties.js';

interface Expected {
  /** The line of the first push in post_build that nothing stands before; undefined: there is none. */
  readonly unguarded?: number;
  /** Why there is one, or why not. */
  readonly reason: string;
  readonly getLogin?: number;
  readonly textForList?: boolean;
  readonly fixedAccount?: boolean;
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  'all-in-post-build.yml': { reason: 'builds and pushes in post_build; the build phase only echoes' },
  'commit-tag.yml': { unguarded: 24, reason: 'docker build in build' },
  'dated-tag.yml': { unguarded: 12, reason: 'docker build in build', fixedAccount: true },
  'get-login.yml': {
    unguarded: 17,
    reason: 'docker build in build',
    getLogin: 10,
    textForList: true,
    fixedAccount: true
  },
  'guarded.yml': { reason: 'asks CODEBUILD_BUILD_SUCCEEDING before it pushes' },
  'make.yml': { unguarded: 12, reason: 'make builds in build' },
  'project-variables.yml': { unguarded: 13, reason: 'mvn and docker build in build' },
  'push-in-build.yml': { reason: 'pushes in the build phase' },
  'two-images.yml': { unguarded: 15, reason: 'two docker builds in build', textForList: true, fixedAccount: true }
};

describe('a buildspec as people write it', () => {
  const samples = listSamples('buildspec');

  it('has a row for every file', () => {
    expect(samples.map(({ name }) => name)).toEqual(Object.keys(EXPECTED).sort());
  });

  for (const sample of samples) {
    const { unguarded, reason, getLogin, textForList, fixedAccount } = EXPECTED[sample.name] ?? { reason: 'no row' };
    const at = (line: number | undefined): readonly number[] => (line === undefined ? [] : [line]);

    it.each(listWritings(sample))(`${sample.name} %s is checked: ${reason}`, (_writing, written) => {
      expect(linesOf(written, 'push-after-failed-build')).toEqual(at(unguarded));
      expect(linesOf(written, 'get-login')).toEqual(at(getLogin));
      expect(linesOf(written, 'files-not-a-list')).toHaveLength(textForList === true ? 1 : 0);
      expect(linesOf(written, 'hard-coded-account')).toHaveLength(fixedAccount === true ? 1 : 0);
    });

    it.each(listWritings(sample))(`${sample.name} %s becomes settings that are taken`, (_writing, written) => {
      expectImported(written);
    });

    it(`${sample.name} is read or refused wherever it breaks off`, () => expectReadOrRefused(sample, 7));
  }
});
