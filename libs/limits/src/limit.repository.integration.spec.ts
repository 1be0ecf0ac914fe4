import { createDataSource } from '@cardroom/database';
import {
  createTestDatabase,
  playMonths,
  type PlayedMonths,
  type TestDatabase,
} from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { LimitRepository } from './limit.repository';

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const DAY_MS = 86_400_000;
let database: TestDatabase;
let source: DataSource;
let months: PlayedMonths;

beforeAll(async () => {
  process.stdout.write(`months are played with seed ${SEED}\n`);
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
  months = await playMonths(source, database.url, { seed: SEED, days: 12, oldBeforeDays: 5 });
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const isOfHand = ({ type }: { readonly type: string }): boolean =>
  type === 'win' || type === 'lose';

it('the loss since a moment is what the hands after it lost, booked as before or as now', async () => {
  const hands = months.lines.filter(isOfHand);
  const moments = [0, 1, 2, 4.9, 5, 5.1, 8, 13].map((days) => Date.now() - days * DAY_MS);
  const exactly = hands
    .filter((_, at) => at % 40 === 0)
    .map(({ createdAt }) => Date.parse(createdAt));
  for (const sinceMs of [...moments, ...exactly, ...exactly.map((atMs) => atMs + 1)]) {
    const since = new Date(sinceMs);
    const lost = hands
      .filter(({ createdAt }) => createdAt >= since.toISOString())
      .reduce((sum, { amountKrw }) => sum - amountKrw, 0);
    const used = await new LimitRepository().usedKrw(source.manager, months.userId, {
      ...{ kind: 'loss', since },
    });
    expect({ seed: SEED, since, lost: used }).toEqual({ seed: SEED, since, lost });
  }
});
