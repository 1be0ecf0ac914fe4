import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of a schema as an example follows from. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Media {
  readonly schema?: Schema;
  example?: unknown;
}

interface Content {
  readonly content?: Readonly<Record<string, Media>>;
}

const OF_FORMAT: Readonly<Record<string, string>> = {
  uuid: '0190a7c2-0000-7000-8000-000000000001',
  'date-time': '2026-03-01T09:00:00.000Z',
  date: '2026-03-01',
};

const JSON_TYPE = 'application/json';

/** Objects in objects end somewhere. */
const MAX_DEPTH = 6;

/** What a value of a schema looks like: as its decorators say, else the plainest of its type. */
export function exampleOf(document: OpenAPIObject, schema: Schema, depth = 0): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.$ref !== undefined) return exampleOf(document, resolved(document, schema.$ref), depth);
  if (schema.allOf !== undefined) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(document, part, depth)));
  }
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  if (depth > MAX_DEPTH) return null;
  return ofType(document, schema, depth);
}

function ofType(document: OpenAPIObject, schema: Schema, depth: number): unknown {
  switch (schema.type) {
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(document, schema.items, depth + 1)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'string':
      return schema.nullable === true ? null : (OF_FORMAT[schema.format ?? ''] ?? 'text');
    default:
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, member]) => [
          name,
          exampleOf(document, member, depth + 1),
        ]),
      );
  }
}

/** Errors: throws where the document does not have what is pointed to. */
function resolved(document: OpenAPIObject, ref: string): Schema {
  const name = ref.split('/').at(-1) ?? '';
  const found = document.components?.schemas?.[name];
  if (found === undefined) throw new Error(`The document has no schema ${name}`);
  return found;
}

/** Gives the body and the answers of an operation examples; refusals have theirs already. */
export function documentExamples(
  document: OpenAPIObject,
  operation: { readonly requestBody?: unknown; readonly responses?: unknown },
): void {
  const answers = Object.values((operation.responses ?? {}) as Readonly<Record<string, Content>>);
  for (const part of [operation.requestBody as Content | undefined, ...answers]) {
    const media = part?.content?.[JSON_TYPE];
    if (media?.schema !== undefined) media.example = exampleOf(document, media.schema);
  }
}
