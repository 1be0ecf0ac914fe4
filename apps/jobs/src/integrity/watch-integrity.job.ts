import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { IntegrityWatch, type Suspicion } from '@cardroom/integrity';

import type { JobReport, JobRun, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import { accessesOf } from './accesses.rules';
import { IntegrityRepository, type Window } from './integrity.repository';
import { OpenCasesWatch } from './open-cases.watch';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Patterns need hands: each day looks at a week. */
const WINDOW_MS = 7 * DAY_MS;
/** So much play at a time is held in memory. */
const SLICE_MS = 10 * MINUTE_MS;
/** After the statistics of the day. */
const DELAY_MS = 270 * MINUTE_MS;

/**
 * Looks at the hands of a week for play that chance does not explain, and tells staff. Nothing is done
 * to players. Rule: docs/rules/integrity.md.
 */
@Injectable()
export class WatchIntegrityJob implements ScheduledJob, OnModuleInit {
  readonly name = 'watch-integrity';
  readonly summary = 'looks for chip dumping, soft play, shared devices and bots; tells staff';
  readonly schedule = { every: 'day', delayMs: DELAY_MS } as const;
  private readonly logger = new Logger(WatchIntegrityJob.name);

  constructor(
    private readonly jobs: ScheduledJobs,
    private readonly cases: IntegrityRepository,
    private readonly openCases: OpenCasesWatch,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this);
  }

  async run({ period, dryRun, signal, progress }: JobRun): Promise<JobReport> {
    const window = { fromMs: period.toMs - WINDOW_MS, toMs: period.toMs };
    const watch = new IntegrityWatch();
    for (let fromMs = window.fromMs; fromMs < window.toMs; fromMs += SLICE_MS) {
      signal.throwIfAborted();
      const hands = await this.cases.hands({ fromMs, toMs: fromMs + SLICE_MS });
      for (const hand of hands) watch.see(hand);
      progress((fromMs - window.fromMs) / SLICE_MS + 1, WINDOW_MS / SLICE_MS);
    }
    const sessions = await this.cases.sessions(window);
    const suspicions = watch.suspicions(sessions.flatMap(accessesOf));
    const fresh = dryRun ? 0 : await this.note(suspicions, window);
    const { hands, pairCount: pairs } = watch;
    return { hands, pairs, suspicions: suspicions.length, new: fresh };
  }

  private async note(suspicions: readonly Suspicion[], window: Window): Promise<number> {
    let fresh = 0;
    for (const suspicion of suspicions) {
      if (!(await this.cases.note(suspicion, window))) continue;
      fresh += 1;
      const { kind, userIds, score } = suspicion;
      this.logger.warn({ kind, userIds, score }, 'play that staff should look at');
    }
    await this.openCases.look();
    return fresh;
  }
}
