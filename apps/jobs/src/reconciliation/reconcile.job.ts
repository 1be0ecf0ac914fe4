import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { withTransaction } from '@cardroom/database';
import { APP_CONFIG } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import type { JobsConfig } from '../config/jobs.config';
import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { GatewayHoldingsClient } from './gateway-holdings.client';
import { OpenFindingsWatch } from './open-findings.watch';
import { ReconciliationRepository } from './reconciliation.repository';
import { gatewayDifferences, type UnitsOfAssets } from './reconciliation.rules';
import { SolvencyGuard } from './solvency.guard';

const DELAY_MS = 60_000;

/** Compares the books with the gateway, the seats, the rake and the holds, once an hour. */
@Injectable()
export class ReconcileJob implements ScheduledJob, OnModuleInit {
  readonly name = 'reconcile';
  readonly summary = 'compares the books with gateway, seats, rake and holds; guards solvency';
  readonly schedule = { every: 'hour', delayMs: DELAY_MS } as const;
  private readonly logger = new Logger(ReconcileJob.name);

  constructor(
    private readonly source: DataSource,
    private readonly jobs: ScheduledJobs,
    private readonly gateway: GatewayHoldingsClient,
    private readonly books: ReconciliationRepository,
    private readonly guard: SolvencyGuard,
    private readonly watch: OpenFindingsWatch,
    @Inject(APP_CONFIG) private readonly config: JobsConfig,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run({ dryRun }: JobRun): Promise<JobReport> {
    const { manager } = this.source;
    // Asked first: what comes in meanwhile makes the books say less than the gateway holds.
    const expected = await this.books.unitsAtGateway(manager);
    const held = await this.gateway.held();
    const differences = [
      ...(await this.books.differences(manager)),
      ...(held === null ? [] : gatewayDifferences(expected, held)),
    ];
    const isStopped = await this.guardSolvency(held, dryRun);
    if (dryRun) return { differences: differences.length, new: 0, stopped: 0 };
    let fresh = 0;
    await withTransaction(this.source, async (transaction) => {
      fresh = 0;
      for (const difference of differences) {
        if (!(await this.books.note(transaction, difference))) continue;
        fresh += 1;
        this.logger.error({ difference }, 'the books and another side differ');
      }
    });
    await this.watch.look();
    return { differences: differences.length, new: fresh, stopped: isStopped ? 1 : 0 };
  }

  /** Where there is no gateway nothing is sent, and nothing needs to be guarded. */
  private async guardSolvency(held: UnitsOfAssets | null, dryRun: boolean): Promise<boolean> {
    if (!this.gateway.isThere || this.config.solvencyGuard === 'off') return false;
    const solvency = await this.guard.judge(held);
    return dryRun ? false : this.guard.enforce(solvency);
  }
}
