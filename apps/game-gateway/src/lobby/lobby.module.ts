import { Module } from '@nestjs/common';
import { Keys, LobbyStore, REDIS_GAME, REDIS_PUBSUB } from '@cardroom/cache';
import type { Redis } from 'ioredis';

import { ConnectionIoModule } from '../connection/connection-io.module';
import { NodesModule } from '../nodes/nodes.module';
import { TableModule } from '../table/table.module';
import { LobbyBoard } from './lobby.board';

@Module({
  imports: [ConnectionIoModule, NodesModule, TableModule],
  providers: [
    {
      provide: LobbyStore,
      inject: [REDIS_GAME, REDIS_PUBSUB, Keys],
      useFactory: (redis: Redis, publisher: Redis, keys: Keys) =>
        new LobbyStore(redis, publisher, keys),
    },
    LobbyBoard,
  ],
  exports: [LobbyBoard],
})
export class LobbyModule {}
