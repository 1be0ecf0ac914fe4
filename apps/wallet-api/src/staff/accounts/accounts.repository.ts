import { Injectable } from '@nestjs/common';
import type { UserStatus } from '@cardroom/database';
import type { Role } from '@cardroom/platform';
import type { EntityManager } from 'typeorm';

interface StaffableAccount {
  readonly role: Role;
  readonly status: UserStatus;
  /** Whether he has chips at a table. */
  readonly isSeated: boolean;
}

/** Roles of accounts, as PostgreSQL has them. */
@Injectable()
export class AccountsRepository {
  async find(manager: EntityManager, userId: string): Promise<StaffableAccount | null> {
    const [row] = await manager.query<StaffableAccount[]>(
      `SELECT role, status, EXISTS (SELECT 1 FROM seat_sessions s
         WHERE s.user_id = u.id AND s.status = 'open') AS "isSeated"
       FROM users u WHERE id = $1`,
      [userId],
    );
    return row ?? null;
  }

  /** False where the account has another role by now, or is not in use. */
  async changeRole(
    manager: EntityManager,
    userId: string,
    { from, to }: { readonly from: Role; readonly to: Role },
  ): Promise<boolean> {
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE users SET role = $3
       WHERE id = $1 AND role = $2 AND (status = 'active' OR $3 = 'player')`,
      [userId, from, to],
    );
    return count === 1;
  }

  /** What somebody asked for under a role that is gone is not approved any more. */
  async dropRequestsOf(manager: EntityManager, userId: string): Promise<void> {
    await manager.query(
      `UPDATE four_eyes_requests SET status = 'expired'
       WHERE requested_by = $1 AND status = 'pending'`,
      [userId],
    );
  }
}
