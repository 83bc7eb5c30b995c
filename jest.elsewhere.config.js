import base from './jest.config.js';

// The tests with parts that `.ci/run` cannot install wherever it runs; GitHub's CI installs them, see .github/workflows/ci.yml.
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/elsewhere/**/*.test.ts'],
  testPathIgnorePatterns: []
};
