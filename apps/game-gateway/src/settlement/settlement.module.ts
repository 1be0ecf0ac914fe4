import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { DealRootRepository } from './deal-root.repository';
import { SettlementRepository } from './settlement.repository';

@Module({
  imports: [LedgerModule],
  providers: [DealRootRepository, SettlementRepository],
  exports: [DealRootRepository, SettlementRepository],
})
export class SettlementModule {}
