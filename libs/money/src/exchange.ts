import type { Decimal } from './decimal';

/** What base units of a coin are worth: `numerator` won for `denominator` units. */
export interface ExchangeRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A price of one whole coin as a rate of its base units. */
export const rateOfPrice = (price: Decimal, decimals: number): ExchangeRate => ({
  numerator: price.digits,
  denominator: 10n ** BigInt(price.scale + decimals),
});

/**
 * What units are worth in whole won, rounded down: a player who brings coins gets no more than they are
 * worth. `remainder / denominator` is the part of a won that was left over.
 */
export function wonForUnits(
  units: bigint,
  { numerator, denominator }: ExchangeRate,
): { readonly won: bigint; readonly remainder: bigint } {
  const exact = units * numerator;
  return { won: exact / denominator, remainder: exact % denominator };
}

/**
 * How many units a player who takes won out gets, rounded down. `remainder / numerator` is the part of a
 * unit that was left over.
 */
export function unitsForWon(
  won: bigint,
  { numerator, denominator }: ExchangeRate,
): { readonly units: bigint; readonly remainder: bigint } {
  const exact = won * denominator;
  return { units: exact / numerator, remainder: exact % numerator };
}

/** The fewest units that are worth an amount: converting them back gives at least the amount. */
export function unitsWorth(won: bigint, { numerator, denominator }: ExchangeRate): bigint {
  return (won * denominator + numerator - 1n) / numerator;
}

/**
 * Base units of an amount of whole coins. Null where the coin has no such fraction: nothing is rounded.
 *
 * @example unitsOfCoins({ digits: 1n, scale: 2 }, 8).toString() // "1000000"
 */
export function unitsOfCoins(coins: Decimal, decimals: number): bigint | null {
  const exact = coins.digits * 10n ** BigInt(decimals);
  const divisor = 10n ** BigInt(coins.scale);
  return exact % divisor === 0n ? exact / divisor : null;
}
