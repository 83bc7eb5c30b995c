import { expect, it } from '@jest/globals';

import { expectImported, expectReadOrRefused, linesOf } from '../pipeline/buildspec-properties.js';
import { readsAsJsYaml } from '../text/yaml-properties.js';
import { describeCorpus, numberOf } from './corpus.js';

/** Found by reading: what is built in the build phase, and the line of the first push in post_build that nothing stands before. */
const UNGUARDED: Readonly<Record<string, readonly [line: number, reason: string]>> = {
  '003': [39, 'docker build in build; set -e stops nothing of the build phase'],
  '006': [60, 'docker image build in build; the scans before the push ask for the image, not for the build'],
  '009': [25, 'docker build in build'],
  '015': [22, 'make builds in build'],
  '018': [25, 'docker build in build; set -e stops nothing of the build phase'],
  '021': [23, 'docker BreakTheBuild in build'],
  '024': [37, 'docker build in build; docker run of the tests comes first, of whatever has the tag'],
  '045': [37, 'docker build in build'],
  '048': [33, 'docker build and a test in build; the condition asks for a number'],
  '051': [29, 'docker build in build'],
  '054': [24, 'three builds and one push in build, three pushes in post_build'],
  '057': [18, 'docker build in build'],
  '060': [51, 'docker build in build'],
  '063': [17, 'docker build in build'],
  '066': [22, 'mvn and docker build in build'],
  '072': [36, 'sbt and docker build in build'],
  '075': [22, 'docker build in build'],
  '081': [24, 'docker build in build'],
  '084': [26, 'mvn and docker build in build'],
  '090': [22, 'cp, sed and docker build in build'],
  '093': [33, 'docker build in build'],
  '096': [18, 'docker build in build']
};
/** And why the others are in order. */
const GUARDED: Readonly<Record<string, string>> = {
  '012': 'builds and pushes in post_build; the build phase only echoes',
  '027': 'pushes in the build phase',
  '030': 'pushes in the build phase',
  '033': 'pushes in the build phase',
  '036': 'make pushes in the build phase',
  '039': 'pushes in the build phase',
  '042': 'earthly pushes in the build phase',
  '069': 'pushes in the build phase',
  '078': 'pushes in the build phase',
  '087': 'pushes in the build phase'
};
const GET_LOGIN: Readonly<Record<string, number>> = {
  '024': 20,
  '030': 7,
  '054': 6,
  '060': 34,
  '066': 13,
  '072': 21,
  '075': 8,
  '078': 14,
  '081': 10
};
const TEXT_FOR_LIST = ['021', '036', '045', '051', '066'];
const FIXED_ACCOUNT = ['009', '012', '015', '039', '045', '063', '066', '075'];

describeCorpus('buildspecs of public repositories', 'buildspec', samples => {
  for (const sample of samples) {
    const number = numberOf(sample);
    const [line, reason] = UNGUARDED[number] ?? [undefined, GUARDED[number] ?? 'not read yet'];
    it(`${sample.name} is read; unguarded push: ${line === undefined ? 'no' : `line ${line}`} (${reason})`, () => {
      expect(reason).not.toBe('not read yet');
      expect(linesOf(sample, 'push-after-failed-build')).toEqual(line === undefined ? [] : [line]);
      expect(linesOf(sample, 'get-login')).toEqual(GET_LOGIN[number] === undefined ? [] : [GET_LOGIN[number]]);
      expect(linesOf(sample, 'files-not-a-list')).toHaveLength(TEXT_FOR_LIST.includes(number) ? 1 : 0);
      expect(linesOf(sample, 'hard-coded-account')).toHaveLength(FIXED_ACCOUNT.includes(number) ? 1 : 0);
    });

    it(`${sample.name} becomes settings that are taken, and each note has its line`, () => expectImported(sample));
    it(`${sample.name} is read or refused wherever it breaks off`, () => expectReadOrRefused(sample, 97));
    it(`${sample.name} is read as js-yaml reads it`, () => void readsAsJsYaml(sample));
  }
});
