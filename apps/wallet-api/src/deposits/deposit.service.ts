import { Inject, Injectable, Logger } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { APP_CONFIG, BusinessError } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { DepositRepository } from './deposit.repository';
import { DEVELOPMENT_ASSET } from './development-rate';
import { PaymentGatewayClient, type Payment } from './payment-gateway.client';
import { signatureFault } from './webhook-signature.rules';

const WebhookEvent = TypeCompiler.Compile(
  Type.Object({
    eventId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,100}$' }),
    paymentId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,100}$' }),
  }),
);

@Injectable()
export class DepositService {
  private readonly logger = new Logger(DepositService.name);

  constructor(
    @Inject(APP_CONFIG) private readonly config: WalletApiConfig,
    private readonly gateway: PaymentGatewayClient,
    private readonly deposits: DepositRepository,
  ) {}

  /**
   * Takes a webhook: signature over the bytes, event stored, payment asked for at the gateway,
   * credited. Any error makes the gateway send it again.
   *
   * Errors: SIGNATURE_INVALID, TIMESTAMP_OUT_OF_WINDOW, VALIDATION_FAILED,
   * PAYMENT_GATEWAY_UNAVAILABLE.
   */
  async receive(raw: Buffer, signature: string | undefined, body: unknown): Promise<string> {
    const secrets = this.config.paymentWebhookSecrets;
    const nowSeconds = Math.floor(Date.now() / 1000);
    const fault = signatureFault(signature, raw, { secrets, nowSeconds });
    if (fault !== null) throw new BusinessError(fault);
    if (!WebhookEvent.Check(body)) throw new BusinessError('VALIDATION_FAILED');
    if (!(await this.deposits.receive(body.eventId, raw.toString('utf8')))) return 'duplicate';
    const payment = await this.gateway.payment(body.paymentId);
    const outcome = await this.work(payment);
    await this.deposits.close(body.eventId, outcome);
    this.logger.log({ eventId: body.eventId, outcome }, 'a deposit event was worked off');
    return outcome;
  }

  private work(payment: Payment): Promise<string> | string {
    if (payment.status !== 'confirmed') return payment.status;
    const { asset, network } = DEVELOPMENT_ASSET;
    if (payment.asset !== asset || payment.network !== network) return 'unsupported_asset';
    return this.deposits.credit(payment);
  }
}
