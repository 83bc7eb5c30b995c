import base from './jest.config.js';

// The tests with real parts (Docker, registries, the AWS CLI); `.ci/run` installs what they need.
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/real/**/*.test.ts'],
  testPathIgnorePatterns: []
};
