/** What a rule answers: a value, or the reason why not. Rules never throw for what players do. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const REFUSAL_CODES = [
  'INVALID_SETUP',
  'HAND_NOT_ACTIVE',
  'INVALID_AMOUNT',
  'NOT_YOUR_TURN',
  'ILLEGAL_ACTION',
  'BET_TOO_SMALL',
  'BET_TOO_LARGE',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/**
 * What a rule answers where it allows.
 *
 * @example accept(1) // { ok: true, value: 1 }
 */
export const accept = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A refusal by itself, for those who answer with one or with null. */
export const refusal = (code: RefusalCode, message: string): Refusal => ({ code, message });

/**
 * What a rule answers where it does not: a code of the catalogue, and a text for people.
 *
 * @example refuse('NOT_YOUR_TURN', 'It is not your turn.').ok // false
 */
export const refuse = (code: RefusalCode, message: string): Result<never, Refusal> => ({
  ok: false,
  error: refusal(code, message),
});

/**
 * Stops the process's present work when a rule that can never break is broken.
 *
 * @example assertInvariant(2 > 1, 'two is more than one') // undefined
 */
export function assertInvariant(holds: boolean, rule: string): asserts holds {
  if (!holds) breakInvariant(rule);
}

function breakInvariant(rule: string): never {
  throw new Error(`Broken invariant: ${rule}`);
}
