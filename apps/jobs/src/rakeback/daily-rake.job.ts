import { Injectable, type OnModuleInit } from '@nestjs/common';

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { RakeDaysRepository } from './rake-days.repository';
import { runningDaysOf } from './rakeback.rules';
import { countByHour, walk } from './rakeback.steps';
import { VipLevelsRepository } from './vip-levels.repository';

const PLAYERS_PER_CHUNK = 5_000;

/**
 * Counts the hands of the day before that their own jobs have missed, and ranks the players. Hands
 * are counted as they are settled; this makes sure that none is forgotten.
 */
@Injectable()
export class DailyRakeJob implements ScheduledJob, OnModuleInit {
  readonly name = 'daily-rake';
  readonly summary = 'Counts the rake of the day before and ranks the players.';
  readonly schedule = { every: 'day', delayMs: 3 * 3_600_000, catchUpPeriods: 7 } as const;

  constructor(
    private readonly days: RakeDaysRepository,
    private readonly levels: VipLevelsRepository,
    private readonly jobs: ScheduledJobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run({ period, dryRun, signal, progress }: JobRun): Promise<JobReport> {
    if (dryRun) return { handsToCount: await this.days.uncounted(period.fromMs, period.toMs) };
    const handsCounted = await countByHour(this.days, period, signal);
    const running = runningDaysOf(period);
    let [players, changed] = [0, 0];
    await walk(signal, async (after) => {
      const chunk = await this.levels.rank(running, after, PLAYERS_PER_CHUNK);
      players += chunk.players;
      changed += chunk.changed;
      progress(players, players);
      return chunk;
    });
    changed += await this.levels.dropIdle(running.toDay);
    return { handsCounted, players, levelsChanged: changed };
  }
}
