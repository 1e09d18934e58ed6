const { transform, moduleNameMapper } = require('./jest.config.js');

/**
 * Tests whose judge is another program (kubectl, Go's module cache): a missing one is a failure, never a skip.
 * @type {import('jest').Config}
 */
module.exports = {
  testMatch: ['<rootDir>/test/oracle/**/*.test.ts'],
  globalSetup: '<rootDir>/test/temporary.ts',
  globalTeardown: '<rootDir>/test/temporary-end.ts',
  setupFiles: process.env.CI ? ['<rootDir>/test/same-dice.ts'] : [],
  testTimeout: 120_000,
  transform,
  moduleNameMapper,
};
