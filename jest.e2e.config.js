require('ts-node/register');
const { transform, moduleNameMapper } = require('./jest.config.js');

/**
 * Tests against the real API server and operator, and an AWS that enforces its policies. A worker's suites
 * share one engine, one after the other: `npm run e2e`.
 * @type {import('jest').Config}
 */
module.exports = {
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  globalSetup: '<rootDir>/test/e2e/setup.ts',
  globalTeardown: '<rootDir>/test/e2e/teardown.ts',
  reporters: ['default', '<rootDir>/test/e2e/proof/reporter.ts'],
  testEnvironment: '<rootDir>/test/e2e/explaining-environment.ts',
  testTimeout: 60_000,
  maxWorkers: 1,
  transform,
  moduleNameMapper,
};
