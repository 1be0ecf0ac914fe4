import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';

import type { ErrorCode } from './errors';

/** The largest amount that one command may carry, in won. Published to clients. */
export const MAX_AMOUNT_KRW = 1_000_000_000_000;

/** A table has at most ten seats, numbered from 0. */
export const MAX_SEATS = 10;

/** Longest chat message, in UTF-16 code units, before it is cleaned. */
export const MAX_CHAT_LENGTH = 300;

export const AmountKrw = Type.Integer({
  $id: 'AmountKrw',
  minimum: 1,
  maximum: MAX_AMOUNT_KRW,
  description: 'Whole won.',
});

export const TableId = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'UUID of a table, lower case.',
});

export const HandId = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  description: 'UUID of a hand, lower case.',
});

export const CmdId = Type.String({
  pattern: '^[A-Za-z0-9_-]{8,64}$',
  description: 'Made by the client, new for each command; a repeat gets the first answer.',
});

export const HashText = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: '32 bytes in lower-case hex.',
});

export const Seat = Type.Integer({ minimum: 0, maximum: MAX_SEATS - 1 });

/** How somebody who owes blinds comes in. */
export const Entry = Type.Union([Type.Literal('post'), Type.Literal('wait')]);

export const StateVersion = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** Properties whose wrong value is INVALID_AMOUNT rather than VALIDATION_FAILED. */
const AMOUNT_PROPERTIES: ReadonlySet<string> = new Set([
  '/toKrw',
  '/buyInKrw',
  '/amountKrw',
  '/callKrw',
]);

export interface ShapeRefusal {
  readonly code: Extract<ErrorCode, 'VALIDATION_FAILED' | 'INVALID_AMOUNT'>;
  /** JSON pointer of the first property that is wrong; the value itself is never repeated. */
  readonly path: string;
}

export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: ShapeRefusal };

/**
 * Compiles a schema once into a checker for untrusted input.
 *
 * A property that is present but is no valid amount gives INVALID_AMOUNT; everything else that is
 * wrong, missing or unknown gives VALIDATION_FAILED.
 */
export function checker<S extends TSchema>(schema: S): (input: unknown) => Checked<Static<S>> {
  const compiled = TypeCompiler.Compile(schema);
  return (input) => {
    if (compiled.Check(input)) return { ok: true, value: input };
    return { ok: false, refusal: refusalOf(input, compiled.Errors(input).First()?.path ?? '') };
  };
}

function refusalOf(input: unknown, path: string): ShapeRefusal {
  const isAmount =
    AMOUNT_PROPERTIES.has(path) && Object.hasOwn(Object(input) as object, path.slice(1));
  return { code: isAmount ? 'INVALID_AMOUNT' : 'VALIDATION_FAILED', path };
}
