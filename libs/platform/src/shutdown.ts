import { Logger, type INestApplicationContext } from '@nestjs/common';

import { HealthRegistry } from './health/health.registry';

const FORCE_AFTER_MS = 15_000;

/**
 * Ends an app on SIGTERM or SIGINT: readiness off, then Nest's shutdown hooks in their order, then
 * exit. A second signal, or a drain that takes too long, ends it at once.
 */
export function shutDownOnSignals(app: INestApplicationContext, drain?: () => Promise<void>): void {
  const logger = new Logger('Shutdown');
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) process.exit(130);
    stopping = true;
    logger.log({ signal }, 'draining');
    app.get(HealthRegistry).draining();
    setTimeout(() => process.exit(1), FORCE_AFTER_MS).unref();
    void Promise.resolve(drain?.())
      .then(() => app.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'the drain failed');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
