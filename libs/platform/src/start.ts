import { Logger } from '@nestjs/common';

import { reportAndFlush } from './error-reporter';

/**
 * Runs what starts an app. One that cannot start, for want of a port or of PostgreSQL, says so in its log
 * and to Sentry, and ends with exit code 1.
 */
export function startApp(start: () => Promise<void>): void {
  start().catch(async (cause: unknown) => {
    // What an app logs before it has modules is held back.
    Logger.flush();
    new Logger('Start').fatal({ err: cause }, 'the app does not start');
    await reportAndFlush(cause);
    process.exit(1);
  });
}
