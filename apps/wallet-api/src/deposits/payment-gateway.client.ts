import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Type, type Static } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { APP_CONFIG, BusinessError, HttpClient } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { signatureHeader } from './webhook-signature.rules';

const MAX_OUTPUT_INDEX = 2 ** 31 - 1;

const Payment = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  address: Type.String({ pattern: '^[!-~]{1,200}$' }),
  asset: Type.String({ maxLength: 20 }),
  network: Type.String({ maxLength: 40 }),
  txid: Type.String({ pattern: '^[!-~]{1,200}$' }),
  outputIndex: Type.Integer({ minimum: 0, maximum: MAX_OUTPUT_INDEX }),
  amountUnits: Type.String({ pattern: '^[1-9][0-9]{0,77}$' }),
  contract: Type.Union([Type.Null(), Type.String({ maxLength: 100 })]),
  confirmations: Type.Integer({ minimum: 0, maximum: MAX_OUTPUT_INDEX }),
  status: Type.Union([Type.Literal('valid'), Type.Literal('failed'), Type.Literal('orphaned')]),
  screening: Type.Union([Type.Literal('clear'), Type.Literal('pending'), Type.Literal('flagged')]),
});
export type Payment = Static<typeof Payment>;

const checkPayment = TypeCompiler.Compile(Payment);

/** The payment gateway's own word on a payment: what a webhook says is only a hint to ask. */
@Injectable()
export class PaymentGatewayClient implements OnApplicationShutdown {
  private readonly http: HttpClient | null;

  constructor(@Inject(APP_CONFIG) config: WalletApiConfig) {
    const baseUrl = config.paymentGatewayUrl;
    const secret = config.paymentGatewayApiSecret ?? '';
    this.http =
      baseUrl === undefined
        ? null
        : new HttpClient({
            ...{ provider: 'payment-gateway', baseUrl },
            headersOf: ({ method, path, body }) => ({
              'X-Cardroom-Signature': signatureHeader(secret, [method, path, body]),
            }),
          });
  }

  onApplicationShutdown(): void {
    this.http?.close();
  }

  /** Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  payment(id: string): Promise<Payment> {
    return this.ask({ method: 'GET', path: `/v1/payments/${encodeURIComponent(id)}` });
  }

  /** Development only: has the simulator pay, once a key. Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  simulatePayment(
    payment: Pick<Payment, 'address' | 'asset' | 'network' | 'amountUnits' | 'confirmations'>,
    idempotencyKey: string,
  ): Promise<Payment> {
    return this.ask({ method: 'POST', path: '/control/deposits', body: payment, idempotencyKey });
  }

  private async ask(call: Parameters<HttpClient['call']>[0]): Promise<Payment> {
    if (this.http === null) throw new BusinessError('PAYMENT_GATEWAY_UNAVAILABLE');
    let answer: unknown;
    try {
      answer = await this.http.call(call);
    } catch {
      throw new BusinessError('PAYMENT_GATEWAY_UNAVAILABLE');
    }
    if (!checkPayment.Check(answer)) throw new BusinessError('PAYMENT_GATEWAY_UNAVAILABLE');
    return answer;
  }
}
