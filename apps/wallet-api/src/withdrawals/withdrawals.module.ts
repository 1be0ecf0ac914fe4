import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';
import { RatesModule } from '@cardroom/rates';
import { WithdrawalsModule } from '@cardroom/withdrawals';

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
  providers: [WithdrawalFactsRepository, WithdrawalIntake, WithdrawalService, StaffWithdrawals],
})
export class WithdrawalDeskModule {}
