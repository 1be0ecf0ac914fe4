import type { Client } from 'pg';

export interface WeekSeed {
  readonly players: number;
  /** Days of each player's statistics, the last one the Sunday of the week. */
  readonly days: number;
  /** The Sunday, `2026-11-22`. */
  readonly lastDay: string;
  /** Hands behind the statistics of one player's day. */
  readonly handsPerDay: number;
}

/** Players and what they paid of the rake, spread over all levels; the same each time. */
export async function seedWeek(client: Client, seed: WeekSeed): Promise<void> {
  await client.query(
    `INSERT INTO users (id, email, email_key, nickname, nickname_key, password_hash)
     SELECT md5('rakeback ' || n)::uuid, 'p' || n, 'p' || n, 'P' || n, 'p' || n, '-'
     FROM generate_series(1, $1::int) n ON CONFLICT DO NOTHING`,
    [seed.players],
  );
  await client.query(
    `INSERT INTO player_rake_days (user_id, day, hands, rake_krw)
     SELECT md5('rakeback ' || n)::uuid, $3::date - d, $4, 1 + (n * 7919 + d * 104729) % (10 ^ (2 + n % 5))::bigint
     FROM generate_series(1, $1::int) n, generate_series(0, $2::int - 1) d ON CONFLICT DO NOTHING`,
    [seed.players, seed.days, seed.lastDay, seed.handsPerDay],
  );
  await client.query('ANALYZE player_rake_days');
}

export interface PaidWeek {
  readonly owed: number;
  readonly owedKrw: number;
  readonly paid: number;
  readonly paidKrw: number;
  /** Players who did not get exactly one payment of exactly what they are owed. */
  readonly wrong: number;
}

/** What the rows say was owed, and what the books say was paid. */
export async function paidWeek(client: Client, week: string): Promise<PaidWeek> {
  const { rows } = await client.query<PaidWeek>(
    `WITH booked AS (
       SELECT e.user_id, count(*) AS payments, sum(e.amount_krw) AS krw
       FROM ledger_transfers t JOIN ledger_entries e ON e.transfer_id = t.id AND e.user_id IS NOT NULL
       WHERE t.type = 'rakeback' AND t.memo ->> 'week' = $1 GROUP BY e.user_id)
     SELECT count(p.user_id)::int AS owed, coalesce(sum(p.rakeback_krw), 0)::float8 AS "owedKrw",
            coalesce(sum(b.payments), 0)::int AS paid, coalesce(sum(b.krw), 0)::float8 AS "paidKrw",
            count(*) FILTER (WHERE b.payments IS DISTINCT FROM 1 OR b.krw IS DISTINCT FROM p.rakeback_krw)::int AS wrong
     FROM rakeback_payments p FULL JOIN booked b ON b.user_id = p.user_id
     WHERE p.week = $1 OR p.week IS NULL`,
    [week],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate has a row');
  return row;
}
