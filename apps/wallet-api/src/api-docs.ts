import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** Where every endpoint lives. */
export const API_PREFIX = 'api/v1';

/** Probes and metrics: outside the API, for operators behind their own, internal door. */
export const INTERNAL_ROUTES = ['health', 'health/live', 'health/ready', 'metrics'];

/** Swagger at `/docs`, the document itself at `/docs/openapi.json`. */
export function serveApiDocs(app: INestApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Cardroom wallet')
    .setDescription('Accounts, sessions, wallet and hand history. Amounts are whole Korean won.')
    .setVersion('1')
    .addBearerAuth()
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'docs/openapi.json',
  });
}
