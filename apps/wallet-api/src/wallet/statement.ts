import { Injectable } from '@nestjs/common';
import type { HistoryFilter } from '@cardroom/ledger';

import { CSV_MARK, csvLine, type CsvCell } from '../csv/csv';
import { WalletHistory, type WalletHistoryItem } from './wallet-history';

const PAGE_ROWS = 500;

const COLUMNS = [
  ...['time', 'type', 'amount_krw', 'balance_after_krw', 'asset', 'network', 'units', 'txid'],
  ...['address', 'rate_krw', 'rate_units', 'transfer_id', 'integrity_hash'],
];

const cellsOf = ({ crypto, ...item }: WalletHistoryItem): CsvCell[] => [
  ...[item.createdAt, item.type, item.amountKrw, item.balanceAfterKrw],
  ...[crypto?.asset ?? null, crypto?.network ?? null, crypto?.units ?? null],
  ...[crypto?.txid ?? null, crypto?.address ?? null],
  ...[crypto?.quote?.numeratorKrw ?? null, crypto?.quote?.denominatorUnits ?? null],
  ...[item.transferId, item.integrityHash],
];

/** A player's history as CSV, read page by page while it is sent: no statement fills the memory. */
@Injectable()
export class Statement {
  constructor(private readonly history: WalletHistory) {}

  async *lines(userId: string, filter: HistoryFilter): AsyncGenerator<string> {
    yield CSV_MARK + csvLine(COLUMNS);
    for (let before: string | null = null; ;) {
      const rows = await this.history.read(userId, { before, limit: PAGE_ROWS }, filter);
      const page = rows.slice(0, PAGE_ROWS);
      if (page.length > 0) yield page.map((item) => csvLine(cellsOf(item))).join('');
      if (rows.length <= PAGE_ROWS) return;
      before = page.at(-1)?.transferId ?? null;
    }
  }
}
