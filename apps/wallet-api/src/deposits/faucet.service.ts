import { Inject, Injectable } from '@nestjs/common';
import { Keys, REDIS_GAME } from '@cardroom/cache';
import type { Krw } from '@cardroom/money';
import { assertInvariant, BusinessError, currentRequestId } from '@cardroom/platform';
import type { Redis } from 'ioredis';
import { v7 as uuidv7 } from 'uuid';

import { DEVELOPMENT_ASSET, unitsFor } from './development-rate';
import { PaymentGatewayClient } from './payment-gateway.client';

/** Twenty of the largest buy-ins of the demo tables. */
export const MAX_POUR_KRW = 100_000_000;

/** Enough for bots that lose all day, and for recorded hands with the stacks of tournaments. */
export const MAX_POURED_A_DAY_KRW = 10_000_000_000;

const DAY_SECONDS = 86_400;

/** Money for development: a simulated crypto payment that goes the way of every deposit. */
@Injectable()
export class FaucetService {
  constructor(
    @Inject(REDIS_GAME) private readonly redis: Redis,
    private readonly keys: Keys,
    private readonly gateway: PaymentGatewayClient,
  ) {}

  /**
   * Has the gateway pay an amount to a user and returns the payment's id. The same request of the
   * same user pays once.
   *
   * Errors: LIMIT_EXCEEDED, PAYMENT_GATEWAY_UNAVAILABLE.
   */
  async pour(userId: string, amountKrw: Krw): Promise<string> {
    await this.countPour(userId, amountKrw);
    const payment = await this.gateway.simulatePayment(
      {
        ...{ address: userId, ...DEVELOPMENT_ASSET, confirmations: 100 },
        amountUnits: unitsFor(amountKrw).toString(),
      },
      `${userId}:${currentRequestId() ?? uuidv7()}:${amountKrw}`,
    );
    return payment.id;
  }

  /** Counted before the gateway is asked, so that many pours at once do not pass the limit. */
  private async countPour(userId: string, amountKrw: Krw): Promise<void> {
    const key = this.keys.faucet(userId);
    const answers = await this.redis
      .multi()
      .set(key, 0, 'EX', DAY_SECONDS, 'NX')
      .incrby(key, amountKrw)
      .exec();
    const [cause, total] = answers?.[1] ?? [];
    if (cause) throw cause;
    assertInvariant(typeof total === 'number', 'a count is a number');
    if (total <= MAX_POURED_A_DAY_KRW) return;
    await this.redis.decrby(key, amountKrw);
    throw new BusinessError('LIMIT_EXCEEDED');
  }
}
