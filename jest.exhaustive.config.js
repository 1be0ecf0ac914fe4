// Counts that take longer than a test should: `npm run test:exhaustive`.
const { projects, ...whole } = require('./jest.config');

const [unit] = projects;

module.exports = {
  ...whole,
  projects: [
    {
      ...unit,
      displayName: 'exhaustive',
      testMatch: ['**/*.exhaustive.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/'],
    },
  ],
};
