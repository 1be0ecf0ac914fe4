import { Module } from '@nestjs/common';
import { Keys, Presence, REDIS_PUBSUB } from '@cardroom/cache';
import type { Redis } from 'ioredis';

import { NodesModule } from '../nodes/nodes.module';
import { TableBroadcaster } from '../table/table.io';
import { Attendance } from './attendance';
import { SocketBroadcaster } from './socket.broadcaster';

/** What tables need of connections: a way to speak. */
@Module({
  imports: [NodesModule],
  providers: [
    {
      provide: Attendance,
      inject: [Presence, REDIS_PUBSUB, Keys],
      useFactory: (presence: Presence, publisher: Redis, keys: Keys) =>
        new Attendance(presence, publisher, keys),
    },
    SocketBroadcaster,
    { provide: TableBroadcaster, useExisting: SocketBroadcaster },
  ],
  exports: [Attendance, SocketBroadcaster, TableBroadcaster],
})
export class ConnectionIoModule {}
