import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { gauge } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import { ReconciliationRepository } from './reconciliation.repository';

const LOOK_INTERVAL_MS = 60_000;

const open = gauge('reconciliation_open_findings', 'Differences that nobody has explained yet.');

/**
 * Says how many differences are open, in every process and from its start: the process that found
 * them may be gone, and staff explain them in another one.
 */
@Injectable()
export class OpenFindingsWatch implements OnApplicationBootstrap {
  private readonly logger = new Logger(OpenFindingsWatch.name);

  constructor(
    private readonly source: DataSource,
    private readonly books: ReconciliationRepository,
  ) {}

  onApplicationBootstrap(): Promise<void> {
    return this.look();
  }

  @Interval(LOOK_INTERVAL_MS)
  async look(): Promise<void> {
    try {
      open.set(await this.books.countOpen(this.source.manager));
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the open differences could not be counted');
    }
  }
}
