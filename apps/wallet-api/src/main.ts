import { HealthRegistry, loadConfigOrExit, shutDownOnSignals, startApp } from '@cardroom/platform';

import { WalletApiConfig } from './config/wallet-api.config';
import { createWalletApi } from './wallet-api';

async function main(): Promise<void> {
  const config = loadConfigOrExit(WalletApiConfig);
  const app = await createWalletApi(config);
  shutDownOnSignals(app);
  await app.listen(config.port);
  app.get(HealthRegistry).serving();
}

startApp(main);
