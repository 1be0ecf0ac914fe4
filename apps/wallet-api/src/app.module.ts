import { Module, type DynamicModule } from '@nestjs/common';
import { ArchiveModule } from '@cardroom/archive';
import { AuditModule } from '@cardroom/audit';
import { RedisModule } from '@cardroom/cache';
import { DatabaseModule } from '@cardroom/database';
import { PlatformModule } from '@cardroom/platform';

import { AuditTrailModule } from './audit-trail/audit-trail.module';
import { AuthModule } from './auth/auth.module';
import type { WalletApiConfig } from './config/wallet-api.config';
import { CursorsModule } from './cursors.module';
import { DeadLettersModule } from './dead-letters/dead-letters.module';
import { DepositsModule } from './deposits/deposits.module';
import { ExportsModule } from './exports/exports.module';
import { FourEyesModule } from './four-eyes/four-eyes.module';
import { HandsModule } from './hands/hands.module';
import { IntegrityModule } from './integrity/integrity.module';
import { NotificationsModule } from './notifications/notifications.module';
import { RakeModule } from './rake/rake.module';
import { RateFeedModule } from './rates/rate-feed.module';
import { ResponsiblePlayModule } from './responsible-play/responsible-play.module';
import { SecondFactorModule } from './second-factor/second-factor.module';
import { SessionsModule } from './sessions/sessions.module';
import { StaffModule } from './staff/staff.module';
import { StatisticsModule } from './statistics/statistics.module';
import { VipModule } from './vip/vip.module';
import { WalletModule } from './wallet/wallet.module';
import { WithdrawalDeskModule } from './withdrawals/withdrawals.module';

@Module({})
export class AppModule {
  static with(config: WalletApiConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({ app: 'wallet-api', config }),
        DatabaseModule.forRoot(),
        AuditModule,
        RedisModule.forRoot(),
        ArchiveModule.forRoot(config),
        CursorsModule,
        SessionsModule,
        SecondFactorModule,
        FourEyesModule,
        AuthModule,
        WalletModule,
        RateFeedModule,
        DepositsModule.with(config),
        HandsModule,
        StaffModule,
        WithdrawalDeskModule,
        ResponsiblePlayModule,
        VipModule,
        RakeModule,
        AuditTrailModule,
        ExportsModule,
        DeadLettersModule,
        IntegrityModule,
        NotificationsModule,
        StatisticsModule,
      ],
    };
  }
}
