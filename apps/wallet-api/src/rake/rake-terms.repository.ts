import { Injectable } from '@nestjs/common';
import { constraintOf } from '@cardroom/database';
import { BusinessError } from '@cardroom/platform';
import { DataSource, type EntityManager } from 'typeorm';

/** Terms of rake from a moment on. */
export interface StakesTerms {
  readonly rateBp: number;
  readonly capKrw: number;
  /** Null: from the beginning. */
  readonly effectiveFrom: Date | null;
  /** The request that two persons decided about; null for what the stakes began with. */
  readonly requestId: string | null;
}

export interface StakesRake {
  readonly stakesId: string;
  readonly name: string;
  readonly smallBlindKrw: number;
  readonly bigBlindKrw: number;
  /** Oldest first; those to come included. */
  readonly terms: readonly (Omit<StakesTerms, 'effectiveFrom'> & {
    readonly effectiveFrom: string | null;
    readonly inForce: boolean;
  })[];
}

/** A change of the rake of stakes, as it is proposed and approved. */
export interface RakeChange {
  readonly stakesId: string;
  readonly rateBp: number;
  readonly capKrw: number;
  readonly effectiveFrom: Date;
}

/** Terms of rake by stakes. Rule: docs/rules/rake.md §4. */
@Injectable()
export class RakeTermsRepository {
  constructor(private readonly source: DataSource) {}

  /** All stakes with their terms, by their blinds. */
  async list(now: Date): Promise<StakesRake[]> {
    return this.source.query<StakesRake[]>(
      `SELECT s.id AS "stakesId", s.name, s.small_blind_krw AS "smallBlindKrw",
              s.big_blind_krw AS "bigBlindKrw", json_agg(json_build_object(
                'rateBp', r.rate_bp, 'capKrw', r.cap_krw, 'requestId', r.request_id,
                'effectiveFrom', CASE WHEN isfinite(r.effective_from) THEN
                  to_char(r.effective_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END,
                'inForce', r.effective_from = (
                  SELECT max(f.effective_from) FROM rake_terms f
                  WHERE f.stakes_id = s.id AND f.effective_from <= $1)
              ) ORDER BY r.effective_from) AS terms
       FROM stakes s JOIN rake_terms r ON r.stakes_id = s.id
       GROUP BY s.id ORDER BY s.big_blind_krw, s.small_blind_krw, s.name`,
      [now],
    );
  }

  /** The big blind of stakes; null where there are none. */
  async bigBlindOf(manager: EntityManager, stakesId: string): Promise<number | null> {
    const [row] = await manager.query<{ krw: number }[]>(
      'SELECT big_blind_krw AS krw FROM stakes WHERE id = $1',
      [stakesId],
    );
    return row?.krw ?? null;
  }

  /** Errors: BusinessError TERMS_EXIST where others begin in the same moment. */
  async add(manager: EntityManager, change: RakeChange, requestId: string): Promise<void> {
    try {
      await manager.query(
        `INSERT INTO rake_terms (stakes_id, effective_from, rate_bp, cap_krw, request_id)
         VALUES ($1, $2, $3, $4, $5)`,
        [change.stakesId, change.effectiveFrom, change.rateBp, change.capKrw, requestId],
      );
    } catch (cause) {
      if (constraintOf(cause) !== 'PK_rake_terms') throw cause;
      throw new BusinessError('TERMS_EXIST');
    }
  }
}
