import { Type, type Static, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';

import { HandId } from './schemas';

/** Schemas of what is only read: their types are readonly, as TypeBox's own are not. */
export const view = <P extends TProperties>(properties: P, description?: string) =>
  Type.Unsafe<Readonly<Static<TObject<P>>>>(
    Type.Object(properties, {
      additionalProperties: false,
      ...(description === undefined ? {} : { description }),
    }),
  );

export const list = <S extends TSchema>(of: S, description?: string) =>
  Type.Unsafe<readonly Static<S>[]>(
    Type.Array(of, description === undefined ? {} : { description }),
  );

export const nullable = <S extends TSchema>(of: S, description?: string) =>
  Type.Unsafe<Static<S> | null>(
    Type.Union([of, Type.Null()], description === undefined ? {} : { description }),
  );

export const oneOf = <const T extends readonly string[]>(names: T, description?: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      names.map((name) => Type.Literal(name)),
      description === undefined ? {} : { description },
    ),
  );

export const text = (description?: string) =>
  Type.String(description === undefined ? {} : { description });

export const flag = (description?: string) =>
  Type.Boolean(description === undefined ? {} : { description });

export const Won = Type.Integer({ minimum: 0, description: 'Whole won.' });
export const won = (description: string) => Type.Integer({ minimum: 0, description });
export const count = (description?: string) =>
  Type.Integer({ minimum: 0, ...(description === undefined ? {} : { description }) });
export const ms = (description: string) => Type.Number({ minimum: 0, description });

export const CardText = Type.String({
  pattern: '^[2-9TJQKA][cdhs]$',
  description: 'Rank and suit, as in `As`.',
});
export const Cards = list(CardText);
export const UserId = Type.String({
  pattern: HandId.pattern ?? '',
  description: 'UUID of a player.',
});
