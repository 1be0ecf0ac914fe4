import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { PlayCounters } from './statistics.rules';

/** Days of Seoul, `2026-11-21`; both included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export interface HouseDay {
  readonly day: string;
  readonly hands: number;
  readonly activePlayers: number;
  readonly potKrw: number;
  readonly rakeKrw: number;
  /** False while the day is not over and checked. */
  readonly isClosed: boolean;
}

export interface TablePlay {
  readonly tableId: string;
  readonly name: string;
  readonly hands: number;
  readonly playerHands: number;
  readonly potKrw: number;
  readonly rakeKrw: number;
}

const SUMS = (
  [
    ...['hands', 'won_hands', 'vpip_hands', 'pfr_hands', 'three_bet_chances', 'three_bet_hands'],
    ...['aggressive_actions', 'calls', 'showdown_hands', 'net_krw', 'put_in_krw', 'rake_krw'],
  ] as const
).map((column) => {
  const name = column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return `coalesce(sum(${column}), 0)::bigint AS "${name}"`;
});

/** Reads what jobs counts. */
@Injectable()
export class StatisticsRepository {
  constructor(private readonly source: DataSource) {}

  /** A player's counters of some days, added up; zeros where nothing was played. */
  async player(userId: string, { from, to }: DayRange): Promise<PlayCounters> {
    const [row] = await this.source.query<[PlayCounters]>(
      `SELECT ${SUMS.join(', ')} FROM player_day_stats WHERE user_id = $1 AND day BETWEEN $2 AND $3`,
      [userId, from, to],
    );
    return row;
  }

  /** The house's days on which a hand was played, newest first; those not closed yet as they stand. */
  days({ from, to }: DayRange): Promise<HouseDay[]> {
    return this.source.query(
      `WITH open AS (
         SELECT day, sum(hands)::bigint AS hands, sum(pot_krw)::bigint AS pot_krw,
                sum(rake_krw)::bigint AS rake_krw
         FROM table_day_stats t WHERE day BETWEEN $1 AND $2
           AND NOT EXISTS (SELECT 1 FROM house_day_stats h WHERE h.day = t.day)
         GROUP BY day)
       SELECT day::text, hands, active_players AS "activePlayers", pot_krw AS "potKrw",
              rake_krw AS "rakeKrw", true AS "isClosed"
       FROM house_day_stats WHERE day BETWEEN $1 AND $2
       UNION ALL
       SELECT day::text, hands, (SELECT count(*) FROM player_day_stats p WHERE p.day = open.day),
              pot_krw, rake_krw, false FROM open
       ORDER BY day DESC`,
      [from, to],
    );
  }

  /** Tables by their rake of some days, the highest first. */
  tables({ from, to }: DayRange, limit: number): Promise<TablePlay[]> {
    return this.source.query(
      `SELECT t.id AS "tableId", t.name, sum(s.hands)::bigint AS hands,
              sum(s.player_hands)::bigint AS "playerHands", sum(s.pot_krw)::bigint AS "potKrw",
              sum(s.rake_krw)::bigint AS "rakeKrw"
       FROM table_day_stats s JOIN tables t ON t.id = s.table_id
       WHERE s.day BETWEEN $1 AND $2 GROUP BY t.id
       ORDER BY sum(s.rake_krw) DESC, t.id LIMIT $3`,
      [from, to, limit],
    );
  }
}
