import { Module } from '@nestjs/common';

import { TableBroadcaster } from '../table/table.io';
import { SocketBroadcaster } from './socket.broadcaster';

/** What tables need of connections: a way to speak. */
@Module({
  providers: [SocketBroadcaster, { provide: TableBroadcaster, useExisting: SocketBroadcaster }],
  exports: [SocketBroadcaster, TableBroadcaster],
})
export class ConnectionIoModule {}
