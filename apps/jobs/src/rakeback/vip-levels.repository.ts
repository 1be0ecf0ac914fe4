import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { currentRequestId, requestIdOf } from '@cardroom/platform';
import { VIP_TERMS, type VipLevel } from '@cardroom/vip';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { DayRange } from './rake-days.repository';
import type { Chunk } from './rakeback.steps';

export interface RankedChunk extends Chunk {
  readonly changed: number;
}

interface RankedRow {
  readonly userId: string;
  readonly before: VipLevel;
  readonly level: VipLevel;
}

/** The level of each player as of a day. Rule: docs/rules/vip.md §1. */
@Injectable()
export class VipLevelsRepository {
  constructor(private readonly source: DataSource) {}

  /** Ranks the next players by the running period; who is ranked for that day or later stays. */
  async rank(running: DayRange, after: string, limit: number): Promise<RankedChunk> {
    return withTransaction(this.source, async (manager) => {
      const [chunk] = await manager.query<(Chunk & { ranked: RankedRow[] | null })[]>(
        `WITH running AS (
           SELECT user_id, sum(rake_krw)::bigint AS running_krw FROM player_rake_days
           WHERE user_id > $1 AND day BETWEEN $2 AND $3 GROUP BY user_id ORDER BY user_id LIMIT $4),
         ranked AS (
           SELECT r.user_id, r.running_krw, coalesce(v.level, 'bronze') AS before, (
             SELECT level FROM unnest($5::text[], $6::bigint[]) AS l (level, from_krw)
             WHERE from_krw <= r.running_krw ORDER BY from_krw DESC LIMIT 1) AS level
           FROM running r LEFT JOIN vip_levels v ON v.user_id = r.user_id),
         stored AS (
           INSERT INTO vip_levels AS v (user_id, level, running_rake_krw, day, since_day)
           SELECT user_id, level, running_krw, $3, $3 FROM ranked ORDER BY user_id
           ON CONFLICT (user_id) DO UPDATE SET level = excluded.level, day = excluded.day,
             running_rake_krw = excluded.running_rake_krw,
             since_day = CASE WHEN v.level = excluded.level THEN v.since_day ELSE excluded.day END
             WHERE v.day < excluded.day
           RETURNING user_id)
         SELECT count(*) AS players, max(user_id::text) AS last,
           json_agg(json_build_object('userId', user_id, 'before', before, 'level', level))
             FILTER (WHERE before <> level AND user_id IN (SELECT user_id FROM stored)) AS ranked
         FROM ranked`,
        [
          ...[after, running.fromDay, running.toDay, limit],
          VIP_TERMS.map(({ level }) => level),
          VIP_TERMS.map(({ fromRakeKrw }) => fromRakeKrw),
        ],
      );
      const changed = chunk?.ranked ?? [];
      await tellChanged(
        manager,
        changed.map(({ userId }) => userId),
      );
      return { players: chunk?.players ?? 0, last: chunk?.last ?? null, changed: changed.length };
    });
  }

  /** Who paid no rake in the running period has the lowest level again. Returns how many fell. */
  async dropIdle(day: string): Promise<number> {
    return withTransaction(this.source, async (manager) => {
      const [fallen] = await manager.query<[{ userId: string }[], number]>(
        `UPDATE vip_levels SET level = 'bronze', running_rake_krw = 0, day = $1, since_day = $1
         WHERE day < $1 AND level <> 'bronze' RETURNING user_id AS "userId"`,
        [day],
      );
      await tellChanged(
        manager,
        fallen.map(({ userId }) => userId),
      );
      return fallen.length;
    });
  }
}

async function tellChanged(manager: EntityManager, userIds: readonly string[]): Promise<void> {
  if (userIds.length === 0) return;
  await manager.query(
    `INSERT INTO outbox (id, topic, payload, request_id)
     SELECT w.id, 'vip.level_changed', jsonb_build_object('userId', w.user_id), $3
     FROM unnest($1::uuid[], $2::uuid[]) AS w (id, user_id)`,
    [userIds.map(() => uuidv7()), userIds, requestIdOf(currentRequestId())],
  );
}
