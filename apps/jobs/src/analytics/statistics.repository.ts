import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { isMoved, recordOf, type StoredRecord } from '@cardroom/packing';
import { DataSource, type EntityManager } from 'typeorm';

import { RakeDaysRepository } from '../rakeback/rake-days.repository';
import type { Period } from '../schedule/periods.rules';
import {
  countHands,
  PLAYER_COUNTERS,
  TABLE_COUNTERS,
  together,
  type Counted,
  type CountedHands,
  type HandToCount,
} from './hand-statistics.rules';

/** Held shared by who counts a hand and alone by who counts a day anew. */
const DAY_LOCK = 7_262_020;

const HANDS_PER_CHUNK = 500;

const HAND = `SELECT h.id AS "handId", h.table_id AS "tableId", h.pot_krw AS "potKrw",
    h.rake_krw AS "rakeKrw", h.record, h.archive,
    (h.ended_at AT TIME ZONE 'Asia/Seoul')::date::text AS day,
    (SELECT jsonb_agg(jsonb_build_object(
       'seat', p.seat, 'userId', p.user_id, 'rakeKrw', p.rake_krw))
     FROM seats_of_hand(h.id) p) AS seats
  FROM hands h`;

type StoredHand = Omit<HandToCount, 'events'> & StoredRecord;

const toCount = (hand: StoredHand): HandToCount => ({ ...hand, events: recordOf(hand).events });

const IN_PERIOD = `h.ended_at >= to_timestamp($1::float8 / 1000)
  AND h.ended_at < to_timestamp($2::float8 / 1000)`;

/** What a day should add up to by its hands, and what its statistics add up to. */
export interface DayCheck {
  readonly hands: number;
  readonly agrees: boolean;
}

/** Counts hands into days of players and tables, each hand once however often its job runs. */
@Injectable()
export class StatisticsRepository {
  constructor(
    private readonly source: DataSource,
    private readonly rakeDays: RakeDaysRepository,
  ) {}

