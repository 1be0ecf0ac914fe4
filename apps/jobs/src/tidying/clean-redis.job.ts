import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Leftovers } from '@cardroom/cache';
import { counter } from '@cardroom/platform';
import { DataSource } from 'typeorm';

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';

const DELAY_MS = 10 * 60_000;

const dropped = counter(
  'redis_leftovers_total',
  'What killed processes had left in Redis and the house took away.',
  ['kind'],
);

/** Takes away what processes that were killed left in Redis: sockets, nodes, leases, lobby rows. */
@Injectable()
export class CleanRedisJob implements ScheduledJob, OnModuleInit {
  readonly name = 'clean-redis';
  readonly summary = 'drops sockets, nodes and lobby rows that killed processes left; ends leases';
  readonly schedule = { every: 'hour', delayMs: DELAY_MS } as const;

  constructor(
    private readonly jobs: ScheduledJobs,
    private readonly leftovers: Leftovers,
    private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run({ dryRun, signal, progress }: JobRun): Promise<JobReport> {
    const tidying = { dryRun };
    const kinds = {
      sockets: () => this.leftovers.sockets(tidying),
      nodes: () => this.leftovers.nodes(tidying),
      leases: () => this.leftovers.leases(tidying),
      lobbyRows: async () => this.leftovers.lobbyRows(await this.openTables(), tidying),
    };
    const report: Record<string, number> = {};
    const all = Object.entries(kinds);
    for (const [at, [kind, tidy]] of all.entries()) {
      signal.throwIfAborted();
      report[kind] = await tidy();
      if (!dryRun) dropped.inc({ kind }, report[kind]);
      progress(at + 1, all.length);
    }
    return report;
  }

  private async openTables(): Promise<ReadonlySet<string>> {
    const rows = await this.source.query<{ id: string }[]>(
      `SELECT id FROM tables WHERE status = 'open'`,
    );
    return new Set(rows.map(({ id }) => id));
  }
}
