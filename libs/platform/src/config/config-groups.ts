import {
  IsArray,
  IsBase64,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';

import { AsList, AsNumber, AsPem, Variable } from './load-config';

export const ENVIRONMENTS = ['development', 'test', 'production'] as const;
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const isUrlOf = (protocols: string[]) =>
  IsUrl(
    { protocols, require_tld: false, require_protocol: true },
    { message: `must be a URL that begins with ${protocols.map((p) => `${p}://`).join(' or ')}` },
  );

/**
 * Settings that every app reads. The apps' own config classes extend this one: TypeScript has no
 * mixins for decorated properties, and one class keeps each name and default in one place.
 */
export class PlatformConfig {
  @Variable('NODE_ENV')
  @IsIn(ENVIRONMENTS)
  nodeEnv: (typeof ENVIRONMENTS)[number] = 'development';

  @Variable('LOG_LEVEL')
  @IsIn(LOG_LEVELS)
  logLevel: (typeof LOG_LEVELS)[number] = 'info';

  @Variable('SENTRY_DSN')
  @IsOptional()
  @isUrlOf(['http', 'https'])
  sentryDsn?: string;

  @Variable('DATA_DIR')
  @IsString()
  dataDir = '.cardroom';

  @Variable('DATABASE_URL')
  @isUrlOf(['postgres', 'postgresql'])
  databaseUrl!: string;

  @Variable('DATABASE_POOL_SIZE')
  @AsNumber()
  @IsInt()
  @Min(1)
  databasePoolSize = 50;

  @Variable('DATABASE_MAX_OVERFLOW')
  @AsNumber()
  @IsInt()
  @Min(0)
  databaseMaxOverflow = 30;

  @Variable('DATABASE_POOL_TIMEOUT')
  @AsNumber()
  @IsInt()
  @Min(1)
  databasePoolTimeoutSeconds = 30;

  @Variable('DATABASE_POOL_RECYCLE')
  @AsNumber()
  @IsInt()
  @Min(1)
  databasePoolRecycleSeconds = 1800;

  @Variable('DATABASE_STATEMENT_TIMEOUT_MS')
  @AsNumber()
  @IsInt()
  @Min(100)
  databaseStatementTimeoutMs = 10_000;

  @Variable('REDIS_URL')
  @isUrlOf(['redis', 'rediss'])
  redisUrl!: string;

  @Variable('REDIS_GAME_URL')
  @IsOptional()
  @isUrlOf(['redis', 'rediss'])
  redisGameUrl?: string;

  @Variable('REDIS_QUEUE_URL')
  @IsOptional()
  @isUrlOf(['redis', 'rediss'])
  redisQueueUrl?: string;

  @Variable('REDIS_PUBSUB_URL')
  @IsOptional()
  @isUrlOf(['redis', 'rediss'])
  redisPubsubUrl?: string;

  @Variable('REDIS_CACHE_URL')
  @IsOptional()
  @isUrlOf(['redis', 'rediss'])
  redisCacheUrl?: string;

  @Variable('REDIS_SOCKET_TIMEOUT')
  @AsNumber()
  @IsInt()
  @Min(1)
  redisSocketTimeoutSeconds = 5;

  @Variable('REDIS_SOCKET_CONNECT_TIMEOUT')
  @AsNumber()
  @IsInt()
  @Min(1)
  redisSocketConnectTimeoutSeconds = 5;

  @Variable('REDIS_KEY_PREFIX')
  @Matches(/^[a-z0-9-]{1,40}$/, { message: 'must be 1 to 40 of a-z, 0-9 and -' })
  redisKeyPrefix = 'cr';
}

/** Settings of apps that check access tokens and listen to people. */
export class EdgeConfig extends PlatformConfig {
  @Variable('TRUSTED_PROXIES')
  @AsList()
  @IsArray()
  @Matches(/^[0-9a-fA-F:.]+(\/\d{1,3})?$/, {
    each: true,
    message: 'must be addresses or CIDR blocks, separated by commas',
  })
  trustedProxies: string[] = [];

  @Variable('JWT_PUBLIC_KEY')
  @AsPem()
  @Matches(/^-----BEGIN PUBLIC KEY-----/, { message: 'must be a PEM public key of P-256' })
  jwtPublicKey!: string;

  @Variable('JWT_ISSUER')
  @MinLength(1)
  jwtIssuer = 'cardroom';

  @Variable('JWT_AUDIENCE')
  @MinLength(1)
  jwtAudience = 'cardroom';

  @Variable('CARD_SEAL_KEY')
  @IsBase64({}, { message: 'must be 32 bytes in base64' })
  @Matches(/^.{44}$/, { message: 'must be 32 bytes in base64' })
  cardSealKey!: string;
}

/** The largest port number. */
const MAX_PORT = 65_535;

/** A TCP port; 0 lets the system choose. */
export const IsPortNumber = (): PropertyDecorator => {
  return (prototype, property) => {
    AsNumber()(prototype, property);
    IsInt()(prototype, property);
    Min(0)(prototype, property);
    Max(MAX_PORT)(prototype, property);
  };
};
