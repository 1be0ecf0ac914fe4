import { Logger } from '@nestjs/common';

import { reportAndFlush } from './error-reporter';

/**
 * Runs what starts an app. One that cannot start, for want of a port or of PostgreSQL, says so in its log
 * and to Sentry, and ends with exit code 1; so does one that is lost later, by an error nobody caught.
 */
export function startApp(start: () => Promise<void>): void {
  const logger = new Logger('Process');
  // Sentry, or else Node itself, ends the process.
  process.on('uncaughtExceptionMonitor', (err) => logger.fatal({ err }, 'the app is lost'));
  start().catch(async (err: unknown) => {
    // What an app logs before it has modules is held back.
    Logger.flush();
    logger.fatal({ err }, 'the app does not start');
    await reportAndFlush(err);
    process.exit(1);
  });
}
