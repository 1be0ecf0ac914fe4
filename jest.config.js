// Three kinds of test by suffix: .spec.ts (no I/O), .integration.spec.ts (real PostgreSQL and Redis),
// .e2e-spec.ts (running apps, real clients).
const common = {
  testEnvironment: 'node',
  rootDir: __dirname,
  roots: [
    '<rootDir>/apps',
    '<rootDir>/libs',
    '<rootDir>/migrations',
    '<rootDir>/tools',
    '<rootDir>/test',
    '<rootDir>/bench/src',
  ],
  transform: { '^.+\\.ts$|/k6/[a-z0-9-]+\\.js$': ['@swc/jest'] },
  moduleFileExtensions: ['ts', 'js', 'json'],
  moduleNameMapper: {
    '^@cardroom/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    // A file of ours that is loaded only when it is needed is named as it is when it is built.
    '^(\\./otlp-spans)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

module.exports = {
  reporters: ['default', '<rootDir>/test/closing-line.reporter.js'],
  testTimeout: 30_000,
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.(integration|exhaustive)\\.spec\\.ts$', '/node_modules/'],
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['**/*.integration.spec.ts'],
      globalSetup: '<rootDir>/test/services.setup.js',
      globalTeardown: '<rootDir>/test/services.teardown.js',
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/services.setup.js',
      globalTeardown: '<rootDir>/test/services.teardown.js',
    },
  ],
};
