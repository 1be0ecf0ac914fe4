import {
  createHttpApp,
  HealthRegistry,
  loadConfigOrExit,
  shutDownOnSignals,
} from '@cardroom/platform';

import { API_PREFIX, INTERNAL_ROUTES, serveApiDocs } from './api-docs';
import { AppModule } from './app.module';
import { WalletApiConfig } from './config/wallet-api.config';

async function main(): Promise<void> {
  const config = loadConfigOrExit(WalletApiConfig);
  const app = await createHttpApp(AppModule.with(config), config);
  app.setGlobalPrefix(API_PREFIX, { exclude: INTERNAL_ROUTES });
  serveApiDocs(app);
  shutDownOnSignals(app);
  await app.listen(config.port);
  app.get(HealthRegistry).serving();
}

void main();
