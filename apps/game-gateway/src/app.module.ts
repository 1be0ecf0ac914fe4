import { Module, type DynamicModule } from '@nestjs/common';
import { RedisModule } from '@cardroom/cache';
import { DatabaseModule } from '@cardroom/database';
import { PlatformModule } from '@cardroom/platform';

import type { GatewayConfig } from './config/gateway.config';
import { ConnectionModule } from './connection/connection.module';
import { RealtimeDocsModule } from './docs/realtime-docs.module';
import { ResponsiblePlayModule } from './responsible-play/responsible-play.module';
import { TableModule } from './table/table.module';

@Module({})
export class AppModule {
  static with(config: GatewayConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ app: 'game-gateway', config }),
        DatabaseModule.forRoot(),
        RedisModule.forRoot(),
        TableModule,
        ConnectionModule,
        RealtimeDocsModule,
        ResponsiblePlayModule,
      ],
    };
  }
}
