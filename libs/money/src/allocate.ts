import { krw, ZERO_KRW, type Krw } from './krw';

/**
 * Splits an amount by weights into parts whose sum is the amount: each part is rounded down, and
 * what is left over goes, won by won, to the largest remainders; equal remainders, lower index first.
 *
 * Errors: RangeError where the total is negative, a weight is not a whole number of 0 or more, or
 * no weight is above 0 while the total is.
 *
 * @example allocate(krw(10), [1, 1, 1]) // [4, 3, 3]
 */
export function allocate(total: Krw, weights: readonly number[]): Krw[] {
  if (total < 0) throw new RangeError('Only an amount of 0 or more can be split');
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0)
      throw new RangeError('Weights are whole numbers of 0 or more');
  }
  if (total === 0) return weights.map(() => ZERO_KRW);
  if (weights.length === 1 && weights[0] !== 0) return [total];
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) throw new RangeError('An amount needs a weight to go to');
  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight);
    return { index, part: Number(exact / whole), remainder: exact % whole };
  });
  let left = total - shares.reduce((sum, share) => sum + share.part, 0);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0) break;
    share.part += 1;
    left -= 1;
  }
  return shares.map((share) => krw(share.part));
}
