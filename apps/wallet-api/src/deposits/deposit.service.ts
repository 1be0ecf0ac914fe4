import { Inject, Injectable, Logger } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { withTransaction } from '@cardroom/database';
import { PostingPump } from '@cardroom/ledger';
import { APP_CONFIG, BusinessError, counter } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { RateSampler } from '../rates/rate-sampler';
import { DepositIntake } from './deposit-intake';
import { PaymentGatewayClient } from './payment-gateway.client';
import { WebhookEventRepository } from './webhook-event.repository';
import { signatureFault } from './webhook-signature.rules';

const WebhookEvent = TypeCompiler.Compile(
  Type.Object({
    eventId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,100}$' }),
    paymentId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,100}$' }),
  }),
);

const handled = counter('deposit_events_total', 'Events of the payment gateway.', ['outcome']);

/** Events of the payment gateway: what they lead to becomes true with their being closed. */
@Injectable()
export class DepositService {
  private readonly logger = new Logger(DepositService.name);

  constructor(
    @Inject(APP_CONFIG) private readonly config: WalletApiConfig,
    private readonly source: DataSource,
    private readonly gateway: PaymentGatewayClient,
    private readonly events: WebhookEventRepository,
    private readonly intake: DepositIntake,
    private readonly rates: RateSampler,
    private readonly pump: PostingPump,
  ) {}

  /**
   * Takes a webhook: signature over the bytes, event stored, payment asked for at the gateway, its
   * deposit moved on. After any error the gateway sends it again, and the sweep tries it as well.
   *
   * Errors: SIGNATURE_INVALID, TIMESTAMP_OUT_OF_WINDOW, VALIDATION_FAILED,
   * PAYMENT_GATEWAY_UNAVAILABLE, SERVER_BUSY.
   */
  async receive(raw: Buffer, signature: string | undefined, body: unknown): Promise<string> {
    const secrets = this.config.paymentWebhookSecrets;
    const nowSeconds = Math.floor(Date.now() / 1000);
    const fault = signatureFault(signature, raw, { secrets, nowSeconds });
    if (fault !== null) throw new BusinessError(fault);
    if (!WebhookEvent.Check(body)) throw new BusinessError('VALIDATION_FAILED');
    const isOpen = await this.events.store(body.eventId, raw.toString('utf8'));
    return isOpen ? this.work(body) : 'duplicate';
  }

  /** Works on an event that was stored before. Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  async workStored(body: string): Promise<string> {
    const event: unknown = JSON.parse(body);
    if (!WebhookEvent.Check(event)) throw new BusinessError('VALIDATION_FAILED');
    return this.work(event);
  }

  /** Gives an event up to a person. */
  async setAside(eventId: string): Promise<void> {
    await this.settle(eventId, () => Promise.resolve('manual_review'));
  }

  /** Looks at a payment although no event told of it. Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  async look(paymentId: string): Promise<string> {
    const payment = await this.gateway.payment(paymentId);
    await this.rates.ensureFresh(payment.asset);
    return this.inTransaction((manager) => this.intake.take(manager, payment));
  }

  private async work(event: { eventId: string; paymentId: string }): Promise<string> {
    const payment = await this.gateway.payment(event.paymentId);
    await this.rates.ensureFresh(payment.asset);
    return this.settle(event.eventId, (manager) => this.intake.take(manager, payment));
  }

  private inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.pump.admit(() => withTransaction(this.source, work));
  }

  /** What an event leads to and that it is closed become true together, or neither does. */
  private async settle(
    eventId: string,
    decide: (manager: EntityManager) => Promise<string>,
  ): Promise<string> {
    const outcome = await this.inTransaction(async (manager) => {
      if (!(await this.events.lockOpen(manager, eventId))) return 'duplicate';
      const decided = await decide(manager);
      await this.events.close(manager, eventId, decided);
      return decided;
    });
    handled.inc({ outcome });
    this.logger.log({ eventId, outcome }, 'a deposit event was worked on');
    return outcome;
  }
}
