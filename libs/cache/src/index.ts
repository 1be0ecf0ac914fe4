export { KEY_CATALOGUE, Keys } from './keys';
export type { KeySpec } from './keys';
export { connectListener, connectRedis, redisUrlOf, waitUntilReady } from './redis-client';
export type { RedisRole, RedisSettings } from './redis-client';
export { TableLog } from './table-log';
export type {
  ClaimOutcome,
  CommandAnswer,
  CommitOutcome,
  CommitRequest,
  LoadedTable,
  LogEntry,
  PublicEntry,
} from './table-log.types';
export { Leases } from './lease';
export { NodeRegistry } from './node-registry';
export type { LiveNode, NodeLoad } from './node-registry';
export { NodeLine } from './node-line';
export type { LineAnswer } from './node-line';
export { LobbyStore } from './lobby-store';
export { Leftovers } from './leftovers';
export { Presence } from './presence';
export type { Connection } from './presence';
export { RateLimiter } from './rate-limiter';
export type { RateRule, RateVerdict } from './rate-limiter';
export { CacheAside } from './cache-aside';
export { BalanceCache } from './balance-cache';
export { Channel } from './channel';
export { SessionEvents } from './session-events';
export type { SessionRevoked } from './session-events';
export { HandCopies } from './hand-copies';
export { NotificationEvents } from './notification-events';
export type { NotificationEvent } from './notification-events';
export { REDIS_CACHE, REDIS_GAME, REDIS_PUBSUB } from './tokens';
export { RedisModule } from './redis.module';
