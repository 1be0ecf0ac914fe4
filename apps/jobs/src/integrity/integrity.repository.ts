import { Injectable } from '@nestjs/common';
import { Reads } from '@cardroom/database';
import type { PlayedHand, Suspicion } from '@cardroom/integrity';
import { HOLDS_RECORD, recordOf, type StoredRecord } from '@cardroom/packing';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import type { SessionRow } from './accesses.rules';

interface HandRow extends StoredRecord {
  readonly handId: string;
  readonly tableId: string;
  readonly endedAtMs: number;
  readonly seats: Readonly<Record<string, string>>;
}

export interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

const SINCE = 'to_timestamp($1::double precision / 1000)';
const UNTIL = 'to_timestamp($2::double precision / 1000)';

/** Stored hands and sessions to look at, and the cases that come of them. */
@Injectable()
export class IntegrityRepository {
  constructor(
    private readonly source: DataSource,
    private readonly reads: Reads,
  ) {}

  /** Settled hands that ended in a stretch of time, in that order, but those that have moved to the archive. */
  async hands({ fromMs, toMs }: Window): Promise<PlayedHand[]> {
    const rows = await this.reads.query<HandRow[]>(
      `SELECT h.id AS "handId", h.table_id AS "tableId", h.record, h.archive,
         (extract(epoch FROM h.ended_at) * 1000)::double precision AS "endedAtMs",
         (SELECT jsonb_object_agg(p.seat, p.user_id) FROM seats_of_hand(h.id) p) AS seats
       FROM hands h
       WHERE h.ended_at >= ${SINCE} AND h.ended_at < ${UNTIL} AND h.outcome = 'settled'
         AND ${HOLDS_RECORD}
       ORDER BY h.ended_at, h.id`,
      [fromMs, toMs],
    );
    return rows.map(({ handId, tableId, endedAtMs, seats, ...stored }) => {
      const { events, thoughtMs } = recordOf(stored);
      return {
        ...{ handId, tableId, endedAtMs, events },
        userOf: new Map(Object.entries(seats).map(([seat, userId]) => [Number(seat), userId])),
        ...(thoughtMs === undefined ? {} : { thoughtMs }),
      };
    });
  }

  /** Where players were signed in from in a stretch of time, each once. */
  async sessions({ fromMs, toMs }: Window): Promise<SessionRow[]> {
    return this.reads.query<SessionRow[]>(
      `SELECT DISTINCT s.user_id AS "userId", s.address, s.user_agent AS "userAgent"
       FROM auth_sessions s JOIN users u ON u.id = s.user_id AND u.role = 'player'
       WHERE s.last_used_at >= ${SINCE} AND s.created_at < ${UNTIL}`,
      [fromMs, toMs],
    );
  }

  /**
   * Notes what was seen: an open case is brought up to date. What staff have judged is left alone as
   * long as hands that they have judged are in the window. True where a case is new.
   */
  async note(suspicion: Suspicion, { fromMs, toMs }: Window): Promise<boolean> {
    const { kind, userIds, score, evidence, hands } = suspicion;
    const [userId, partnerId = null] = userIds;
    const rows = await this.source.query<{ fresh: boolean }[]>(
      `INSERT INTO integrity_cases AS c
         (window_from, window_to, id, kind, user_id, partner_id, score, evidence, hands)
       SELECT ${SINCE}, ${UNTIL}, $3::uuid, $4::text, $5::uuid, $6::uuid, $7::double precision,
         $8::jsonb, $9::jsonb
       WHERE NOT EXISTS (
         SELECT 1 FROM integrity_cases j
         WHERE j.kind = $4::text AND j.user_id = $5::uuid AND j.partner_id IS NOT DISTINCT FROM $6::uuid
           AND j.resolved_at > ${SINCE})
       ON CONFLICT (kind, user_id, coalesce(partner_id, user_id)) WHERE status = 'open'
       DO UPDATE SET score = excluded.score, evidence = excluded.evidence, hands = excluded.hands,
         window_from = excluded.window_from, window_to = excluded.window_to, last_seen_at = now()
       RETURNING xmax = 0 AS fresh`,
      [
        ...[fromMs, toMs, uuidv7(), kind, userId, partnerId, score],
        ...[JSON.stringify(evidence), JSON.stringify(hands)],
      ],
    );
    return rows[0]?.fresh === true;
  }

  async countOpen(): Promise<number> {
    const [row] = await this.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM integrity_cases WHERE status = 'open'`,
    );
    return row?.n ?? 0;
  }
}
