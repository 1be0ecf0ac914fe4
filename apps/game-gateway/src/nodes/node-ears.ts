import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { connectRedis, waitUntilReady, type RedisSettings } from '@cardroom/cache';
import type { Redis } from 'ioredis';

/** The one connection on which this node listens; ioredis renews it with all it listens to. */
@Injectable()
export class NodeEars implements OnApplicationShutdown {
  private constructor(readonly redis: Redis) {}

  static async open(config: RedisSettings): Promise<NodeEars> {
    const redis = connectRedis(config, 'pubsub');
    await waitUntilReady(redis);
    return new NodeEars(redis);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
