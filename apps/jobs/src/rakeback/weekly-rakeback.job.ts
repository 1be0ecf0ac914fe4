import { Injectable, type OnModuleInit } from '@nestjs/common';
import { counter } from '@cardroom/platform';

import { periodAt } from '../schedule/periods.rules';
import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { RakeDaysRepository, type DayRange } from './rake-days.repository';
import { RakebackRepository } from './rakeback.repository';
import { runningDaysOf } from './rakeback.rules';
import { countByHour, walk } from './rakeback.steps';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const PLAYERS_PER_CHUNK = 10_000;
const PAYMENTS_PER_BATCH = 1_000;
const CATCH_UP_WEEKS = 8;

/** Marks of counted hands are kept so long: nobody settles a hand later than that. */
const MARKS_KEPT_MS = 60 * DAY_MS;

const paidKrwCounter = counter('rakeback_paid_krw_total', 'Won paid back to players.');
const paymentsCounter = counter('rakeback_payments_total', 'Payments of rakeback.', ['outcome']);

interface WeekDays {
  readonly weekFromDay: string;
  readonly running: DayRange;
}

/**
 * Pays last week's rakeback on Monday at four. Rule: docs/rules/vip.md §2.
 *
 * Each step finds in the database what was done before, so that a run may end anywhere and begin
 * anew: hands are counted once, a closed week stays closed, a payment has one row, one business key.
 */
@Injectable()
export class WeeklyRakebackJob implements ScheduledJob, OnModuleInit {
  readonly name = 'weekly-rakeback';
  readonly summary = 'Pays rakeback for the last week.';
  readonly schedule = {
    every: 'week',
    delayMs: 4 * HOUR_MS,
    catchUpPeriods: CATCH_UP_WEEKS,
  } as const;

  constructor(
    private readonly days: RakeDaysRepository,
    private readonly rakeback: RakebackRepository,
    private readonly jobs: ScheduledJobs,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run(run: JobRun): Promise<JobReport> {
    const { period } = run;
    const days = {
      weekFromDay: periodAt('day', period.fromMs).name,
      running: runningDaysOf(period),
    };
    if (run.dryRun) return this.preview(days);
    // Hands whose own jobs have not counted them must not miss their week.
    await countByHour(this.days, period, run.signal);
    await this.days.closeWeek(period.name, days.weekFromDay);
    await this.noteOwed(run, days);
    const totals = await this.rakeback.totals(period.name);
    await this.rakeback.accrue(period.name, totals);
    const done = await this.pay(run, totals.unpaid);
    await this.rakeback.finish(period.name);
    await this.days.forgetHandsBefore(periodAt('day', period.fromMs - MARKS_KEPT_MS).name);
    const { players, owedKrw } = totals;
    return { players, owedKrw, paidNow: done.paid, paidNowKrw: done.paidKrw };
  }

  private async noteOwed({ period, signal }: JobRun, days: WeekDays): Promise<void> {
    await walk(signal, (after) =>
      this.rakeback.noteOwed(period.name, days, after, PLAYERS_PER_CHUNK),
    );
  }

  private async pay(run: JobRun, unpaid: number): Promise<{ paid: number; paidKrw: number }> {
    const { name: week } = run.period;
    let [paid, paidKrw, refused] = [0, 0, 0];
    await walk(run.signal, async (after) => {
      const batch = await this.rakeback.payBatch(week, after, PAYMENTS_PER_BATCH);
      paid += batch.paid;
      paidKrw += batch.paidKrw;
      refused += batch.refused;
      paidKrwCounter.inc(batch.paidKrw);
      paymentsCounter.inc({ outcome: 'paid' }, batch.paid);
      paymentsCounter.inc({ outcome: 'refused' }, batch.refused);
      run.progress(paid + refused, unpaid);
      return batch;
    });
    if (refused > 0) throw new Error(`the books refused ${refused} payments of ${week}`);
    // Rows that a dying process still holds are passed over; they are paid by the next try.
    const left = (await this.rakeback.totals(week)).unpaid;
    if (left > 0) throw new Error(`${left} payments of ${week} are held by another process`);
    return { paid, paidKrw };
  }

  /** Of the hands that are counted already: counting the others would be a change. */
  private async preview(days: WeekDays): Promise<JobReport> {
    let [players, owedKrw] = [0, 0];
    await walk(null, async (after) => {
      const chunk = await this.rakeback.previewOwed(days, after, PLAYERS_PER_CHUNK);
      players += chunk.owedPlayers;
      owedKrw += chunk.owedKrw;
      return chunk;
    });
    return { players, owedKrw };
  }
}
