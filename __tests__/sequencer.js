import TestSequencer from '@jest/test-sequencer';

/** Their steps follow each other: begun last, they would keep one core busy and the others idle. */
const LONGEST = /dist.(readme|outcomes|cancel|native-breaker)\.test\.ts$/;
const BUNDLE = /__tests__.dist./;

/** Jest begins with what took longest the last time; in a clone where nothing ran yet, with the largest file. There runs of the bundle come first. */
export default class BundleFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => [LONGEST, BUNDLE, /^/].findIndex(those => those.test(path));
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
