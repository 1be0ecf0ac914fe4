import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { SeatMoneyRepository } from './seat-money.repository';

@Module({
  imports: [LedgerModule],
  providers: [SeatMoneyRepository],
  exports: [SeatMoneyRepository],
})
export class SeatsModule {}
