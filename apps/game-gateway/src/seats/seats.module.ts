import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';
import { LimitsModule } from '@cardroom/limits';

import { SeatMoneyRepository } from './seat-money.repository';

@Module({
  imports: [LedgerModule, LimitsModule],
  providers: [SeatMoneyRepository],
  exports: [SeatMoneyRepository],
})
export class SeatsModule {}
