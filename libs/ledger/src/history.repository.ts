import { Injectable } from '@nestjs/common';
import { krw } from '@cardroom/money';
import type { EntityManager } from 'typeorm';

import type { HistoryItem, HistoryType, TransferType } from './transfer-types';

interface HistoryRow {
  readonly transfer_id: string;
  readonly type: TransferType;
  readonly amount_krw: number;
  readonly balance_after_krw: number;
  readonly created_at: Date;
  readonly memo: Readonly<Record<string, unknown>> | null;
}

/** Which rows of a history; what is left out does not matter. */
export interface HistoryFilter {
  readonly types?: readonly HistoryType[] | undefined;
  /** From this moment on. */
  readonly from?: Date | undefined;
  /** Before this moment. */
  readonly to?: Date | undefined;
}

const historyType = (type: TransferType, amountKrw: number): HistoryType => {
  if (type !== 'hand') return type;
  return amountKrw > 0 ? 'win' : 'lose';
};

/** The transfer of a hand does not say again what the hand says. */
const HAND = `
  SELECT jsonb_build_object('handId', h.id, 'tableId', h.table_id, 'handNo', h.hand_no)
  FROM hands h WHERE h.id = t.business_key::uuid`;

const BEFORE = `coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`;
const FROM = `coalesce($5::timestamptz, '-infinity')`;
const TO = `coalesce($6::timestamptz, 'infinity')`;
const wants = (type: 'win' | 'lose'): string => `($4::text[] IS NULL OR '${type}' = ANY($4))`;

/**
 * One row a transfer that carries the player: the wallet's side of it where it has one, else that of
 * what is held, else of a debt; of a hand of before the side of the chips at the table. Entry by entry
 * until the page is full: a join of all entries with all accounts would seem as good where they are few.
 */
const OF_WALLET = `
  SELECT DISTINCT ON (e.transfer_id) e.transfer_id, e.amount_krw, e.balance_after_krw
  FROM ledger_entries e
  CROSS JOIN LATERAL (SELECT kind FROM ledger_accounts WHERE id = e.account_id LIMIT 1) a
  CROSS JOIN LATERAL (
    SELECT type, created_at FROM ledger_transfers WHERE id = e.transfer_id LIMIT 1) t
  WHERE e.user_id = $1 AND e.transfer_id < ${BEFORE}
    AND (t.type = 'hand') = (a.kind = 'in_play')
    AND ($4::text[] IS NULL OR t.type = ANY($4)
      OR (t.type = 'hand' AND CASE WHEN e.amount_krw > 0 THEN 'win' ELSE 'lose' END = ANY($4)))
    AND t.created_at >= ${FROM} AND t.created_at < ${TO}
  ORDER BY e.transfer_id DESC, array_position(ARRAY['available', 'withdrawal_hold', 'debt'], a.kind)
  LIMIT $3`;

/** Hands of now carry the seat session alone. Those that would stand below a full page are not looked for. */
const OF_HANDS = `
  SELECT w.transfer_id, w.amount_krw, w.balance_after_krw
  FROM hands_won_and_lost($1, ${BEFORE},
    (SELECT f.transfer_id FROM wallet f ORDER BY f.transfer_id DESC OFFSET $3 - 1 LIMIT 1),
    ${FROM}, ${TO}, ${wants('win')}, ${wants('lose')}, $3::int) w`;

const LIST = `
  WITH wallet AS MATERIALIZED (${OF_WALLET})
  SELECT l.transfer_id, t.type, l.amount_krw, l.balance_after_krw, t.created_at,
         CASE WHEN t.type = 'hand' AND t.memo = '{}' THEN (${HAND}) ELSE t.memo END AS memo
  FROM (SELECT * FROM wallet UNION ALL (${OF_HANDS}) ORDER BY transfer_id DESC LIMIT $3) l
  JOIN ledger_transfers t ON t.id = l.transfer_id
  ORDER BY l.transfer_id DESC`;

/**
 * A player's history: wallet movements, and hands as they were won or lost at the table.
 *
 * It is in the order of ids, which are made when something begins: a hand stands where its root was
 * announced, though it is posted at its end, and what a player did with his wallet meanwhile stands above it.
 */
@Injectable()
export class HistoryRepository {
  /** Newest first; `before` is the last transfer of the page before. Reads one row too many. */
  async list(
    manager: EntityManager,
    userId: string,
    before: string | null,
    limit: number,
    { types, from, to }: HistoryFilter = {},
  ): Promise<HistoryItem[]> {
    const rows = await manager.query<HistoryRow[]>(LIST, [
      ...[userId, before, limit + 1, types ?? null, from ?? null, to ?? null],
    ]);
    return rows.map((row) => ({
      transferId: row.transfer_id,
      type: historyType(row.type, row.amount_krw),
      amountKrw: krw(row.amount_krw),
      balanceAfterKrw: krw(row.balance_after_krw),
      createdAt: row.created_at.toISOString(),
      details: row.memo ?? {},
    }));
  }
}
