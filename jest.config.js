import { availableParallelism } from 'node:os';

// Jest runs the TypeScript sources as ESM; swc strips the types, `npm run typecheck` reads them.
export default {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    // What answers the requests of the built-in AWS, and writes its answers down: __tests__/answers/.
    ...(process.env.SLIPWAY_WRITE_ANSWERS === undefined
      ? {}
      : { '/server/requests\\.js$': '<rootDir>/__tests__/answers/recorded-requests' }),
    '^(\\.{1,2}/.*)\\.js$': '$1'
  },
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }]
  },
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // What needs more than Node, or minutes: jest.real.config.js, jest.elsewhere.config.js, jest.search.config.js.
  testPathIgnorePatterns: [
    '<rootDir>/__tests__/real/',
    '<rootDir>/__tests__/elsewhere/',
    '<rootDir>/__tests__/search/whole/'
  ],
  modulePathIgnorePatterns: ['<rootDir>/lib/'],
  testSequencer: '<rootDir>/__tests__/sequencer.js',
  // The tests of the bundle wait for processes half of the time: three workers keep two cores busy. Jest takes no share above 100 %.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // Tests of the bundle wait for their processes most of the time: so many of a file wait together.
  maxConcurrency: 8,
  // For what hangs. A busy machine takes as long as it takes.
  testTimeout: 300_000
};
