import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { checkBuildspec } from '../../src/pipeline/buildspec-check/check.js';
import { readBuildspec } from '../../src/pipeline/buildspec-reader/reader.js';
import { readDocument } from '../../src/text/document.js';

/** Real buildspecs from public repositories, kept beside the project and not in it; without them there is nothing to read. */
const CORPUS = join(import.meta.dirname, '../../../shared/corpus/buildspec');
const files = existsSync(CORPUS) ? readdirSync(CORPUS).sort() : [];

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

describe('buildspecs of public repositories', () => {
  it('is told apart from a corpus that moved', () => {
    expect(files.length === 0).toBe(!existsSync(CORPUS));
  });

  const linesOf = (file: string, rule: string): readonly (number | undefined)[] =>
    checkBuildspec(readBuildspec(readDocument(file, readFileSync(join(CORPUS, file)))))
      .filter(({ code }) => code === rule)
      .map(({ place }) => place.line);

  for (const file of files) {
    const number = file.slice(0, 3);
    const [line, reason] = UNGUARDED[number] ?? [undefined, GUARDED[number] ?? 'not read yet'];
    it(`${file} is read; unguarded push: ${line === undefined ? 'no' : `line ${line}`} (${reason})`, () => {
      expect(reason).not.toBe('not read yet');
      expect(linesOf(file, 'push-after-failed-build')).toEqual(line === undefined ? [] : [line]);
      expect(linesOf(file, 'get-login')).toEqual(GET_LOGIN[number] === undefined ? [] : [GET_LOGIN[number]]);
      expect(linesOf(file, 'files-not-a-list')).toHaveLength(TEXT_FOR_LIST.includes(number) ? 1 : 0);
      expect(linesOf(file, 'hard-coded-account')).toHaveLength(FIXED_ACCOUNT.includes(number) ? 1 : 0);
    });
  }
});
