const LOG10_E = Math.LOG10E;

/**
 * How rare a value that far above the mean is under a normal law, as a power of ten: 3 is one in a
 * thousand. 0 for values at or below the mean; accurate to 0.01 (Abramowitz and Stegun 26.2.17).
 *
 * @example rarityAbove(3.09) // 3.0
 */
export function rarityAbove(deviations: number): number {
  if (!(deviations > 0)) return 0;
  const t = 1 / (1 + 0.2316419 * deviations);
  const polynomial =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const exponent = (deviations * deviations) / 2;
  return Math.max(0, exponent * LOG10_E + Math.log10(Math.sqrt(2 * Math.PI) / polynomial));
}

/**
 * How rare it is that a sum of amounts with random signs is that one-sided, as a power of ten: the
 * bound exp(-T²/2), with T² the square of the sum by the sum of squares. It holds for amounts of any
 * sizes, so that a few large pots prove as little as they should.
 *
 * @example rarityOfOneSided(10, 10) // 2.17: ten equal amounts, all one way
 */
export function rarityOfOneSided(sum: number, sumOfSquares: number): number {
  return sumOfSquares > 0 ? ((sum * sum) / sumOfSquares / 2) * LOG10_E : 0;
}

/**
 * How rare it is to see so many events or more where `mean` are expected (Poisson), as a power of ten.
 *
 * @example rarityOfMany(5, 0.5) // 3.76
 */
export function rarityOfMany(seen: number, mean: number): number {
  if (seen <= mean || seen < 1) return 0;
  if (!(mean > 0)) return Infinity;
  let logTerm = -mean;
  for (let count = 1; count <= seen; count += 1) logTerm += Math.log(mean / count);
  let sum = 0;
  let part = 1;
  for (let count = seen + 1; part > 1e-12; count += 1) {
    sum += part;
    part *= mean / count;
  }
  return Math.max(0, -(logTerm + Math.log(sum)) * LOG10_E);
}

/**
 * How rare it is to see so few successes or fewer of `trials` with that chance each (binomial), as a
 * power of ten.
 *
 * @example rarityOfFew(0, 10, 0.5) // 3.01
 */
export function rarityOfFew(seen: number, trials: number, chance: number): number {
  if (trials < 1 || seen >= trials * chance || chance <= 0) return 0;
  if (chance >= 1) return Infinity;
  const odds = chance / (1 - chance);
  let logTerm = trials * Math.log1p(-chance);
  for (let count = 1; count <= seen; count += 1)
    logTerm += Math.log((odds * (trials - count + 1)) / count);
  let sum = 0;
  let part = 1;
  for (let count = seen; count >= 0 && part > 1e-12; count -= 1) {
    sum += part;
    part *= count / ((trials - count + 1) * odds);
  }
  return Math.max(0, -(logTerm + Math.log(sum)) * LOG10_E);
}

/**
 * How rare two signs are together that have nothing to do with each other (Fisher): the product of
 * their chances, and all other pairs whose product is as small.
 *
 * @example rarityOfBoth(3, 0) // 2.1
 */
export function rarityOfBoth(one: number, other: number): number {
  const product = one + other;
  return Math.max(0, product - Math.log10(1 + product * Math.LN10));
}
