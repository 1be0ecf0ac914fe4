import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import {
  APP_CONFIG,
  POSTING_WATCHER,
  WRITE_MARKS,
  type PlatformConfig,
  type PostingWatcher,
} from '@cardroom/platform';
import type { Redis } from 'ioredis';

import { BalanceCache } from './balance-cache';
import { CacheAside } from './cache-aside';
import { HandCopies } from './hand-copies';
import { Keys } from './keys';
import { Leftovers } from './leftovers';
import { NotificationEvents } from './notification-events';
import { Presence } from './presence';
import { RateLimiter } from './rate-limiter';
import { connectRedis, type RedisRole } from './redis-client';
import { RecentWrites } from './recent-writes';
import { RedisLifecycle } from './redis.lifecycle';
import { SessionEvents } from './session-events';
import { TableLog } from './table-log';
import { REDIS_CACHE, REDIS_GAME, REDIS_PUBSUB } from './tokens';

const connection = (token: symbol, role: RedisRole): Provider => ({
  provide: token,
  inject: [APP_CONFIG],
  useFactory: (config: PlatformConfig) => connectRedis(config, role),
});

const on = (token: symbol, of: new (redis: Redis, keys: Keys) => object): Provider => ({
  provide: of,
  inject: [token, Keys],
  useFactory: (redis: Redis, keys: Keys) => new of(redis, keys),
});

const PROVIDERS: Provider[] = [
  connection(REDIS_GAME, 'game'),
  connection(REDIS_PUBSUB, 'pubsub'),
  connection(REDIS_CACHE, 'cache'),
  {
    provide: Keys,
    inject: [APP_CONFIG],
    useFactory: (config: PlatformConfig) => new Keys(config.redisKeyPrefix),
  },
  on(REDIS_GAME, TableLog),
  on(REDIS_GAME, Presence),
  on(REDIS_GAME, Leftovers),
  on(REDIS_GAME, RateLimiter),
  on(REDIS_PUBSUB, SessionEvents),
  on(REDIS_PUBSUB, NotificationEvents),
  on(REDIS_CACHE, CacheAside),
  on(REDIS_CACHE, HandCopies),
  BalanceCache,
  RecentWrites,
  { provide: WRITE_MARKS, useExisting: RecentWrites },
  {
    provide: POSTING_WATCHER,
    inject: [BalanceCache, RecentWrites],
    useFactory: (...watchers: readonly PostingWatcher[]): PostingWatcher => ({
      balancesChanged: (userIds) => {
        for (const watcher of watchers) watcher.balancesChanged(userIds);
      },
    }),
  },
];

/** Redis for an app: a connection a role, and what is built on them. */
@Global()
@Module({})
export class RedisModule {
  static forRoot(): DynamicModule {
    return {
      module: RedisModule,
      providers: [...PROVIDERS, RedisLifecycle],
      exports: PROVIDERS,
    };
  }
}
