import { setTimeout as sleep } from 'node:timers/promises';

import { Keys, type LogEntry } from '@cardroom/cache';
import { Redis } from 'ioredis';

import type { History } from './history';

const EVERY_MS = 200;

/** Reads along what is written to the logs of tables, for as long as Redis keeps it. */
export class LogCollector {
  private readonly redis: Redis;
  private readonly keys: Keys;
  private readonly newest = new Map<string, number>();
  private isOver = false;
  private running: Promise<void> = Promise.resolve();

  constructor(
    place: { readonly redisUrl: string; readonly redisKeyPrefix: string },
    private readonly history: Pick<History, 'log'>,
  ) {
    this.redis = new Redis(place.redisUrl, {
      ...{ maxRetriesPerRequest: 0, enableOfflineQueue: false, commandTimeout: 2_000 },
      retryStrategy: () => EVERY_MS,
    });
    this.redis.on('error', () => undefined);
    this.keys = new Keys(place.redisKeyPrefix);
  }

  start(tableIds: readonly string[]): void {
    this.running = this.run(tableIds);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.running;
    this.redis.disconnect();
  }

  /** The nodes that have the leases of tables; null for none. */
  owners(tableIds: readonly string[]): Promise<(string | null)[]> {
    return Promise.all(tableIds.map((tableId) => this.redis.get(this.keys.tableLease(tableId))));
  }

  /** Takes a lease from whoever has it. */
  async dropLease(tableId: string): Promise<void> {
    await this.redis.del(this.keys.tableLease(tableId));
  }

  /** The connection, for questions to nodes. */
  get connection(): Redis {
    return this.redis;
  }

  /** All that is there now and was not read before. */
  async collect(tableIds: readonly string[]): Promise<void> {
    for (const tableId of tableIds) await this.read(tableId);
  }

  private async run(tableIds: readonly string[]): Promise<void> {
    while (!this.isOver) {
      // While Redis is away there is nothing to read.
      await this.collect(tableIds).catch(() => undefined);
      await sleep(EVERY_MS);
    }
  }

  private async read(tableId: string): Promise<void> {
    const version = Number(await this.redis.hget(this.keys.table(tableId), 'version'));
    const missed = version - (this.newest.get(tableId) ?? 0);
    if (missed === 0) return;
    // One that was read is read again: it must still be the same.
    const texts = await this.redis.lrange(this.keys.tableLog(tableId), -Math.abs(missed) - 1, -1);
    for (const text of texts) {
      const { version: at, token, cmdId = null } = JSON.parse(text) as LogEntry;
      this.history.log({ tableId, version: at, token, commandId: cmdId, text });
      this.newest.set(tableId, at);
    }
  }
}
