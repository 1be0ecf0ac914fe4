import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { connectListener, waitUntilReady, type RedisSettings } from '@cardroom/cache';
import type { Redis } from 'ioredis';

/** The one connection on which this node listens; it is renewed with all it listens to. */
@Injectable()
export class NodeEars implements OnApplicationShutdown {
  private constructor(readonly redis: Redis) {}

  static async open(config: RedisSettings): Promise<NodeEars> {
    const redis = connectListener(config);
    await waitUntilReady(redis);
    return new NodeEars(redis);
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
