import { Module } from '@nestjs/common';

import { ConnectionIoModule } from '../connection/connection-io.module';
import { NodesModule } from '../nodes/nodes.module';
import { TableModule } from '../table/table.module';
import { CommandFaults } from './command-faults';
import { NodeDoor } from './node-door';
import { Placement } from './placement';
import { TableCalls } from './table-calls';
import { TableDesk } from './table-desk';

/** From a player's command, on whatever node, to the node that hosts the table. */
@Module({
  imports: [NodesModule, TableModule, ConnectionIoModule],
  providers: [CommandFaults, TableDesk, Placement, TableCalls, NodeDoor],
  exports: [NodesModule, TableModule, TableCalls, CommandFaults],
})
export class RoutingModule {}
