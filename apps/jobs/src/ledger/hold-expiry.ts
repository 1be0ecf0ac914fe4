import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { withTransaction } from '@cardroom/database';
import { Holds } from '@cardroom/ledger';
import { counter } from '@cardroom/platform';
import { DataSource } from 'typeorm';

const INTERVAL_MS = 60_000;
const BATCH = 100;
const ACTOR = 'hold-expiry';

const expired = counter(
  'holds_expired_total',
  'Holds that were given back when their time was over.',
);

/** Gives holds back whose time is over. Several processes do what one does: each hold ends once. */
@Injectable()
export class HoldExpiry {
  private readonly logger = new Logger(HoldExpiry.name);

  constructor(
    private readonly source: DataSource,
    private readonly holds: Holds,
  ) {}

  @Interval(INTERVAL_MS)
  async run(): Promise<void> {
    try {
      let count: number;
      do {
        const ids = await withTransaction(this.source, (manager) =>
          this.holds.expireDue(manager, ACTOR, BATCH),
        );
        count = ids.length;
        expired.inc(count);
      } while (count === BATCH);
    } catch (cause) {
      this.logger.warn({ err: cause }, 'holds that are over could not be given back');
    }
  }
}
