import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';

import { CLOCK, type Clock } from './clock';
import type { PlatformConfig } from './config/config-groups';
import { ErrorReporter, SENTRY_ENABLED, sentryModule } from './error-reporter';
import { HealthController } from './health/health.controller';
import { HealthRegistry } from './health/health.registry';
import { loggingModule } from './logging.module';
import { metricsModule } from './metrics';
import { newServerId, type AppName } from './server-id';
import { APP_CONFIG, SERVER_ID } from './tokens';
import { SpansAtEnd, spansProvider } from './tracing/tracing.provider';

export interface PlatformOptions {
  readonly app: AppName;
  readonly config: PlatformConfig;
  /** The clock of the process unless told. */
  readonly clock?: Clock;
}

/** What every app stands on: logs, error reports, metrics, health, its config and its name. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const { app, config, clock = Date.now } = options;
    const serverId = newServerId(app);
    const providers = [
      { provide: APP_CONFIG, useValue: config },
      { provide: SERVER_ID, useValue: serverId },
      { provide: CLOCK, useValue: clock },
      { provide: SENTRY_ENABLED, useValue: config.sentryDsn !== undefined },
      ErrorReporter,
      HealthRegistry,
    ];
    return {
      module: PlatformModule,
      imports: [
        loggingModule(app, serverId, config.logLevel),
        sentryModule(config.sentryDsn, app, config.nodeEnv),
        metricsModule(),
        TerminusModule.forRoot({ logger: false }),
      ],
      controllers: [HealthController],
      providers: [...providers, spansProvider(app, serverId, config), SpansAtEnd],
      exports: providers,
    };
  }
}
