import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { DataSource, type EntityManager } from 'typeorm';

/**
 * Held shared by who counts hands and alone by who closes a week: whether the week of a hand is
 * still open must not change while it is counted.
 */
const WEEKS_LOCK = 7_262_019;

/** Days of Seoul, `2026-11-21`; the last one included. */
export interface DayRange {
  readonly fromDay: string;
  readonly toDay: string;
}

/**
 * Counts hands that are not counted yet. A hand belongs to the day on which it ended or, where its
 * week is closed, to the first day that is open. Rows are written in one order: two that count never
 * wait for each other in a circle.
 */
const UNCOUNTED = `h.rake_krw > 0
      AND NOT EXISTS (SELECT 1 FROM rake_hands r WHERE r.hand_id = h.id)`;
const IN_TIME = `h.ended_at >= to_timestamp($1::float8 / 1000)
      AND h.ended_at < to_timestamp($2::float8 / 1000)`;

const countOf = (which: string): string => `
  WITH open AS (SELECT coalesce(max(from_day) + 7, '-infinity') AS day FROM rakeback_weeks),
  fresh AS (
    INSERT INTO rake_hands (hand_id, day)
    SELECT h.id, greatest((h.ended_at AT TIME ZONE 'Asia/Seoul')::date, open.day)
    FROM hands h, open
    WHERE ${UNCOUNTED} AND ${which}
    ORDER BY h.id
    ON CONFLICT DO NOTHING RETURNING hand_id, day),
  counted AS (
    INSERT INTO player_rake_days AS d (user_id, day, hands, rake_krw)
    SELECT p.user_id, f.day, count(*), sum(p.rake_krw)
    FROM fresh f CROSS JOIN LATERAL seats_of_hand(f.hand_id) p WHERE p.rake_krw > 0
    GROUP BY p.user_id, f.day ORDER BY p.user_id, f.day
    ON CONFLICT (user_id, day) DO UPDATE SET hands = d.hands + excluded.hands,
      rake_krw = d.rake_krw + excluded.rake_krw
    RETURNING 1)
  SELECT count(*) AS hands FROM fresh`;

const BY_ID = countOf('h.id = $1');
const BY_TIME = countOf(IN_TIME);

/** What each player paid of the rake, by day of Seoul. Rule: docs/rules/vip.md §2.1. */
@Injectable()
export class RakeDaysRepository {
  constructor(private readonly source: DataSource) {}

  /** Counts one hand, in the transaction that counts its other statistics; once. */
  async countHand(manager: EntityManager, handId: string): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [WEEKS_LOCK]);
    await manager.query(BY_ID, [handId]);
  }

  /** Counts the hands that ended in a stretch of time and were not counted. Returns how many. */
  async countEnded(fromMs: number, toMs: number): Promise<number> {
    return withTransaction(this.source, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [WEEKS_LOCK]);
      const [row] = await manager.query<{ hands: number }[]>(BY_TIME, [fromMs, toMs]);
      return row?.hands ?? 0;
    });
  }

  /** How many hands that ended in a stretch of time are not counted. */
  async uncounted(fromMs: number, toMs: number): Promise<number> {
    const [row] = await this.source.query<{ hands: number }[]>(
      `SELECT count(*) AS hands FROM hands h WHERE ${UNCOUNTED} AND ${IN_TIME}`,
      [fromMs, toMs],
    );
    return row?.hands ?? 0;
  }

  /** Closes a week: from now on nothing is counted into it. Does nothing where it is closed. */
  async closeWeek(week: string, fromDay: string): Promise<void> {
    await withTransaction(this.source, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [WEEKS_LOCK]);
      await manager.query(
        `INSERT INTO rakeback_weeks (week, from_day) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [week, fromDay],
      );
    });
  }

  /** Forgets which hands were counted for days so long past that none of them comes again. */
  async forgetHandsBefore(day: string): Promise<void> {
    await this.source.query('DELETE FROM rake_hands WHERE day < $1', [day]);
  }
}
