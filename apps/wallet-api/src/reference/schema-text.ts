import type { OpenAPIObject } from '@nestjs/swagger';

/** As much of a schema of OpenAPI as ours use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly description?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly about: string;
}

/** A schema, or the one that it points to. Errors: throws where that is missing. */
export function resolve(document: OpenAPIObject, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.split('/').at(-1) ?? '';
  const found = document.components?.schemas?.[name];
  if (found === undefined) throw new Error(`The document has no schema ${name}`);
  return found;
}

const count = (value: number): string => value.toLocaleString('en-US');

function rangeOf({ minimum, maximum, minLength, maxLength }: Schema): string {
  const [least, most] = [minimum ?? minLength, maximum ?? maxLength];
  const unit = minLength === undefined && maxLength === undefined ? '' : ' characters';
  if (least !== undefined && most !== undefined)
    return ` of ${count(least)} to ${count(most)}${unit}`;
  if (least !== undefined) return ` of ${count(least)}${unit} or more`;
  return most === undefined ? '' : ` of at most ${count(most)}${unit}`;
}

/** What a schema takes, in a few words. */
export function typeOf(document: OpenAPIObject, schema: Schema | undefined): string {
  if (schema === undefined) return '';
  const plain = resolve(document, schema);
  const or = plain.nullable === true ? ' or null' : '';
  if (plain.enum !== undefined) {
    return `${plain.enum.map((each) => `\`${String(each)}\``).join(', ')}${or}`;
  }
  if (plain.type === 'array') return `list of ${typeOf(document, plain.items)}${or}`;
  return `${plain.format ?? plain.type ?? 'anything'}${rangeOf(plain)}${or}`;
}

/** The members of an object, those of the objects in its lists after them as `list[].member`. */
export function fieldsOf(
  document: OpenAPIObject,
  schema: Schema | undefined,
  prefix = '',
): Field[] {
  if (schema === undefined) return [];
  const plain = resolve(document, schema);
  if (plain.type === 'array') return fieldsOf(document, plain.items, `${prefix}[].`);
  return Object.entries(plain.properties ?? {}).flatMap(([name, member]) => {
    const path = `${prefix}${name}`;
    const about = member.description ?? '';
    const own = { name: path, type: typeOf(document, member), about };
    const inner = resolve(document, member);
    return inner.type === 'array' ? [own, ...fieldsOf(document, inner, path)] : [own];
  });
}
