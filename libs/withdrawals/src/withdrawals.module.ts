import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { WithdrawalMoney } from './withdrawal-money';
import { WithdrawalRelease } from './withdrawal-release';
import { WithdrawalSteps } from './withdrawal-steps';
import { WithdrawalRepository } from './withdrawal.repository';

@Module({
  imports: [LedgerModule],
  providers: [WithdrawalRepository, WithdrawalMoney, WithdrawalSteps, WithdrawalRelease],
  exports: [WithdrawalRepository, WithdrawalMoney, WithdrawalSteps, WithdrawalRelease],
})
export class WithdrawalsModule {}
