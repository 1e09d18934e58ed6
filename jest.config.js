/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/temporary.ts',
  globalTeardown: '<rootDir>/test/temporary-end.ts',
  setupFiles: process.env.CI ? ['<rootDir>/test/same-dice.ts'] : [],
  // Not a measure of speed: machines are busy.
  testTimeout: 60_000,
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/oracle/',
    '<rootDir>/test/e2e/',
    '<rootDir>/test/package/',
  ],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleNameMapper: { '^keywright$': '<rootDir>/lib/index.ts', '^keywright/(.*)$': '<rootDir>/lib/$1/index.ts' },
};
