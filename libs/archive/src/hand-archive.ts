import { Inject, Injectable, Logger } from '@nestjs/common';
import { HandCopies } from '@cardroom/cache';
import { BusinessError, counter, histogram } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import type { ColdStore } from './cold-store';
import { digestOf, unpackHand, type HandRecordJson } from '@cardroom/packing';
import { COLD_STORE } from './tokens';

const reads = counter('hand_archive_reads_total', 'Archived hands that were read, by tier.', [
  'tier',
]);
const duration = histogram('hand_archive_read_seconds', 'Time to find an archived hand.', ['tier']);

export const ARCHIVE_TIERS = ['redis', 'postgresql', 'cold'] as const;
export type ArchiveTier = (typeof ARCHIVE_TIERS)[number];

export interface FoundHand {
  readonly tier: ArchiveTier;
  readonly record: HandRecordJson;
}

interface ArchivedRow {
  readonly sha256: Buffer;
  readonly packed: Buffer | null;
  readonly coldObject: string | null;
  readonly coldOffset: number | null;
  readonly coldBytes: number | null;
}

/** Finds the record of a hand whose JSON has left PostgreSQL, wherever it is. */
@Injectable()
export class HandArchive {
  private readonly logger = new Logger(HandArchive.name);

  constructor(
    private readonly source: DataSource,
    private readonly copies: HandCopies,
    @Inject(COLD_STORE) private readonly cold: ColdStore,
  ) {}

  /**
   * Null where no such hand was archived. What is found is compared with the digest that PostgreSQL
   * keeps; a copy that differs is passed over.
   *
   * Errors: SERVICE_UNAVAILABLE where the only copies cannot be read now.
   */
  async find(handId: string): Promise<FoundHand | null> {
    const end = duration.startTimer();
    const [row] = await this.source.query<ArchivedRow[]>(
      `SELECT a.sha256, c.packed, a.cold_object AS "coldObject", a.cold_offset AS "coldOffset",
              a.cold_bytes AS "coldBytes"
       FROM hand_archives a LEFT JOIN hand_copies c ON c.hand_id = a.hand_id AND c.day = a.day
       WHERE a.hand_id = $1`,
      [handId],
    );
    if (row === undefined) return null;
    for (const tier of ARCHIVE_TIERS) {
      const packed = await this.read(tier, handId, row);
      if (packed === null || !digestOf(packed).equals(row.sha256)) continue;
      reads.inc({ tier });
      end({ tier });
      return { tier, record: unpackHand(packed) };
    }
    throw new BusinessError('SERVICE_UNAVAILABLE');
  }

  private async read(tier: ArchiveTier, handId: string, row: ArchivedRow): Promise<Buffer | null> {
    switch (tier) {
      case 'redis':
        return this.copies.get(handId);
      case 'postgresql':
        return row.packed;
      case 'cold':
        return this.readCold(row);
    }
  }

  private async readCold({
    coldObject,
    coldOffset,
    coldBytes,
  }: ArchivedRow): Promise<Buffer | null> {
    if (coldObject === null || coldOffset === null || coldBytes === null) return null;
    try {
      return await this.cold.read(coldObject, { offset: coldOffset, bytes: coldBytes });
    } catch (cause) {
      this.logger.error({ coldObject, err: cause }, 'cold storage cannot be read');
      return null;
    }
  }
}
