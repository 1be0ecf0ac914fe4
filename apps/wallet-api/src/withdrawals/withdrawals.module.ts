import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';
import { APP_CONFIG } from '@cardroom/platform';
import { RatesModule } from '@cardroom/rates';
import { PayoutGateway, WithdrawalsModule } from '@cardroom/withdrawals';

import type { WalletApiConfig } from '../config/wallet-api.config';
import { ResolvedWithdrawals } from './resolved-withdrawals.service';
import { StaffWithdrawalsController } from './staff-withdrawals.controller';
import { StaffWithdrawals } from './staff-withdrawals.service';
import { WithdrawalFactsRepository } from './withdrawal-facts.repository';
import { WithdrawalIntake } from './withdrawal-intake';
import { WithdrawalController } from './withdrawal.controller';
import { WithdrawalService } from './withdrawal.service';

/** Withdrawals as players ask for them and staff decide about them. Sending is of the jobs app. */
@Module({
  imports: [LedgerModule, WithdrawalsModule, RatesModule],
  controllers: [WithdrawalController, StaffWithdrawalsController],
  providers: [
    ...[WithdrawalFactsRepository, WithdrawalIntake, WithdrawalService],
    ...[StaffWithdrawals, ResolvedWithdrawals],
    {
      provide: PayoutGateway,
      inject: [APP_CONFIG],
      useFactory: ({ paymentGatewayUrl, paymentGatewayApiSecret }: WalletApiConfig) =>
        new PayoutGateway({ baseUrl: paymentGatewayUrl, secret: paymentGatewayApiSecret }),
    },
  ],
})
export class WithdrawalDeskModule {}
