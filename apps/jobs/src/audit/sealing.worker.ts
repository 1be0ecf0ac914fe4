import { setTimeout as wait } from 'node:timers/promises';

import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { AuditTrail, type AuditSigner, type Sealer } from '@cardroom/audit';
import { CLOCK, counter, ErrorReporter, gauge, SERVER_ID, type Clock } from '@cardroom/platform';

import { AUDIT_SIGNER } from './audit-trail.provider';

const lag = gauge('audit_sealing_lag_seconds', 'Age of the oldest record that is not sealed.');
const failures = counter('audit_sealing_failures_total', 'Passes of the sealer that failed.');

const PAUSE_MS = 1_000;
/** Another process seals, or something is broken: there is no hurry. */
const LONG_PAUSE_MS = 5_000;

/** Seals the audit trail for as long as the app runs, unless another process does. */
@Injectable()
export class SealingWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SealingWorker.name);
  private readonly stopping = new AbortController();
  private readonly sealer: Sealer | null;
  private running: Promise<void> = Promise.resolve();
  private isStuck = false;

  constructor(
    private readonly trail: AuditTrail,
    @Inject(AUDIT_SIGNER) signer: AuditSigner | null,
    @Inject(SERVER_ID) serverId: string,
    @Inject(CLOCK) now: Clock,
    private readonly reporter: ErrorReporter,
  ) {
    this.sealer = signer === null ? null : trail.sealer(signer, serverId, now);
  }

  onApplicationBootstrap(): void {
    if (this.sealer === null) this.logger.warn('AUDIT_SIGNING_KEY is not set: nothing is sealed');
    else this.running = this.run(this.sealer);
  }

  /** Runs before Redis and the database are closed. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(sealer: Sealer): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pauseMs = await this.pass(sealer);
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    await sealer.release().catch((cause: unknown) => {
      this.logger.warn({ err: cause }, 'the lease of the sealer runs out by itself');
    });
  }

  private async pass(sealer: Sealer): Promise<number> {
    try {
      const { status } = await sealer.seal(this.stopping.signal);
      lag.set(await this.trail.lagSeconds());
      if (this.isStuck) this.logger.log('the audit trail is sealed again');
      this.isStuck = false;
      return status === 'sealed' ? PAUSE_MS : LONG_PAUSE_MS;
    } catch (cause) {
      failures.inc();
      if (!this.isStuck) {
        this.logger.error({ err: cause }, 'the audit trail is not sealed');
        this.reporter.report(cause);
      }
      this.isStuck = true;
      return LONG_PAUSE_MS;
    }
  }
}
