import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { HoldExpiry } from './hold-expiry';
import { LedgerUpkeep } from './ledger-upkeep';

@Module({ imports: [LedgerModule], providers: [LedgerUpkeep, HoldExpiry] })
export class LedgerUpkeepModule {}
