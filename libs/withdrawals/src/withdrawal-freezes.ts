import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

export interface WithdrawalFreeze {
  readonly freezeId: string;
  readonly userId: string;
  readonly reason: string;
  /** The deposit that was taken back, where that is why. */
  readonly depositId: string | null;
  readonly createdAt: Date;
}

/** Players who may not take money out until a person has looked at them. */
@Injectable()
export class WithdrawalFreezes {
  /** Ask in the transaction that takes the money. */
  async isFrozen(manager: EntityManager, userId: string): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM withdrawal_freezes WHERE user_id = $1 AND lifted_at IS NULL LIMIT 1',
      [userId],
    );
    return rows.length > 0;
  }

  async freeze(
    manager: EntityManager,
    freeze: Pick<WithdrawalFreeze, 'userId' | 'reason' | 'depositId'>,
  ): Promise<void> {
    await manager.query(
      'INSERT INTO withdrawal_freezes (id, user_id, reason, deposit_id) VALUES ($1, $2, $3, $4)',
      [uuidv7(), freeze.userId, freeze.reason, freeze.depositId],
    );
  }

  /** Those that nobody has lifted, oldest first. */
  active(manager: EntityManager): Promise<WithdrawalFreeze[]> {
    return manager.query(
      `SELECT id AS "freezeId", user_id AS "userId", reason, deposit_id AS "depositId",
         created_at AS "createdAt"
       FROM withdrawal_freezes WHERE lifted_at IS NULL ORDER BY id LIMIT 500`,
    );
  }

  /** The player it kept; null where there is no such freeze, or it was lifted before. */
  async lift(
    manager: EntityManager,
    freezeId: string,
    by: { readonly staffId: string; readonly reason: string },
  ): Promise<string | null> {
    const [rows] = await manager.query<[{ user_id: string }[], number]>(
      `UPDATE withdrawal_freezes SET lifted_at = now(), lifted_by = $2, lift_reason = $3
       WHERE id = $1 AND lifted_at IS NULL AND user_id <> $2 RETURNING user_id`,
      [freezeId, by.staffId, by.reason],
    );
    return rows[0]?.user_id ?? null;
  }
}
