import { createDataSource } from '@cardroom/database';
import { createTestDatabase, PlayedHouse, type TestDatabase } from '@cardroom/testing';
import type { DataSource } from 'typeorm';

import { PlayersInHands1700000000029 } from './0029-players-in-hands';
import { undoTo } from './undo.builder';

const SEED = 2_929;
const NEWEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

let database: TestDatabase;
let source: DataSource;
let house: PlayedHouse;

beforeEach(async () => {
  process.stdout.write(`hands are played with seed ${SEED}\n`);
  database = await createTestDatabase();
  source = createDataSource({ databaseUrl: database.url });
  await source.initialize();
  house = await PlayedHouse.at(database.url, SEED);
});

afterEach(async () => {
  await house.close();
  await source.destroy();
  await database.drop();
});

const seats = (): Promise<unknown[]> =>
  source.query('SELECT * FROM hand_seats ORDER BY hand_id, seat');

/** The newest hands of a player before one, as his list shows them. */
async function handsOf(userId: string, wanted: number, before = NEWEST): Promise<string[]> {
  const rows = await source.query<{ id: string }[]>(
    `SELECT hands_of_player($1, $2, '-infinity', 'infinity', $3) AS id ORDER BY id DESC LIMIT $3`,
    [userId, before, wanted],
  );
  return rows.map(({ id }) => id);
}

const closeSession = (userId: string): Promise<unknown> =>
  source.query(
    `UPDATE seat_sessions s SET status = 'closed', closed_at = now(), until_hand_no = t.hand_no + 1
     FROM tables t WHERE t.id = s.table_id AND s.user_id = $1 AND s.status = 'open'`,
    [userId],
  );

it('F22 who played is the same on the way back and forth, and each finds his hands', async () => {
  const table = await house.table(4);
  for (let count = 0; count < 8; count += 1) await house.hand(table, { voided: count === 3 });
  const before = await seats();
  const userId = table.players[1]?.userId ?? '';
  const hands = await handsOf(userId, 20);
  expect(hands.length).toBeGreaterThan(1);
  await undoTo(source, PlayersInHands1700000000029);
  expect(await source.query('SELECT 1 FROM hand_players')).toHaveLength(before.length);
  await source.runMigrations();
  expect(await seats()).toEqual(before);
  expect(await handsOf(userId, 20)).toEqual(hands);

  const newer = await house.hand(table);
  expect(await handsOf(userId, 20)).toEqual([newer.handId, ...hands]);
});

it('a player finds the hands of all his seats, newest first, page by page', async () => {
  const tables = [await house.table(3), await house.table(3)];
  const [one, other] = tables.map(({ players }) => players[0]?.userId ?? '');
  // The same player at both tables, and away from the first one for a while.
  await source.query('UPDATE seat_sessions SET user_id = $1 WHERE user_id = $2', [one, other]);
  const played: string[] = [];
  const play = async (at: number): Promise<void> => {
    const table = tables[at];
    if (table === undefined) throw new Error('there are two tables');
    played.unshift((await house.hand(table)).handId);
  };
  for (const at of [0, 1, 0, 1]) await play(at);
  await closeSession(tables[1]?.players[1]?.userId ?? '');
  const expected = await source.query<{ id: string }[]>(
    'SELECT hand_id AS id FROM hand_seats WHERE user_id = $1 ORDER BY hand_id DESC',
    [one],
  );
  const all = expected.map(({ id }) => id);
  expect(all.length).toBeGreaterThan(2);
  expect(all.every((id) => played.includes(id))).toBe(true);
  expect(await handsOf(one ?? '', 20)).toEqual(all);
  for (let at = 0; at < all.length; at += 2) {
    expect(await handsOf(one ?? '', 2, all[at - 1])).toEqual(all.slice(at, at + 2));
  }
  await closeSession(one ?? '');
  expect(await handsOf(one ?? '', 20)).toEqual(all);
  expect(await handsOf(one ?? '', 1)).toEqual(all.slice(0, 1));
});

it('the database refuses players of whom something is missing, and rake that was not paid', async () => {
  const table = await house.table(2);
  await house.hand(table);
  await source.query('ALTER TABLE hands DISABLE TRIGGER USER');
  for (const [change, constraint] of [
    ['shown = NULL', 'CK_hands_seats'],
    ['seats = seats[2:]', 'CK_hands_seats'],
    ['rakes_krw[1] = put_in_krw[1] + 1', 'CK_hands_rakes'],
  ]) {
    await expect(source.query(`UPDATE hands SET ${change}`)).rejects.toMatchObject({
      driverError: { constraint },
    });
  }
});
