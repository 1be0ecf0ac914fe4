import { Injectable } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import type { HandEvent } from '@cardroom/engine';
import { DataSource, type EntityManager } from 'typeorm';

import { RakeDaysRepository } from '../rakeback/rake-days.repository';
import { handStatistics } from './hand-statistics.rules';

interface HandToCount {
  readonly archive: { readonly events: readonly HandEvent[] };
  readonly day: string;
  readonly seats: Readonly<Record<string, string>>;
}

/** Counts hands into the players' days, once a hand however often a job runs. */
@Injectable()
export class StatisticsRepository {
  constructor(
    private readonly source: DataSource,
    private readonly rakeDays: RakeDaysRepository,
  ) {}

  /** False where the hand was counted before. */
  async count(handId: string, outboxId: string): Promise<boolean> {
    return withTransaction(this.source, async (manager) => {
      const fresh = await manager.query<unknown[]>(
        `INSERT INTO processed_hands (hand_id) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1`,
        [handId],
      );
      if (fresh.length > 0) {
        await addHand(manager, handId);
        await this.rakeDays.countHand(manager, handId);
      }
      await manager.query('UPDATE outbox SET done_at = now() WHERE id = $1 AND done_at IS NULL', [
        outboxId,
      ]);
      return fresh.length > 0;
    });
  }
}

async function addHand(manager: EntityManager, handId: string): Promise<void> {
  const [hand] = await manager.query<HandToCount[]>(
    `SELECT h.archive, (h.ended_at AT TIME ZONE 'Asia/Seoul')::date::text AS day,
            (SELECT jsonb_object_agg(p.seat, p.user_id) FROM hand_players p WHERE p.hand_id = h.id) AS seats
     FROM hands h WHERE h.id = $1`,
    [handId],
  );
  if (hand === undefined) throw new Error(`Hand ${handId} is not in the database`);
  const players = handStatistics(hand.archive.events);
  const column = <T>(of: (player: (typeof players)[number]) => T): T[] => players.map(of);
  const asCount = (value: boolean): number => (value ? 1 : 0);
  // Rows of a day are locked in one order, so that two hands never wait for each other.
  await manager.query(
    `INSERT INTO player_day_stats AS s (user_id, day, hands, won_hands, vpip_hands, pfr_hands,
       showdown_hands, net_krw, put_in_krw)
     SELECT w.user_id, $1, 1, w.won, w.vpip, w.pfr, w.showdown, w.net_krw, w.put_in_krw
     FROM unnest($2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[], $7::bigint[], $8::bigint[])
       AS w (user_id, won, vpip, pfr, showdown, net_krw, put_in_krw)
     ORDER BY w.user_id
     ON CONFLICT (user_id, day) DO UPDATE SET hands = s.hands + 1,
       won_hands = s.won_hands + excluded.won_hands, vpip_hands = s.vpip_hands + excluded.vpip_hands,
       pfr_hands = s.pfr_hands + excluded.pfr_hands,
       showdown_hands = s.showdown_hands + excluded.showdown_hands,
       net_krw = s.net_krw + excluded.net_krw, put_in_krw = s.put_in_krw + excluded.put_in_krw`,
    [
      hand.day,
      column((player) => hand.seats[String(player.seat)]),
      column((player) => asCount(player.won)),
      column((player) => asCount(player.vpip)),
      column((player) => asCount(player.pfr)),
      column((player) => asCount(player.showdown)),
      column((player) => player.netKrw),
      column((player) => player.putInKrw),
    ],
  );
}
