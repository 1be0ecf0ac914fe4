import type { OpenAPIObject } from '@nestjs/swagger';

import { DOC_RATE_SCOPE, DOC_ROLES } from '../auth/access.decorators';
import type { Schema } from './schema-text';

type PathItem = OpenAPIObject['paths'][string];
type DocumentOperation = NonNullable<PathItem['get']>;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
  readonly schema?: unknown;
}

/** What a reader wants to know of an endpoint. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly isPublic: boolean;
  readonly rateScope: string;
  /** Who may use it; empty where everybody with a token may. */
  readonly roles: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
  readonly success: readonly {
    readonly status: string;
    readonly about: string;
    readonly schema: Schema | undefined;
  }[];
  readonly problems: readonly { readonly status: string; readonly codes: readonly string[] }[];
}

interface Notes {
  readonly [DOC_RATE_SCOPE]?: unknown;
  readonly [DOC_ROLES]?: unknown;
}

interface Content {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
}

const schemaOf = (of: Content | undefined, mediaType: string): Schema | undefined =>
  of?.content?.[mediaType]?.schema as Schema | undefined;

/** What an endpoint answers in. */
const MEDIA_TYPES = ['application/json', 'text/plain', 'text/csv'];

/** The codes that a documented refusal may carry. */
function codesOf(response: Content): readonly string[] {
  const schema = schemaOf(response, 'application/problem+json') as
    { readonly allOf?: readonly Schema[] } | undefined;
  return (schema?.allOf ?? []).flatMap(({ properties }) =>
    (properties?.['code']?.enum ?? []).map(String),
  );
}

function operationOf(method: string, path: string, operation: DocumentOperation): Operation {
  const responses = Object.entries(operation.responses as Readonly<Record<string, Content>>);
  const { [DOC_RATE_SCOPE]: rateScope, [DOC_ROLES]: roles } = operation as Notes;
  return {
    ...{ method, path },
    tag: operation.tags?.[0] ?? '',
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    isPublic: operation.security === undefined,
    rateScope: typeof rateScope === 'string' ? rateScope : 'default',
    roles: Array.isArray(roles) ? roles.map(String) : [],
    parameters: (operation.parameters ?? []) as readonly Parameter[],
    body: schemaOf(operation.requestBody as Content | undefined, 'application/json'),
    success: responses
      .filter(([status]) => Number(status) < 400)
      .map(([status, response]) => ({
        status,
        about: response.description ?? '',
        schema: MEDIA_TYPES.map((type) => schemaOf(response, type)).find((schema) => schema),
      })),
    problems: responses
      .filter(([status]) => Number(status) >= 400)
      .map(([status, response]) => ({ status, codes: codesOf(response) })),
  };
}

/** Every endpoint of the document, in its order. */
export const operationsOf = (document: OpenAPIObject): Operation[] =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [operationOf(method.toUpperCase(), path, operation)];
    }),
  );
