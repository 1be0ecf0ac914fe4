import { replay } from '@cardroom/engine';
import { HOLDS_RECORD, recordOf, type StoredRecord } from '@cardroom/packing';

import { MAX_FINDINGS, sqlCheck, type Check } from './check';

const ends = sqlCheck({
  invariant: 'I4',
  rule: 'each hand ends once; won + rake = put in, and a void hand moves nothing',
  noun: 'hands',
  count: 'SELECT count(*) FROM hands',
  broken: `
    SELECT 'hand ' || h.id FROM hands h LEFT JOIN hand_seats p ON p.hand_id = h.id
    GROUP BY h.id, h.rake_krw, h.pot_krw, h.outcome, h.player_count
    HAVING coalesce(sum(p.net_krw), 0) + h.rake_krw <> 0
      OR coalesce(sum(p.put_in_krw), 0) <> h.pot_krw
      OR count(p.seat) <> h.player_count
      OR (h.outcome = 'voided' AND bool_or(p.net_krw <> 0))`,
});

const transfers = sqlCheck({
  invariant: 'I4',
  rule: 'the books have moved what each hand says, to what it says that each seat has then',
  noun: 'transfers of hands',
  count: `SELECT count(*) FROM ledger_transfers WHERE type = 'hand'`,
  broken: `
    SELECT 'hand ' || h.id || ' seat ' || p.seat FROM hands h JOIN hand_seats p ON p.hand_id = h.id
    LEFT JOIN ledger_account_owners o ON o.kind = 'in_play' AND o.owner_key = p.seat_session_id::text
    LEFT JOIN ledger_entries e ON e.transfer_id = h.transfer_id AND e.account_id = o.account_id
    WHERE p.net_krw <> coalesce(e.amount_krw, 0) OR p.end_stack_krw <> e.balance_after_krw
    UNION ALL
    SELECT 'transfer ' || t.id FROM ledger_transfers t
    WHERE t.type = 'hand' AND NOT EXISTS (SELECT 1 FROM hands h WHERE h.transfer_id = t.id)`,
});

const tokens = sqlCheck({
  invariant: 'I6',
  rule: 'the fencing tokens of a table never fall from hand to hand',
  noun: 'tables with hands',
  count: 'SELECT count(DISTINCT table_id) FROM hands',
  broken: `
    SELECT 'hand ' || id FROM (
      SELECT id, fencing_token, max(fencing_token) OVER (
        PARTITION BY table_id ORDER BY recorded_at, hand_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
      FROM hands) s
    WHERE fencing_token < before`,
});

interface StoredHand extends StoredRecord {
  readonly id: string;
  readonly outcome: 'settled' | 'voided';
  readonly ends: Readonly<Record<string, number>>;
}

/** How many of the newest hands are replayed. */
const REPLAYED_HANDS = 5_000;

function replayFinding(hand: StoredHand): string | null {
  try {
    const state = replay(recordOf(hand).events);
    const isSame =
      state.outcome === hand.outcome &&
      state.seats.every(({ seat, stackKrw }) => hand.ends[String(seat)] === stackKrw);
    return isSame ? null : `hand ${hand.id}: its events end in other stacks`;
  } catch (cause) {
    return `hand ${hand.id}: ${cause instanceof Error ? cause.message : 'does not replay'}`;
  }
}

const replays: Check = {
  invariant: 'I7',
  rule: 'replaying a hand gives its stored end',
  run: async ({ manager }) => {
    const hands = await manager.query<StoredHand[]>(
      `SELECT h.id, h.outcome, h.record, h.archive,
              (SELECT jsonb_object_agg(p.seat, p.end_stack_krw) FROM seats_of_hand(h.id) p) AS ends
       FROM hands h WHERE ${HOLDS_RECORD} ORDER BY h.id DESC LIMIT ${REPLAYED_HANDS}`,
    );
    const findings = hands.flatMap((hand) => replayFinding(hand) ?? []);
    return { looked: `${hands.length} hands replayed`, findings: findings.slice(0, MAX_FINDINGS) };
  },
};

const rakes = sqlCheck({
  invariant: 'I4',
  rule: 'the rake of a hand is what its players have paid of it',
  noun: 'raked hands',
  count: 'SELECT count(*) FROM hands WHERE rake_krw > 0',
  broken: `
    SELECT 'hand ' || h.id FROM hands h LEFT JOIN hand_seats p ON p.hand_id = h.id
    GROUP BY h.id, h.rake_krw HAVING coalesce(sum(p.rake_krw), 0) <> h.rake_krw`,
});

export const HAND_CHECKS: readonly Check[] = [ends, transfers, rakes, tokens, replays];