  /** False where the hand was counted before. */
  async count(handId: string, outboxId: string): Promise<boolean> {
    return withTransaction(this.source, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [DAY_LOCK]);
      const fresh = await manager.query<unknown[]>(
        `INSERT INTO processed_hands (hand_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1`,
        [handId],
      );
      if (fresh.length > 0) {
        const [hand] = await manager.query<StoredHand[]>(`${HAND} WHERE h.id = $1`, [handId]);
        if (hand === undefined) throw new Error(`Hand ${handId} is not in the database`);
        await add(manager, countHands([toCount(hand)]));
        await this.rakeDays.countHand(manager, handId);
      }
      await manager.query('UPDATE outbox SET done_at = now() WHERE id = $1 AND done_at IS NULL', [
        outboxId,
      ]);
      return fresh.length > 0;
    });
  }

  /** Whether what is counted for a day is what its hands say, by sums that each player's hands give. */
  async check({ name, fromMs, toMs }: Period): Promise<DayCheck> {
    const [row] = await this.source.query<{ hands: number; agrees: boolean }[]>(
      `WITH played AS (
         SELECT count(DISTINCT h.id) AS hands, count(*) AS lines, coalesce(sum(p.net_krw), 0) AS net,
                coalesce(sum(p.put_in_krw), 0) AS put_in, coalesce(sum(p.rake_krw), 0) AS rake
         FROM hands h CROSS JOIN LATERAL seats_of_hand(h.id) p
         WHERE h.outcome = 'settled' AND ${IN_PERIOD}),
       counted AS (
         SELECT coalesce(sum(hands), 0) AS lines, coalesce(sum(net_krw), 0) AS net,
                coalesce(sum(put_in_krw), 0) AS put_in, coalesce(sum(rake_krw), 0) AS rake
         FROM player_day_stats WHERE day = $3::date),
       tables AS (SELECT coalesce(sum(hands), 0) AS hands FROM table_day_stats WHERE day = $3::date)
       SELECT p.hands, (p.lines, p.net, p.put_in, p.rake, p.hands)
         = (c.lines, c.net, c.put_in, c.rake, t.hands) AS agrees
       FROM played p, counted c, tables t`,
      [fromMs, toMs, name],
    );
    return { hands: row?.hands ?? 0, agrees: row?.agrees ?? false };
  }

  /**
   * Counts a day anew from its hands, in one transaction: readers see the old day or the new one.
   * Hands that are counted meanwhile wait. Errors: throws where a hand's record has left PostgreSQL.
   */
  async rebuild(
    { name, fromMs, toMs }: Period,
    { signal, progress }: DayWork,
  ): Promise<{ readonly hands: number }> {
    return withTransaction(this.source, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [DAY_LOCK]);
      await manager.query('DELETE FROM player_day_stats WHERE day = $1', [name]);
      await manager.query('DELETE FROM table_day_stats WHERE day = $1', [name]);
      const total = await countOf(manager, fromMs, toMs);
      let counted = countHands([]);
      let [hands, after] = [0, '00000000-0000-0000-0000-000000000000'];
      for (;;) {
        signal.throwIfAborted();
        const chunk = await manager.query<StoredHand[]>(
          `${HAND} WHERE h.outcome = 'settled' AND ${IN_PERIOD} AND h.id > $3
           ORDER BY h.id LIMIT $4`,
          [fromMs, toMs, after, HANDS_PER_CHUNK],
        );
        const last = chunk.at(-1);
        if (last === undefined) break;
        if (chunk.some(isMoved)) {
          throw new Error(`Hands of ${name} have left PostgreSQL: the day stays as it was counted`);
        }
        counted = together(counted, countHands(chunk.map(toCount)));
        await manager.query(
          'INSERT INTO processed_hands (hand_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
          [chunk.map(({ handId }) => handId)],
        );
        [hands, after] = [hands + chunk.length, last.handId];
        progress(hands, total);
      }
      await add(manager, counted);
      return { hands };
    });
  }

  /** Writes down what the house's day came to, from what is counted for it. */
  async closeDay({ name }: Period): Promise<void> {
    await this.source.query(
      `INSERT INTO house_day_stats AS s (day, hands, active_players, pot_krw, rake_krw)
       SELECT $1::date, coalesce(sum(hands), 0), (
         SELECT count(*) FROM player_day_stats WHERE day = $1::date AND hands > 0),
         coalesce(sum(pot_krw), 0), coalesce(sum(rake_krw), 0)
       FROM table_day_stats WHERE day = $1::date
       ON CONFLICT (day) DO UPDATE SET hands = excluded.hands, pot_krw = excluded.pot_krw,
         active_players = excluded.active_players, rake_krw = excluded.rake_krw, counted_at = now()`,
      [name],
    );
  }
}

/** How a day's work is told to stop, and tells how far it is. */
export interface DayWork {
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

async function countOf(manager: EntityManager, fromMs: number, toMs: number): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*) AS count FROM hands h WHERE h.outcome = 'settled' AND ${IN_PERIOD}`,
    [fromMs, toMs],
  );
  return row?.count ?? 0;
}

async function add(manager: EntityManager, { players, tables }: CountedHands): Promise<void> {
  await addTo(manager, { table: 'player_day_stats', key: 'user_id' }, PLAYER_COUNTERS, players);
  await addTo(manager, { table: 'table_day_stats', key: 'table_id' }, TABLE_COUNTERS, tables);
}

/** Rows are locked in the order of the lines, so that two that count never wait for each other. */
async function addTo<Counter extends string>(
  manager: EntityManager,
  { table, key }: { readonly table: string; readonly key: string },
  counters: readonly Counter[],
  lines: readonly Counted<Counter>[],
): Promise<void> {
  if (lines.length === 0) return;
  const arrays = counters.map((_, at) => `$${at + 3}::bigint[]`).join(', ');
  await manager.query(
    `INSERT INTO ${table} AS s (${key}, day, ${counters.join(', ')})
     SELECT * FROM unnest($1::uuid[], $2::date[], ${arrays})
     ON CONFLICT (${key}, day) DO UPDATE SET
       ${counters.map((name) => `${name} = s.${name} + excluded.${name}`).join(', ')}`,
    [
      lines.map(({ id }) => id),
      lines.map(({ day }) => day),
      ...counters.map((name) => lines.map((line) => line.counters[name])),
    ],
  );
}
