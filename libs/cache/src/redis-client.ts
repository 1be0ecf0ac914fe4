import { Logger } from '@nestjs/common';
import type { PlatformConfig } from '@cardroom/platform';
import { Redis, type RedisOptions } from 'ioredis';

export const REDIS_ROLES = ['game', 'queue', 'pubsub', 'cache'] as const;
export type RedisRole = (typeof REDIS_ROLES)[number];

const MAX_RETRY_PAUSE_MS = 2_000;
const READY_TIMEOUT_MS = 60_000;

/** The URL of a role; by default all roles use one server. */
export function redisUrlOf(config: PlatformConfig, role: RedisRole): string {
  const own = {
    game: config.redisGameUrl,
    queue: config.redisQueueUrl,
    pubsub: config.redisPubsubUrl,
    cache: config.redisCacheUrl,
  }[role];
  return own ?? config.redisUrl;
}

/**
 * Options of the request path: nothing is queued while Redis is down, because a queue would be
 * played to the emptied server; every command has a time limit, after which it may have run.
 */
export const requestPathOptions = (config: PlatformConfig): RedisOptions => ({
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: config.redisSocketTimeoutSeconds * 1000,
  connectTimeout: config.redisSocketConnectTimeoutSeconds * 1000,
  keepAlive: 10_000,
  retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), MAX_RETRY_PAUSE_MS),
});

/** A connection of a role; says once when it goes away and once when it is back. */
export function connectRedis(config: PlatformConfig, role: RedisRole): Redis {
  const logger = new Logger(`Redis ${role}`);
  const client = new Redis(redisUrlOf(config, role), requestPathOptions(config));
  let isAway = false;
  client.on('error', (error: Error) => {
    if (!isAway) logger.warn({ reason: error.message }, 'Redis is away');
    isAway = true;
  });
  client.on('ready', () => {
    if (isAway) logger.log('Redis is back');
    isAway = false;
  });
  return client;
}

/** Waits for a connection that may still be coming up. Errors: rejects after a minute. */
export async function waitUntilReady(client: Redis): Promise<void> {
  if (client.status === 'ready') return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      client.off('ready', onReady);
      reject(new Error('Redis did not come up in time'));
    }, READY_TIMEOUT_MS);
    const onReady = (): void => {
      clearTimeout(timer);
      resolve();
    };
    client.once('ready', onReady);
  });
}
