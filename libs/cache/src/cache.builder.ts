import { testRedisPrefix, testRedisUrl } from '@cardroom/testing';
import type { Redis } from 'ioredis';

import { Keys } from './keys';
import { connectRedis, waitUntilReady, type RedisSettings } from './redis-client';
import type { CommitRequest } from './table-log.types';

export const settings = (redisUrl = testRedisUrl()): RedisSettings => ({
  redisUrl,
  redisSocketTimeoutSeconds: 1,
  redisSocketConnectTimeoutSeconds: 1,
});

/** Connections for one suite and keys that no other suite has. */
export class TestRedis {
  readonly keys = new Keys(testRedisPrefix());
  private readonly clients: Redis[] = [];

  constructor(private readonly url?: string) {}

  async connect(): Promise<Redis> {
    const client = connectRedis(settings(this.url), 'game');
    this.clients.push(client);
    await waitUntilReady(client);
    return client;
  }

  close(): void {
    for (const client of this.clients) client.disconnect();
  }
}

export const TABLE_ID = '0193a5d2-0000-7000-8000-000000000001';
export const INCARNATION = 'first';

/** A commit of one event under token 1, after version 0, unless said otherwise. */
export const commitOf = (given: Partial<CommitRequest> = {}): CommitRequest => ({
  tableId: TABLE_ID,
  token: 1,
  incarnation: INCARNATION,
  expectedVersion: 0,
  entry: { atMs: 1_700_000_000_000, requestId: 'request', events: [{ type: 'happened' }] },
  ...given,
});

export const claimOf = (tableId: string, token = 1, incarnation = INCARNATION) => ({
  tableId,
  token,
  incarnation,
  firstVersion: 0,
});
