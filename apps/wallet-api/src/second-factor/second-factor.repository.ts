import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface FactorRow {
  readonly sealedSecret: string | null;
  readonly pendingSealedSecret: string | null;
  readonly pendingSince: Date | null;
  readonly enabledAt: Date | null;
  readonly recoveryCodesLeft: number;
}

/** Second factors as PostgreSQL has them: secrets sealed, recovery codes hashed. */
@Injectable()
export class SecondFactorRepository {
  async find(manager: EntityManager, userId: string): Promise<FactorRow | null> {
    const [row] = await manager.query<FactorRow[]>(
      `SELECT sealed_secret AS "sealedSecret", pending_sealed_secret AS "pendingSealedSecret",
              pending_since AS "pendingSince", enabled_at AS "enabledAt",
              (SELECT count(*)::int FROM recovery_codes r
               WHERE r.user_id = f.user_id AND r.used_at IS NULL) AS "recoveryCodesLeft"
       FROM second_factors f WHERE user_id = $1`,
      [userId],
    );
    return row ?? null;
  }

  /** Spends the code of a step, and with it all before it. False where that one is spent. */
  async spendStep(manager: EntityManager, userId: string, step: number): Promise<boolean> {
    const rows = await updated(
      manager,
      `UPDATE second_factors SET last_step = $2
       WHERE user_id = $1 AND enabled_at IS NOT NULL AND coalesce(last_step, -1) < $2
       RETURNING user_id`,
      [userId, step],
    );
    return rows === 1;
  }

  async spendRecoveryCode(manager: EntityManager, userId: string, hash: string): Promise<boolean> {
    const rows = await updated(
      manager,
      `UPDATE recovery_codes SET used_at = now()
       WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING user_id`,
      [userId, hash],
    );
    return rows === 1;
  }

  /** Keeps a secret that nobody has proved to hold; the one in use stays until then. */
  async putPending(
    manager: EntityManager,
    userId: string,
    pending: { readonly sealedSecret: string; readonly since: Date },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO second_factors (user_id, pending_sealed_secret, pending_since)
       VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET
         pending_sealed_secret = excluded.pending_sealed_secret,
         pending_since = excluded.pending_since`,
      [userId, pending.sealedSecret, pending.since],
    );
  }

  /** Puts the pending secret to use. False where another one is pending by now. */
  async enable(
    manager: EntityManager,
    userId: string,
    proof: { readonly pendingSealedSecret: string; readonly step: number; readonly at: Date },
  ): Promise<boolean> {
    const rows = await updated(
      manager,
      `UPDATE second_factors SET sealed_secret = pending_sealed_secret, enabled_at = $4,
         last_step = $3, pending_sealed_secret = NULL, pending_since = NULL
       WHERE user_id = $1 AND pending_sealed_secret = $2 RETURNING user_id`,
      [userId, proof.pendingSealedSecret, proof.step, proof.at],
    );
    return rows === 1;
  }

  /** Those that were there before are gone. */
  async putRecoveryCodes(
    manager: EntityManager,
    userId: string,
    hashes: readonly string[],
  ): Promise<void> {
    await manager.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
    await manager.query(
      'INSERT INTO recovery_codes (user_id, code_hash) SELECT $1, unnest($2::text[])',
      [userId, hashes],
    );
  }

  /** Takes the factor away with its recovery codes. False where there was none. */
  async remove(manager: EntityManager, userId: string): Promise<boolean> {
    const rows = await updated(
      manager,
      'DELETE FROM second_factors WHERE user_id = $1 RETURNING enabled_at',
      [userId],
    );
    return rows === 1;
  }

  /** The moment that withdrawals are delayed by. */
  async markChanged(manager: EntityManager, userId: string, at: Date): Promise<void> {
    await manager.query('UPDATE users SET factor_changed_at = $2 WHERE id = $1', [userId, at]);
  }
}

/** How many rows a statement that returns them has touched. */
async function updated(
  manager: EntityManager,
  statement: string,
  values: readonly unknown[],
): Promise<number> {
  const [rows] = await manager.query<[unknown[], number]>(statement, [...values]);
  return rows.length;
}
