import { createDataSource } from '@cardroom/database';
import { recordOf, type StoredRecord } from '@cardroom/packing';
import { createTestDatabase, PlayedHouse, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { PackedRecords1700000000028 } from './0028-packed-records';
import { undoTo } from './undo.builder';

const SEED = 2_828;
const HANDS = 12;

let database: TestDatabase;
let source: DataSource;
let house: PlayedHouse;

beforeAll(async () => {
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
  house = await PlayedHouse.at(database.url, SEED);
});

afterAll(async () => {
  await house.close();
  await source.destroy();
  await database.drop();
});

it('F22 records are unpacked on the way back, and read as they were after the way forth', async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  const table = await house.table(5);
  const played = new Map<string, unknown>();
  for (let count = 0; count < HANDS; count += 1) {
    const { handId, events } = await house.hand(table);
    played.set(handId, JSON.parse(JSON.stringify({ events })));
  }
  await undoTo(source, PackedRecords1700000000028);
  const inJson = await source.query<{ id: string; archive: unknown }[]>(
    'SELECT id, archive FROM hands',
  );
  expect(new Map(inJson.map(({ id, archive }) => [id, archive]))).toEqual(played);
  await expect(source.query('UPDATE hands SET pot_krw = 1')).rejects.toThrow('append-only');

  await source.runMigrations();
  const stored = await source.query<({ id: string } & StoredRecord)[]>(
    'SELECT id, record, archive FROM hands',
  );
  expect(new Map(stored.map((row) => [row.id, recordOf(row)]))).toEqual(played);
});

it('a hand has one record, in one form', async () => {
  const table = await house.table(2);
  await house.hand(table);
  await source.query('ALTER TABLE hands DISABLE TRIGGER USER');
  for (const change of [
    `archive = '{"events": []}', record = 'x'`,
    'archive = NULL, record = NULL',
  ]) {
    await expect(source.query(`UPDATE hands SET ${change}`)).rejects.toMatchObject({
      driverError: { constraint: 'CK_hands_record' },
    });
  }
  await source.query('ALTER TABLE hands ENABLE TRIGGER USER');
});
