import cluster from 'node:cluster';
import { setFlagsFromString } from 'node:v8';

import {
  createHttpApp,
  HealthRegistry,
  loadConfigOrExit,
  shutDownOnSignals,
  startApp,
} from '@cardroom/platform';

import { AppModule } from './app.module';
import { GatewayConfig } from './config/gateway.config';
import { GameGateway } from './connection/game.gateway';
import { SocketAdapter } from './connection/socket.adapter';
import { LEASE_TTL_MS, NodePulse } from './nodes/node-pulse';
import { startWatchdog } from './nodes/watchdog';
import { TableHost } from './table/table.host';
import { READY, tellPrimary } from './workers/messages';
import { WorkersPrimary } from './workers/primary';

/**
 * A full heap may be twice what lives in it: left to itself V8 lets it grow to four times where the
 * machine has memory, and what other processes could use is garbage of past hands.
 */
const HEAP_GROWING_PERCENT = 100;

async function main(): Promise<void> {
  const config = loadConfigOrExit(GatewayConfig);
  if (cluster.isPrimary && config.workers > 1) {
    new WorkersPrimary(config).start();
    return;
  }
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  startWatchdog(2 * LEASE_TTL_MS);
  const app = await createHttpApp(AppModule.with(config), config);
  app.useWebSocketAdapter(await SocketAdapter.create(app, config));
  shutDownOnSignals(app, async () => {
    await app.get(TableHost).drain();
    await app.get(GameGateway).drain();
    // Others count on hearing of this node as long as it has players.
    await app.get(NodePulse).stop();
  });
  await app.listen(config.port);
  app.get(HealthRegistry).serving();
  await tellPrimary({ type: READY });
}

startApp(main);
