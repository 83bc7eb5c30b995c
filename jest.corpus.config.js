import base from './jest.config.js';

// The tests on real files of others, which are kept beside the project and not in it. Where they are not, it says so and skips them.
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/corpus/**/*.corpus.ts']
};
