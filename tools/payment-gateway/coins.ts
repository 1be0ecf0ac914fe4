/** A kind of coin that the simulated chains know: where it moves, and its units in a coin (`10 ** decimals`). */
export interface Coin {
  readonly network: string;
  readonly decimals: number;
}

export const COINS: Readonly<Record<string, Coin>> = {
  BTC: { network: 'bitcoin', decimals: 8 },
  ETH: { network: 'ethereum', decimals: 18 },
  USDT: { network: 'ethereum', decimals: 6 },
  USDC: { network: 'ethereum', decimals: 6 },
};

/** Whole coins that there were of each kind before anybody paid. */
const RESERVE_COINS = 1_000n;

/** The same in units. */
export const reserveUnits = (asset: string): bigint =>
  RESERVE_COINS * 10n ** BigInt(COINS[asset]?.decimals ?? 0);
