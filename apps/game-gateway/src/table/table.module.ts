import { Module } from '@nestjs/common';

import { ConnectionIoModule } from '../connection/connection-io.module';
import { DeckModule } from '../deck/deck.module';
import { NodesModule } from '../nodes/nodes.module';
import { SeatsModule } from '../seats/seats.module';
import { SettlementModule } from '../settlement/settlement.module';
import { TableHost } from './table.host';
import { TableOpener } from './table.opener';
import { TableRepository } from './table.repository';
import { CLOCK, SYSTEM_CLOCK } from './turn-clock';

@Module({
  imports: [NodesModule, DeckModule, SeatsModule, SettlementModule, ConnectionIoModule],
  providers: [{ provide: CLOCK, useValue: SYSTEM_CLOCK }, TableRepository, TableOpener, TableHost],
  exports: [TableHost, TableRepository],
})
export class TableModule {}
