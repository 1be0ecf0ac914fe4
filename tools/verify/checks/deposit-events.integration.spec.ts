import { createTestDatabase, PlayedHouse, type TestDatabase } from '@cardroom/testing';

import type { CheckResult, Evidence } from './check';
import { depositEvents } from './system.checks';

let database: TestDatabase;
let house: PlayedHouse;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 10);
  await house.table(2);
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

const check = (): Promise<CheckResult> =>
  depositEvents.run({ manager: house.source.manager } as unknown as Evidence);

const event = (id: string, dueAgo: string, outcome: string | null = null): Promise<unknown> =>
  house.source.query(
    `INSERT INTO webhook_events (provider, event_id, body, next_try_at, outcome, processed_at)
     VALUES ('test', $1, '{}', now() - $2::interval, $3, CASE WHEN $3::text IS NOT NULL THEN now() END)`,
    [id, dueAgo, outcome],
  );

it('I10 holds for deposits with their transfers, and for events that are done or not due', async () => {
  await event('done', '1 day', 'credited');
  await event('soon', '-1 minute');
  await event('just due', '1 minute');
  expect(await check()).toEqual({ looked: '3 deposit events', findings: [] });
});

it('I10 names an event that nobody works on, and a credit without its transfer', async () => {
  await event('forgotten', '10 minutes');
  await house.source.query(
    `UPDATE deposits SET transfer_id = gen_random_uuid()
     WHERE id = (SELECT id FROM deposits ORDER BY id LIMIT 1)`,
  );
  const { findings } = await check();
  expect(findings).toEqual([
    'deposit event forgotten waits',
    expect.stringMatching(/^deposit [0-9a-f-]{36} is credited without its transfer$/),
  ]);
});
