import {
  Global,
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnModuleInit,
} from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { APP_CONFIG, HealthRegistry, sampledGauge, type PlatformConfig } from '@cardroom/platform';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

import { assertDurable, assertMigrated, dataSourceOptions } from './data-source';
import { KillSwitches } from './kill-switches';
import { Reads } from './reads';
import { Replica } from './replica';
import { SessionGuard } from './session-guard';

const CONNECT_ATTEMPTS = 30;
const CONNECT_PAUSE_MS = 1_000;

const poolOf = (source: DataSource): Pool | undefined =>
  (source.driver as { readonly master?: Pool }).master;

/** What the pool is doing, read when the metrics are asked for. */
function measurePool(pool: Pool | undefined): void {
  sampledGauge(
    'db_connection_pool_waiting',
    'Requests that wait for a connection.',
    () => pool?.waitingCount ?? 0,
  );
  sampledGauge(
    'db_connection_pool_used',
    'Connections that serve a request.',
    () => (pool?.totalCount ?? 0) - (pool?.idleCount ?? 0),
  );
}

/** Checks the server at the start, and says on `/health/ready` whether it serves. */
@Injectable()
class DatabaseReadiness implements OnModuleInit {
  private isMigrated = false;

  constructor(
    @Inject(getDataSourceToken()) private readonly source: DataSource,
    private readonly health: HealthRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    await assertDurable(this.source);
    measurePool(poolOf(this.source));
    this.health.addReadinessCheck({
      name: 'postgresql',
      check: async () => {
        await this.source.query('SELECT 1');
      },
    });
    this.health.addReadinessCheck({ name: 'migrations', check: () => this.checkMigrations() });
  }

  /** A schema does not grow older: once it is right it stays so. */
  private async checkMigrations(): Promise<void> {
    if (this.isMigrated) return;
    await assertMigrated(this.source);
    this.isMigrated = true;
  }
}

/** PostgreSQL for an app: waits for a server that comes up later than the app. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot({ readOnly = false }: { readonly readOnly?: boolean } = {}): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [APP_CONFIG],
          useFactory: (config: PlatformConfig) => ({
            ...dataSourceOptions(config, { readOnly }),
            retryAttempts: CONNECT_ATTEMPTS,
            retryDelay: CONNECT_PAUSE_MS,
            verboseRetryLog: true,
          }),
        }),
      ],
      providers: [DatabaseReadiness, SessionGuard, KillSwitches, Replica, Reads],
      exports: [SessionGuard, KillSwitches, Reads],
    };
  }
}
