import { Logger } from '@nestjs/common';
import { noteStorageRefusal, type PlatformConfig } from '@cardroom/platform';
import type { Redis, RedisOptions } from 'ioredis';

import { ListeningRedis } from './listening-redis';
import { TurnRedis } from './turn-redis';

export type RedisRole = 'game' | 'queue' | 'pubsub' | 'cache';

/** What of the settings a connection is made from. */
export type RedisSettings = Pick<
  PlatformConfig,
  | 'redisUrl'
  | 'redisGameUrl'
  | 'redisQueueUrl'
  | 'redisPubsubUrl'
  | 'redisCacheUrl'
  | 'redisSocketTimeoutSeconds'
  | 'redisSocketConnectTimeoutSeconds'
>;

const MAX_RETRY_PAUSE_MS = 2_000;
const READY_TIMEOUT_MS = 60_000;

/** The URL of a role; by default all roles use one server. */
export function redisUrlOf(config: RedisSettings, role: RedisRole): string {
  const own = {
    game: config.redisGameUrl,
    queue: config.redisQueueUrl,
    pubsub: config.redisPubsubUrl,
    cache: config.redisCacheUrl,
  }[role];
  return own ?? config.redisUrl;
}

/**
 * Options of the request path: nothing is queued or sent again while Redis is down, because it
 * would be played to the emptied server; every command has a time limit, after which it may have
 * run.
 */
const requestPathOptions = (config: RedisSettings): RedisOptions => ({
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  commandTimeout: config.redisSocketTimeoutSeconds * 1000,
  connectTimeout: config.redisSocketConnectTimeoutSeconds * 1000,
  keepAlive: 10_000,
  retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 6), MAX_RETRY_PAUSE_MS),
});

/** A connection of a role; says once when it goes away and once when it is back. */
export function connectRedis(config: RedisSettings, role: RedisRole): Redis {
  const client = new TurnRedis(redisUrlOf(config, role), requestPathOptions(config));
  return lookedAfter(client, config, role);
}

/** A connection that only listens, and listens again to all it has to after each break. */
export function connectListener(config: RedisSettings): Redis {
  const options = requestPathOptions(config);
  return lookedAfter(new ListeningRedis(redisUrlOf(config, 'pubsub'), options), config, 'pubsub');
}

function lookedAfter(client: Redis, config: RedisSettings, role: RedisRole): Redis {
  tellChanges(client, new Logger(`Redis ${role}`));
  leaveSilentServers(client, config.redisSocketTimeoutSeconds * 1000);
  return client;
}

function tellChanges(client: Redis, logger: Logger): void {
  let isAway = false;
  const away = (error?: NodeJS.ErrnoException): void => {
    const reason = error?.code ?? error?.message ?? 'the connection was closed';
    if (!isAway) logger.warn({ reason }, 'Redis is away');
    isAway = true;
  };
  client.on('error', away);
  client.on('reconnecting', () => away());
  client.on('ready', () => {
    if (isAway) logger.log('Redis is back');
    isAway = false;
  });
}

/**
 * A line that was cut without a word, and one that only listens, would wait for minutes: whoever
 * does not answer a ping in time is connected to anew.
 */
function leaveSilentServers(client: Redis, everyMs: number): void {
  const timer = setInterval(() => {
    if (client.status !== 'ready') return;
    client.ping().catch((error: unknown) => {
      // Redis refuses even this where it cannot write its file.
      noteStorageRefusal(error);
      const isSilent = error instanceof Error && error.message === 'Command timed out';
      if (isSilent && client.status === 'ready') client.stream.destroy();
    });
  }, everyMs).unref();
  client.once('end', () => {
    clearInterval(timer);
  });
}

/** Waits for a connection that may still be coming up. Errors: rejects after a minute, or when closed. */
export async function waitUntilReady(client: Redis): Promise<void> {
  if (client.status === 'ready') return;
  await new Promise<void>((resolve, reject) => {
    const finish = (settle: () => void) => (): void => {
      clearTimeout(timer);
      client.off('ready', onReady);
      client.off('end', onEnd);
      settle();
    };
    const onReady = finish(resolve);
    const onEnd = finish(() => {
      reject(new Error('The connection to Redis was closed'));
    });
    const timer = setTimeout(
      finish(() => {
        reject(new Error('Redis did not come up in time'));
      }),
      READY_TIMEOUT_MS,
    );
    client.once('ready', onReady);
    client.once('end', onEnd);
  });
}
