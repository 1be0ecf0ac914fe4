import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { APP_CONFIG, HttpClient, signedWith } from '@cardroom/platform';

import type { JobsConfig } from '../config/jobs.config';
import type { UnitsOfAssets } from './reconciliation.rules';

const checkBalances = TypeCompiler.Compile(
  Type.Object({
    items: Type.Array(
      Type.Object({
        asset: Type.String({ minLength: 1, maxLength: 20 }),
        network: Type.String({ maxLength: 40 }),
        units: Type.String({ pattern: '^-?[0-9]{1,78}$' }),
      }),
    ),
  }),
);

/** What the payment gateway says that it holds for us. */
@Injectable()
export class GatewayHoldingsClient implements OnApplicationShutdown {
  private readonly http: HttpClient | null;

  constructor(@Inject(APP_CONFIG) config: JobsConfig) {
    const { paymentGatewayUrl: baseUrl, paymentGatewayApiSecret: secret = '' } = config;
    const headersOf = signedWith(secret);
    this.http =
      baseUrl === undefined
        ? null
        : new HttpClient({ provider: 'payment-gateway', baseUrl, headersOf });
  }

  onApplicationShutdown(): void {
    this.http?.close();
  }

  /** Whether there is a gateway at all. */
  get isThere(): boolean {
    return this.http !== null;
  }

  /** Units of each asset over all networks; null where the gateway does not say. */
  async held(): Promise<UnitsOfAssets | null> {
    if (this.http === null) return null;
    const answer = await this.http.call({ method: 'GET', path: '/v1/balances' }).catch(() => null);
    if (!checkBalances.Check(answer)) return null;
    const held = new Map<string, bigint>();
    for (const { asset, units } of answer.items)
      held.set(asset, (held.get(asset) ?? 0n) + BigInt(units));
    return held;
  }
}
