import type { OnApplicationShutdown } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { HttpClient, HttpClientError, signedWith } from '@cardroom/platform';

import { PAYOUT_STATUSES, type Payout } from './payout';

const checkPayout = TypeCompiler.Compile(
  Type.Object({
    payoutId: Type.String({ pattern: '^[!-~]{1,100}$' }),
    status: Type.Union(PAYOUT_STATUSES.map((status) => Type.Literal(status))),
    asset: Type.String({ maxLength: 20 }),
    network: Type.String({ maxLength: 40 }),
    address: Type.String({ maxLength: 200 }),
    amountUnits: Type.String({ pattern: '^[1-9][0-9]{0,77}$' }),
    txid: Type.Union([Type.Null(), Type.String({ pattern: '^[!-~]{1,200}$' })]),
    confirmations: Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 }),
  }),
);

/** What is to be paid; the key is the withdrawal's id, so that the gateway pays it once. */
export interface PayoutRequest {
  readonly idempotencyKey: string;
  readonly asset: string;
  readonly network: string;
  readonly address: string;
  readonly amountUnits: string;
}

export type SendOutcome =
  | { readonly kind: 'taken'; readonly payout: Payout }
  /** The gateway has read it and will not pay: nothing left the house. */
  | { readonly kind: 'refused'; readonly status: number }
  /** It may have been paid or not. Never sent again: asked for. */
  | { readonly kind: 'unknown' };

export type LookOutcome =
  | { readonly kind: 'found'; readonly payout: Payout }
  /** The gateway has never seen the key. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' };

/** Answers that say for certain that a payout was not made. */
const REFUSED: ReadonlySet<number> = new Set([400, 404, 409, 410, 413, 415, 422]);

const SEND_TIMEOUT_MS = 10_000;

interface PayoutGatewaySettings {
  readonly baseUrl: string | undefined;
  readonly secret: string | undefined;
}

/** The payout side of the payment gateway. */
export class PayoutGateway implements OnApplicationShutdown {
  /** One try: a second one is a second payment wherever the other side forgets keys. */
  private readonly sending: HttpClient | null;
  private readonly asking: HttpClient | null;

  /** Without an address nothing is sent and nothing is known. */
  constructor({ baseUrl, secret = '' }: PayoutGatewaySettings) {
    const headersOf = signedWith(secret);
    const options =
      baseUrl === undefined ? null : { provider: 'payment-gateway', baseUrl, headersOf };
    this.sending =
      options && new HttpClient({ ...options, attempts: 1, timeoutMs: SEND_TIMEOUT_MS });
    this.asking = options && new HttpClient({ ...options, attempts: 2, firstPauseMs: 250 });
  }

  onApplicationShutdown(): void {
    this.sending?.close();
    this.asking?.close();
  }

  async send(body: PayoutRequest): Promise<SendOutcome> {
    if (this.sending === null) return { kind: 'unknown' };
    const { idempotencyKey } = body;
    try {
      const call = { method: 'POST', path: '/v1/payouts', body, idempotencyKey } as const;
      const payout = await this.sending.call(call);
      return checkPayout.Check(payout) ? { kind: 'taken', payout } : { kind: 'unknown' };
    } catch (cause) {
      const status = cause instanceof HttpClientError ? cause.status : undefined;
      return status !== undefined && REFUSED.has(status)
        ? { kind: 'refused', status }
        : { kind: 'unknown' };
    }
  }

  async byKey(key: string): Promise<LookOutcome> {
    if (this.asking === null) return { kind: 'unknown' };
    try {
      const path = `/v1/payouts/by-key/${encodeURIComponent(key)}`;
      const payout = await this.asking.call({ method: 'GET', path });
      return checkPayout.Check(payout) ? { kind: 'found', payout } : { kind: 'unknown' };
    } catch (cause) {
      const isAbsent = cause instanceof HttpClientError && cause.status === 404;
      return { kind: isAbsent ? 'absent' : 'unknown' };
    }
  }

  /**
   * Has the gateway promise that it will never pay under a key, also where a request for it is still
   * on its way. `exists` where it has a payout under that key.
   */
  async void(key: string): Promise<'voided' | 'exists' | 'unknown'> {
    if (this.asking === null) return 'unknown';
    try {
      const body = { idempotencyKey: key };
      await this.asking.call({ method: 'POST', path: '/v1/payouts/void', body });
      return 'voided';
    } catch (cause) {
      const isThere = cause instanceof HttpClientError && cause.status === 409;
      return isThere ? 'exists' : 'unknown';
    }
  }
}
