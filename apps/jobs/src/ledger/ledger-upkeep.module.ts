import { Module } from '@nestjs/common';
import { LedgerModule } from '@cardroom/ledger';

import { LedgerUpkeep } from './ledger-upkeep';

@Module({ imports: [LedgerModule], providers: [LedgerUpkeep] })
export class LedgerUpkeepModule {}
