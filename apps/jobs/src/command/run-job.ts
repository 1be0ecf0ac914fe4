import type { INestApplicationContext } from '@nestjs/common';
import { CLOCK, type Clock } from '@cardroom/platform';

import { JobRunsRepository, type RunState } from '../schedule/job-runs.repository';
import { cronOf, duePeriods, periodNamed, type Period } from '../schedule/periods.rules';
import type { JobReport, ScheduledJob } from '../schedule/scheduled-job';
import { ScheduledJobs } from '../schedule/scheduled-jobs';
import type { JobOptions } from './job-options.rules';
import { ProgressLine } from './progress-line';

type Output = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

export interface CommandSurroundings {
  readonly out: Output;
  /** Aborts when the command is told to stop. */
  readonly signal: AbortSignal;
}

const factsOf = (report: JobReport): string =>
  Object.entries(report)
    .map(([name, value]) => `${name} ${value.toLocaleString('en-US')}`)
    .join(', ') || 'nothing to report';

const describeRun = (run: RunState): string => {
  switch (run.status) {
    case 'done':
      return `${run.period} done ${run.finishedAt?.toISOString() ?? ''}: ${factsOf(run.report ?? {})}`;
    case 'running':
      return `${run.period} is running, try ${run.attempts}`;
    case 'failed':
      return `${run.period} failed, try ${run.attempts}: ${run.lastError ?? ''}`;
  }
};

/** What `npm run job` does, after its options were read. Returns the exit code. */
export async function runJob(
  app: Pick<INestApplicationContext, 'get'>,
  options: JobOptions,
  { out, signal }: CommandSurroundings,
): Promise<0 | 1 | 2> {
  const jobs = app.get(ScheduledJobs);
  const runs = app.get(JobRunsRepository);
  const say = (line: string): void => void out.write(`${line}\n`);
  if (options.name === null) {
    list(jobs.all(), await runs.latest(), say);
    return 0;
  }
  const job = jobs.find(options.name);
  if (job === null) {
    say(`There is no job ${options.name}; there are: ${namesOf(jobs.all())}`);
    return 2;
  }
  const period = periodFor(job, options.period, app.get<Clock>(CLOCK)());
  if (typeof period === 'string') {
    say(period);
    return 2;
  }
  const bar = new ProgressLine(out);
  if (options.dryRun) {
    say(`${job.name} ${period.name}, a dry run: nothing is changed`);
    const report = await jobs.dryRun(job, period, { again: options.again, progress: bar.show });
    bar.end();
    say(`would do: ${factsOf(report)}`);
    return 0;
  }
  say(`${job.name} ${period.name}`);
  const outcome = await jobs.run(job, period, {
    ...{ byHand: true, again: options.again, signal, progress: bar.show },
  });
  bar.end();
  switch (outcome.status) {
    case 'done':
      say(`done: ${factsOf(outcome.report)}`);
      return 0;
    case 'failed':
      say(`failed: ${outcome.reason}`);
      return 1;
    case 'broken_off':
      say('broken off; it goes on when it is run again');
      return 1;
    case 'not_claimed': {
      const [known] = await runs.find(job.name, [period.name]);
      say(known === undefined ? 'another run of this job is under way' : describeRun(known));
      return known?.status === 'done' ? 0 : 1;
    }
  }
}

const namesOf = (jobs: readonly ScheduledJob[]): string => jobs.map(({ name }) => name).join(', ');

/** The period that is asked for; a sentence where it cannot be run. */
function periodFor(job: ScheduledJob, name: string | null, nowMs: number): Period | string {
  const { every } = job.schedule;
  if (name === null) {
    return duePeriods({ ...job.schedule, catchUpPeriods: 1 }, nowMs)[0] ?? 'nothing is due';
  }
  const period = periodNamed(every, name);
  if (period === null) return `${name} is not the name of a ${every}`;
  return period.toMs > nowMs ? `${name} is not over yet` : period;
}

function list(
  jobs: readonly ScheduledJob[],
  latest: readonly RunState[],
  say: (line: string) => void,
): void {
  for (const job of jobs) {
    const run = latest.find((each) => each.job === job.name);
    say(`${job.name}  (${cronOf(job.schedule)} Asia/Seoul)  ${job.summary}`);
    say(`    ${run === undefined ? 'never ran' : describeRun(run)}`);
  }
  if (jobs.length === 0) say('There are no scheduled jobs.');
}
