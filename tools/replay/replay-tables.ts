import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';

import type { PlannedTable } from './replay-plan';

/**
 * Nobody is hurried while a record is played, no hand starts before everybody is back, and players
 * come back with the stacks of the next record.
 */
const CLOCK = { actionTimeoutMs: 120_000, timeBankMs: 0, showdownPauseMs: 0 };

/** Puts the tables of a plan into the database, in a pool that only the replay's gateway hosts. */
export async function createTables(
  databaseUrl: string,
  pool: string,
  plan: readonly PlannedTable[],
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    for (const { tableId, name, hands } of plan) {
      const [first] = hands;
      if (first === undefined) continue;
      const { smallBlindKrw, bigBlindKrw, anteKrw, bigBlindAnteKrw } = first.posts.stakes;
      const stakesId = uuidv7();
      await client.query(
        `INSERT INTO stakes (id, name, small_blind_krw, big_blind_krw, ante_krw, big_blind_ante_krw,
           rake_bp, rake_cap_krw) VALUES ($1, $2, $3, $4, $5, $6, 0, 0)`,
        [stakesId, name, smallBlindKrw, bigBlindKrw, anteKrw, bigBlindAnteKrw],
      );
      const players = first.stacksKrw.length;
      const largest = Math.max(...hands.flatMap((hand) => hand.stacksKrw));
      await client.query(
        `INSERT INTO tables (id, name, stakes_id, pool, max_seats, min_players_to_start, min_buy_in_bb,
           max_buy_in_bb, action_timeout_ms, time_bank_ms, showdown_pause_ms, rathole_window_ms)
         VALUES ($1, $2, $3, $4, $5, $5, 1, $6, $7, $8, $9, 0)`,
        [
          ...[tableId, name, stakesId, pool, players, Math.ceil(largest / bigBlindKrw)],
          ...[CLOCK.actionTimeoutMs, CLOCK.timeBankMs, CLOCK.showdownPauseMs],
        ],
      );
    }
  });
}

/** The stored end stacks of a table's hands, by hand number and seat. */
export async function storedStacks(
  databaseUrl: string,
  tableId: string,
): Promise<Map<number, number[]>> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ hand_no: string; stacks: string[] }>(
      `SELECT h.hand_no, array_agg(p.end_stack_krw ORDER BY p.seat)::text[] AS stacks
       FROM hands h CROSS JOIN LATERAL seats_of_hand(h.id) p
       WHERE h.table_id = $1 AND h.outcome = 'settled' GROUP BY h.hand_no`,
      [tableId],
    );
    return new Map(rows.map((row) => [Number(row.hand_no), row.stacks.map(Number)]));
  });
}

/** No gateway hosts the tables any more. */
export async function closeTables(databaseUrl: string, pool: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(`UPDATE tables SET status = 'closed' WHERE pool = $1`, [pool]);
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
