import { Module } from '@nestjs/common';
import { Keys, LobbyStore, REDIS_GAME } from '@cardroom/cache';
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
      inject: [REDIS_GAME, Keys],
      useFactory: (redis: Redis, keys: Keys) => new LobbyStore(redis, keys),
    },
    LobbyBoard,
  ],
  exports: [LobbyBoard],
})
export class LobbyModule {}
