import { Injectable } from '@nestjs/common';
import { Reads } from '@cardroom/database';
import { krw, type Krw } from '@cardroom/money';
import { RUNNING_DAYS, type VipLevel } from '@cardroom/vip';

/** What a player paid of the rake, as it stands now. */
export interface RakeNow {
  readonly runningRakeKrw: Krw;
  readonly weekRakeKrw: Krw;
}

/** A week of rakeback, as its player sees it. */
export interface RakebackWeek {
  readonly week: string;
  readonly rakeKrw: number;
  readonly level: VipLevel;
  readonly rakebackBp: number;
  readonly rakebackKrw: number;
  /** Null while it is on its way. */
  readonly paidAt: Date | null;
  readonly transferId: string | null;
}

export const WEEK_COLUMNS = `p.week, p.rake_krw AS "rakeKrw", p.level, p.rate_bp AS "rakebackBp",
  p.rakeback_krw AS "rakebackKrw", p.paid_at AS "paidAt", p.transfer_id AS "transferId"`;

/** Rake and rakeback of one player. Rule: docs/rules/vip.md. */
@Injectable()
export class VipRepository {
  constructor(private readonly reads: Reads) {}

  /** Counts from the day of Seoul in which a moment lies. */
  async rakeAt(userId: string, nowMs: number): Promise<RakeNow> {
    const [row] = await this.reads.query<{ running: number; week: number }[]>(
      `WITH today AS (
         SELECT (to_timestamp($2::float8 / 1000) AT TIME ZONE 'Asia/Seoul')::date AS day)
       SELECT coalesce(sum(r.rake_krw) FILTER (WHERE r.day > t.day - $3::int), 0)::bigint AS running,
              coalesce(sum(r.rake_krw) FILTER (WHERE r.day >= date_trunc('week', t.day)), 0)::bigint
                AS week
       FROM today t JOIN player_rake_days r
         ON r.user_id = $1 AND r.day <= t.day AND r.day > t.day - $3::int`,
      [userId, nowMs, RUNNING_DAYS],
    );
    return { runningRakeKrw: krw(row?.running ?? 0), weekRakeKrw: krw(row?.week ?? 0) };
  }

  /** Newest first; `before` is the last week of the page before. Reads one row too many. */
  async weeks(userId: string, before: string | null, limit: number): Promise<RakebackWeek[]> {
    return this.reads.query<RakebackWeek[]>(
      `SELECT ${WEEK_COLUMNS} FROM rakeback_payments p
       WHERE p.user_id = $1 AND ($2::text IS NULL OR p.week < $2) ORDER BY p.week DESC LIMIT $3`,
      [userId, before, limit + 1],
    );
  }
}
