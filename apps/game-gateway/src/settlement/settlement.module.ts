import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { SettlementRepository } from './settlement.repository';

@Module({
  imports: [LedgerModule],
  providers: [SettlementRepository],
  exports: [SettlementRepository],
})
export class SettlementModule {}
