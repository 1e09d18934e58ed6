const { transform } = require('../../jest.config.js');

/**
 * The package as a user gets it: packed, installed and run. It installs from the registry or npm's cache.
 * @type {import('jest').Config}
 */
module.exports = {
  rootDir: '../..',
  testMatch: ['<rootDir>/test/package/**/*.test.ts'],
  testTimeout: 300_000,
  transform,
};
