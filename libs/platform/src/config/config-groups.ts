import { IsOptional } from 'class-validator';

import { Variable } from './load-config';
import {
  IsListOf,
  IsOneOf,
  IsPublicKey,
  IsText,
  IsUrlOf,
  IsWholeNumber,
  Rule,
  isAddressBlock,
  isBase64Of,
} from './setting-rules';

export const ENVIRONMENTS = ['development', 'test', 'production'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Settings that every app reads. The apps' own config classes extend this one: TypeScript has no
 * mixins for decorated properties, and one class keeps each name and default in one place.
 */
export class PlatformConfig {
  @Variable('NODE_ENV')
  @IsOneOf(ENVIRONMENTS)
  nodeEnv: (typeof ENVIRONMENTS)[number] = 'development';

  @Variable('LOG_LEVEL')
  @IsOneOf(LOG_LEVELS)
  logLevel: (typeof LOG_LEVELS)[number] = 'info';

  @Variable('SENTRY_DSN')
  @IsOptional()
  @IsUrlOf('http', 'https')
  sentryDsn?: string;

  @Variable('OTLP_TRACES_URL')
  @IsOptional()
  @IsUrlOf('http', 'https')
  otlpTracesUrl?: string;

  @Variable('OTLP_TRACES_PERCENT')
  @IsWholeNumber({ min: 1, max: 100 })
  tracesPercent = 100;

  @Variable('DATA_DIR')
  @IsText(/^[^\0]+$/, 'must be a path')
  dataDir = '.cardroom';

  @Variable('DATABASE_URL')
  @IsUrlOf('postgres', 'postgresql')
  databaseUrl!: string;

  @Variable('DATABASE_REPLICA_URL')
  @IsOptional()
  @IsUrlOf('postgres', 'postgresql')
  databaseReplicaUrl?: string;

  @Variable('DATABASE_POOL_SIZE')
  @IsWholeNumber({ min: 1 })
  databasePoolSize = 50;

  @Variable('DATABASE_MAX_OVERFLOW')
  @IsWholeNumber({ min: 0 })
  databaseMaxOverflow = 30;

  @Variable('DATABASE_POOL_TIMEOUT')
  @IsWholeNumber({ min: 1 })
  databasePoolTimeoutSeconds = 30;

  @Variable('DATABASE_POOL_RECYCLE')
  @IsWholeNumber({ min: 1 })
  databasePoolRecycleSeconds = 1800;

  @Variable('DATABASE_STATEMENT_TIMEOUT_MS')
  @IsWholeNumber({ min: 100 })
  databaseStatementTimeoutMs = 10_000;

  @Variable('REDIS_URL')
  @IsUrlOf('redis', 'rediss')
  redisUrl!: string;

  @Variable('REDIS_GAME_URL')
  @IsOptional()
  @IsUrlOf('redis', 'rediss')
  redisGameUrl?: string;

  @Variable('REDIS_QUEUE_URL')
  @IsOptional()
  @IsUrlOf('redis', 'rediss')
  redisQueueUrl?: string;

  @Variable('REDIS_PUBSUB_URL')
  @IsOptional()
  @IsUrlOf('redis', 'rediss')
  redisPubsubUrl?: string;

  @Variable('REDIS_CACHE_URL')
  @IsOptional()
  @IsUrlOf('redis', 'rediss')
  redisCacheUrl?: string;

  @Variable('REDIS_SOCKET_TIMEOUT')
  @IsWholeNumber({ min: 1 })
  redisSocketTimeoutSeconds = 5;

  @Variable('REDIS_SOCKET_CONNECT_TIMEOUT')
  @IsWholeNumber({ min: 1 })
  redisSocketConnectTimeoutSeconds = 5;

  @Variable('REDIS_KEY_PREFIX')
  @IsText(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 of a-z, 0-9 and -')
  redisKeyPrefix = 'cr';
}

/** Settings of apps that check access tokens and listen to people. */
export class EdgeConfig extends PlatformConfig {
  @Variable('TRUSTED_PROXIES')
  @IsListOf('must be addresses or CIDR blocks, separated by commas', isAddressBlock)
  trustedProxies: string[] = [];

  @Variable('JWT_PUBLIC_KEY')
  @IsPublicKey()
  jwtPublicKey!: string;

  @Variable('JWT_ISSUER')
  @IsText(/\S/, 'must not be blank')
  jwtIssuer = 'cardroom';

  @Variable('JWT_AUDIENCE')
  @IsText(/\S/, 'must not be blank')
  jwtAudience = 'cardroom';

  @Variable('CARD_SEAL_KEY')
  @Rule('must be 32 bytes in base64', (value) => isBase64Of(32, value))
  cardSealKey!: string;
}
