import { Module } from '@nestjs/common';
import {
  connectRedis,
  Keys,
  Leases,
  NodeLine,
  NodeRegistry,
  REDIS_PUBSUB,
  waitUntilReady,
} from '@cardroom/cache';
import { APP_CONFIG, SERVER_ID } from '@cardroom/platform';
import type { Redis } from 'ioredis';

import type { GatewayConfig } from '../config/gateway.config';
import { NodeDeaths } from './node-deaths';
import { NodeEars } from './node-ears';
import { NodePeers } from './node-peers';
import { NodePulse } from './node-pulse';

/** The gateway processes of the system: who lives, who has which table, and how to ask them. */
@Module({
  providers: [
    {
      provide: NodePulse,
      inject: [APP_CONFIG, SERVER_ID, Keys, NodeLine],
      useFactory: async (config: GatewayConfig, nodeId: string, keys: Keys, line: NodeLine) => {
        const redis = connectRedis(config, 'game');
        await waitUntilReady(redis);
        return new NodePulse(nodeId, {
          leases: new Leases(redis, keys),
          registry: new NodeRegistry(redis, keys),
          deaths: new NodeDeaths(line),
          onReconnect: (listener) => redis.on('ready', listener),
          close: () => redis.disconnect(),
        });
      },
    },
    {
      provide: NodeLine,
      inject: [REDIS_PUBSUB, Keys, SERVER_ID],
      useFactory: (redis: Redis, keys: Keys, nodeId: string) => new NodeLine(redis, keys, nodeId),
    },
    NodePeers,
    {
      provide: NodeEars,
      inject: [APP_CONFIG],
      useFactory: (config: GatewayConfig) => NodeEars.open(config),
    },
  ],
  exports: [NodePulse, NodeLine, NodePeers, NodeEars],
})
export class NodesModule {}
