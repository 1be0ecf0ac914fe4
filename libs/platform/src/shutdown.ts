import { Logger, type INestApplicationContext } from '@nestjs/common';

import { HealthRegistry } from './health/health.registry';

const FORCE_AFTER_MS = 15_000;

/** 128 + SIGINT: somebody did not want to wait. */
const FORCED_EXIT_CODE = 130;

/**
 * Ends an app on SIGTERM or SIGINT: readiness off, then Nest's shutdown hooks in their order, then
 * exit. A second signal, or a drain that takes too long, ends it at once.
 */
export function shutDownOnSignals(app: INestApplicationContext, drain?: () => Promise<void>): void {
  const logger = new Logger('Shutdown');
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) {
      logger.warn({ signal }, 'told to stop again: ending at once');
      process.exit(FORCED_EXIT_CODE);
    }
    stopping = true;
    logger.log({ signal }, 'draining');
    app.get(HealthRegistry).draining();
    setTimeout(() => {
      logger.error({ afterMs: FORCE_AFTER_MS }, 'the drain takes too long: ending at once');
      process.exit(1);
    }, FORCE_AFTER_MS).unref();
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
