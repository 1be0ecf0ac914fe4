import { Inject, Injectable, Logger } from '@nestjs/common';
import {
  APP_CONFIG,
  type PlatformConfig,
  type PostingWatcher,
  type WriteMarks,
} from '@cardroom/platform';
import type { Redis } from 'ioredis';

import { Keys } from './keys';
import { REDIS_GAME } from './tokens';

/** A second longer than a replica that is read may be behind. */
const MARK_MS = 11_000;

/** Users who have just written, kept in Redis for all processes. Idle where there is no replica. */
@Injectable()
export class RecentWrites implements WriteMarks, PostingWatcher {
  private readonly logger = new Logger(RecentWrites.name);
  private readonly isNeeded: boolean;

  constructor(
    // What may be evicted does not serve: a mark that is gone early shows old data.
    @Inject(REDIS_GAME) private readonly redis: Redis,
    private readonly keys: Keys,
    @Inject(APP_CONFIG) { databaseReplicaUrl }: PlatformConfig,
  ) {
    this.isNeeded = databaseReplicaUrl !== undefined;
  }

  async mark(userIds: readonly string[]): Promise<void> {
    if (!this.isNeeded) return;
    try {
      await Promise.all(
        userIds.map((userId) => this.redis.set(this.keys.recentWrite(userId), '1', 'PX', MARK_MS)),
      );
    } catch (cause) {
      this.logger.warn({ err: cause }, 'a writer may read what was before, for some seconds');
    }
  }

  async isMarked(userId: string): Promise<boolean> {
    try {
      return (await this.redis.exists(this.keys.recentWrite(userId))) === 1;
    } catch {
      return true;
    }
  }

  balancesChanged(userIds: readonly string[]): void {
    void this.mark(userIds);
  }
}
