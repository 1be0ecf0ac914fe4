import { createTestDatabase, type TestDatabase } from '@cardroom/testing';

import { simulateLedger } from './simulate-ledger';

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  await database.drop();
});

const run = (seed: number, crashEvery: number) =>
  simulateLedger({ databaseUrl: database.url, operations: 1_500, seed, crashEvery });

it('the ledger and its model agree to the won after random operations at once', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const { differences } = await run(seed, 0);
  expect({ seed, differences }).toEqual({ seed, differences: [] });
});

it('F4 they agree when backends are killed in the middle of their work', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  const { differences, crashes } = await run(seed, 50);
  expect({ seed, differences }).toEqual({ seed, differences: [] });
  expect(crashes).toBeGreaterThan(0);
});
