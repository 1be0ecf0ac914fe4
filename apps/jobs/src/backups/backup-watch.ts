import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { gauge } from '@cardroom/platform';
import { DataSource } from 'typeorm';

const LOOK_INTERVAL_MS = 60_000;

const ageGauge = gauge('backup_age_seconds', 'Age of what the last backup holds.', ['kind']);
const archiveGauge = gauge(
  'wal_archive_lag_seconds',
  'Age of the last WAL file that was archived, where PostgreSQL archives at all.',
);
const failuresGauge = gauge(
  'wal_archive_failed',
  '1 where the last try to archive a WAL file failed.',
);

interface ArchiverRow {
  readonly is_on: boolean;
  readonly lag_seconds: number;
  readonly has_failed: boolean;
}

/** Says how much would be lost today: the age of the backups, and of the last WAL that is safe. */
@Injectable()
export class BackupWatch implements OnApplicationBootstrap {
  private readonly logger = new Logger(BackupWatch.name);

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): Promise<void> {
    return this.look();
  }

  @Interval(LOOK_INTERVAL_MS)
  async look(): Promise<void> {
    try {
      await this.lookAtBackups();
      await this.lookAtArchiver();
    } catch (cause) {
      this.logger.warn({ err: cause }, 'the backups could not be looked at');
    }
  }

  /** What a backup holds is as old as its beginning. */
  private async lookAtBackups(): Promise<void> {
    const rows = await this.source.query<{ kind: string; age_seconds: number }[]>(
      `SELECT kind, extract(epoch FROM now() - max(began_at))::float8 AS age_seconds
       FROM backups GROUP BY kind`,
    );
    for (const { kind, age_seconds } of rows) ageGauge.set({ kind }, age_seconds);
  }

  /** Without an archive there is nothing to be behind of: the gauges are then not set. */
  private async lookAtArchiver(): Promise<void> {
    const [row] = await this.source.query<ArchiverRow[]>(
      `SELECT current_setting('archive_mode') <> 'off' AS is_on,
         extract(epoch FROM now() - coalesce(last_archived_time, stats_reset, now()))::float8
           AS lag_seconds,
         coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AS has_failed
       FROM pg_stat_archiver`,
    );
    if (row?.is_on !== true) return;
    archiveGauge.set(row.lag_seconds);
    failuresGauge.set(row.has_failed ? 1 : 0);
  }
}
