import { createDataSource } from '@cardroom/database';
import { createTestDatabase, PlayedHouse, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { RakeAndVip1700000000011 } from './0011-rake-and-vip';
import { undoTo } from './undo.builder';

const SEED = 1_111;

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const rakes = (): Promise<unknown[]> =>
  source.query('SELECT hand_id, seat, rake_krw FROM hand_seats ORDER BY hand_id, seat');

it('§3 hands that were there before get the rake of their players by the rule of those that come', async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  const house = await PlayedHouse.at(database.url, SEED);
  const table = await house.table(6);
  for (let count = 0; count < 30; count += 1) await house.hand(table);
  await house.close();
  const before = await rakes();
  expect(before).toContainEqual(expect.objectContaining({ rake_krw: expect.any(Number) }));
  await undoTo(source, RakeAndVip1700000000011);
  await source.runMigrations();
  expect(await rakes()).toEqual(before);
});
