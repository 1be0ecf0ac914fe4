import { redisUrlOf } from '@cardroom/cache';
import type { PlatformConfig } from '@cardroom/platform';
import type { QueueOptions } from 'bull';
import { Redis, type RedisOptions } from 'ioredis';

const KEEP_ALIVE_MS = 10_000;

/**
 * How Bull reaches the Redis of the queues. Its blocking connections wait for ever by design; the
 * one for commands has a time limit, after which a command may have run: every job has an id.
 *
 * Bull leaves connections that were made for it open when it is closed, so they are kept here.
 */
export class QueueConnections {
  private readonly made: Redis[] = [];

  constructor(private readonly config: PlatformConfig) {}

  queueOptions(): QueueOptions {
    const { config } = this;
    const url = redisUrlOf(config, 'queue');
    const common: RedisOptions = {
      connectionName: `${config.redisKeyPrefix}:jobs`,
      enableReadyCheck: false,
      maxRetriesPerRequest: null,
      keepAlive: KEEP_ALIVE_MS,
      connectTimeout: config.redisSocketConnectTimeoutSeconds * 1000,
    };
    const commandTimeout = config.redisSocketTimeoutSeconds * 1000;
    return {
      // A hash tag keeps all keys of a queue on one node of a cluster.
      prefix: `{${config.redisKeyPrefix}:bull}`,
      createClient: (type) => {
        const redis = new Redis(url, type === 'client' ? { ...common, commandTimeout } : common);
        this.made.push(redis);
        return redis;
      },
    };
  }

  /** Comes after the queues were closed: nothing waits for an answer any more. */
  disconnect(): void {
    for (const redis of this.made.splice(0)) redis.disconnect();
  }
}
