import { Injectable } from '@nestjs/common';
import { Reads } from '@cardroom/database';

import { WEEK_COLUMNS, type RakebackWeek } from '../vip/vip.repository';

/** One week of rakeback, over all players. */
export interface RakebackRun {
  readonly week: string;
  readonly closedAt: Date;
  /** Null while what is owed is being worked out. */
  readonly owedAt: Date | null;
  readonly paidAt: Date | null;
  readonly players: number;
  readonly rakebackKrw: number;
  readonly unpaid: number;
  /** Tries of the job, and what ended the last one. */
  readonly attempts: number | null;
  readonly lastError: string | null;
}

export interface RakebackPayment extends RakebackWeek {
  readonly userId: string;
  readonly nickname: string;
}

/** Runs of rakeback and their payments, for staff. */
@Injectable()
export class RakebackRunsRepository {
  constructor(private readonly reads: Reads) {}

  /** Newest first; reads one row too many. */
  async runs(before: string | null, limit: number): Promise<RakebackRun[]> {
    return this.reads.query<RakebackRun[]>(
      `SELECT w.week, w.closed_at AS "closedAt", w.owed_at AS "owedAt", w.paid_at AS "paidAt",
              w.players, w.rakeback_krw AS "rakebackKrw", (
                SELECT count(*) FROM rakeback_payments p
                WHERE p.week = w.week AND p.paid_at IS NULL) AS unpaid,
              j.attempts, j.last_error AS "lastError"
       FROM rakeback_weeks w
       LEFT JOIN job_runs j ON j.job = 'weekly-rakeback' AND j.period = w.week
       WHERE $1::text IS NULL OR w.week < $1 ORDER BY w.week DESC LIMIT $2`,
      [before, limit + 1],
    );
  }

  /** Payments of a week in the order of the players' ids; reads one row too many. */
  async payments(week: string, after: string | null, limit: number): Promise<RakebackPayment[]> {
    return this.reads.query<RakebackPayment[]>(
      `SELECT ${WEEK_COLUMNS}, p.user_id AS "userId", u.nickname
       FROM rakeback_payments p JOIN users u ON u.id = p.user_id
       WHERE p.week = $1 AND ($2::uuid IS NULL OR p.user_id > $2) ORDER BY p.user_id LIMIT $3`,
      [week, after, limit + 1],
    );
  }
}
