/** Whole Korean won as a safe integer. Every amount of the game and the ledger has this type. */
export type Krw = number & { readonly __unit: 'KRW' };

/** Whether a value is whole won: a safe integer and not minus zero. */
export const isKrw = (value: unknown): value is Krw =>
  Number.isSafeInteger(value) && !isMinusZero(value);

const isMinusZero = (value: unknown): boolean => Object.is(value, -0);

/**
 * Names a number as won.
 *
 * Errors: RangeError on fractions, NaN, infinities, unsafe integers and minus zero.
 *
 * @example krw(1_000) // 1000
 */
export function krw(value: number): Krw {
  return isSmall(value) ? value : largeKrw(value);
}

// Every sum of the game goes through `krw`. V8 compiles functions this short into their callers however
// large those are, and leaves the look at 32 bits out where it knows that a sum has no more; telling
// that a number is a safe integer takes it a round trip through floating point.
const isSmall = (value: number): value is Krw => (value | 0) === value && !isMinusZero(value);

function largeKrw(value: number): Krw {
  if (isKrw(value)) return value;
  throw new RangeError('An amount must be a safe integer of won');
}

export const ZERO_KRW: Krw = krw(0);

export const addKrw = (a: Krw, b: Krw): Krw => krw(a + b);

export const subKrw = (a: Krw, b: Krw): Krw => krw(a - b);

export const minKrw = (a: Krw, b: Krw): Krw => (a < b ? a : b);

export const maxKrw = (a: Krw, b: Krw): Krw => (a > b ? a : b);

/** The sum of amounts; the empty sum is 0. Errors: RangeError past the safe integers. */
export function sumKrw(amounts: Iterable<Krw>): Krw {
  let total = ZERO_KRW;
  for (const amount of amounts) total = addKrw(total, amount);
  return total;
}
