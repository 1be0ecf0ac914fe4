import { Module } from '@nestjs/common';
import { Auditor } from '@cardroom/audit';
import { AccessTokenVerifier, APP_CONFIG } from '@cardroom/platform';

import type { GatewayConfig } from '../config/gateway.config';
import { LobbyModule } from '../lobby/lobby.module';
import { RoutingModule } from '../routing/routing.module';
import { CommandRouter } from './command-router';
import { ConnectionIoModule } from './connection-io.module';
import { ConnectionLimit } from './connection-limit';
import { GameGateway } from './game.gateway';
import { HouseCommands } from './house-commands';
import { SessionSweeper } from './session-sweeper';

@Module({
  imports: [ConnectionIoModule, LobbyModule, RoutingModule],
  providers: [
    Auditor,
    GameGateway,
    HouseCommands,
    ConnectionLimit,
    SessionSweeper,
    CommandRouter,
    {
      provide: AccessTokenVerifier,
      inject: [APP_CONFIG],
      useFactory: (config: GatewayConfig) =>
        new AccessTokenVerifier(config.jwtPublicKey, {
          issuer: config.jwtIssuer,
          audience: config.jwtAudience,
        }),
    },
  ],
  exports: [GameGateway],
})
export class ConnectionModule {}
