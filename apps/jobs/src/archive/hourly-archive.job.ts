import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HandCopies } from '@cardroom/cache';

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { ArchiveRepository, type Span } from './archive.repository';
import { DAY_MS, JSON_DAYS } from './archive.rules';

const HANDS_PER_CHUNK = 200;

/**
 * Copies the hands of an hour into the archive in PostgreSQL and into Redis, and takes the record away from
 * the rows of those that ended a week before.
 */
@Injectable()
export class HourlyArchiveJob implements ScheduledJob, OnModuleInit {
  readonly name = 'hourly-archive';
  readonly summary = 'Copies the hands of the hour, ends the records of those a week old.';
  readonly schedule = { every: 'hour', delayMs: 5 * 60_000, catchUpPeriods: 72 } as const;

  constructor(
    private readonly archive: ArchiveRepository,
    private readonly copies: HandCopies,
    private readonly jobs: ScheduledJobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run({ period, dryRun, signal, progress }: JobRun): Promise<JobReport> {
    const total = await this.archive.waiting(period);
    if (dryRun) return { handsToPack: total };
    let [handsPacked, bytes, inRedis] = [0, 0, 0];
    for (;;) {
      signal.throwIfAborted();
      const copies = await this.archive.pack(period, HANDS_PER_CHUNK);
      if (copies.size === 0) break;
      inRedis += await this.copies.put(copies);
      handsPacked += copies.size;
      for (const packed of copies.values()) bytes += packed.length;
      progress(handsPacked, Math.max(total, handsPacked));
    }
    return { handsPacked, bytes, inRedis, recordsEnded: await this.endRecords(period, signal) };
  }

  private async endRecords({ fromMs, toMs }: Span, signal: AbortSignal): Promise<number> {
    const weekBefore = { fromMs: fromMs - JSON_DAYS * DAY_MS, toMs: toMs - JSON_DAYS * DAY_MS };
    let ended = 0;
    for (;;) {
      signal.throwIfAborted();
      const count = await this.archive.endRecords(weekBefore, HANDS_PER_CHUNK);
      ended += count;
      if (count < HANDS_PER_CHUNK) return ended;
    }
  }
}
