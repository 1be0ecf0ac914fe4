import type { Period, Schedule } from './periods.rules';

/** What a run did, in counts and sums; kept with the run. */
export type JobReport = Readonly<Record<string, number>>;

/** One run of a job for one period. */
export interface JobRun {
  readonly period: Period;
  /** Say what would be done and change nothing; PostgreSQL refuses writes meanwhile. */
  readonly dryRun: boolean;
  /** Somebody asks for what was done before to be done anew. */
  readonly again: boolean;
  /** Aborts when the process ends or another has the run: stop between two steps. */
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Work that is done once for each period. A run that breaks off is run again for the same period,
 * in another process perhaps, while the first may not know that it lost it: what was done must show
 * in the database, so that doing it again changes nothing.
 */
export interface ScheduledJob {
  /** kebab-case; names the run in `job_runs`, in metrics and on the command line. */
  readonly name: string;
  readonly summary: string;
  readonly schedule: Schedule;
  run(run: JobRun): Promise<JobReport>;
}
