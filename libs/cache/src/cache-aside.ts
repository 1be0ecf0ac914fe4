import { Injectable, Logger } from '@nestjs/common';
import { assertInvariant, counter } from '@cardroom/platform';
import type { Redis } from 'ioredis';

import type { Keys } from './keys';

const requests = counter('cache_requests_total', 'Values asked of the cache.', ['outcome']);
for (const outcome of ['hit', 'miss', 'shared']) requests.inc({ outcome }, 0);

/**
 * Values whose truth is elsewhere, kept for a moment. Nothing is decided on them: one may be as old
 * as its life span. A cache that is away slows readers down and fails nobody.
 */
@Injectable()
export class CacheAside {
  private readonly logger = new Logger(CacheAside.name);
  private readonly flights = new Map<string, Promise<unknown>>();
  private isAway = false;

  constructor(
    private readonly redis: Redis,
    private readonly keys: Keys,
  ) {}

  /**
   * The kept value, or what `load` gives, which is then kept. Readers of one process who ask at
   * the same time share one load. The value must survive JSON.
   *
   * @example cache.get(`balance:${userId}`, 1_000, () => ledger.balanceOf(userId))
   */
  get<T>(name: string, ttlMs: number, load: () => Promise<T>): Promise<T> {
    assertInvariant(Number.isSafeInteger(ttlMs) && ttlMs > 0, 'a value is kept for a while');
    const running = this.flights.get(name);
    if (running !== undefined) {
      requests.inc({ outcome: 'shared' });
      return running as Promise<T>;
    }
    const isCurrent = (): boolean => this.flights.get(name) === flight;
    const flight: Promise<T> = this.fetch(name, { ttlMs, load, isCurrent }).finally(() => {
      if (isCurrent()) this.flights.delete(name);
    });
    this.flights.set(name, flight);
    return flight;
  }

  /** After a change: the next reader loads anew, and a load that began before it is not kept. */
  async forget(name: string): Promise<void> {
    this.flights.delete(name);
    await this.ask(() => this.redis.del(this.keys.cached(name)));
  }

  private async fetch<T>(
    name: string,
    how: {
      readonly ttlMs: number;
      readonly load: () => Promise<T>;
      readonly isCurrent: () => boolean;
    },
  ): Promise<T> {
    const key = this.keys.cached(name);
    const kept = await this.ask(() => this.redis.get(key));
    requests.inc({ outcome: kept === null ? 'miss' : 'hit' });
    if (kept !== null) return JSON.parse(kept) as T;
    const value = await how.load();
    if (how.isCurrent()) {
      await this.ask(() => this.redis.set(key, JSON.stringify(value), 'PX', how.ttlMs));
    }
    return value;
  }

  /** Null where the cache has no answer. */
  private async ask<R>(question: () => Promise<R>): Promise<R | null> {
    try {
      const answer = await question();
      this.isAway = false;
      return answer;
    } catch (cause) {
      if (!this.isAway) this.logger.warn({ err: cause }, 'the cache is away');
      this.isAway = true;
      return null;
    }
  }
}
