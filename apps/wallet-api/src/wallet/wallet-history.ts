import { Injectable } from '@nestjs/common';
import { AuditProofs } from '@cardroom/audit';
import { HistoryRepository, type HistoryFilter, type HistoryItem } from '@cardroom/ledger';
import { DataSource } from 'typeorm';

import { CryptoDetailsRepository, type CryptoDetails } from './crypto-details.repository';

/** A line of the history with the crypto behind it, and its leaf of the audit trail. */
export interface WalletHistoryItem extends HistoryItem {
  readonly crypto: CryptoDetails | null;
  readonly integrityHash: string;
}

/** Which page of a history: after which transfer, and how long. */
export interface HistorySlice {
  readonly before: string | null;
  readonly limit: number;
}

/** A player's history as it is shown: four statements a page, however long the page. */
@Injectable()
export class WalletHistory {
  constructor(
    private readonly source: DataSource,
    private readonly history: HistoryRepository,
    private readonly crypto: CryptoDetailsRepository,
    private readonly proofs: AuditProofs,
  ) {}

  /** Newest first; one row more than asked for, where there are more. */
  async read(
    userId: string,
    { before, limit }: HistorySlice,
    filter: HistoryFilter,
  ): Promise<WalletHistoryItem[]> {
    const rows = await this.history.list(userId, before, limit, filter);
    const crypto = await this.crypto.of(userId, rows);
    const hashes = await this.proofs.leafHashes(
      this.source.manager,
      rows.map(({ transferId }) => transferId),
    );
    return rows.map((row) => ({
      ...row,
      crypto: crypto.get(row.transferId) ?? null,
      integrityHash: hashes.get(row.transferId) ?? '',
    }));
  }
}
