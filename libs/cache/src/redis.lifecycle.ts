import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_CONFIG, HealthRegistry, PlatformConfig } from '@cardroom/platform';
import type { Redis } from 'ioredis';

import { connectRedis, redisUrlOf, waitUntilReady, type RedisRole } from './redis-client';
import { REDIS_CACHE, REDIS_GAME, REDIS_PUBSUB } from './tokens';

/** Starts with Redis, stops with the app, and says how Redis is. */
@Injectable()
export class RedisLifecycle implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(RedisLifecycle.name);

  constructor(
    @Inject(APP_CONFIG) private readonly config: PlatformConfig,
    @Inject(REDIS_GAME) private readonly game: Redis,
    @Inject(REDIS_PUBSUB) private readonly pubsub: Redis,
    @Inject(REDIS_CACHE) private readonly cache: Redis,
    private readonly health: HealthRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    try {
      await this.open();
    } catch (cause) {
      this.onApplicationShutdown();
      throw cause;
    }
    for (const [name, client] of [
      ['redis', this.game],
      ['redis-pubsub', this.pubsub],
    ] as const) {
      this.health.addReadinessCheck({
        name,
        check: async () => {
          await client.ping();
        },
      });
    }
  }

  onApplicationShutdown(): void {
    for (const client of [this.game, this.pubsub, this.cache]) client.disconnect();
  }

  /** The cache is not waited for: everything works without it. */
  private async open(): Promise<void> {
    await Promise.all([waitUntilReady(this.game), waitUntilReady(this.pubsub)]);
    await this.checkEviction('game', this.game);
    await this.checkQueueEviction();
  }

  /** Bull makes its own connections; only a server of its own has to be asked. */
  private async checkQueueEviction(): Promise<void> {
    if (redisUrlOf(this.config, 'queue') === redisUrlOf(this.config, 'game')) return;
    const queue = connectRedis(this.config, 'queue');
    try {
      await waitUntilReady(queue);
      await this.checkEviction('queue', queue);
    } finally {
      queue.disconnect();
    }
  }

  /** An evicting policy would drop leases, hands and jobs. A server that hides it is believed. */
  private async checkEviction(role: RedisRole, client: Redis): Promise<void> {
    const memory = await client.info('memory').catch(() => '');
    const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'noeviction';
    if (policy === 'noeviction') return;
    const fault = `Redis of the ${role} role runs with maxmemory-policy ${policy}, not noeviction`;
    if (this.config.nodeEnv === 'production') throw new Error(fault);
    this.logger.warn(`${fault}: it may drop hands and jobs`);
  }
}
