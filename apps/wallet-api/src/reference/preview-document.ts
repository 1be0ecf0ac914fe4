import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';

import { API_PREFIX, apiDocument, INTERNAL_ROUTES } from '../api-docs';
import { AppModule } from '../app.module';
import { WalletApiConfig } from '../config/wallet-api.config';

/** The OpenAPI document of the app as its decorators describe it; nothing is started or connected. */
export async function previewDocument(): Promise<OpenAPIObject> {
  const app = await NestFactory.create(AppModule.with(new WalletApiConfig()), {
    preview: true,
    logger: false,
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: INTERNAL_ROUTES });
  return apiDocument(app);
}
