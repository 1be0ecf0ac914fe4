import { Inject, Injectable } from '@nestjs/common';
import { Keys, REDIS_GAME } from '@cardroom/cache';
import { rateOfPrice, unitsWorth, type Krw } from '@cardroom/money';
import { assertInvariant, BusinessError, currentRequestId } from '@cardroom/platform';
import { RateSampleRepository } from '@cardroom/rates';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { RateSampler } from '../rates/rate-sampler';
import { DepositAddresses } from './deposit-addresses.service';
import { PaymentGatewayClient } from './payment-gateway.client';

/** Twenty of the largest buy-ins of the demo tables. */
export const MAX_POUR_KRW = 100_000_000;

/** Enough for bots that lose all day, and for recorded hands with the stacks of tournaments. */
export const MAX_POURED_A_DAY_KRW = 10_000_000_000;

const DAY_SECONDS = 86_400;

/** What is poured. */
const ASSET = 'USDT';

/** Deep enough that nothing is waited for. */
const CONFIRMATIONS = 100;

/** Money for development: a simulated crypto payment that goes the way of every deposit. */
@Injectable()
export class FaucetService {
  constructor(
    @Inject(REDIS_GAME) private readonly redis: Redis,
    private readonly keys: Keys,
    private readonly source: DataSource,
    private readonly gateway: PaymentGatewayClient,
    private readonly addresses: DepositAddresses,
    private readonly sampler: RateSampler,
    private readonly samples: RateSampleRepository,
  ) {}

  /**
   * Has the gateway pay an amount to a user and returns the payment's id. The same request of the
   * same user pays once. It is worth the amount at the rate of this moment.
   *
   * Errors: INVALID_AMOUNT, LIMIT_EXCEEDED, RATE_UNAVAILABLE, PAYMENT_GATEWAY_UNAVAILABLE.
   */
  async pour(userId: string, amountKrw: Krw): Promise<string> {
    const { address, asset } = await this.addresses.of(userId, ASSET);
    await this.sampler.ensureFresh(ASSET);
    const [sample] = await this.samples.newest(this.source.manager, ASSET);
    if (sample === undefined) throw new BusinessError('RATE_UNAVAILABLE');
    const units = unitsWorth(BigInt(amountKrw), rateOfPrice(sample.priceKrw, asset.decimals));
    if (units < asset.minDepositUnits) throw new BusinessError('INVALID_AMOUNT');
    await this.countPour(userId, amountKrw);
    const payment = await this.gateway.simulatePayment(
      {
        ...address,
        ...(asset.tokenContract === null ? {} : { contract: asset.tokenContract }),
        amountUnits: units.toString(),
        confirmations: CONFIRMATIONS,
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
