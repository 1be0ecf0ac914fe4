import { NestFactory } from '@nestjs/core';
import { ConfigError, loadConfig, type Clock } from '@cardroom/platform';

import { JobsConfig } from '../config/jobs.config';
import { JobCommandModule } from './job-command.module';
import { readJobOptions, USAGE, type JobOptions } from './job-options.rules';
import { runJob } from './run-job';

const say = (line: string): void => void process.stderr.write(`job: ${line}\n`);

const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** The clock of a run by hand. Errors: throws where production is told another time. */
function clockFor(options: JobOptions, config: JobsConfig): Clock | undefined {
  const { nowMs } = options;
  if (nowMs === null) return undefined;
  if (config.nodeEnv === 'production') throw new ConfigError('--now is not for production');
  return () => nowMs;
}

async function start(options: JobOptions): Promise<number> {
  const config = loadConfig(JobsConfig, { LOG_LEVEL: 'warn', ...process.env });
  const clock = clockFor(options, config);
  const settings = { clock, readOnly: options.dryRun };
  const app = await NestFactory.createApplicationContext(JobCommandModule.with(config, settings), {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopping.abort());
  }
  try {
    return await runJob(app, options, { out: process.stdout, signal: stopping.signal });
  } finally {
    await app.close();
  }
}

async function main(): Promise<number> {
  let options: JobOptions;
  try {
    options = readJobOptions(process.argv.slice(2));
  } catch (cause) {
    say(`${textOf(cause)}\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  try {
    return await start(options);
  } catch (cause) {
    say(textOf(cause));
    return cause instanceof ConfigError ? 2 : 1;
  }
}

void main().then((code) => process.exit(code));
