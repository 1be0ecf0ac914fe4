import {
  Global,
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { APP_CONFIG, HealthRegistry, type PlatformConfig } from '@cardroom/platform';
import type { Redis } from 'ioredis';

import { Keys } from './keys';
import { Leases } from './lease';
import { connectRedis, waitUntilReady } from './redis-client';
import { SessionEvents } from './session-events';
import { TableLog } from './table-log';

/** Connections of the game role: logs and leases of tables. */
export const REDIS_GAME = Symbol('REDIS_GAME');

/** Connections of the pub/sub role, for publishing; subscribers are connected by who listens. */
export const REDIS_PUBSUB = Symbol('REDIS_PUBSUB');

@Injectable()
class RedisLifecycle implements OnModuleInit, OnApplicationShutdown {
  constructor(
    @Inject(REDIS_GAME) private readonly game: Redis,
    @Inject(REDIS_PUBSUB) private readonly pubsub: Redis,
    private readonly health: HealthRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    await Promise.all([waitUntilReady(this.game), waitUntilReady(this.pubsub)]);
    await this.assertNothingIsEvicted();
    this.health.addReadinessCheck({
      name: 'redis',
      check: async () => {
        await this.game.ping();
      },
    });
  }

  onApplicationShutdown(): void {
    this.game.disconnect();
    this.pubsub.disconnect();
  }

  /** An evicting policy would drop leases and hands. A server that hides its settings is believed. */
  private async assertNothingIsEvicted(): Promise<void> {
    const reply = await this.game.config('GET', 'maxmemory-policy').catch(() => []);
    const policy = Array.isArray(reply) ? (reply as unknown[])[1] : undefined;
    if (policy !== undefined && policy !== 'noeviction') {
      throw new Error('Redis of the game role must run with maxmemory-policy noeviction');
    }
  }
}

const ofGame = <T>(make: (redis: Redis, keys: Keys) => T) => ({
  inject: [REDIS_GAME, Keys],
  useFactory: make,
});

/** Redis for an app. */
@Global()
@Module({})
export class RedisModule {
  static forRoot(): DynamicModule {
    const shared = [
      {
        provide: REDIS_GAME,
        inject: [APP_CONFIG],
        useFactory: (config: PlatformConfig) => connectRedis(config, 'game'),
      },
      {
        provide: REDIS_PUBSUB,
        inject: [APP_CONFIG],
        useFactory: (config: PlatformConfig) => connectRedis(config, 'pubsub'),
      },
      {
        provide: Keys,
        inject: [APP_CONFIG],
        useFactory: (config: PlatformConfig) => new Keys(config.redisKeyPrefix),
      },
      { provide: TableLog, ...ofGame((redis, keys) => new TableLog(redis, keys)) },
      { provide: Leases, ...ofGame((redis, keys) => new Leases(redis, keys)) },
      {
        provide: SessionEvents,
        inject: [REDIS_PUBSUB, Keys],
        useFactory: (redis: Redis, keys: Keys) => new SessionEvents(redis, keys),
      },
    ];
    return {
      module: RedisModule,
      providers: [...shared, RedisLifecycle],
      exports: shared,
    };
  }
}
