import { createDataSource } from '@cardroom/database';
import { createTestDatabase, type TestDatabase } from '@cardroom/testing';
import { register } from 'prom-client';
import type { DataSource } from 'typeorm';

import { BackupWatch } from './backup-watch';

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

const agesSeconds = async (): Promise<Record<string, number>> => {
  const metric = await register.getSingleMetric('backup_age_seconds')?.get();
  return Object.fromEntries(
    (metric?.values ?? []).map(({ labels, value }) => [String(labels['kind']), value]),
  );
};

const insert = (name: string, kind: string, hoursAgo: number) =>
  source.query(
    `INSERT INTO backups (name, kind, began_at, bytes)
     VALUES ($1, $2, now() - make_interval(hours => $3), 1)`,
    [name, kind, hoursAgo],
  );

it('before the first backup there is no age: the alert waits for its absence', async () => {
  await new BackupWatch(source).look();
  expect(await agesSeconds()).toEqual({});
});

it('the age is that of the newest of its kind, counted from its beginning', async () => {
  await insert('base-1', 'base', 30);
  await insert('base-2', 'base', 3);
  await insert('dump-1', 'dump', 50);
  await new BackupWatch(source).look();
  const ages = await agesSeconds();
  expect(Object.keys(ages).sort()).toEqual(['base', 'dump']);
  expect(ages['base']).toBeGreaterThanOrEqual(3 * 3600);
  expect(ages['base']).toBeLessThan(4 * 3600);
  expect(ages['dump']).toBeGreaterThanOrEqual(50 * 3600);
});

it('a database that is away is logged, and the next look finds it', async () => {
  const broken = { query: () => Promise.reject(new Error('away')) } as unknown as DataSource;
  await expect(new BackupWatch(broken).look()).resolves.toBeUndefined();
});
