import { join } from 'node:path';

import type { Provider } from '@nestjs/common';
import { AuditSigner, AuditTrail } from '@cardroom/audit';
import { REDIS_GAME } from '@cardroom/cache';
import { APP_CONFIG } from '@cardroom/platform';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';

import type { JobsConfig } from '../config/jobs.config';

/** The key of this process; null in a system that seals nothing. */
export const AUDIT_SIGNER = Symbol('AUDIT_SIGNER');

export const AUDIT_PROVIDERS: Provider[] = [
  {
    provide: AUDIT_SIGNER,
    inject: [APP_CONFIG],
    useFactory: ({ auditSigningKey }: JobsConfig) =>
      auditSigningKey === '' ? null : new AuditSigner(auditSigningKey),
  },
  {
    provide: AuditTrail,
    inject: [APP_CONFIG, DataSource, REDIS_GAME, AUDIT_SIGNER],
    useFactory: (
      config: JobsConfig,
      source: DataSource,
      redis: Redis,
      signer: AuditSigner | null,
    ) =>
      new AuditTrail({
        source,
        redis,
        redisKeyPrefix: config.redisKeyPrefix,
        folder: config.auditDir ?? join(config.dataDir, 'audit'),
        streamBlocks: config.auditStreamBlocks,
        publicKeys: [...(signer === null ? [] : [signer.publicKey]), ...config.auditPublicKeys],
      }),
  },
];
