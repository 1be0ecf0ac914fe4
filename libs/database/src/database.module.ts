import {
  Global,
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnModuleInit,
} from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { APP_CONFIG, HealthRegistry, gauge, type PlatformConfig } from '@cardroom/platform';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

import { assertDurable, assertMigrated, dataSourceOptions } from './data-source';
import { SessionGuard } from './session-guard';

const CONNECT_ATTEMPTS = 30;
const CONNECT_PAUSE_MS = 1_000;

const poolOf = (source: DataSource): Pool | undefined =>
  (source.driver as { readonly master?: Pool }).master;

/** Checks the server at the start, and says on `/health/ready` whether it serves. */
@Injectable()
class DatabaseReadiness implements OnModuleInit {
  constructor(
    @Inject(getDataSourceToken()) private readonly source: DataSource,
    private readonly health: HealthRegistry,
  ) {}

  async onModuleInit(): Promise<void> {
    await assertDurable(this.source);
    const waiting = gauge('db_connection_pool_waiting', 'Requests that wait for a connection.');
    this.health.addDetails(() => {
      waiting.set(poolOf(this.source)?.waitingCount ?? 0);
      return {};
    });
    this.health.addReadinessCheck({
      name: 'postgresql',
      check: async () => {
        await this.source.query('SELECT 1');
      },
    });
    this.health.addReadinessCheck({ name: 'migrations', check: () => assertMigrated(this.source) });
  }
}

/** PostgreSQL for an app: waits for a server that comes up later than the app. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [APP_CONFIG],
          useFactory: (config: PlatformConfig) => ({
            ...dataSourceOptions(config),
            retryAttempts: CONNECT_ATTEMPTS,
            retryDelay: CONNECT_PAUSE_MS,
          }),
        }),
      ],
      providers: [DatabaseReadiness, SessionGuard],
      exports: [SessionGuard],
    };
  }
}
