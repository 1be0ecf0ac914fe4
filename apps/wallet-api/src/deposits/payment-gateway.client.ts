import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { TypeCompiler, type TypeCheck } from '@sinclair/typebox/compiler';
import { APP_CONFIG, BusinessError, HttpClient, signedWith } from '@cardroom/platform';

import type { WalletApiConfig } from '../config/wallet-api.config';

const MAX_OUTPUT_INDEX = 2 ** 31 - 1;

const Payment = Type.Object({
  id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,100}$' }),
  sequence: Type.Integer({ minimum: 0 }),
  asset: Type.String({ maxLength: 20 }),
  network: Type.String({ maxLength: 40 }),
  contract: Type.Union([Type.Null(), Type.String({ maxLength: 100 })]),
  address: Type.String({ pattern: '^[!-~]{1,200}$' }),
  txid: Type.String({ pattern: '^[!-~]{1,200}$' }),
  outputIndex: Type.Integer({ minimum: 0, maximum: MAX_OUTPUT_INDEX }),
  amountUnits: Type.String({ pattern: '^[1-9][0-9]{0,77}$' }),
  confirmations: Type.Integer({ minimum: 0, maximum: MAX_OUTPUT_INDEX }),
  status: Type.Union([Type.Literal('valid'), Type.Literal('failed'), Type.Literal('orphaned')]),
  screening: Type.Union([Type.Literal('clear'), Type.Literal('pending'), Type.Literal('flagged')]),
});
export type Payment = Static<typeof Payment>;

const checkPayment = TypeCompiler.Compile(Payment);
const checkList = TypeCompiler.Compile(
  Type.Object({
    items: Type.Array(
      Type.Object({ id: Payment.properties.id, sequence: Payment.properties.sequence }),
    ),
  }),
);
const checkAddress = TypeCompiler.Compile(
  Type.Object({ address: Type.String({ pattern: '^[0-9a-zA-Z]{20,90}$' }) }),
);

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
            headersOf: signedWith(secret),
          });
  }

  onApplicationShutdown(): void {
    this.http?.close();
  }

  /** Without a gateway there are no deposits, and nothing to ask for. */
  get isConfigured(): boolean {
    return this.http !== null;
  }

  /** Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  payment(id: string): Promise<Payment> {
    return this.ask(checkPayment, {
      method: 'GET',
      path: `/v1/payments/${encodeURIComponent(id)}`,
    });
  }

  /** Payments that came after one, in their order. Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  async paymentsAfter(
    sequence: number,
  ): Promise<readonly { readonly id: string; readonly sequence: number }[]> {
    const path = `/v1/payments?after=${sequence}`;
    return (await this.ask(checkList, { method: 'GET', path })).items;
  }

  /** An address that is paid to, the same one for the same key. Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  async address(
    idempotencyKey: string,
    { asset, network }: { readonly asset: string; readonly network: string },
  ): Promise<string> {
    const body = { idempotencyKey, asset, network };
    return (await this.ask(checkAddress, { method: 'POST', path: '/v1/addresses', body })).address;
  }

  /** Development only: has the simulator pay, once a key. Errors: PAYMENT_GATEWAY_UNAVAILABLE. */
  simulatePayment(
    payment: Pick<Payment, 'address' | 'asset' | 'network' | 'amountUnits' | 'confirmations'> & {
      readonly contract?: string;
    },
    idempotencyKey: string,
  ): Promise<Payment> {
    const path = '/control/deposits';
    return this.ask(checkPayment, { method: 'POST', path, body: payment, idempotencyKey });
  }

  private async ask<S extends TSchema>(
    check: TypeCheck<S>,
    call: Parameters<HttpClient['call']>[0],
  ): Promise<Static<S>> {
    if (this.http === null) throw new BusinessError('PAYMENT_GATEWAY_UNAVAILABLE');
    let answer: unknown;
    try {
      answer = await this.http.call(call);
    } catch {
      throw new BusinessError('PAYMENT_GATEWAY_UNAVAILABLE');
    }
    if (!check.Check(answer)) throw new BusinessError('PAYMENT_GATEWAY_UNAVAILABLE');
    return answer;
  }
}
