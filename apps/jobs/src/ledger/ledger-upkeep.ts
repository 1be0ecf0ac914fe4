import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { IdempotentOperations, Ledger } from '@cardroom/ledger';
import { DataSource } from 'typeorm';

const INTERVAL_MS = 10 * 60_000;
const KEYS_KEPT_DAYS = 30;
const KEYS_AT_ONCE = 10_000;

/**
 * Keeps the ledger quick: adds up what house accounts got, and forgets answers that nobody asks for
 * any more. Run by several processes at once it does what one does.
 */
@Injectable()
export class LedgerUpkeep {
  private readonly logger = new Logger(LedgerUpkeep.name);

  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly operations: IdempotentOperations,
  ) {}

  @Interval(INTERVAL_MS)
  async run(): Promise<void> {
    try {
      const accounts = await this.ledger.rollUp(this.source.manager);
      const keys = await this.operations.prune(this.source.manager, KEYS_KEPT_DAYS, KEYS_AT_ONCE);
      this.logger.log({ accounts, keys }, 'house accounts added up, old answers forgotten');
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the ledger could not be kept up');
    }
  }
}
