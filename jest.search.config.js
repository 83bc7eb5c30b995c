import base from './jest.config.js';

// The whole search for what goes wrong among others: some three thousand short runs in virtual time. `npm test` has a part of it.
export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/search/whole/*.test.ts'],
  testPathIgnorePatterns: []
};
