import { Injectable } from '@nestjs/common';
import type { Decimal } from '@cardroom/money';
import { DataSource, type EntityManager } from 'typeorm';

import { hasJumped, type AgreedPrice } from './rates.rules';

/** How often the sources are asked, by all processes together. */
const SAMPLE_EVERY_SECONDS = 20;

/** A sample is good for so long. */
const SAMPLE_LIFE_SECONDS = 60;

/** After a jump nothing is exchanged for so long. */
const HALT_SECONDS = 300;

const KEPT_DAYS = 30;

export interface RateSample {
  readonly asset: string;
  /** Of one whole coin. */
  readonly priceKrw: Decimal;
  readonly sampledAt: Date;
  readonly sources: readonly string[];
  /** Old samples give no quote. */
  readonly isFresh: boolean;
  /** It, or one shortly before it, has jumped. */
  readonly isHalted: boolean;
}

interface SampleRow {
  readonly asset: string;
  readonly numerator_krw: string;
  readonly denominator: string;
  readonly sampled_at: Date;
  readonly sources: string[];
  readonly is_fresh: boolean;
  readonly is_halted: boolean;
}

const priceOf = (row: Pick<SampleRow, 'numerator_krw' | 'denominator'>): Decimal => ({
  digits: BigInt(row.numerator_krw),
  // A power of ten.
  scale: row.denominator.length - 1,
});

/** Prices as they were agreed on, one row a sample: what quotes are made of. */
@Injectable()
export class RateSampleRepository {
  constructor(private readonly source: DataSource) {}

  /** True for one caller of all processes each time that a sample is due. */
  async claim(): Promise<boolean> {
    const rows = await this.source.query<unknown[]>(
      `WITH due AS (
         UPDATE rate_sampling SET next_at = now() + $1 * interval '1 second'
         WHERE next_at <= now() RETURNING 1)
       SELECT 1 FROM due`,
      [SAMPLE_EVERY_SECONDS],
    );
    return rows.length === 1;
  }

  /** Stores what was agreed on, and marks what jumped within the minute before it. */
  async add(agreed: readonly AgreedPrice[]): Promise<readonly string[]> {
    const jumped: string[] = [];
    for (const price of agreed) if (await this.addOne(price)) jumped.push(price.asset);
    await this.source.query(
      `DELETE FROM rate_samples WHERE sampled_at < now() - $1 * interval '1 day'`,
      [KEPT_DAYS],
    );
    return jumped;
  }

  /** The newest sample of each asset. */
  async newest(manager: EntityManager, asset: string | null = null): Promise<RateSample[]> {
    const rows = await manager.query<SampleRow[]>(
      `SELECT DISTINCT ON (s.asset) s.asset, s.numerator_krw, s.denominator, s.sampled_at, s.sources,
         s.sampled_at > now() - $2 * interval '1 second' AS is_fresh,
         EXISTS (SELECT 1 FROM rate_samples j WHERE j.asset = s.asset AND j.jumped
                   AND j.sampled_at > now() - $3 * interval '1 second') AS is_halted
       FROM rate_samples s WHERE $1::text IS NULL OR s.asset = $1
       ORDER BY s.asset, s.sampled_at DESC`,
      [asset, SAMPLE_LIFE_SECONDS, HALT_SECONDS],
    );
    return rows.map((row) => ({
      asset: row.asset,
      priceKrw: priceOf(row),
      sampledAt: row.sampled_at,
      sources: row.sources,
      isFresh: row.is_fresh,
      isHalted: row.is_halted,
    }));
  }

  private async addOne({ asset, priceKrw, sources }: AgreedPrice): Promise<boolean> {
    const lastMinute = await this.source.query<SampleRow[]>(
      `SELECT numerator_krw, denominator FROM rate_samples
       WHERE asset = $1 AND sampled_at > now() - interval '1 minute'`,
      [asset],
    );
    const jumped = hasJumped(priceKrw, lastMinute.map(priceOf));
    await this.source.query(
      `INSERT INTO rate_samples (asset, numerator_krw, denominator, sources, jumped)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [
        ...[asset, priceKrw.digits.toString(), (10n ** BigInt(priceKrw.scale)).toString()],
        ...[JSON.stringify(sources), jumped],
      ],
    );
    return jumped;
  }
}
