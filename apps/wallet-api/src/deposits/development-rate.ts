import type { Krw } from '@cardroom/money';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/** Won for one whole coin, fixed: real rates come with the money issue's sources. */
const WON_PER_USDT = 1_400n;
const UNITS_PER_USDT = 1_000_000n;
const SOURCE = 'development-fixed';

export const DEVELOPMENT_ASSET = { asset: 'USDT', network: 'ethereum' } as const;

/** Base units that are worth an amount, rounded up: converting them back gives the amount. */
export const unitsFor = (amountKrw: Krw): bigint =>
  (BigInt(amountKrw) * UNITS_PER_USDT + WON_PER_USDT - 1n) / WON_PER_USDT;

/** What base units are worth in whole won, rounded down; more won than exist have no `Krw`. */
export const wonFor = (units: bigint): bigint => (units * WON_PER_USDT) / UNITS_PER_USDT;

/** The immutable quote that deposits point to; made at its first use. */
export async function developmentQuoteId(manager: EntityManager): Promise<string> {
  const { asset } = DEVELOPMENT_ASSET;
  const find = (): Promise<{ id: string }[]> =>
    manager.query(
      'SELECT id FROM rate_quotes WHERE source = $1 AND asset = $2 ORDER BY id LIMIT 1',
      [SOURCE, asset],
    );
  const [known] = await find();
  if (known !== undefined) return known.id;
  const id = uuidv7();
  await manager.query(
    `INSERT INTO rate_quotes (id, asset, numerator_krw, denominator_units, source)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, asset, WON_PER_USDT.toString(), UNITS_PER_USDT.toString(), SOURCE],
  );
  return id;
}
