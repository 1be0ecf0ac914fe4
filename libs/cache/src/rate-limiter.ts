import { Injectable, Logger } from '@nestjs/common';
import { assertInvariant } from '@cardroom/platform';
import type { Redis, Result } from 'ioredis';

import type { Keys } from './keys';

/**
 * A window that slides: the list holds when the subject was let through, by the clock of Redis.
 * Who is refused is not written down, so the list is never longer than the limit.
 *
 * KEYS list; ARGV limit, window: answers whether, how many are left, ms until the next is free
 */
const CONSUME_SCRIPT = `
local limit, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local oldest = redis.call('LINDEX', KEYS[1], 0)
while oldest and tonumber(oldest) <= now - window do
  redis.call('LPOP', KEYS[1])
  oldest = redis.call('LINDEX', KEYS[1], 0)
end
local used = redis.call('LLEN', KEYS[1])
if used >= limit then return {0, 0, tonumber(oldest) + window - now} end
redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], window)
return {1, limit - used - 1, tonumber(oldest or now) + window - now}
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    rateConsume(...args: (string | number)[]): Result<[number, number, number], Context>;
  }
}

export interface RateRule {
  readonly scope: string;
  readonly limit: number;
  readonly windowMs: number;
  /** Guessing must not become free when nobody can count: refuse what guards a secret. */
  readonly whenRedisIsAway: 'refuse' | 'allow';
}

export interface RateVerdict {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the oldest one counted leaves the window. */
  readonly resetMs: number;
}

/** Counts in Redis what may be done only so often, so that all processes share the count. */
@Injectable()
export class RateLimiter {
  private readonly logger = new Logger(RateLimiter.name);
  private isBlind = false;

  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {
    redis.defineCommand('rateConsume', { numberOfKeys: 1, lua: CONSUME_SCRIPT });
  }

  /** Forgets what was counted for a subject. */
  async forget(scope: string, subject: string): Promise<void> {
    try {
      await this.redis.del(this.keys.rateLimit(scope, subject));
    } catch (cause) {
      this.logger.warn({ scope, err: cause }, 'what was counted could not be forgotten');
    }
  }

  async consume(rule: RateRule, subject: string): Promise<RateVerdict> {
    const { scope, limit, windowMs } = rule;
    assertInvariant(Number.isSafeInteger(limit) && limit > 0, 'a limit is a positive number');
    assertInvariant(Number.isSafeInteger(windowMs) && windowMs > 0, 'a window lasts a while');
    try {
      const key = this.keys.rateLimit(scope, subject);
      const [allowed, remaining, resetMs] = await this.redis.rateConsume(key, limit, windowMs);
      this.isBlind = false;
      return { allowed: allowed === 1, remaining, resetMs };
    } catch (cause) {
      if (!this.isBlind) this.logger.warn({ scope, err: cause }, 'requests cannot be counted');
      this.isBlind = true;
      return { allowed: rule.whenRedisIsAway === 'allow', remaining: 0, resetMs: windowMs };
    }
  }
}
