import type { NestExpressApplication } from '@nestjs/platform-express';
import { createHttpApp } from '@cardroom/platform';

import { API_PREFIX, INTERNAL_ROUTES, serveApiDocs } from './api-docs';
import { AppModule } from './app.module';
import type { WalletApiConfig } from './config/wallet-api.config';

/** The whole app, as it is deployed and as tests call it; listening is the caller's. */
export async function createWalletApi(config: WalletApiConfig): Promise<NestExpressApplication> {
  const app = await createHttpApp(AppModule.with(config), config);
  app.setGlobalPrefix(API_PREFIX, { exclude: INTERNAL_ROUTES });
  serveApiDocs(app);
  return app;
}
