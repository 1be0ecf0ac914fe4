import { Inject, Injectable, Optional } from '@nestjs/common';
// By its parts: the index of the package loads all of GraphQL at every start.
import { InjectSentry } from '@ntegral/nestjs-sentry/dist/sentry.decorator';
import { SentryModule } from '@ntegral/nestjs-sentry/dist/sentry.module';
import { SentryService } from '@ntegral/nestjs-sentry/dist/sentry.service';
import type { DynamicModule } from '@nestjs/common';
import { captureException, flush, onUncaughtExceptionIntegration, type Event } from '@sentry/node';

import { InvariantError } from './business-error';
import { counter } from './metrics';
import { currentRequestId } from './request-context';
import type { AppName } from './server-id';

export interface ErrorContext {
  readonly userId?: string;
  readonly tableId?: string;
  readonly handId?: string;
  readonly amountKrw?: number;
  /** Money errors are fatal: they wake somebody. */
  readonly money?: boolean;
  /** A rule that can never break is broken, whatever the error says of itself. */
  readonly broken?: boolean;
}

/** Takes out of an event what nobody outside may read: headers, bodies, addresses, trails. */
export function scrubEvent<E extends Event>(event: E): E {
  delete event.request;
  delete event.extra;
  delete event.breadcrumbs;
  delete event.server_name;
  if (event.user !== undefined)
    event.user = event.user.id === undefined ? {} : { id: event.user.id };
  return event;
}

export const sentryModule = (
  dsn: string | undefined,
  app: AppName,
  environment: string,
): DynamicModule =>
  SentryModule.forRootAsync({
    useFactory: () => ({
      dsn: dsn ?? '',
      enabled: dsn !== undefined,
      environment,
      release: app,
      logLevels: [],
      sendDefaultPii: false,
      defaultIntegrations: false as const,
      autoSessionTracking: false,
      // The module brings its own pair, which would let a process go on after a lost promise and end
      // before its last report is sent. With or without Sentry, a process in an unknown state ends: the
      // second takes the place of the module's and leaves it to Node, to which a lost promise is an
      // uncaught exception.
      integrations: [
        onUncaughtExceptionIntegration(),
        { name: 'OnUnhandledRejection', setupOnce: () => undefined },
      ],
      beforeSend: (event: Event) => scrubEvent(event),
    }),
  });

export const SENTRY_ENABLED = Symbol('SENTRY_ENABLED');

const violations = counter('invariant_violations_total', 'Rules that can never break, broken.');

const FLUSH_MS = 2_000;

/** For an error that ends the process: resolves when Sentry has it, or does not take it in time. */
export async function reportAndFlush(error: unknown): Promise<void> {
  captureException(error, { level: 'fatal' });
  await flush(FLUSH_MS);
}

/** The one door to Sentry: only what is unexpected goes through it. */
@Injectable()
export class ErrorReporter {
  constructor(
    @InjectSentry() private readonly sentry: SentryService,
    @Optional() @Inject(SENTRY_ENABLED) private readonly enabled = false,
  ) {}

  /** Counts a broken rule, and tells Sentry where there is one. */
  report(error: unknown, context: ErrorContext = {}): void {
    if (error instanceof InvariantError || context.broken === true) violations.inc();
    if (!this.enabled) return;
    this.sentry.instance().withScope((scope) => {
      const requestId = currentRequestId();
      if (requestId !== undefined) scope.setTag('requestId', requestId);
      if (context.userId !== undefined) scope.setUser({ id: context.userId });
      if (context.tableId !== undefined) scope.setTag('tableId', context.tableId);
      if (context.handId !== undefined) scope.setTag('handId', context.handId);
      if (context.amountKrw !== undefined) scope.setTag('amountKrw', String(context.amountKrw));
      scope.setLevel(context.money === true ? 'fatal' : 'error');
      this.sentry.instance().captureException(error);
    });
  }
}
