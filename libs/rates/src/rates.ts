import { Injectable } from '@nestjs/common';
import { rateOfPrice, type ExchangeRate } from '@cardroom/money';
import type { ErrorCode } from '@cardroom/protocol';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

import { findAsset } from './asset.repository';
import { RateSampleRepository } from './rate-sample.repository';

/** How long a quote may be used. */
const QUOTE_LIFE_SECONDS = 60;

/** A rate that was promised: an immutable row, good for one use until it expires. */
export interface Quote {
  readonly id: string;
  readonly asset: string;
  readonly network: string;
  /** Won for base units. */
  readonly rate: ExchangeRate;
  readonly expiresAt: Date;
}

export type QuoteRefusal = Extract<
  ErrorCode,
  'ASSET_UNSUPPORTED' | 'RATE_UNAVAILABLE' | 'RATE_HALTED'
>;
export type QuoteOutcome =
  | { readonly ok: true; readonly quote: Quote }
  | { readonly ok: false; readonly code: QuoteRefusal };

export type UseRefusal = Extract<ErrorCode, 'NOT_FOUND' | 'QUOTE_EXPIRED' | 'QUOTE_USED'>;

/** Who used a quote. */
export interface QuoteUser {
  readonly kind: 'deposit' | 'withdrawal';
  readonly id: string;
}

/** Exchange rates as immutable quotes. Rule: docs/rules/deposits.md §5. */
@Injectable()
export class Rates {
  constructor(private readonly samples: RateSampleRepository) {}

  /**
   * Makes a quote of an asset's rate in the caller's transaction. It asks nobody outside: the sampler
   * keeps samples fresh, and without a fresh one there is no quote.
   */
  async quote(manager: EntityManager, asset: string, network: string): Promise<QuoteOutcome> {
    const kind = await findAsset(manager, asset, network);
    if (kind === null) return { ok: false, code: 'ASSET_UNSUPPORTED' };
    const [sample] = await this.samples.newest(manager, asset);
    if (sample?.isHalted === true) return { ok: false, code: 'RATE_HALTED' };
    if (sample?.isFresh !== true) return { ok: false, code: 'RATE_UNAVAILABLE' };
    const id = uuidv7();
    const rate = rateOfPrice(sample.priceKrw, kind.decimals);
    const [row] = await manager.query<{ expires_at: Date }[]>(
      `INSERT INTO rate_quotes (id, asset, network, numerator_krw, denominator_units, source,
         sampled_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + $8 * interval '1 second') RETURNING expires_at`,
      [
        ...[id, asset, network, rate.numerator.toString(), rate.denominator.toString()],
        ...[sample.sources.join('+'), sample.sampledAt, QUOTE_LIFE_SECONDS],
      ],
    );
    return {
      ok: true,
      quote: { id, asset, network, rate, expiresAt: row?.expires_at ?? new Date() },
    };
  }

  /** Uses a quote up: once, by one, before it expires. Null where that is done. */
  async use(manager: EntityManager, quoteId: string, by: QuoteUser): Promise<UseRefusal | null> {
    const [quote] = await manager.query<{ is_expired: boolean }[]>(
      'SELECT expires_at IS NULL OR expires_at <= now() AS is_expired FROM rate_quotes WHERE id = $1',
      [quoteId],
    );
    if (quote === undefined) return 'NOT_FOUND';
    if (quote.is_expired) return 'QUOTE_EXPIRED';
    const used = await manager.query<unknown[]>(
      `INSERT INTO rate_quote_uses (quote_id, used_by_kind, used_by_id) VALUES ($1, $2, $3)
       ON CONFLICT (quote_id) DO NOTHING RETURNING 1`,
      [quoteId, by.kind, by.id],
    );
    return used.length === 1 ? null : 'QUOTE_USED';
  }
}
