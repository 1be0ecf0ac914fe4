import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

import { documentExamples } from './api-examples.rules';
import { documentProblems, PROBLEM_SCHEMA } from './api-problems.rules';

/** Where every endpoint lives. */
export const API_PREFIX = 'api/v1';

/** Probes and metrics: outside the API, for operators behind their own, internal door. */
export const INTERNAL_ROUTES = ['health', 'health/live', 'health/ready', 'metrics'];

const BEARER = 'bearer';

const DESCRIPTION = [
  'Players: accounts and sessions, wallet, deposits and withdrawals, limits and exclusions, hand',
  'history, statistics and notifications. Back office, below `/staff`: players, deposits,',
  'withdrawals, rake and levels, integrity, reconciliation, audit trail, second signatures and',
  'kill switches, each for the roles that its entry names, with a second factor. Amounts are whole',
  'Korean won; errors are `application/problem+json` with a code of the catalogue.',
].join(' ');

/** The OpenAPI document: what decorators say, and what holds for every endpoint. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Cardroom wallet')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, BEARER)
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const schemas = { ...document.components?.schemas, Problem: PROBLEM_SCHEMA };
  document.components = { ...document.components, schemas };
  // What is outside the API is the operators', and has documents of its own.
  const isOurs = ([path]: [string, unknown]): boolean => path.startsWith(`/${API_PREFIX}/`);
  document.paths = Object.fromEntries(Object.entries(document.paths).filter(isOurs));
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation === undefined) continue;
      documentExamples(document, operation);
      documentProblems(operation, BEARER);
    }
  }
  return document;
}

/** Swagger at `/docs`, the document itself at `/docs/openapi.json`. */
export function serveApiDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'docs/openapi.json',
  });
}
