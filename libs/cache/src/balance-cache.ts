import { Injectable } from '@nestjs/common';
import type { PostingWatcher } from '@cardroom/platform';

import { CacheAside } from './cache-aside';

const TTL_MS = 1_000;

const nameOf = (userId: string): string => `balance:${userId}`;

/** Players' balances for showing: kept for a second, dropped when something is posted. */
@Injectable()
export class BalanceCache implements PostingWatcher {
  constructor(private readonly cache: CacheAside) {}

  /** What is kept, else what `load` reads from the books. Nothing is decided on it. */
  get<T>(userId: string, load: () => Promise<T>): Promise<T> {
    return this.cache.get(nameOf(userId), TTL_MS, load);
  }

  balancesChanged(userIds: readonly string[]): void {
    // A cache that is away logs it, and what it keeps is gone within a second anyway.
    for (const userId of userIds) void this.cache.forget(nameOf(userId));
  }
}
