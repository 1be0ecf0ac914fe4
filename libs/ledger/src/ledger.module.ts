import { Module } from '@nestjs/common';

import { HistoryRepository } from './history.repository';
import { HoldRepository } from './hold.repository';
import { Holds } from './holds';
import { IdempotentOperations } from './idempotent-operations';
import { Ledger } from './ledger.service';
import { PostingPump } from './posting-pump';

const PUBLIC = [Ledger, PostingPump, Holds, IdempotentOperations, HistoryRepository];

@Module({ providers: [...PUBLIC, HoldRepository], exports: PUBLIC })
export class LedgerModule {}
