import { Inject, Injectable, Logger } from '@nestjs/common';
import { ThrottlerStorageRedisService } from '@nest-lab/throttler-storage-redis';
import { Keys, REDIS_GAME } from '@cardroom/cache';
import { APP_CONFIG, BusinessError } from '@cardroom/platform';
import type { Redis } from 'ioredis';

import type { WalletApiConfig } from '../config/wallet-api.config';

export const RATE_SCOPES = ['login', 'register', 'default'] as const;
export type RateScope = (typeof RATE_SCOPES)[number];

const WINDOW_MS = 60_000;

/** Counts requests in Redis, so that all processes share the count. */
@Injectable()
export class RateLimiter {
  private readonly logger = new Logger(RateLimiter.name);
  private readonly storage: ThrottlerStorageRedisService;

  constructor(
    @Inject(REDIS_GAME) redis: Redis,
    @Inject(APP_CONFIG) private readonly config: WalletApiConfig,
    private readonly keys: Keys,
  ) {
    this.storage = new ThrottlerStorageRedisService(redis);
  }

  /**
   * Counts one request of a subject. Without Redis nobody may guess passwords: login and register
   * are refused; everything else goes on.
   *
   * Errors: BusinessError RATE_LIMITED with `retryAfterSeconds`, SERVICE_UNAVAILABLE.
   */
  async hit(scope: RateScope, subject: string): Promise<void> {
    const key = this.keys.rateLimit(scope, subject);
    const limit = this.limitOf(scope);
    let hit: Awaited<ReturnType<ThrottlerStorageRedisService['increment']>>;
    try {
      hit = await this.storage.increment(key, WINDOW_MS, limit, WINDOW_MS, scope);
    } catch (cause) {
      this.logger.warn({ scope, err: cause }, 'requests cannot be counted');
      if (scope === 'default') return;
      throw new BusinessError('SERVICE_UNAVAILABLE');
    }
    if (hit.isBlocked) {
      const retryAfterSeconds = Math.max(1, hit.timeToBlockExpire);
      throw new BusinessError('RATE_LIMITED', { retryAfterSeconds });
    }
  }

  private limitOf(scope: RateScope): number {
    const { loginLimitPerMinute, registerLimitPerMinute, defaultLimitPerMinute } = this.config;
    return {
      login: loginLimitPerMinute,
      register: registerLimitPerMinute,
      default: defaultLimitPerMinute,
    }[scope];
  }
}
