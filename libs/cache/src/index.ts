export { Keys } from './keys';
export { connectRedis, redisUrlOf, REDIS_ROLES, waitUntilReady } from './redis-client';
export type { RedisRole } from './redis-client';
export { TableLog } from './table-log';
export type {
  ClaimOutcome,
  CommandAnswer,
  CommitOutcome,
  CommitRequest,
  LoadedTable,
  LogEntry,
} from './table-log';
export { Leases } from './lease';
export { SessionEvents } from './session-events';
export type { SessionRevoked } from './session-events';
export { REDIS_GAME, REDIS_PUBSUB, RedisModule } from './redis.module';
