import { krw, type Krw } from './krw';

/** Basis points: 10,000 are the whole. */
export type Bp = number & { readonly __unit: 'bp' };

const BP_OF_WHOLE = 10_000;

/** Names a number as basis points. Errors: RangeError unless it is a whole number of 0…10,000. */
export function bp(value: number): Bp {
  if (!Number.isSafeInteger(value) || value < 0 || value > BP_OF_WHOLE || Object.is(value, -0)) {
    throw new RangeError('Basis points must be a whole number from 0 to 10,000');
  }
  return value as Bp;
}

/**
 * A share of an amount, rounded down to whole won.
 *
 * Errors: RangeError where the amount is negative.
 *
 * @example shareBpDown(krw(999), bp(500)) // 49
 */
export function shareBpDown(amount: Krw, rate: Bp): Krw {
  if (amount < 0) throw new RangeError('A share is taken of an amount of 0 or more');
  return krw(Number((BigInt(amount) * BigInt(rate)) / BigInt(BP_OF_WHOLE)));
}
