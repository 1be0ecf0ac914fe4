import { Injectable } from '@nestjs/common';
import { krw } from '@cardroom/money';
import { DataSource } from 'typeorm';

import type { HistoryItem, HistoryType, TransferType } from './transfer-types';

interface HistoryRow {
  readonly transfer_id: string;
  readonly type: TransferType;
  readonly amount_krw: number;
  readonly balance_after_krw: number;
  readonly created_at: Date;
  readonly memo: Readonly<Record<string, unknown>>;
}

const historyType = (type: TransferType, amountKrw: number): HistoryType => {
  if (type !== 'hand') return type;
  return amountKrw > 0 ? 'win' : 'lose';
};

/** A player's history: wallet movements, and hands as they were won or lost at the table. */
@Injectable()
export class HistoryRepository {
  constructor(private readonly source: DataSource) {}

  /** Newest first; `before` is the last transfer of the page before. Reads one row too many. */
  async list(userId: string, before: string | null, limit: number): Promise<HistoryItem[]> {
    const rows = await this.source.query<HistoryRow[]>(
      `SELECT e.transfer_id, t.type, e.amount_krw, e.balance_after_krw, t.created_at, t.memo
       FROM ledger_entries e
       JOIN ledger_accounts a ON a.id = e.account_id
       JOIN ledger_transfers t ON t.id = e.transfer_id
       WHERE e.user_id = $1 AND e.transfer_id < coalesce($2::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
         AND (t.type = 'hand') = (a.kind = 'in_play')
         AND NOT (t.type IN ('hold', 'release') AND a.kind = 'withdrawal_hold')
       ORDER BY e.transfer_id DESC LIMIT $3`,
      [userId, before, limit + 1],
    );
    return rows.map((row) => ({
      transferId: row.transfer_id,
      type: historyType(row.type, row.amount_krw),
      amountKrw: krw(row.amount_krw),
      balanceAfterKrw: krw(row.balance_after_krw),
      createdAt: row.created_at.toISOString(),
      details: row.memo,
    }));
  }
}
