import { createTestDatabase, PlayedHouse, type TestDatabase } from '@cardroom/testing';
import { v7 as uuidv7 } from 'uuid';

let database: TestDatabase;
let house: PlayedHouse;
let tableId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await PlayedHouse.at(database.url, 4_311);
  ({ tableId } = await house.table(2));
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

async function versionAfter(statement: string, parameters: unknown[] = []): Promise<number> {
  await house.source.query(statement, parameters);
  const [row] = await house.source.query<{ version: string }[]>(
    'SELECT version FROM table_changes',
  );
  return Number(row?.version);
}

it.each([
  ['is closed', 'UPDATE tables SET status = $2 WHERE id = $1', 'closed'],
  ['gets another name', 'UPDATE tables SET name = $2 WHERE id = $1', 'River'],
  ['goes to another pool', 'UPDATE tables SET pool = $2 WHERE id = $1', 'other'],
  ['gives less time', 'UPDATE tables SET action_timeout_ms = $2 WHERE id = $1', 9_000],
  [
    'gets other blinds',
    'UPDATE stakes SET big_blind_ante_krw = $2 WHERE id = (SELECT stakes_id FROM tables WHERE id = $1)',
    1,
  ],
  [
    'is switched off',
    "INSERT INTO kill_switches (name, is_on, reason, actor) VALUES ('table:' || $1::text, $2, 'test', 'test')",
    false,
  ],
])('the version of all tables rises where a table %s', async (_, statement, value) => {
  const before = await versionAfter('SELECT 1');
  expect(await versionAfter(statement, [tableId, value])).toBeGreaterThan(before);
});

it('it does not rise with a hand, nor with a switch of something else', async () => {
  const before = await versionAfter('SELECT 1');
  await versionAfter('UPDATE tables SET hand_no = hand_no + 1, waiting = $2 WHERE id = $1', [
    tableId,
    '[]',
  ]);
  await versionAfter("UPDATE kill_switches SET is_on = false WHERE name = 'buy_in'");
  expect(await versionAfter('SELECT 1')).toBe(before);
});

it('it rises when a change is committed, not while others cannot see it', async () => {
  const before = await versionAfter('SELECT 1');
  await house.source.transaction(async (manager) => {
    await manager.query('UPDATE tables SET name = $2 WHERE id = $1', [tableId, uuidv7()]);
    expect(await versionAfter('SELECT 1')).toBe(before);
  });
  expect(await versionAfter('SELECT 1')).toBe(before + 1);
});
