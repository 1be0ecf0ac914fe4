import { Module } from '@nestjs/common';

import { HistoryRepository } from './history.repository';
import { Ledger } from './ledger.service';

@Module({ providers: [Ledger, HistoryRepository], exports: [Ledger, HistoryRepository] })
export class LedgerModule {}
