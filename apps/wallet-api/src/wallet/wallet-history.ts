import { Injectable } from '@nestjs/common';
import { AuditProofs } from '@cardroom/audit';
import { Reads } from '@cardroom/database';
import { HistoryRepository, type HistoryFilter, type HistoryItem } from '@cardroom/ledger';

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
    private readonly reads: Reads,
    private readonly history: HistoryRepository,
    private readonly crypto: CryptoDetailsRepository,
    private readonly proofs: AuditProofs,
  ) {}

  /** Newest first; one row more than asked for, where there are more. */
  read(
    userId: string,
    { before, limit }: HistorySlice,
    filter: HistoryFilter,
  ): Promise<WalletHistoryItem[]> {
    return this.reads.run(async (manager) => {
      const rows = await this.history.list(manager, userId, before, limit, filter);
      const crypto = await this.crypto.of(manager, userId, rows);
      const ids = rows.map(({ transferId }) => transferId);
      const hashes = await this.proofs.leafHashes(manager, ids);
      return rows.map((row) => ({
        ...row,
        crypto: crypto.get(row.transferId) ?? null,
        integrityHash: hashes.get(row.transferId) ?? '',
      }));
    });
  }
}
